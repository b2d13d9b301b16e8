// What engines like Spark and GNU parallel need of a filter: nothing in, nothing out; a line out for
// each line in; and never success where something was lost.

import Foundation
import Testing

struct PipeContractTests {
  @Test func nothingInGivesNothingOut() throws {
    try RealBinary.inTemporaryDirectory { directory in
      for options in ["", "--unit record", "--unit record --format jsonl"] {
        for input in ["", "\\n", "\\n\\r\\n\\n"] {
          let script = "printf '\(input)' | normtag tag --input jsonl \(options) -"
          let result = try RealBinary.run(script, in: directory)
          #expect(result.status == 0 && result.stdout.isEmpty, "\(options) \(result.stderr)")
        }
      }
    }
  }

  @Test func eachRecordGivesALineWhateverItHolds() throws {
    try RealBinary.inTemporaryDirectory { directory in
      let french = String(
        repeating: "Les États devraient protéger les hôpitaux contre les attaques. ", count: 20)
      let texts = [
        "States should protect hospitals.", "", "   ", "x", "a\\rb\\nc", "line\u{2028}separator",
        "next\u{85}line", french, "網絡主權原則。各國應當互相尊重。", "<p>States should talk.</p>",
        String(repeating: "States should protect hospitals. ", count: 5_000), "\\u0000\\u0001",
      ]
      let records = texts.enumerated().map { "{\"doc\":\"d\($0 / 2)\",\"text\":\"\($1)\"}" }
      // LF, CRLF, and none after the last.
      let input = records.joined(separator: "\r\n")
      try input.write(
        to: directory.appendingPathComponent("in.jsonl"), atomically: true, encoding: .utf8)
      let result = try RealBinary.run(
        "LC_ALL= LANG= normtag tag --input jsonl --unit record - < in.jsonl", in: directory)
      #expect(result.status == 0)
      #expect(result.stdout.last == 0x0A)
      let lines = result.stdout.split(separator: 0x0A)
      #expect(lines.count == texts.count)
      #expect(!result.stdout.contains { $0 < 0x20 && $0 != 0x0A }, "a raw control character")
      for (line, text) in zip(lines, records) {
        let record = try JSONSerialization.jsonObject(with: line) as? [String: Any]
        let given = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(record?["doc"] as? String == given?["doc"] as? String)
      }
    }
  }

  @Test func theSameBytesEachTimeAndInAnyLocaleAndZone() throws {
    try RealBinary.inTemporaryDirectory { directory in
      let script = """
        for i in 1 2 3 4 5 6 7 8 9; do
          echo '{"doc":"d'$i'","text":"China and Türkiye reject a new treaty; İstanbul agreed."}'
        done > in.jsonl
        normtag tag --input jsonl - < in.jsonl | sha256sum
        LC_ALL=tr_TR.UTF-8 TZ=Pacific/Kiritimati normtag tag --input jsonl - < in.jsonl | sha256sum
        env -i "$(command -v normtag)" tag --input jsonl in.jsonl | sha256sum
        """
      let sums = Set(try RealBinary.run(script, in: directory).text.split(separator: "\n"))
      #expect(sums.count == 1)
    }
  }

  @Test func failureIsNeverSuccess() throws {
    try RealBinary.inTemporaryDirectory { directory in
      let good = "{\"doc\":\"a\",\"text\":\"States should protect hospitals.\"}"
      let bad = [
        "{\"doc\":\"a\",\"text\":\"States should", "{\"doc\":\"a\"", "[1]", "nonsense",
        "{\"doc\":\"a\",\"text\":1}", "{\"doc\":\"a\"}",
      ]
      for line in bad {
        for input in ["\(good)\n\(line)\n\(good)\n", "\(good)\n\(line)", "\(line)\n"] {
          let file = directory.appendingPathComponent("in.jsonl")
          try input.write(to: file, atomically: true, encoding: .utf8)
          for unit in ["record", "sentence"] {
            let result = try RealBinary.run(
              "normtag tag --input jsonl --unit \(unit) - < in.jsonl", in: directory)
            #expect(result.status != 0, "\(line) with \(unit)")
            #expect(result.stderr.contains("stdin:"), "\(result.stderr)")
          }
        }
      }
      let full = try RealBinary.run(
        "printf '\(good)\\n' | normtag tag --input jsonl - > /dev/full", in: directory)
      #expect(full.status == 4)
    }
  }
}
