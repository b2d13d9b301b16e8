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

  /// What is not read rightly yet (docs/coding.md, weaknesses).
  @Test(.enabled(if: FileManager.default.fileExists(atPath: paper.path), "../shared is not here"))
  func positionsStillMissing() throws {
    let (positions, passages) = try Self.code()
    withKnownIssue(
      "\"It is not permitted to impede data flows\" goes to the author, not to the U.S."
    ) {
      #expect(positions.contains { $0.actor == "USA" && $0.issue == "data-flows" })
    }
    withKnownIssue("the undertaking not to support theft is coded as no component") {
      #expect(
        positions.contains {
          $0.issue == "commercial-cyber-theft" && $0.component == "norm" && $0.actor == "CHN"
        })
    }
    withKnownIssue("the multi-stakeholder view of the U.S. is not coded as a principle") {
      #expect(
        positions.contains {
          $0.actor == "USA" && $0.issue == "multistakeholder" && $0.component == "principle"
        })
    }
    withKnownIssue(
      "the joint dialogue shares its sentence with an expert group; the hotline has no track"
    ) {
      #expect(
        positions.contains {
          $0.text.contains("high-level joint dialogue") && $0.mechanism == "dialogue"
        })
      #expect(positions.contains { $0.issue == "confidence-building.hotline" && $0.track == "1" })
    }
    #expect(!passages.isEmpty)
  }
}
