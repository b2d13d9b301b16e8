// Merging is associative and commutative: whatever the grouping and the order of the shards, the
// bytes are those of one run. Shards are written by the writer itself, without coding anything.

import Foundation
import Testing
import Text

@testable import Batch

struct MergeJobTests {
  /// A generator that gives the same numbers each time.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static func inTemporaryDirectory(_ body: (String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("normtag-merge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url.path)
  }

  /// Documents of several files and members: coded, failed, skipped, nearly the same, with warnings.
  static func documents() -> [(record: TallyRecord, lines: [UInt8])] {
    (0..<90).map { number in
      var record = TallyRecord(
        file: number / 4, member: number % 4, doc: "file-\(number / 4)/märz \"\(number % 4)\"",
        name: "in/\(number)", status: number % 11 == 5 ? .failed : .coded)
      if number % 13 == 7 { record.status = .language }
      if record.status == .failed { record.reason = "no text, \"at all\"" }
      if number % 5 == 0 { record.warnings = ["a warning", "and another, ünïcode"] }
      let lines =
        record.status == .coded ? Array("{\"doc\":\(number),\"text\":\"…\"}\n".utf8) : []
      record.inputDigest = SHA256.hex(Array("\(number)".utf8))
      record.inputBytes = number
      record.codedBytes = lines.count
      record.codedDigest = lines.isEmpty ? "" : SHA256.hex(lines)
      record.sketch = DocumentSketch(hashes: [UInt32(number / 2), .max], population: 2)
      record.part = Array("{\"cells\":[[\"BRA\",\(number)]]}".utf8)
      return (record, lines)
    }
  }

  static func header(_ shards: [Shard] = [], options: String = "o") -> TallyHeader {
    TallyHeader(
      version: "1", lexicon: "l", options: options, hasPassages: true, shards: shards)
  }

  /// Writes the documents of one shard, or all of them.
  static func write(
    _ path: String, shard: Shard? = nil, dedupes: Bool = false, options: String = "o"
  ) throws {
    let directory = RunDirectory(path, shard: shard)
    try OutputFile.makeDirectory(path)
    let writer = try RunWriter(
      directory, header: header(shard.map { [$0] } ?? [], options: options), dedupes: dedupes
    ) { _ in }
    for (record, lines) in documents() where shard?.contains(record.doc) ?? true {
      try writer.add(record, lines: lines, isReused: false)
    }
    try writer.finish()
  }

  static func merge(_ parts: [String], into output: String, dedupes: Bool = false) throws {
    try OutputFile.makeDirectory(output)
    _ = try MergeJob(parts: parts, output: output, dedupes: dedupes).run { _ in }
  }

  static func content(_ path: String) throws -> [String: Data] {
    var content: [String: Data] = [:]
    for name in RunDirectory.entries(of: path) {
      content[name] = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
    }
    return content
  }

  static func shards(of count: Int, in directory: String) throws -> [String] {
    try (0..<count).map { index in
      let path = "\(directory)/part-\(index)-\(count)"
      try write(path, shard: #require(Shard(index: index, count: count)))
      return path
    }
  }

  @Test func everyOrderGivesTheSameBytes() throws {
    try Self.inTemporaryDirectory { directory in
      try Self.write("\(directory)/whole")
      let whole = try Self.content("\(directory)/whole")
      #expect(whole.count == 4 && whole["coded.jsonl"]?.isEmpty == false)
      var parts = try Self.shards(of: 4, in: directory)
      var orders = 0
      func permute(_ count: Int) throws {
        guard count > 1 else {
          orders += 1
          try Self.merge(parts, into: "\(directory)/merged")
          #expect(try Self.content("\(directory)/merged") == whole, "\(parts)")
          return
        }
        for index in 0..<count {
          try permute(count - 1)
          parts.swapAt(count % 2 == 0 ? index : 0, count - 1)
        }
      }
      try permute(4)
      #expect(orders == 24)
    }
  }

  @Test(arguments: [false, true])
  func everyGroupingGivesTheSameBytes(dedupes: Bool) throws {
    try Self.inTemporaryDirectory { directory in
      try Self.write("\(directory)/whole", dedupes: dedupes)
      let whole = try Self.content("\(directory)/whole")
      let shards = try Self.shards(of: 8, in: directory)
      var random = Seeded(state: 42)
      for round in 0..<60 {
        // Two or three parts at random become one, until one is left.
        var parts = shards.shuffled(using: &random)
        var step = 0
        while parts.count > 1 {
          let taken = min(parts.count, Int.random(in: 2...3, using: &random))
          let output = "\(directory)/merge-\(step)"
          try? FileManager.default.removeItem(atPath: output)
          // Only the last step may leave documents out: before it a copy may lack its original.
          try Self.merge(
            Array(parts[..<taken]), into: output, dedupes: dedupes && taken == parts.count)
          parts.removeFirst(taken)
          parts.insert(output, at: Int.random(in: 0...parts.count, using: &random))
          step += 1
        }
        #expect(try Self.content(parts[0]) == whole, "round \(round)")
      }
    }
  }

  @Test func anEmptyShardChangesNothing() throws {
    try Self.inTemporaryDirectory { directory in
      try Self.write("\(directory)/whole")
      // More shards than documents: many are empty.
      let parts = try Self.shards(of: 200, in: directory)
      try Self.merge(parts.reversed(), into: "\(directory)/merged")
      #expect(try Self.content("\(directory)/merged") == Self.content("\(directory)/whole"))
    }
  }

  @Test func whatOverlapsIsRefused() throws {
    try Self.inTemporaryDirectory { directory in
      let eight = try Self.shards(of: 8, in: directory)
      let four = try Self.shards(of: 4, in: directory)
      try Self.merge([eight[1], eight[2]], into: "\(directory)/both")
      try Self.write("\(directory)/whole")
      for parts in [
        [eight[1], eight[1]], [eight[1], "\(directory)/both"], [eight[5], four[1]],
        ["\(directory)/whole", eight[0]], ["\(directory)/whole", "\(directory)/whole"],
      ] {
        #expect(throws: BatchError.self, "\(parts)") {
          try Self.merge(parts, into: "\(directory)/bad")
        }
      }
      // Shards of different counts that share nothing are welcome.
      try Self.merge([eight[1], eight[5], four[0], four[2], four[3]], into: "\(directory)/mixed")
      #expect(try Self.content("\(directory)/mixed") == Self.content("\(directory)/whole"))
    }
  }

  @Test func partsMadeOtherwiseOrDamagedAreRefused() throws {
    try Self.inTemporaryDirectory { directory in
      let parts = try Self.shards(of: 2, in: directory)
      let other = "\(directory)/other"
      try Self.write(other, shard: #require(Shard("1/2")), options: "p")
      #expect(throws: BatchError.self) {
        try Self.merge([parts[0], other], into: "\(directory)/bad")
      }
      let coded = "\(parts[1])/coded-00001-of-00002.jsonl"
      var bytes = try Data(contentsOf: URL(fileURLWithPath: coded))
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: URL(fileURLWithPath: coded))
      #expect(throws: BatchError.self) { try Self.merge(parts, into: "\(directory)/bad") }
      #expect(throws: BatchError.self) {
        try Self.merge([parts[0], directory], into: "\(directory)/bad")
      }
    }
  }
}
