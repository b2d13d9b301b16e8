// Verdicts on pairs of actors.

import Testing

@testable import Positions

@Suite struct DyadTests {
  private func cell(_ counts: [StanceCounts], from document: Int32 = 0) -> PositionCell {
    var cell = PositionCell(actor: 0, issue: 0)
    cell.clusters = counts
    cell.documents = counts.indices.map { Int32($0) + document }
    cell.counts = counts.reduce(StanceCounts(), +)
    return cell
  }

  @Test func verdicts() {
    let forIt = cell(Array(repeating: .init(support: 2), count: 4))
    let against = cell(Array(repeating: .init(oppose: 2), count: 4), from: 4)
    let once = cell([.init(support: 1)])
    func verdict(
      _ a: PositionCell?, _ b: PositionCell?, directional: Bool = true, apart: Int = 0
    ) -> Verdict {
      Dyad(a, b, isDirectional: directional, joint: 0, apart: apart, seed: "s").verdict
    }
    #expect(verdict(forIt, forIt) == .agree)
    #expect(verdict(forIt, against) == .differ)
    #expect(verdict(forIt, once) == .unclear)
    #expect(verdict(forIt, nil) == .oneSided)
    #expect(verdict(nil, nil) == .silent)
    #expect(verdict(forIt, forIt, directional: false) == .bothSpeak)
    #expect(verdict(forIt, forIt, apart: 2) == .differ)
  }

  @Test func commonDocumentsAreDrawnTogether() {
    let a = cell([.init(support: 1), .init(support: 2)])
    let b = cell([.init(oppose: 1), .init(oppose: 3)], from: 1)
    let clusters = Dyad.clusters(a, b)
    #expect(clusters.count == 3)
    #expect(clusters[1].0.support == 2 && clusters[1].1.oppose == 1)
  }
}
