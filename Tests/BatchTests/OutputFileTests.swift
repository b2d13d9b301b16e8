// A file gets its name when it is whole; what is no file keeps its nature.

import Foundation
import Testing

@testable import Batch

@Suite struct OutputFileTests {
  private func inTemporaryDirectory(_ body: (String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("output-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url.path)
  }

  @Test func nothingStandsUnderTheNameBeforeCommit() throws {
    try inTemporaryDirectory { folder in
      let path = "\(folder)/a.csv"
      let file = try OutputFile(path)
      try file.write(Array("one".utf8))
      #expect(!FileManager.default.fileExists(atPath: path))
      try file.commit()
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "one")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.csv"])
    }
  }

  @Test func whatAKilledRunLeftIsSwept() throws {
    try inTemporaryDirectory { folder in
      for name in ["a.csv.tmp.1", "b.csv.tmp.1"] {
        try "half".write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
      }
      try OutputFile.write([0x31], to: "\(folder)/a.csv")
      let left = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(left == ["a.csv", "b.csv.tmp.1"])
    }
  }

  @Test func aPipeIsWrittenToAndStaysAPipe() throws {
    try inTemporaryDirectory { folder in
      let path = "\(folder)/pipe"
      try #require(mkfifo(path, 0o600) == 0)
      let reader = open(path, O_RDONLY | O_NONBLOCK)
      try #require(reader >= 0)
      try OutputFile.write(Array("through".utf8), to: path)
      var bytes = [UInt8](repeating: 0, count: 16)
      let count = read(reader, &bytes, bytes.count)
      close(reader)
      #expect(Array(bytes.prefix(max(count, 0))) == Array("through".utf8))
      var status = stat()
      try #require(stat(path, &status) == 0)
      #expect(status.st_mode & S_IFMT == S_IFIFO)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["pipe"])
    }
  }
}
