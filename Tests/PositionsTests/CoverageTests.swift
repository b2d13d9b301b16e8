// Do intervals hold the truth as often as they say? Documents are made up whose truth is known.
// `make coverage` makes 4,000 collections for each size, and 93 to 97 % must hold the truth; a plain
// test run makes 400, and allows for what chance adds to that.

import Glibc
import Tagging
import Testing

@testable import Positions

@Suite struct CoverageTests {
  private static let isFull =
    getenv("NORMTAG_COVERAGE").map { String(cString: $0) } == "full"
  private static let rounds = isFull ? 4000 : 400
  /// Checks a share, and prints it in the full run.
  private static func check(_ hits: Int, _ what: String) {
    let share = Double(hits) / Double(rounds)
    if isFull { print("coverage: \(what): \((share * 1000).rounded() / 10) %") }
    #expect(allowed.contains(share), "\(what): \(share)")
  }
  private static let allowed = isFull ? 0.93...0.97 : 0.91...0.985

  /// Documents of 1 to 5 statements. Each has a leaning of its own, which scatters evenly about the
  /// truth; so statements of one document are alike.
  private static func documents(
    _ count: Int, _ leaning: Double, neutral: Double, _ random: inout Bootstrap
  ) -> [Cluster] {
    (0..<count).map { number in
      let reach = 0.8 * min(leaning, 1 - leaning)
      let own = leaning + reach * (2 * random.uniform() - 1)
      var counts = StanceCounts()
      for _ in 0...random.index(below: 5) {
        if random.uniform() < neutral {
          counts.neutral += 1
        } else if random.uniform() < own {
          counts.support += 1
        } else {
          counts.oppose += 1
        }
      }
      return Cluster(counts, document: Int32(number))
    }
  }

  @Test(arguments: [10, 20, 50], [0.0, 0.25])
  func netPositions(documents: Int, neutral: Double) throws {
    var random = Bootstrap(seed: "net \(documents) \(neutral)")
    var hits = 0
    for round in 0..<Self.rounds {
      let leaning = 0.2 + 0.6 * random.uniform()
      let clusters = Self.documents(documents, leaning, neutral: neutral, &random)
      var bootstrap = Bootstrap(seed: "\(round)")
      let truth = (2 * leaning - 1) * (1 - neutral)
      let found = bootstrap.net(clusters)
      let interval = try #require(found)
      if interval.low <= truth && truth <= interval.high { hits += 1 }
    }
    Self.check(hits, "net positions of \(documents) documents, \(neutral) neutral")
  }

  @Test(arguments: [10, 20, 50]) func gaps(documents: Int) throws {
    var random = Bootstrap(seed: "gap \(documents)")
    var hits = 0
    for round in 0..<Self.rounds {
      let leanings = [0.2 + 0.6 * random.uniform(), 0.2 + 0.6 * random.uniform()]
      let sides = leanings.enumerated().map { number, leaning in
        let clusters = Self.documents(documents, leaning, neutral: 0, &random)
        var bootstrap = Bootstrap(seed: "\(round) \(number)")
        return Dyad.Side(Self.cell(clusters), interval: bootstrap.net(clusters))
      }
      let dyad = Dyad(sides[0], sides[1], isDirectional: true, joint: 0, apart: 0)
      let truth = 2 * (leanings[0] - leanings[1])
      let interval = try #require(dyad.interval)
      if interval.low <= truth && truth <= interval.high { hits += 1 }
    }
    Self.check(hits, "gaps of \(documents) documents")
  }

  @Test(arguments: [10, 20, 50]) func shares(documents: Int) throws {
    var random = Bootstrap(seed: "share \(documents)")
    var hits = 0
    for _ in 0..<Self.rounds {
      let truth = 0.15 + 0.5 * random.uniform()
      var presence = ActorPresence()
      for _ in 0..<documents {
        let own = truth + 0.8 * min(truth, 1 - truth) * (2 * random.uniform() - 1)
        var counts = [0, 0]
        for _ in 0...random.index(below: 6) { counts[random.uniform() < own ? 0 : 1] += 1 }
        presence.add([
          .init(actor: "A", component: .norm, passages: counts[0]),
          .init(actor: "A", component: .rule, passages: counts[1]),
        ])
      }
      let interval = try #require(presence.interval(1))
      if interval.low <= truth && truth <= interval.high { hits += 1 }
    }
    Self.check(hits, "shares of \(documents) documents")
  }

  private static func cell(_ clusters: [Cluster]) -> PositionCell {
    var cell = PositionCell(actor: 0, issue: 0)
    cell.counts = clusters.counts
    cell.documents = clusters.count
    return cell
  }
}
