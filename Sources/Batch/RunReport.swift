// The report of a run or a merge, from its tallies and coded passages: the same writer as that of
// `report`, so that both give the same tables.

internal import Positions
package import Reporting
internal import Text

/// Makes the tables of a finished output directory.
package struct RunReport: Sendable {
  package var codebook: ReportCodebook
  package var options: ReportOptions

  package init(codebook: ReportCodebook, options: ReportOptions) {
    self.codebook = codebook
    self.options = options
  }

  /// - Parameters:
  ///   - tallies: path of tallies.jsonl.
  ///   - coded: path of coded.jsonl, or nil if no passages were kept; then passages.csv and
  ///     cells.csv are left out.
  /// - Returns: the files written.
  package func write(
    to directory: String, tallies: String, coded: String?
  ) throws(BatchError) -> [Manifest.Output] {
    let writer = try ReportWriter(
      directory, codebook: codebook, options: options, writesPassages: coded != nil)
    var outcomes: [DocumentOutcome] = []
    var segment = try Segment(tallies: tallies, coded: nil)
    while let (record, _) = try segment.next() {
      var outcome = DocumentOutcome(doc: record.doc, status: record.status.rawValue)
      outcome.note = (record.reason.map { [$0] } ?? []).appending(record.warnings)
      if record.status == .coded {
        do throws(JSONError) {
          let tally = try record.part.withUnsafeBufferPointer { part throws(JSONError) in
            try DocumentTally(json: part)
          }
          outcome.issuerSource = tally.issuerSource
          writer.add(tally)
        } catch {
          throw .unreadable(path: tallies, reason: "\(record.doc): \(error.reason)")
        }
      }
      if record.status != .coded || outcome.note != nil || outcome.issuerSource != nil {
        outcomes.append(outcome)
      }
    }
    if let coded {
      do {
        try CodedStream.read(coded) { try writer.add(passagesOf: $0) }
      } catch let error as BatchError {
        throw error
      } catch {
        throw .unreadable(path: coded, reason: "\(error)")
      }
    }
    return try writer.finish(outcomes: outcomes)
  }
}

extension [String] {
  fileprivate func appending(_ other: [String]) -> String? {
    let all = self + other
    return all.isEmpty ? nil : all.joined(separator: "; ")
  }
}
