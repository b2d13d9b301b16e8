// `tag --explain`, `why --passage` and `--rule-threshold` through the real binary.

import Foundation
import Testing

@Suite struct ExplainTests {
  private static let text = "China opposes cyber espionage. Operators must report an incident.\n"

  private func withText<T>(_ body: (URL) throws -> T) throws -> T {
    try RealBinary.inTemporaryDirectory { directory in
      try Self.text.write(
        to: directory.appendingPathComponent("a.txt"), atomically: true, encoding: .utf8)
      return try body(directory)
    }
  }

  @Test func explainMarksAndNamesTheRules() throws {
    try withText { directory in
      let result = try RealBinary.run("normtag tag --explain --passage 0 a.txt", in: directory)
      #expect(result.status == 0, "\(result.stderr)")
      #expect(result.text.contains("[China] [opposes] [cyber espionage]"))
      #expect(result.text.contains("    scores  principle 0."))
      #expect(result.text.contains("  CHN support surveillance (explicit"))
      #expect(result.text.contains("    holder by subject-verb: “China”"))
      #expect(result.text.contains("    stance by opposition: “opposes”"))
      #expect(!result.text.contains("Operators"))
      #expect(!result.text.contains("\u{1B}"))
    }
  }

  @Test func whyExplainsTheSamePassage() throws {
    try withText { directory in
      let result = try RealBinary.run(
        """
        normtag run -o report a.txt 2>/dev/null && normtag why report --passage a.txt#0 > why
        normtag tag --explain --passage 0 a.txt > explained && cmp why explained
        """, in: directory)
      #expect(result.status == 0, "\(result.text)\(result.stderr)")
    }
  }

  @Test func explainRefusesTables() throws {
    try withText { directory in
      let csv = try RealBinary.run("normtag tag --explain --format csv a.txt", in: directory)
      #expect(csv.status == 2)
      let passage = try RealBinary.run("normtag tag --passage 1 a.txt", in: directory)
      #expect(passage.status == 2)
    }
  }

  /// How many passages are rules, in what `tag` prints and in the report of `run`.
  private func rules(_ threshold: String, in directory: URL) throws -> (tag: Int, run: Int) {
    let option = threshold.isEmpty ? "" : "--rule-threshold=\(threshold)"
    let tag = try RealBinary.run(
      "normtag tag \(option) a.txt | grep -c '\"component\":\"rule\"'", in: directory)
    let run = try RealBinary.run(
      """
      rm -rf out; normtag run \(option) -o out a.txt 2>/dev/null
      grep -c '"component":"rule"' out/coded.jsonl
      """, in: directory)
    func count(_ result: RealBinary.Result) -> Int {
      Int(result.text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? -1
    }
    return (count(tag), count(run))
  }

  @Test func ruleThresholdMovesTheBorder() throws {
    try withText { directory in
      let low = try rules("-8", in: directory)
      let fitted = try rules("", in: directory)
      let high = try rules("8", in: directory)
      #expect(low == (0, 0))
      #expect(high.tag == 2 && high.run == 2)
      #expect(fitted.tag >= low.tag && fitted.tag <= high.tag)
      #expect(fitted.tag == fitted.run)
      let broken = try RealBinary.run("normtag tag --rule-threshold=nan a.txt", in: directory)
      #expect(broken.status == 2)
    }
  }
}
