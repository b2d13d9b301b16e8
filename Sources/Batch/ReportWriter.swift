// The report's files in an output directory: rows of passages as they come, all other tables at
// the end. Every file gets its final name only when all are whole.

package import Positions
package import Reporting
package import Tagging
internal import Text

/// Writes the tables of a report.
package final class ReportWriter {
  package let directory: String
  private let options: ReportOptions
  private let codebook: ReportCodebook
  private var cube = PositionCube()
  private var rows: PassageTables
  private var sample: PageSample
  private let passages: OutputFile?
  private let cells: OutputFile?

  /// - Parameter writesPassages: whether passages.csv and cells.csv are wanted.
  package init(
    _ directory: String, codebook: ReportCodebook, options: ReportOptions, writesPassages: Bool
  ) throws(BatchError) {
    self.directory = directory
    self.options = options
    self.codebook = codebook
    rows = PassageTables(options)
    sample = PageSample()
    try OutputFile.makeDirectory(directory)
    passages = writesPassages ? try OutputFile("\(directory)/passages.csv") : nil
    cells = writesPassages ? try OutputFile("\(directory)/cells.csv") : nil
  }

  /// Takes the next document's counts.
  package func add(_ tally: DocumentTally) { cube.add(tally) }

  /// Takes the next document's passages.
  package func add(passagesOf document: CodedDocument) throws(BatchError) {
    guard let passages, let cells else { return }
    rows.add(document)
    if options.writesPage { sample.add(document) }
    let bytes = rows.take()
    try passages.write(bytes.passages)
    try cells.write(bytes.cells)
  }

  /// Takes the next document.
  package func add(_ document: CodedDocument) throws(BatchError) {
    add(DocumentTally(document, minimum: options.minimumConfidence))
    try add(passagesOf: document)
  }

  /// The tables so far.
  package func tables() -> ReportTables {
    ReportTables(cube, codebook: codebook, options: options)
  }

  /// Writes all tables.
  package func finish(outcomes: [DocumentOutcome] = []) throws(BatchError) -> [Manifest.Output] {
    let tables = tables()
    var all = tables.all(outcomes: outcomes)
    var pending: [(name: String, file: OutputFile)] = []
    for index in all.indices {
      let name = "\(all[index].name).csv"
      let file = try OutputFile("\(directory)/\(name)")
      try file.write(all[index].take())
      pending.append((name, file))
    }
    if let passages, let cells {
      let bytes = rows.take()
      try passages.write(bytes.passages)
      try cells.write(bytes.cells)
      pending.append(("cells.csv", cells))
      pending.append(("passages.csv", passages))
      all += [rows.cells, rows.passages]
    }
    var extra: [(String, [UInt8])] = [("datapackage.json", DataPackage.json(all))]
    extra += NetworkFiles.all(tables)
    if options.writesPage { extra.append(("report.html", ReportPage.html(tables, sample))) }
    for (name, bytes) in extra {
      let file = try OutputFile("\(directory)/\(name)")
      try file.write(bytes)
      pending.append((name, file))
    }
    var outputs: [Manifest.Output] = []
    for (name, file) in pending {
      let digest = try file.commit()
      outputs.append(.init(name: name, bytes: file.count, digest: digest))
    }
    return outputs
  }
}
