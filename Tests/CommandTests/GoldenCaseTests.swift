// Runs the golden cases of Corpus/cases; its README says what a case is.

import Foundation
import Testing

struct GoldenCaseTests {
  static let folder = RealBinary.root.appendingPathComponent("Corpus/cases")

  static let names: [String] = {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return entries.filter {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent("\($0)/cmd").path)
    }.sorted()
  }()

  @Test func thereAreCases() { #expect(Self.names.count >= 20) }

  @Test(arguments: names)
  func goldenCase(_ name: String) throws {
    let source = Self.folder.appendingPathComponent(name)
    func expected(_ file: String) -> String? {
      try? String(contentsOf: source.appendingPathComponent(file), encoding: .utf8)
    }
    func lines(_ file: String) -> [String]? {
      expected(file)?.split(separator: "\n").map(String.init)
    }
    let command = try #require(expected("cmd"))
    try RealBinary.inTemporaryDirectory { directory in
      let work = directory.appendingPathComponent("case")
      try FileManager.default.copyItem(at: source, to: work)
      let result = try RealBinary.run(command, in: work)
      let status = expected("exit").flatMap {
        Int32($0.trimmingCharacters(in: .whitespacesAndNewlines))
      }
      #expect(result.status == status ?? 0, "stderr: \(result.stderr)")
      if let stdout = expected("stdout") { #expect(result.text == stdout) }
      for line in lines("stdout-has") ?? [] { #expect(result.text.contains(line)) }
      for line in lines("stdout-lacks") ?? [] { #expect(!result.text.contains(line)) }
      if let wanted = lines("stderr-has") {
        if wanted.isEmpty { #expect(result.stderr.isEmpty) }
        for line in wanted { #expect(result.stderr.contains(line)) }
      }
    }
  }
}
