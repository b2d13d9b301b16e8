import Foundation
import Testing
import Text

@Suite struct SentenceSegmenterTests {
  private func sentences(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var ranges: [Range<Int>] = []
    bytes.withUnsafeBufferPointer {
      SentenceSegmenter().sentences(in: $0, range: 0..<bytes.count, into: &ranges)
    }
    return ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// "|" marks where a sentence ends and the next begins.
  @Test(arguments: [
    "The U.S. Government replied. | It did so on Monday.",
    "Talks between China and the U.S. The parties met again.",
    "Dr. A. B. Smith Jr. spoke. | Mr. Lee listened.",
    "See Article 3(b)(ii) and para. 24. | No. 12 is missing.",
    "It adopted A/RES/70/237. | States took note.",
    "It was agreed (Smith, 2016, p. 5). | Others differ.",
    "\u{201C}We agree.\u{201D} | \u{201C}We don\u{2019}t.\u{201D}",
    "\u{201C}Go!\u{201D} Ambassador Lee said.",
    "The share rose 1.5 percent. | It fell later.",
    "Norms apply.12 | States agree.[3] | Others wait.",
    "He asked why ... and left.",
    "Track 1.5 Diplomacy helps. | So does Track 2.",
    "各国应遵守规范。| 我们同意。",
    "1. Respect the law 2. Protect users 3. Report incidents",
    "it works. | we like it. | thanks!",
    "The Ministry (est. 1999) and the Dept. of Trade met at 5 p.m. on Oct. 3 in St. Petersburg.",
    "Is it binding? | No! | It is voluntary.",
    "Members, e.g. France, i.e. the host, vs. the rest, agreed.",
  ])
  func splits(marked: String) {
    let expected = marked.components(separatedBy: "|").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let text = expected.joined(separator: " ")
    let got = sentences(text)
    if marked.hasPrefix("1.") {
      #expect(got == ["1. Respect the law", "2. Protect users", "3. Report incidents"])
    } else if marked.hasPrefix("Talks") {
      #expect(got == ["Talks between China and the U.S.", "The parties met again."])
    } else {
      #expect(got == expected)
    }
  }

  @Test func goldenRules() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "../shared/tools/golden_rules_en.json")
    guard let data = try? Data(contentsOf: url.standardizedFileURL) else {
      print("skipped: ../shared/tools/golden_rules_en.json is not here")
      return
    }
    struct Case: Decodable {
      var id: String
      var text: String
      var sentences: [String]
    }
    for rule in try JSONDecoder().decode([Case].self, from: data) where !rule.text.contains("\n") {
      #expect(sentences(rule.text) == rule.sentences, "\(rule.id)")
    }
  }

  @Test(arguments: [("a. ", 20_000), ("(", 40_000), ("?! ", 20_000), ("1. A ", 20_000)])
  func staysLinear(piece: String, count: Int) {
    let text = String(repeating: piece, count: count)
    let clock = ContinuousClock()
    let time = clock.measure { _ = sentences(text) }
    let isSlow = ProcessInfo.processInfo.environment["NORMTAG_SANITIZER"] != nil
    #expect(time < .seconds(isSlow ? 160 : 8))
  }
}
