// The report of a run or a merge, from its tallies and coded passages: the same writer as that of
// `report`, so that both give the same tables.

internal import Positions
package import Reporting
internal import Tagging
internal import Text

/// Makes the tables of an output directory: rows of passages while it is written, where they can be
/// made then, all else when it is finished.
package struct RunReport: Sendable {
  package var codebook: ReportCodebook
  package var options: ReportOptions
  /// Threads that write tables.
  package var jobs = 1

  package init(codebook: ReportCodebook, options: ReportOptions) {
    self.codebook = codebook
    self.options = options
  }

  /// A writer of passages.csv, cells.csv and the page's sentences, for documents that are added
  /// while they are coded; nil where what counts is known only when all have been seen.
  ///
  /// - Parameter header: of the tallies.
  func follow(_ directory: String, _ header: TallyHeader) throws(BatchError) -> ReportWriter? {
    guard !recounts(header) else { return nil }
    return try ReportWriter(
      directory, codebook: codebook, options: options, writesPassages: header.hasPassages,
      writesCells: true, jobs: jobs)
  }

  /// Whether the counts in tallies are not those of this report.
  private func recounts(_ header: TallyHeader) -> Bool {
    options.reuse == .once || header.counted != options.counted
  }

  /// What a worker makes of each document for the writer that follows; nil if none does.
  func rows(_ header: TallyHeader) -> PassageTables? {
    guard !recounts(header) else { return nil }
    var tables = PassageTables(options)
    _ = tables.take()  // the heads, which the writer has
    return tables
  }

  /// - Parameters:
  ///   - writer: that followed; nil makes one.
  ///   - counted: documents whose counts it has, the first of the tallies.
  ///   - tallies: path of tallies.jsonl.
  ///   - coded: path of coded.jsonl, or nil if no passages were kept; then passages.csv is left
  ///     out, and cells.csv comes from the places in the tallies.
  /// - Returns: the files written, and the summary for the terminal.
  package func write(
    to directory: String, following writer: ReportWriter?, counted: Int = 0, tallies: String,
    coded: String?
  ) throws(BatchError) -> (outputs: [Manifest.Output], summary: CSVTable) {
    var segment = try Segment(tallies: tallies, coded: nil)
    if let writer {
      for _ in 0..<counted { try segment.skip() }
      while let (record, _) = try segment.next(.counts) { try writer.add(record, from: tallies) }
      return (try writer.finish(), writer.tables().summary())
    }
    let recounts = recounts(segment.header)
    guard coded != nil || !recounts else {
      throw .usage(
        options.reuse == .once
          ? "--reuse once compares sentences: it does not go with --no-passages"
          : "\(tallies) was not counted with \(options.counted), and there are no passages")
    }
    let writer = try ReportWriter(
      directory, codebook: codebook, options: options, writesPassages: coded != nil,
      writesCells: true, recounts: recounts, jobs: jobs)
    while let (record, _) = try segment.next() {
      try writer.add(record, from: tallies)
      try writer.add(placesOf: record, from: tallies)
    }
    if let coded {
      do {
        let detail: CodedPassageReader.Detail = writer.showsEvidence ? .withoutScores : .codes
        try CodedStream.read(coded, detail: detail) { document in
          if recounts { writer.add(counting: document) }
          try writer.add(passagesOf: document)
        }
      } catch let error as BatchError {
        throw error
      } catch {
        throw .unreadable(path: coded, reason: "\(error)")
      }
    }
    let outputs = try writer.finish()
    return (outputs, writer.tables().summary())
  }
}

extension ReportWriter {
  /// Takes the counts of a document and what became of it.
  ///
  /// - Parameter path: of the tallies, for messages.
  func add(_ record: TallyRecord, from path: String) throws(BatchError) {
    guard record.status == .coded else { return add(record, nil) }
    do throws(JSONError) {
      let tally = try record.part.withUnsafeBufferPointer { part throws(JSONError) in
        try DocumentTally(json: part, names: &names)
      }
      add(record, tally)
    } catch {
      throw .unreadable(path: path, reason: "\(record.doc): \(error.reason)")
    }
  }

  /// - Parameter tally: the counts of a coded document; those of others do not count.
  func add(_ record: TallyRecord, _ tally: DocumentTally?) {
    var outcome = DocumentOutcome(doc: record.doc, status: record.status.rawValue)
    let notes = (record.reason.map { [$0] } ?? []) + record.warnings
    outcome.note = notes.isEmpty ? nil : notes.joined(separator: "; ")
    if record.status == .coded, let tally {
      outcome.issuerSource = tally.issuerSource
      add(tally)
    }
    if record.status != .coded || outcome.note != nil || outcome.issuerSource != nil {
      add(outcome)
    }
  }

  /// Takes the places of a document's statements, if the tallies hold them.
  func add(placesOf record: TallyRecord, from path: String) throws(BatchError) {
    guard record.status == .coded, writesCells else { return }
    do throws(JSONError) {
      try StatementPlace.forEach(in: record.places, &names) { add($0, of: record.doc) }
    } catch {
      throw .unreadable(path: path, reason: "\(record.doc): \(error.reason)")
    }
    try flush()
  }

  /// Takes what follows from a document that was coded earlier.
  ///
  /// - Parameters:
  ///   - lines: its coded passages.
  ///   - path: what messages call its record.
  func add(
    rowsOf record: TallyRecord, lines: [UInt8], from path: String
  ) throws(BatchError) {
    guard !lines.isEmpty else { return try add(placesOf: record, from: path) }
    let document: CodedDocument?
    do throws(JSONError) {
      document = try CodedStream.document(
        of: lines, detail: showsEvidence ? .withoutScores : .codes)
    } catch {
      throw .unreadable(path: path, reason: "\(record.doc): \(error.reason)")
    }
    if let document { try add(passagesOf: document) }
  }
}
