// The progress line: on a terminal or when asked for, and nowhere else.

import Foundation
import Testing

struct ProgressTests {
  @Test func quietUnlessOnATerminalOrAsked() throws {
    try RealBinary.inTemporaryDirectory { directory in
      try RunTests.makeDocuments(in: directory, count: 20)
      let quiet = try RealBinary.run("normtag run docs -o a", in: directory)
      #expect(quiet.status == 0 && !quiet.stderr.contains("\r"))
      let asked = try RealBinary.run("normtag run docs -o b --progress", in: directory)
      #expect(asked.stderr.contains("20/20 files, 20 documents, "), "\(asked.stderr)")
      #expect(asked.stderr.contains(" a second, 100 %, 0 s left"))
      // script(1) gives it a terminal.
      let terminal = try RealBinary.run(
        "script -qec 'normtag run docs -o c' /dev/null < /dev/null", in: directory)
      #expect(terminal.text.contains("20/20 files, 20 documents, "))
      // The line is wiped before it ends: nothing is left before the shell's prompt.
      #expect(asked.stderr.hasSuffix("\r\u{1B}[K"))
    }
  }

  @Test func oneFileOfManyRecordsHasAShareAndAPipeHasNone() throws {
    try RealBinary.inTemporaryDirectory { directory in
      let script = """
        i=0
        while [ $i -lt 2000 ]; do
          echo '{"doc":"d'$i'","issuer":"CHN","text":"States should protect hospital '$i'."}'
          i=$((i + 1))
        done > in.jsonl
        normtag run in.jsonl -o a --progress 2>file.log
        cat in.jsonl | normtag run --input jsonl - -o b --progress 2>pipe.log
        tr '\\r' '\\n' < file.log | grep -c '^.*documents, [0-9]* a second, [0-9]* %, [0-9]* s left'
        tr '\\r' '\\n' < pipe.log | grep -c '^.*documents, [0-9]* a second$'
        """
      let counts = try RealBinary.run(script, in: directory).text.split(separator: "\n")
      #expect(counts.count == 2 && counts.allSatisfy { (Int($0) ?? 0) >= 1 }, "\(counts)")
    }
  }
}
