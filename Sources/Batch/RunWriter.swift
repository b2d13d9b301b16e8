// The serial end of a run and of a merge: documents come in the order of the input, are checked
// against each other, written and counted; at the end everything gets its final name.

internal import Glibc
package import Positions
package import Reporting
internal import Text

/// What a run has to say while it goes on.
package enum RunMessage: Sendable {
  case failure(InputFailure)
  case warning(name: String, text: String)
}

/// How a run ended.
package struct RunOutcome: Sendable {
  package var coded = 0
  package var failed = 0
  package var foreign = 0
  package var duplicates = 0
  /// Taken over from an earlier run.
  package var reused = 0
  /// The signal that stopped it.
  package var signal: Int32?
  /// Who speaks on what, if there is a report.
  package var summary: CSVTable?

  package init() {}
}

/// Writes an output directory.
package final class RunWriter {
  private let directory: RunDirectory
  private let header: TallyHeader
  private let dedupes: Bool
  private let report: RunReport?
  private let rows: ReportWriter?
  /// Documents whose counts the report has taken already. The counts of later ones come from the
  /// tallies in the end: then nothing that finds duplicates is in memory any more.
  private var counted = 0
  private static let mostCounted = 10_000
  private let say: (RunMessage) -> Void
  private let segment: SegmentWriter
  private var duplicates = DuplicateFinder()
  private var ids: Set<UInt64> = []
  private var failures = ByteWriter()
  package private(set) var outcome = RunOutcome()

  package init(
    _ directory: RunDirectory, header: TallyHeader, dedupes: Bool, report: RunReport? = nil,
    say: @escaping (RunMessage) -> Void
  ) throws(BatchError) {
    self.directory = directory
    self.header = header
    self.dedupes = dedupes
    self.report = report
    self.say = say
    segment = try SegmentWriter(directory, header: header)
    rows = directory.shard == nil ? try report?.follow(directory.path, header) : nil
    failures.append("doc,reason\n")
  }

  /// Takes the next document.
  ///
  /// - Parameters:
  ///   - made: its rows of the report, where a worker made them.
  ///   - tally: its counts, likewise.
  package func add(
    _ record: TallyRecord, lines: [UInt8], isReused: Bool, rows made: PassageRows? = nil,
    tally: DocumentTally? = nil
  ) throws(BatchError) {
    var record = record
    var lines = lines
    if !ids.insert(StableHash.mixed(of: record.doc.utf8)).inserted {
      record.status = .failed
      record.reason = "another document has the id '\(record.doc)' already"
    }
    for warning in record.warnings { say(.warning(name: record.name, text: warning)) }
    if record.status == .coded, directory.shard == nil,
      let finding = duplicates.insert(record.doc, record.sketch)
    {
      outcome.duplicates += 1
      let isLeftOut = dedupes && finding.repeatsEarlier
      if isLeftOut { record.status = .duplicate }
      let advice =
        isLeftOut ? "; left out" : finding.repeatsEarlier ? " (--dedupe leaves it out)" : ""
      say(.warning(name: record.name, text: finding.description + advice))
    }
    switch record.status {
    case .coded: outcome.coded += 1
    case .language: outcome.foreign += 1
    case .duplicate: break
    case .failed:
      outcome.failed += 1
      let reason = record.reason ?? "failed"
      say(.failure(InputFailure(name: record.name, reason: reason)))
      failures.appendCSV(record.doc.utf8)
      failures.append(0x2C)
      failures.appendCSV(reason.utf8)
      failures.append(0x0A)
    }
    if record.status != .coded {
      record.codedBytes = 0
      record.codedDigest = ""
      lines = []
    }
    if isReused { outcome.reused += 1 }
    if let rows, record.status == .coded {
      if let made {
        try rows.add(made)
      } else {
        try rows.add(rowsOf: record, lines: lines, from: segment.talliesPath)
      }
    }
    if let rows, counted < Self.mostCounted {
      counted += 1
      if let tally {
        rows.add(record, tally)
      } else {
        try rows.add(record, from: segment.talliesPath)
      }
    }
    try segment.append(record, lines: lines)
  }

  /// Leaves what is done for `--resume` and says so in the manifest.
  package func stop(signal: Int32) throws(BatchError) {
    outcome.signal = signal
    _ = try segment.finish()
    let manifest = Manifest(
      header: header, isComplete: false, tallies: segment.talliesPath, outputs: [])
    try manifest.write(to: directory.file(directory.manifestName))
  }

  /// Gives everything its final name, the manifest last.
  package func finish() throws(BatchError) {
    // The report may need what they take.
    duplicates = DuplicateFinder()
    ids = []
    let digests = try segment.finish()
    unlink(directory.file(directory.manifestName))
    var outputs: [Manifest.Output] = []
    if let coded = segment.codedPath {
      try rename(coded, directory.codedName)
      outputs.append(
        .init(name: directory.codedName, bytes: segment.codedCount, digest: digests.coded))
    } else {
      unlink(directory.file(directory.codedName))  // of an earlier run with passages
    }
    try rename(segment.talliesPath, directory.talliesName)
    outputs.append(
      .init(name: directory.talliesName, bytes: segment.talliesCount, digest: digests.tallies))
    let failed = try OutputFile.write(failures.bytes, to: directory.file(directory.failuresName))
    outputs.append(.init(name: directory.failuresName, bytes: failures.count, digest: failed))
    if let report, directory.shard == nil {
      let made = try report.write(
        to: directory.path, following: rows, counted: counted,
        tallies: directory.file(directory.talliesName),
        coded: segment.codedPath == nil ? nil : directory.file(directory.codedName))
      outputs += made.outputs
      outcome.summary = made.summary
    }
    let manifest = Manifest(
      header: header, isComplete: true, tallies: directory.file(directory.talliesName),
      options: report?.options,
      outputs: outputs.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    try manifest.write(to: directory.file(directory.manifestName))
    directory.clear()
  }

  private func rename(_ path: String, _ name: String) throws(BatchError) {
    guard Glibc.rename(path, directory.file(name)) == 0 else {
      throw .unwritable(path: directory.file(name), reason: PosixFile.reason())
    }
  }
}

extension DuplicateFinder.Finding {
  /// True if nothing is lost when the later document is left out.
  var repeatsEarlier: Bool {
    if case .whole = self { return false }
    return true
  }

  var description: String {
    switch self {
    case .same(let other): "nearly the same as '\(other)'"
    case .part(let other): "most of it stands in '\(other)' too"
    case .whole(let other): "most of '\(other)' stands in it too"
    }
  }
}
