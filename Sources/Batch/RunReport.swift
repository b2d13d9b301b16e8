// The report of a run or a merge, from its tallies and coded passages: the same writer as that of
// `report`, so that both give the same tables.

internal import Positions
package import Reporting
internal import Tagging
internal import Text

/// Makes the tables of a finished output directory.
package struct RunReport: Sendable {
  package var codebook: ReportCodebook
  package var options: ReportOptions
  /// Threads that write tables.
  package var jobs = 1

  package init(codebook: ReportCodebook, options: ReportOptions) {
    self.codebook = codebook
    self.options = options
  }

  /// - Parameters:
  ///   - tallies: path of tallies.jsonl.
  ///   - coded: path of coded.jsonl, or nil if no passages were kept; then passages.csv is left
  ///     out, and cells.csv comes from the places in the tallies.
  /// - Returns: the files written, and the summary for the terminal.
  package func write(
    to directory: String, tallies: String, coded: String?
  ) throws(BatchError) -> (outputs: [Manifest.Output], summary: CSVTable) {
    var segment = try Segment(tallies: tallies, coded: nil)
    let recounts = options.reuse == .once || segment.header.counted != options.counted
    guard coded != nil || !recounts else {
      throw .usage(
        options.reuse == .once
          ? "--reuse once compares sentences: it does not go with --no-passages"
          : "\(tallies) was not counted with \(options.counted), and there are no passages")
    }
    let writer = try ReportWriter(
      directory, codebook: codebook, options: options, writesPassages: coded != nil,
      writesCells: true, recounts: recounts, jobs: jobs)
    while let (record, _) = try segment.next() { try writer.add(record, from: tallies) }
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
  /// Takes the counts of a document, what became of it, and the places of its statements if the
  /// tallies hold them.
  ///
  /// - Parameter path: of the tallies, for messages.
  func add(_ record: TallyRecord, from path: String) throws(BatchError) {
    var outcome = DocumentOutcome(doc: record.doc, status: record.status.rawValue)
    let notes = (record.reason.map { [$0] } ?? []) + record.warnings
    outcome.note = notes.isEmpty ? nil : notes.joined(separator: "; ")
    if record.status == .coded {
      do throws(JSONError) {
        let tally = try record.part.withUnsafeBufferPointer { part throws(JSONError) in
          try DocumentTally(json: part, names: &names)
        }
        outcome.issuerSource = tally.issuerSource
        add(tally)
        if writesCells {
          try StatementPlace.forEach(in: record.places, &names) { add($0, of: record.doc) }
        }
      } catch {
        throw .unreadable(path: path, reason: "\(record.doc): \(error.reason)")
      }
      try flush()
    }
    if record.status != .coded || outcome.note != nil || outcome.issuerSource != nil {
      add(outcome)
    }
  }
}
