// The report's files in an output directory: rows of passages as they come, all other tables at
// the end. Every file gets its final name only when all are whole.

internal import Glibc
package import Positions
package import Reporting
package import Tagging
internal import Text

/// Writes the tables of a report; without a directory it only makes them.
package final class ReportWriter {
  package let directory: String?
  private let options: ReportOptions
  private let codebook: ReportCodebook
  private var collector: TallyCollector
  private var rows: PassageTables
  private var sample: PageSample
  private let passages: OutputFile?
  private let cells: OutputFile?
  /// What became of documents, as far as that is known.
  package private(set) var outcomes: [DocumentOutcome] = []
  private var made: ReportTables?
  /// Codes in tallies.
  var names = NameTable()
  /// Notes on documents: the same few again and again.
  private var notes: [String: String] = [:]
  private let jobs: Int

  /// - Parameters:
  ///   - directory: where to; nil for tables that are only asked for.
  ///   - writesPassages: whether passages.csv is wanted.
  ///   - writesCells: whether cells.csv is wanted: not where tallies alone are known.
  ///   - recounts: counts come from documents only, the tallies that are added were made by other
  ///     rules.
  ///   - jobs: threads that write tables.
  package init(
    _ directory: String?, codebook: ReportCodebook, options: ReportOptions, writesPassages: Bool,
    writesCells: Bool, recounts: Bool = false, jobs: Int = 1
  ) throws(BatchError) {
    self.jobs = jobs
    self.directory = directory
    self.options = options
    self.codebook = codebook
    collector = TallyCollector(options, recounts: recounts)
    rows = PassageTables(options)
    sample = PageSample()
    guard let directory else {
      passages = nil
      cells = nil
      return
    }
    try OutputFile.makeDirectory(directory)
    passages = writesPassages ? try OutputFile("\(directory)/passages.csv") : nil
    cells = writesCells ? try OutputFile("\(directory)/cells.csv") : nil
  }

  /// Takes the next document's counts.
  package func add(_ tally: DocumentTally) { collector.add(tally) }

  /// Counts the next document.
  package func add(counting document: CodedDocument) { collector.add(document) }

  /// Takes what became of a document.
  package func add(_ outcome: DocumentOutcome) {
    var outcome = outcome
    if let note = outcome.note {
      outcome.note = notes[note] ?? note
      if notes.count < 1 << 12 { notes[note] = outcome.note }
    }
    outcomes.append(outcome)
  }

  /// Takes the next document's rows, as a worker made them.
  package func add(_ rows: PassageRows) throws(BatchError) {
    try write(self.rows.take())
    try write((rows.passages, rows.cells))
    if let document = rows.document { sample.add(document) }
  }

  /// Takes the next document's passages.
  package func add(passagesOf document: CodedDocument) throws(BatchError) {
    guard directory != nil else { return }
    if passages != nil || cells != nil {
      rows.addPassages(document)
      // With `--reuse once`, what counts is known in the end.
      if !collector.needsPassages { rows.addCells(document) }
      try flush()
    }
    if options.writesPage { sample.add(document) }
  }

  /// Whether the evidence of passages is shown: on the page.
  package var showsEvidence: Bool { directory != nil && options.writesPage }

  /// Whether `cells.csv` is wanted.
  var writesCells: Bool { cells != nil }

  /// Takes the place of a statement, where passages are not known.
  func add(_ place: StatementPlace, of doc: String) { rows.add(place, doc: doc) }

  /// Writes the rows that have come together if there are many.
  func flush() throws(BatchError) {
    if rows.pending >= 1 << 18 { try write(rows.take()) }
  }

  /// Takes the next document.
  package func add(_ document: CodedDocument) throws(BatchError) {
    add(counting: document)
    try add(passagesOf: document)
  }

  private func write(_ bytes: (passages: [UInt8], cells: [UInt8])) throws(BatchError) {
    try passages?.write(bytes.passages)
    try cells?.write(bytes.cells)
  }

  /// The tables of all that was added; made once.
  package func tables() -> ReportTables {
    if let made { return made }
    let (cube, documents, uses) = collector.finish()
    if cells != nil { for document in documents { rows.addCells(document) } }
    let tables = ReportTables(cube, codebook: codebook, options: options, uses: uses)
    made = tables
    return tables
  }

  /// Writes all tables. What an earlier report left in the directory and this one does not have is
  /// removed.
  package func finish() throws(BatchError) -> [Manifest.Output] {
    guard let directory else { return [] }
    let tables = tables()
    try write(rows.take())
    let made = try ReportFiles.write(
      ReportFiles.makers(tables, options.writesPage ? sample : nil, outcomes), to: directory,
      jobs: jobs)
    var (pending, all) = (made.files, made.tables)
    if let cells {
      pending.append(("cells.csv", cells))
      all.append(rows.cells)
    }
    if let passages {
      pending.append(("passages.csv", passages))
      all.append(rows.passages)
    }
    let package = try OutputFile("\(directory)/datapackage.json")
    try package.write(DataPackage.json(all))
    pending.append(("datapackage.json", package))
    let possible = RunDirectory.entries(of: directory).filter(Self.isOptional)
    for name in possible where !pending.contains(where: { $0.name == name }) {
      unlink("\(directory)/\(name)")
    }
    return try ReportFiles.commit(pending)
  }

  /// Files that a report has or has not, depending on its options.
  private static func isOptional(_ name: String) -> Bool {
    ["cells.csv", "passages.csv", "report.html", "change.csv", "reuse.csv"].contains(name)
      || name.hasPrefix("positions_by_") && name.hasSuffix(".csv")
  }
}
