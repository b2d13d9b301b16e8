// Shards or partial results into one: tallies are sorted back into the order of the input and
// written like the documents of one run, so any grouping and order of parts gives the same bytes.

internal import Text

/// Merges output directories.
package struct MergeJob {
  private let parts: [String]
  private let output: String
  private let dedupes: Bool
  private let report: RunReport?

  /// - Parameters:
  ///   - parts: output directories of runs, shards or merges.
  ///   - report: makes the tables of the whole; nil leaves passages and tallies only.
  package init(parts: [String], output: String, dedupes: Bool, report: RunReport? = nil) {
    self.parts = parts
    self.output = output
    self.dedupes = dedupes
    self.report = report
  }

  private struct Place {
    var record: TallyRecord
    var segment: Int
    var coded: Int
  }

  /// - Throws: `unreadable` for a part that is not whole or was made under other conditions, `usage`
  ///   where parts overlap.
  package func run(say: @escaping (RunMessage) -> Void) throws(BatchError) -> RunOutcome {
    let segments = try segments()
    guard var header = segments.first?.header else {
      throw .unreadable(path: parts.first ?? "", reason: "no tallies to merge")
    }
    header.shards = try shards(of: segments, say: say)
    var places: [Place] = []
    var seen: [String: Int] = [:]
    var files: [Descriptor?] = []
    for (index, segment) in segments.enumerated() {
      guard segment.header.agrees(with: header) else {
        throw .unreadable(
          path: segment.tallies,
          reason: "made with other options, lexicons or another version than \(segments[0].tallies)"
        )
      }
      files.append(try segment.coded.map { path throws(BatchError) in try Descriptor(path) })
      var reader = segment
      while let (record, coded) = try reader.next() {
        if let other = seen.updateValue(index, forKey: record.doc) {
          throw .usage(
            "document '\(record.doc)' is in \(segments[other].tallies) and \(segment.tallies): "
              + "parts must not overlap")
        }
        places.append(Place(record: record, segment: index, coded: coded))
      }
    }
    places.sort { TallyRecord.precedes($0.record, $1.record) }
    let directory = RunDirectory(output)
    directory.clear()
    let writer = try RunWriter(
      directory, header: header, dedupes: dedupes, report: report, say: say)
    for place in places {
      let lines =
        files[place.segment]?.read(at: place.coded, count: place.record.codedBytes) ?? []
      guard
        !header.hasPassages || SHA256.hex(lines) == place.record.codedDigest
          || place.record.codedBytes == 0 && lines.isEmpty
      else {
        throw .unreadable(
          path: segments[place.segment].coded ?? "",
          reason: "the lines of '\(place.record.doc)' are not those that the tallies vouch for")
      }
      try writer.add(place.record, lines: lines, isReused: false)
    }
    try writer.finish()
    return writer.outcome
  }

  /// Every finished tallies file in the parts, with its coded file.
  private func segments() throws(BatchError) -> [Segment] {
    var segments: [Segment] = []
    for part in parts {
      let names = RunDirectory.entries(of: part)
      let tallies = names.filter { $0.hasPrefix("tallies") && $0.hasSuffix(".jsonl") }
      guard !tallies.isEmpty else {
        throw .unreadable(path: part, reason: "no tallies in it: not the output of a finished run")
      }
      for name in tallies {
        let coded = "coded" + name.dropFirst("tallies".count)
        segments.append(
          try Segment(
            tallies: "\(part)/\(name)", coded: names.contains(coded) ? "\(part)/\(coded)" : nil))
      }
    }
    return segments
  }

  /// The shards of all parts; empty if they are all there are.
  private func shards(
    of segments: [Segment], say: (RunMessage) -> Void
  ) throws(BatchError) -> [Shard] {
    var all: [(shard: Shard, path: String)] = []
    for segment in segments {
      for shard in segment.header.shards {
        if let other = all.first(where: { $0.shard.overlaps(shard) }) {
          throw .usage(
            "\(other.path) (shard \(other.shard.description)) and \(segment.tallies) (shard "
              + "\(shard.description)) overlap")
        }
        all.append((shard, segment.tallies))
      }
    }
    // Shards that do not overlap cover everything when their shares add up to 1.
    let product = all.reduce(1) { $0.multipliedReportingOverflow(by: $1.shard.count).partialValue }
    let isUniform = Set(all.map(\.shard.count)).count <= 1
    let covered =
      isUniform
      ? all.count == all.first?.shard.count
      : product > 0 && all.reduce(0) { $0 + product / $1.shard.count } == product
    if all.isEmpty || covered { return [] }
    say(
      .warning(
        name: output, text: "\(all.count) shards are here, not all; merge the others in later"))
    return all.map(\.shard).sorted()
  }
}
