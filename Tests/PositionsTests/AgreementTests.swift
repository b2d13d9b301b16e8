// The arithmetic of pairs against the worked example of ../shared/notes/formats.md, section 2.

import Foundation
import Testing

@testable import Positions

@Suite struct AgreementTests {
  /// A: c1 2/1, c2 1/0. B: c1 1/0, c2 0/2. C: c2 0/1, c3 3/0.
  private let tiny = Agreement(rows: [
    [.init(support: 2, oppose: 1), .init(support: 1), .init()],
    [.init(support: 1), .init(oppose: 2), .init()],
    [.init(), .init(oppose: 1), .init(support: 3)],
  ])

  private static let names = ["A-B": (0, 1), "A-C": (0, 2), "B-C": (1, 2)]

  private static let reference = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/reference/dna_tiny_reference.json").standardized

  /// Every value that Discourse Network Analyzer itself gave for these statements.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: reference.path), "../shared is not here"))
  func valuesOfTheReferenceFile() throws {
    let parsed = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.reference))
    let file = try #require(parsed as? [String: Any])
    var compared = 0
    for (key, value) in file where key.hasPrefix("onemode/") {
      let parts = key.split(separator: "/").map(String.init)
      let measure = try #require(Agreement.Measure(rawValue: parts[1]), "\(key)")
      let normalization: Agreement.Normalization? =
        parts[2] == "no"
        ? Agreement.Normalization.none
        : parts[2] == "cosine" ? .dna : Agreement.Normalization(rawValue: parts[2])
      for (name, expected) in try #require(value as? [String: Double]) {
        let pair = try #require(Self.names[name])
        let found = tiny.value(pair.0, pair.1, measure, try #require(normalization))
        #expect(abs(found - expected) < 1e-9, "\(key) \(name): \(found)")
        compared += 1
      }
    }
    #expect(compared == 48)
  }

  @Test func valuesOfDiscourseNetworkAnalyzer() {
    let expected: [(Agreement.Measure, Agreement.Normalization, [Double])] = [
      (.ignore, .none, [5, 1, 2]), (.congruence, .none, [2, 0, 2]), (.conflict, .none, [3, 1, 0]),
      (.subtract, .none, [-1, -1, 2]),
      (.ignore, .average, [5 / 3.5, 0.25, 2 / 3.5]),
      (.ignore, .jaccard, [5.0 / 6, 0.125, 1.0 / 3]),
      (.ignore, .dna, [5.0 / 12, 0.0625, 1.0 / 6]),
      (.congruence, .average, [2 / 3.5, 0, 2 / 3.5]),
      (.congruence, .jaccard, [1.0 / 3, 0, 1.0 / 3]),
      (.congruence, .dna, [1.0 / 6, 0, 1.0 / 6]),
      (.conflict, .average, [3 / 3.5, 0.25, 0]), (.conflict, .jaccard, [0.5, 0.125, 0]),
      (.conflict, .dna, [0.25, 0.0625, 0]),
      (.subtract, .average, [-1 / 3.5, -0.25, 2 / 3.5]),
      (.subtract, .jaccard, [-1.0 / 6, -0.125, 1.0 / 3]),
      (.subtract, .dna, [-1.0 / 12, -0.0625, 1.0 / 6]),
    ]
    for (measure, normalization, values) in expected {
      for (pair, value) in zip([(0, 1), (0, 2), (1, 2)], values) {
        let found = tiny.value(pair.0, pair.1, measure, normalization)
        #expect(abs(found - value) < 1e-9, "\(measure) \(normalization) \(pair): \(found)")
      }
    }
  }

  /// A·B = 2 over |A| = √6 and |B| = √5.
  @Test func cosineIsTheGeometricOne() {
    #expect(abs(tiny.value(0, 1, .congruence, .cosine) - 2 / 30.0.squareRoot()) < 1e-12)
    let twice = Agreement(rows: [[.init(support: 3)], [.init(support: 7)], [.init(oppose: 2)]])
    #expect(abs(twice.value(0, 1, .subtract, .cosine) - 1) < 1e-12)
    #expect(abs(twice.value(0, 2, .subtract, .cosine) + 1) < 1e-12)
  }

  @Test func neutralMentionsMakeNoAllies() {
    let rows: [[StanceCounts]] = [[.init(neutral: 5)], [.init(neutral: 4)]]
    #expect(Agreement(rows: rows).value(0, 1, .congruence, .none) == 0)
    #expect(Agreement(rows: rows, countsNeutral: true).value(0, 1, .congruence, .none) == 20)
  }

  @Test func blocsStandTogether() {
    let order = Agreement(rows: [
      [.init(support: 3), .init(oppose: 1)], [.init(oppose: 3), .init(support: 1)],
      [.init(support: 2), .init(oppose: 2)], [.init(oppose: 2), .init(support: 2)],
    ]).blocOrder()
    #expect(order.map { $0 % 2 } == [0, 0, 1, 1] || order.map { $0 % 2 } == [1, 1, 0, 0])
  }
}
