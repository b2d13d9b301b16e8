// Verdicts on pairs of actors.

import Testing

@testable import Positions

@Suite struct DyadTests {
  private func side(_ counts: [StanceCounts]) -> Dyad.Side {
    let clusters = counts.enumerated().map {
      Cluster($0.element, document: Int32($0.offset))
    }
    var cell = PositionCell(actor: 0, issue: 0)
    cell.counts = clusters.counts
    cell.documents = clusters.count
    var bootstrap = Bootstrap(seed: "s")
    return Dyad.Side(cell, interval: bootstrap.net(clusters))
  }

  private func verdict(
    _ a: Dyad.Side?, _ b: Dyad.Side?, directional: Bool = true, joint: Int = 0, apart: Int = 0
  ) -> Verdict {
    Dyad(a, b, isDirectional: directional, joint: joint, apart: apart).verdict
  }

  @Test func verdicts() {
    let often = side(Array(repeating: .init(support: 2), count: 40))
    let few = side(Array(repeating: .init(support: 2), count: 4))
    let against = side(Array(repeating: .init(oppose: 2), count: 4))
    let once = side([.init(support: 1)])
    #expect(verdict(often, often) == .agree)
    // Four documents that agree leave room for another view.
    #expect(verdict(few, few) == .unclear)
    #expect(verdict(often, few) == .unclear)
    #expect(verdict(few, against) == .differ)
    #expect(verdict(often, once) == .unclear)
    #expect(verdict(often, nil) == .oneSided)
    #expect(verdict(nil, nil) == .silent)
    #expect(verdict(often, often, directional: false) == .bothSpeak)
  }

  @Test func differentViewsAreADifference() {
    let few = side(Array(repeating: .init(neutral: 2), count: 4))
    let once = side([.init(neutral: 1)])
    #expect(verdict(few, few, apart: 2) == .differ)
    #expect(verdict(few, few, joint: 3, apart: 2) == .unclear)
    // One statement is never enough.
    #expect(verdict(few, once, apart: 2) == .unclear)
  }

  @Test func commonDocumentsNarrowTheGap() throws {
    let counts: [StanceCounts] = [
      .init(support: 1), .init(support: 2), .init(oppose: 1), .init(support: 1, oppose: 1),
    ]
    func clusters(from first: Int32) -> [Cluster] {
      counts.enumerated().map { Cluster($0.element, document: Int32($0.offset) + first) }
    }
    let same = [Cluster].correlation(clusters(from: 0), clusters(from: 0))
    #expect(abs(same - 1) < 1e-9)
    #expect([Cluster].correlation(clusters(from: 0), clusters(from: 9)) == 0)
    func width(_ correlation: Double) throws -> Double {
      let dyad = Dyad(
        side(counts), side(counts), correlation: correlation, isDirectional: true, joint: 0,
        apart: 0)
      let interval = try #require(dyad.interval)
      return interval.high - interval.low
    }
    #expect(try width(same) < width(0))
  }
}
