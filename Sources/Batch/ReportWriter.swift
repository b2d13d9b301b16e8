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

  /// - Parameters:
  ///   - directory: where to; nil for tables that are only asked for.
  ///   - writesPassages: whether passages.csv is wanted.
  ///   - writesCells: whether cells.csv is wanted: not where tallies alone are known.
  ///   - recounts: counts come from documents only, the tallies that are added were made by other
  ///     rules.
  package init(
    _ directory: String?, codebook: ReportCodebook, options: ReportOptions, writesPassages: Bool,
    writesCells: Bool, recounts: Bool = false
  ) throws(BatchError) {
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
  package func add(_ outcome: DocumentOutcome) { outcomes.append(outcome) }

  /// Takes the next document's passages.
  package func add(passagesOf document: CodedDocument) throws(BatchError) {
    guard directory != nil else { return }
    if passages != nil || cells != nil {
      rows.addPassages(document)
      // With `--reuse once`, what counts is known in the end.
      if !collector.needsPassages { rows.addCells(document) }
      if rows.pending >= 1 << 18 { try write(rows.take()) }
    }
    if options.writesPage { sample.add(document) }
  }

  /// Takes the places of a document's statements, where its passages are not known.
  package func add(_ places: [StatementPlace], of doc: String) throws(BatchError) {
    guard cells != nil else { return }
    for place in places { rows.add(place, doc: doc) }
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
    var all = tables.all(outcomes: outcomes)
    var pending: [(name: String, file: OutputFile)] = []
    for index in all.indices {
      let name = "\(all[index].name).csv"
      let file = try OutputFile("\(directory)/\(name)")
      try file.write(all[index].take())
      pending.append((name, file))
    }
    try write(rows.take())
    if let cells {
      pending.append(("cells.csv", cells))
      all.append(rows.cells)
    }
    if let passages {
      pending.append(("passages.csv", passages))
      all.append(rows.passages)
    }
    var extra: [(String, [UInt8])] = [("datapackage.json", DataPackage.json(all))]
    extra += NetworkFiles.all(tables)
    if options.writesPage {
      extra.append(("report.html", ReportPage.html(tables, sample, outcomes: outcomes)))
    }
    for (name, bytes) in extra {
      let file = try OutputFile("\(directory)/\(name)")
      try file.write(bytes)
      pending.append((name, file))
    }
    let possible = RunDirectory.entries(of: directory).filter(Self.isOptional)
    for name in possible where !pending.contains(where: { $0.name == name }) {
      unlink("\(directory)/\(name)")
    }
    var outputs: [Manifest.Output] = []
    for (name, file) in pending {
      let digest = try file.commit()
      outputs.append(.init(name: name, bytes: file.count, digest: digest))
    }
    return outputs
  }

  /// Files that a report has or has not, depending on its options.
  private static func isOptional(_ name: String) -> Bool {
    ["cells.csv", "passages.csv", "report.html", "change.csv", "reuse.csv"].contains(name)
      || name.hasPrefix("positions_by_") && name.hasSuffix(".csv")
  }
}
