// The batch job through the real binary: the same bytes whatever the workers, the shards, or the
// moment at which it was killed.

import Foundation
import Testing

@Suite(.serialized)
struct RunTests {
  /// Sample documents, enough of them that a run can be hit in the middle.
  static func makeDocuments(in directory: URL, count: Int = 60) throws {
    let folder = directory.appendingPathComponent("docs")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for number in 0..<count {
      var text = "Statement of delegation number \(number)\n\n"
      for line in 0..<40 {
        text += "States should protect hospital number \(number * 40 + line) from attacks.\n\n"
      }
      try text.write(
        to: folder.appendingPathComponent("speech-\(number).txt"), atomically: true,
        encoding: .utf8)
    }
  }

  /// A fingerprint of a directory: names and checksums.
  static func digest(_ name: String, in directory: URL) throws -> String {
    let result = try RealBinary.run(
      "cd \(name) && find . -type f | LC_ALL=C sort | xargs sha256sum", in: directory)
    #expect(result.status == 0)
    return result.text
  }

  @Test func anyNumberOfJobsGivesTheSameBytes() throws {
    try RealBinary.inTemporaryDirectory { directory in
      try Self.makeDocuments(in: directory)
      for jobs in [1, 2, 5] {
        let result = try RealBinary.run("normtag run docs -o out\(jobs) -j \(jobs)", in: directory)
        #expect(result.status == 0, "\(result.stderr)")
      }
      let one = try Self.digest("out1", in: directory)
      #expect(try Self.digest("out2", in: directory) == one)
      #expect(try Self.digest("out5", in: directory) == one)
      #expect(one.contains("coded.jsonl") && one.contains("manifest.json"))
    }
  }

  @Test func killedAtAnyMomentResumesToTheSameBytes() throws {
    try RealBinary.inTemporaryDirectory { directory in
      try Self.makeDocuments(in: directory, count: 300)
      let whole = try RealBinary.run("normtag run docs -o whole -j 2", in: directory)
      #expect(whole.status == 0)
      let expected = try Self.digest("whole", in: directory)
      var interrupted = 0
      for round in 0..<50 {
        let wait = Double((round * 7919) % 997) / 997 * 0.3
        let script = """
          rm -rf out
          normtag run docs -o out -j 2 2>/dev/null & pid=$!
          sleep \(wait); kill -9 $pid 2>/dev/null; wait $pid
          test -e out/manifest.json || echo interrupted
          normtag run docs -o out -j 2 --resume 2>/dev/null
          """
        let result = try RealBinary.run(script, in: directory)
        #expect(result.status == 0)
        if result.text.contains("interrupted") { interrupted += 1 }
        #expect(try Self.digest("out", in: directory) == expected, "killed after \(wait) s")
      }
      #expect(interrupted >= 5, "hardly any run was hit before its end")
    }
  }

  @Test func terminationLeavesAStateThatIsResumed() throws {
    try RealBinary.inTemporaryDirectory { directory in
      try Self.makeDocuments(in: directory, count: 20)
      _ = try RealBinary.run("normtag run docs -o whole", in: directory)
      // Records come through a pipe that stays open, so that the signal arrives in the middle.
      let script = """
        mkfifo pipe
        normtag run --input jsonl - -o out < pipe 2>messages & pid=$!
        exec 3>pipe
        echo '{"doc":"a","text":"States should protect hospitals."}' >&3
        sleep 0.5; kill -TERM $pid; sleep 0.1
        (echo '{"doc":"b","text":"States should protect hospitals."}' >&3) 2>/dev/null || true
        exec 3>&-
        wait $pid; echo "status $?"; cat messages; cat out/manifest.json
        """
      let result = try RealBinary.run(script, in: directory)
      #expect(result.text.contains("status 143"))
      #expect(result.text.contains("\"complete\": false"))
      #expect(result.text.contains("--resume"))
    }
  }

  @Test func shardsMergeToTheSameBytesInAnyOrderAndGrouping() throws {
    try RealBinary.inTemporaryDirectory { directory in
      try Self.makeDocuments(in: directory)
      let script = """
        set -e
        normtag run docs -o whole
        for i in 0 1 2 3; do normtag run docs -o part$i --shard $i/4; done
        normtag merge -o all part0 part1 part2 part3
        normtag merge -o turned part3 part1 part0 part2
        normtag merge -o left part2 part0
        normtag merge -o right part1 part3
        normtag merge -o grouped right left
        """
      let result = try RealBinary.run(script, in: directory)
      #expect(result.status == 0, "\(result.stderr)")
      let expected = try Self.digest("whole", in: directory)
      for name in ["all", "turned", "grouped"] {
        #expect(try Self.digest(name, in: directory) == expected, "\(name)")
      }
      let twice = try RealBinary.run("normtag merge -o bad part1 part1", in: directory)
      #expect(twice.status == 2 && twice.stderr.contains("overlap"))
      let overlapping = try RealBinary.run(
        "normtag run docs -o half --shard 1/2 && normtag merge -o bad part1 half", in: directory)
      #expect(overlapping.status == 2 && overlapping.stderr.contains("overlap"))
    }
  }

  @Test func failuresAreListedAndTriedAgain() throws {
    try RealBinary.inTemporaryDirectory { directory in
      try Self.makeDocuments(in: directory, count: 3)
      let script = """
        printf '%%PDF-1.7\\n%%\\342\\343\\317\\323\\n' > docs/paper.txt
        normtag run docs -o out; echo "status $?"
        cat out/failures.csv
        echo 'States should protect hospitals from every attack.' > docs/paper.txt
        normtag run docs -o out --retry-failed; echo "status $?"
        cat out/failures.csv
        """
      let lines = try RealBinary.run(script, in: directory).text.split(separator: "\n")
      #expect(lines.first == "status 1")
      #expect(lines.contains { $0.hasPrefix("paper.txt,") && $0.contains("pdftotext") })
      #expect(lines.suffix(2).elementsEqual(["status 0", "doc,reason"]))
    }
  }

  @Test func theCorpusIsCodedWholeAndTwiceTheSame() throws {
    guard let shared = RealBinary.shared else {
      print("skipped: no ../shared beside this checkout")
      return
    }
    try RealBinary.inTemporaryDirectory { directory in
      let corpus = shared.appendingPathComponent("corpus").path
      let script = """
        normtag run '\(corpus)' -o one --jobs 2 && normtag run '\(corpus)' -o two --jobs 1 &&
        diff -r one two &&
        normtag run '\(corpus)' -o three --metadata '\(corpus)/metadata.csv' --no-passages --jobs 2
        """
      let result = try RealBinary.run(script, in: directory)
      #expect(result.status == 0)
      for law in ["pdpa-pdpa.html", "EU_32022R2554.html", "EU_32023R2854.html"] {
        #expect(
          result.stderr.contains { $0 == "\n" } && result.stderr.contains("\(law): warning: "))
      }
      let manifest = try String(
        contentsOf: directory.appendingPathComponent("one/manifest.json"), encoding: .utf8)
      #expect(manifest.components(separatedBy: "{\"doc\"").count - 1 == 462)
    }
  }
}
