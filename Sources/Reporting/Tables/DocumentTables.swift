// documents.csv, codebook.csv and quality.csv.

internal import Positions
internal import Tagging

extension ReportTables {
  func documents(_ outcomes: [DocumentOutcome]) -> CSVTable {
    var table = CSVTable(
      "documents",
      [
        .init("doc"), .init("title"), .init("date"), .init("issuer"), .init("genre"),
        .init("lang"), .init("source"), .init("status"), .init("issuer_source"), .init("note"),
        .init("passages", .integer), .init("with_statements", .integer),
        .init("statements", .integer),
      ] + Component.allCases.map { .init($0.rawValue, .integer) }, options)
    var places: [String: Int32] = [:]
    for (place, outcome) in outcomes.enumerated() { places[outcome.doc] = Int32(place) }
    for document in cube.documents {
      let outcome = places[document.doc].map { outcomes[Int($0)] }
      table.text(document.doc)
      for value in [
        document.title, document.date, document.issuer, document.genre, document.lang,
        document.source,
      ] {
        table.text(value)
      }
      table.text("coded")
      table.text(outcome?.issuerSource)
      table.text(outcome?.note)
      table.integer(document.passages)
      table.integer(document.withStatements)
      table.integer(document.statements)
      for count in document.components { table.integer(count) }
      table.endRow()
    }
    for outcome in outcomes where outcome.status != "coded" {
      table.text(outcome.doc)
      for _ in 0..<4 { table.empty() }
      table.text(outcome.lang)
      table.empty()
      table.text(outcome.status)
      table.text(outcome.issuerSource)
      table.text(outcome.note)
      for _ in 0..<8 { table.integer(0) }
      table.endRow()
    }
    return table
  }

  func codebookTable() -> CSVTable {
    var table = CSVTable("codebook", [.init("kind"), .init("code"), .init("description")], options)
    for (code, description) in ReportCodebook.components {
      table.text("component")
      table.text(code)
      table.text(description)
      table.endRow()
    }
    for row in codebook.rows {
      table.text(row.kind)
      table.text(row.code)
      table.text(row.description)
      table.endRow()
    }
    return table
  }

  /// Shares have an interval where documents differ in them; warnings have a count alone.
  func quality() -> CSVTable {
    var table = CSVTable(
      "quality",
      [
        .init("check"), .init("subject"), .init("count", .integer), .init("of", .integer),
        .init("share", .number), .init("low", .number), .init("high", .number),
      ], options)
    func row(
      _ check: String, _ subject: String, _ count: Int, _ total: Int,
      _ interval: ScoreInterval? = nil
    ) {
      table.text(check)
      table.text(subject)
      table.integer(count)
      table.integer(total)
      table.number(total == 0 ? nil : Double(count) / Double(total))
      table.number(interval?.low)
      table.number(interval?.high)
      table.endRow()
    }
    func share(_ check: String, _ count: (CountedDocument) -> Int) {
      var (sum, total, squares, products, totalSquares) = (0.0, 0.0, 0.0, 0.0, 0.0)
      var documents = 0
      for document in cube.documents where document.passages > 0 {
        let (found, of) = (Double(count(document)), Double(document.passages))
        sum += found
        total += of
        squares += found * found
        products += found * of
        totalSquares += of * of
        documents += 1
      }
      let interval = ScoreInterval.ratio(
        count: sum, of: total, squares: squares, products: products, totalSquares: totalSquares,
        documents: documents)
      row(check, "all", Int(sum), Int(total), interval)
    }
    share("passages without holder") { $0.passages - $0.withStatements }
    share("passages without component") { $0.components.last ?? 0 }
    share("passages of low confidence") { $0.unsure }
    row(
      "documents without issuer", "all", cube.documents.count { $0.issuer == nil },
      cube.documents.count)
    row(
      "documents without date", "all", cube.documents.count { $0.date == nil },
      cube.documents.count)
    for cell in overall {
      let subject = "\(cube.actors[cell.actor]) × \(cube.issues[cell.issue])"
      if cell.documents == 1 { row("cell rests on one document", subject, 1, 1) }
      if cell.passages == 1 { row("cell rests on one passage", subject, 1, 1) }
      if cell.restsOnIssuer {
        let statements = (cell.spoken + cube.unit / 2) / cube.unit
        row("cell rests on the issuer alone", subject, statements, statements)
      }
    }
    let holders = Set(cube.actors)
    for actor in cube.mentions.keys.sorted(by: { $0.asBytes < $1.asBytes })
    where !holders.contains(actor) {
      row(
        "actor mentioned but never a holder", actor, cube.mentions[actor] ?? 0,
        cube.documents.count)
    }
    return table
  }
}

/// What became of a document, coded or not; only a run knows.
package struct DocumentOutcome: Sendable {
  package var doc: String
  package var status: String
  package var lang: String?
  package var issuerSource: String?
  package var note: String?

  package init(
    doc: String, status: String, lang: String? = nil, issuerSource: String? = nil,
    note: String? = nil
  ) {
    self.doc = doc
    self.status = status
    self.lang = lang
    self.issuerSource = issuerSource
    self.note = note
  }
}
