// Intervals: they have a width where all agree, say nothing below three documents, and repeat.

import Tagging
import Testing

@testable import Positions

@Suite struct BootstrapTests {
  private func net(_ counts: [StanceCounts], seed: String = "x") -> ScoreInterval? {
    var bootstrap = Bootstrap(seed: seed)
    return bootstrap.net(counts.map { Cluster($0) })
  }

  @Test func twoDocumentsHaveNone() {
    #expect(net([.init(support: 4), .init(oppose: 1)]) == nil)
  }

  @Test func unanimityHasAWidth() throws {
    let interval = try #require(net(Array(repeating: .init(support: 3), count: 3)))
    // Wilson's interval for 3 of 3 is 0.4385…1.
    #expect(abs(interval.low + 0.123) < 0.001)
    #expect(abs(interval.high - 1) < 1e-9)
    let even = try #require(net(Array(repeating: .init(support: 1, oppose: 1), count: 5)))
    #expect(even.low < -0.5 && even.high > 0.5)
  }

  @Test func sameSeedSameInterval() {
    let clusters: [StanceCounts] = [
      .init(support: 3), .init(oppose: 1), .init(support: 1), .init(neutral: 2),
    ]
    #expect(net(clusters, seed: "CHN") == net(clusters, seed: "CHN"))
  }

  @Test func drawsAndClosedFormMeet() throws {
    let some: [StanceCounts] = [
      .init(support: 3), .init(oppose: 1), .init(support: 1, neutral: 1), .init(support: 2),
    ]
    let drawn = try #require(net(Array(repeating: some, count: 50).flatMap { $0 }))
    let closed = try #require(net(Array(repeating: some, count: 51).flatMap { $0 }))
    #expect(abs(drawn.low - closed.low) < 0.01 && abs(drawn.high - closed.high) < 0.01)
  }

  @Test func doubtfulCodesWidenTheInterval() throws {
    let counts: [StanceCounts] = [
      .init(support: 3), .init(support: 2, oppose: 1), .init(support: 4), .init(oppose: 2),
      .init(support: 1),
    ]
    func width(_ probability: Double, _ uncertainty: Bootstrap.Uncertainty) throws -> Double {
      let confidence = Cluster.Confidence(
        support: probability, oppose: probability, neutral: probability)
      var bootstrap = Bootstrap(seed: "codes")
      let found = bootstrap.net(counts.map { Cluster($0, confidence: confidence) }, uncertainty)
      let interval = try #require(found)
      return interval.high - interval.low
    }
    let sure = try width(1, .codes)
    let documents = try width(0.6, .documents)
    #expect(abs(sure - documents) < 0.05)
    #expect(try width(0.6, .codes) > documents)
    #expect(try width(0.3, .codes) > width(0.6, .codes))
  }

  @Test func studentsPoints() {
    for (degrees, point) in [
      (2.0, 4.302653), (3, 3.182446), (4.5, 2.658912), (9, 2.262157),
      (30, 2.042272),
    ] {
      #expect(abs(ScoreInterval.student(degrees: degrees) - point) < 1e-5)
    }
  }

  @Test func aDifferenceOfUnanimousActorsHasAWidth() throws {
    let one = try #require(net(Array(repeating: .init(support: 1), count: 10)))
    let gap = ScoreInterval.difference((1, one), (1, one))
    #expect(gap.low < -0.5 && gap.high > 0.5)
    // Newcombe (1998), Statistics in Medicine 17, 873–890, table II (a): 56/70 − 48/80, method 10.
    func wilson(_ count: Double, _ of: Double) -> ScoreInterval {
      let p = count / of
      return ScoreInterval(share: p, variance: p * (1 - p) / of, documents: of, degrees: 1e9)
    }
    let known = ScoreInterval.difference((0.8, wilson(56, 70)), (0.6, wilson(48, 80)))
    #expect(abs(known.low - 0.0524) < 5e-5 && abs(known.high - 0.3339) < 5e-5)
  }

  @Test func sharesOfComponentsHaveIntervals() throws {
    var presence = ActorPresence()
    for rules in [1, 2, 0, 3] {
      presence.add([
        .init(actor: "EU", component: .norm, passages: 2),
        .init(actor: "EU", component: .rule, passages: rules),
      ])
    }
    #expect(presence.passages() == [0, 8, 6, 0, 0])
    let rule = try #require(presence.interval(2))
    #expect(rule.low > 0 && rule.low < 6.0 / 14 && rule.high > 6.0 / 14 && rule.high < 1)
    let none = try #require(presence.interval(0))
    #expect(none.low == 0 && none.high > 0.3)
  }
}
