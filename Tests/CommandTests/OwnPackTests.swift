// An issue that a pack of one's own adds is found by its phrases, whatever the weights of others say.

import Foundation
import Testing

@Suite struct OwnPackTests {
  @Test func anIssueOfOnesOwnIsFoundByItsPhrases() throws {
    try RealBinary.inTemporaryDirectory { directory in
      let pack = directory.appendingPathComponent("pack")
      try FileManager.default.createDirectory(at: pack, withIntermediateDirectories: true)
      let issues =
        "code\tdirectional\tproposition\nseabed-cables\tyes\tcables are to be protected\n"
      try issues.write(
        to: pack.appendingPathComponent("issues.tsv"), atomically: true, encoding: .utf8)
      try "issue\tphrase\tweight\nseabed-cables\tseabed cable~\t1\n".write(
        to: pack.appendingPathComponent("phrases-cables.tsv"), atomically: true, encoding: .utf8)
      try "States should keep their hands off seabed cables.\n".write(
        to: directory.appendingPathComponent("a.txt"), atomically: true, encoding: .utf8)
      let result = try RealBinary.run(
        "normtag tag --lexicons pack --issuer PRT --genre statement --format csv a.txt",
        in: directory)
      #expect(result.status == 0, "\(result.stderr)")
      #expect(result.text.contains("PRT:seabed-cables:support"), "\(result.text)")
    }
  }
}
