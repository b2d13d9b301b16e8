import Foundation
import Testing
import Text

@testable import Batch

@Suite struct SegmentWriterTests {
  /// Small documents, large ones and one without a passage: each has the digest of its own lines, and
  /// the file that of all.
  @Test func linesAreDigestedAloneAndTogether() throws {
    try MergeJobTests.inTemporaryDirectory { path in
      let writer = try SegmentWriter(
        RunDirectory(path, shard: nil), header: MergeJobTests.header())
      let documents = [7, 0, 200_000, 63, 100_000].map { [UInt8](repeating: 0x61, count: $0) }
      for (number, lines) in documents.enumerated() {
        var record = TallyRecord(
          file: number, member: 0, doc: "d\(number)", name: "d\(number)", status: .coded)
        record.codedBytes = lines.count
        try writer.append(record, lines: lines)
      }
      try writer.append(
        TallyRecord(file: 9, member: 0, doc: "e", name: "e", status: .failed), lines: [])
      #expect(try writer.finish().coded == SHA256.hex(Array(documents.joined())))
      let tallies = try String(contentsOfFile: writer.talliesPath, encoding: .utf8)
      for lines in documents {
        #expect(
          tallies.contains(
            "\"coded_bytes\":\(lines.count),\"coded_sha256\":\"\(SHA256.hex(lines))\""))
      }
      #expect(tallies.contains("\"coded_sha256\":\"\""))
      let written = try #require(FileManager.default.contents(atPath: writer.codedPath ?? ""))
      #expect(written == Data(documents.joined()))
    }
  }
}
