// SIGTERM and SIGINT: the record is finished, the state written and the exit code tells the signal,
// even while the program waits for input that does not come.

import Foundation
import Testing

@Suite(.serialized)
struct StopTests {
  /// Starts a run in the background, signals it once it has got as far as `moment` (a shell
  /// condition), and tells how it ended.
  static func stop(
    _ command: String, with signal: String = "TERM", prepared preparation: String = "",
    at moment: String, in directory: URL
  ) throws -> RealBinary.Result {
    let script = """
      mkfifo pipe
      \(preparation)
      \(command) 2>messages 3>&- & pid=$!
      for i in $(seq 200); do \(moment) && break; sleep 0.1; done
      kill -\(signal) $pid
      for i in $(seq 100); do
        case $(cut -d ' ' -f 3 /proc/$pid/stat) in Z) break; esac
        sleep 0.1
      done
      kill -9 $pid 2>/dev/null
      wait $pid; echo "status $?"
      cat messages out/manifest.json
      """
    return try RealBinary.run(script, in: directory)
  }

  @Test(arguments: [1, 2])
  func aSignalEndsTheWaitForStandardInput(jobs: Int) throws {
    try RealBinary.inTemporaryDirectory { directory in
      let record = "{\"doc\":\"a\",\"text\":\"States should protect hospitals.\"}"
      let half = "{\"doc\":\"b\",\"text\":\"States sho"
      let result = try Self.stop(
        "normtag run --input jsonl - -o out -j \(jobs) --progress < pipe",
        prepared: "exec 3<>pipe; printf '\(record)\\n\(half)' >&3",
        at: "grep -q '1 documents' messages", in: directory)
      #expect(result.text.contains("status 143"), "\(result.text)")
      #expect(result.text.contains("\"complete\": false") && result.text.contains("--resume"))
      // The whole record is done, the half one is neither done nor failed.
      #expect(result.text.contains("{\"doc\": \"a\", \"status\": \"coded\""))
      #expect(!result.text.contains("\"b\"") && !result.text.contains("not a record"))
    }
  }

  @Test func aSignalEndsTheWaitForTheWriterOfAPipe() throws {
    try RealBinary.inTemporaryDirectory { directory in
      let result = try Self.stop(
        "normtag run --input jsonl pipe -o out", at: "[ -d out/.unfinished ]", in: directory)
      #expect(result.text.contains("status 143"), "\(result.text)")
      #expect(result.text.contains("\"complete\": false"))
    }
  }

  @Test func anInterruptIsToldFromATermination() throws {
    try RealBinary.inTemporaryDirectory { directory in
      // A shell without job control starts background commands with SIGINT ignored; env undoes that.
      let result = try Self.stop(
        "env --default-signal=INT normtag run --input jsonl pipe -o out", with: "INT",
        at: "[ -d out/.unfinished ]", in: directory)
      #expect(result.text.contains("status 130"), "\(result.text)")
    }
  }

  @Test func whatASignalLeftIsResumedToTheSameBytes() throws {
    try RealBinary.inTemporaryDirectory { directory in
      try RunTests.makeDocuments(in: directory, count: 300)
      _ = try RealBinary.run("normtag run docs -o whole -j 2", in: directory)
      let expected = try RunTests.digest("whole", in: directory)
      var stopped = 0
      for round in 0..<10 {
        let script = """
          rm -rf out
          normtag run docs -o out -j 2 2>/dev/null & pid=$!
          sleep \(0.05 + Double(round) * 0.03); kill -TERM $pid 2>/dev/null; wait $pid; echo "$?"
          normtag run docs -o out -j 1 --resume 2>/dev/null
          """
        let result = try RealBinary.run(script, in: directory)
        #expect(result.status == 0)
        if result.text.hasPrefix("143") { stopped += 1 }
        #expect(try RunTests.digest("out", in: directory) == expected)
      }
      #expect(stopped >= 1, "no run was hit before its end")
    }
  }
}
