// Intervals: their coverage where the truth is known, and their floor where all documents agree.

import Testing

@testable import Positions

@Suite struct BootstrapTests {
  @Test func noIntervalBelowThreeDocuments() {
    var bootstrap = Bootstrap(seed: "x")
    #expect(bootstrap.net([.init(support: 3), .init(support: 1)]) == nil)
  }

  /// Wilson's interval for 3 of 3: 3 / (3 + 1.96²) = 0.4385 → −0.123.
  @Test func unanimityIsNotCertainty() throws {
    var bootstrap = Bootstrap(seed: "x")
    let unanimous = bootstrap.net(Array(repeating: .init(support: 2), count: 3))
    let interval = try #require(unanimous)
    #expect(abs(interval.low + 0.123) < 0.001)
    #expect(abs(interval.high - 1) < 1e-9)
  }

  @Test func ranksAreThoseOfASortedList() {
    var random = Bootstrap(seed: "ranks")
    let values = (0..<1000).map { _ in Double(random.index(below: 37)) - 18 }
    let sorted = values.sorted()
    for rank in [0, 1, 24, 25, 120, 499] { #expect(Bootstrap.ranked(values, rank) == sorted[rank]) }
    #expect(Bootstrap.ranked([3, 1, 2], 2) == 3)
  }

  /// Draws cannot differ where the documents of each actor agree among themselves.
  @Test func aGapThatCannotVaryIsExact() throws {
    let clusters: [(StanceCounts, StanceCounts)] = [
      (.init(support: 1), .init()), (.init(support: 3), .init(support: 1, oppose: 1)),
      (.init(), .init(support: 2, oppose: 2)), (.init(support: 2), .init()),
    ]
    var bootstrap = Bootstrap(seed: "gap")
    let gap = bootstrap.gap(clusters)
    #expect(gap == .init(low: 1, high: 1))
  }

  @Test func sameSeedSameInterval() {
    let clusters: [StanceCounts] = [
      .init(support: 3), .init(oppose: 1), .init(support: 1), .init(neutral: 2),
    ]
    var one = Bootstrap(seed: "CHN")
    var other = Bootstrap(seed: "CHN")
    #expect(one.net(clusters) == other.net(clusters))
  }

  /// 95 % nominal; documents hold one to five statements and lean to one side each.
  @Test(arguments: [10, 20, 40]) func coverage(documents: Int) {
    var random = Bootstrap(seed: "coverage \(documents)")
    func uniform() -> Double { Double(random.next() >> 11) / 9_007_199_254_740_992 }
    var hits = 0
    let rounds = 1500
    for round in 0..<rounds {
      let leaning = 0.2 + 0.6 * uniform()
      var clusters: [StanceCounts] = []
      for _ in 0..<documents {
        // A document's own share of support scatters about the leaning.
        let own = min(1, max(0, leaning + 0.3 * (uniform() - 0.5)))
        var counts = StanceCounts()
        for _ in 0...random.index(below: 5) {
          if uniform() < own { counts.support += 1 } else { counts.oppose += 1 }
        }
        clusters.append(counts)
      }
      var bootstrap = Bootstrap(seed: "\(round)")
      let truth = 2 * leaning - 1
      if let interval = bootstrap.net(clusters), interval.low <= truth, truth <= interval.high {
        hits += 1
      }
    }
    let share = Double(hits) / Double(rounds)
    #expect((0.93...0.97).contains(share), "\(documents) documents: \(share)")
  }
}
