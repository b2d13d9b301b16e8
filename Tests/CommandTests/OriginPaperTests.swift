// The paper that the project comes from is its first real input: what a reader finds in it must come
// out of a run. Where it does not yet, the test says so by name.

import Foundation
import Testing

@Suite struct OriginPaperTests {
  static let paper = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/corpus/text/cyberspace-rule-making.txt").standardized

  struct Position: Hashable {
    var actor: String
    var issue: String
    var stance: String
    var component: String
    var joint: Bool
    var mechanism: String
    var track: String
    var path: String
    var text: String
  }

  /// Statements and passages of the paper, coded once.
  private static func code() throws -> (positions: [Position], passages: [[String: Any]]) {
    try RealBinary.inTemporaryDirectory { directory in
      let result = try RealBinary.run("normtag run '\(paper.path)' -o out", in: directory)
      try #require(result.status == 0, "\(result.stderr)")
      let file = directory.appendingPathComponent("out/coded.jsonl")
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      let passages = try lines.map {
        try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
      var positions: [Position] = []
      for passage in passages {
        func field(_ name: String) -> String { passage[name] as? String ?? "" }
        for statement in passage["statements"] as? [[String: Any]] ?? [] {
          positions.append(
            Position(
              actor: statement["actor"] as? String ?? "",
              issue: statement["issue"] as? String ?? "",
              stance: statement["stance"] as? String ?? "", component: field("component"),
              joint: statement["joint"] as? String != "none", mechanism: field("mechanism"),
              track: field("track"), path: field("path"), text: field("text")))
        }
      }
      return (positions, passages)
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: paper.path), "../shared is not here"))
  func positionsOfThePaper() throws {
    let (positions, passages) = try Self.code()
    func has(
      _ actor: String, _ issue: String, _ stance: String = "support", component: String? = nil,
      joint: Bool = false
    ) -> Bool {
      positions.contains {
        $0.actor == actor && ($0.issue == issue || $0.issue.hasPrefix(issue + "."))
          && $0.stance == stance && (component ?? $0.component) == $0.component
          && (!joint || $0.joint)
      }
    }
    #expect(has("CHN", "state-led-governance", component: "principle"))
    #expect(has("RUS", "state-led-governance", component: "principle"))
    #expect(has("USA", "multistakeholder"))
    #expect(has("CHN", "cyber-sovereignty"))
    for aspect in ["jurisdiction", "defence", "independence", "equality"] {
      #expect(has("CHN", "cyber-sovereignty.\(aspect)"), "\(aspect)")
    }
    #expect(has("USA", "cyber-sovereignty", "oppose"))
    for issue in ["internet-freedom", "critical-infrastructure"] {
      #expect(has("USA", issue), "\(issue)")
    }
    for issue in ["cybersecurity-concept", "security-strategy", "community-shared-future"] {
      #expect(has("CHN", issue), "\(issue)")
    }
    for actor in ["CHN", "USA"] {
      #expect(has(actor, "confidence-building.hotline", component: "procedure", joint: true))
      #expect(has(actor, "norms-of-behaviour", component: "procedure", joint: true))
      for issue in ["commercial-cyber-theft", "incident-response", "cybercrime-cooperation"] {
        #expect(has(actor, issue, joint: true), "\(actor) \(issue)")
      }
    }
    func values(_ key: String) -> Set<String> { Set(passages.compactMap { $0[key] as? String }) }
    #expect(values("path").isSuperset(of: ["low", "middle", "high"]))
    #expect(values("track").isSuperset(of: ["1.5", "2"]))
    let texts = passages.compactMap { $0["text"] as? String }
    #expect(!texts.contains { $0.contains("AN ANALYSIS OF CYBERSPACE RULE-MAKING") })
    #expect(!texts.contains { $0.contains("Retrieved from") })
    for word in ["China-U.S.", "rule-making", "soft-hardware"] {
      #expect(texts.contains { $0.contains(word) }, "\(word)")
    }
    #expect(
      !positions.contains {
        $0.text.hasPrefix("Regimes can be defined") || $0.text.hasPrefix("Principles are beliefs")
          || $0.text.hasPrefix("Norms are standards")
          || $0.text.hasPrefix("Rules are specific")
      })
    #expect(
      positions.contains {
        $0.actor == "author" && $0.text.contains("China should actively dialogue")
      })
    #expect(
      !positions.contains {
        $0.actor == "CHN" && $0.text.contains("China should actively dialogue")
      })
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: paper.path), "../shared is not here"))
  func componentsAndChannels() throws {
    let (positions, passages) = try Self.code()
    #expect(
      positions.contains {
        $0.actor == "USA" && $0.issue == "data-flows" && $0.stance == "support"
          && $0.text.hasPrefix("It is not permitted to impede")
      })
    #expect(!positions.contains { $0.actor == "author" && $0.issue == "data-flows" })
    for actor in ["CHN", "USA"] {
      #expect(
        positions.contains {
          $0.actor == actor && $0.issue == "commercial-cyber-theft" && $0.joint
            && $0.component == "norm" && $0.stance == "support"
        }, "\(actor)")
      #expect(
        positions.contains {
          $0.actor == actor && $0.text.contains("high-level joint dialogue mechanism on fighting")
            && $0.mechanism == "dialogue" && $0.component == "procedure" && $0.joint
        }, "\(actor)")
      #expect(
        positions.contains {
          $0.actor == actor && $0.issue == "confidence-building.hotline" && $0.joint
            && $0.track == "1" && $0.mechanism == "hotline" && $0.component == "procedure"
        }, "\(actor)")
    }
    // "It will oppose efforts to restrict …, or impose political and bureaucratic layers".
    #expect(
      !positions.contains {
        $0.actor == "USA" && $0.issue == "state-led-governance" && $0.stance == "support"
      })
    // The outline after the references is none of the text.
    #expect(passages.count > 100)
    let last = try #require(passages.last?["text"] as? String)
    #expect(!last.contains("Outline") && !last.contains("https://"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: paper.path), "../shared is not here"))
  func multistakeholderIsAPrinciple() throws {
    let (positions, _) = try Self.code()
    #expect(
      positions.contains {
        $0.actor == "USA" && $0.issue == "multistakeholder" && $0.component == "principle"
      })
  }

  /// The matrix of the paper, from the table that a reader opens first.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: paper.path), "../shared is not here"))
  func positionsTable() throws {
    try RealBinary.inTemporaryDirectory { directory in
      let result = try RealBinary.run("normtag run '\(Self.paper.path)' -o out", in: directory)
      try #require(result.status == 0, "\(result.stderr)")
      let file = directory.appendingPathComponent("out/positions.csv")
      let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      let header = try #require(rows.first)
      let oppose = try #require(header.firstIndex(of: "oppose"))
      let support = try #require(header.firstIndex(of: "support"))
      func sum(_ actor: String, _ issue: String, _ column: Int) -> Int {
        rows.filter { $0[0] == actor && $0[2] == issue }.compactMap { Int($0[column]) }
          .reduce(0, +)
      }
      #expect(sum("USA", "cyber-sovereignty", oppose) > 0)
      #expect(sum("CHN", "cyber-sovereignty", support) > 0)
      #expect(sum("CHN", "cyber-sovereignty", oppose) == 0)
      #expect(sum("CHN", "state-led-governance", support) > 0)
      #expect(sum("RUS", "state-led-governance", support) > 0)
    }
  }
}
