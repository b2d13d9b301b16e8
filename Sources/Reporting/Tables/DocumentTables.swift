// timeline.csv, documents.csv, codebook.csv and quality.csv.

internal import Positions
internal import Tagging

extension ReportTables {
  func timeline() -> CSVTable {
    var table = CSVTable(
      "timeline",
      [
        .init("actor"), .init("issue"), .init("period"), .init("support", .integer),
        .init("oppose", .integer), .init("neutral", .integer), .init("statements", .integer),
        .init("documents", .integer), .init("net", .number), .init("low", .number),
        .init("high", .number),
      ], options)
    for point in cube.timeline(overall, unit: options.timeUnit, window: options.window) {
      let actor = cube.actors[point.actor]
      let issue = cube.issues[point.issue]
      table.text(actor)
      table.text(issue)
      table.text(point.period)
      table.integer(point.counts.support)
      table.integer(point.counts.oppose)
      table.integer(point.counts.neutral)
      table.integer(point.counts.total)
      table.integer(point.clusters.count)
      table.number(point.counts.net)
      var bootstrap = Bootstrap(seed: "\(actor)\t\(issue)\t\(point.period)")
      let interval = bootstrap.net(point.clusters)
      table.number(interval?.low)
      table.number(interval?.high)
      table.endRow()
    }
    return table
  }

  func documents(_ outcomes: [DocumentOutcome]) -> CSVTable {
    var table = CSVTable(
      "documents",
      [
        .init("doc"), .init("title"), .init("date"), .init("issuer"), .init("genre"),
        .init("lang"), .init("source"), .init("status"), .init("issuer_source"), .init("note"),
        .init("passages", .integer), .init("with_statements", .integer),
        .init("statements", .integer),
      ] + Component.allCases.map { .init($0.rawValue, .integer) }, options)
    var outcomeOf: [String: DocumentOutcome] = [:]
    for outcome in outcomes { outcomeOf[outcome.doc] = outcome }
    for document in cube.documents {
      table.text(document.doc)
      for value in [
        document.title, document.date, document.issuer, document.genre, document.lang,
        document.source,
      ] {
        table.text(value)
      }
      table.text("coded")
      table.text(outcomeOf[document.doc]?.issuerSource)
      table.text(outcomeOf[document.doc]?.note)
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

  func quality() -> CSVTable {
    var table = CSVTable(
      "quality",
      [
        .init("check"), .init("subject"), .init("count", .integer), .init("of", .integer),
        .init("share", .number),
      ], options)
    func row(_ check: String, _ subject: String, _ count: Int, _ total: Int) {
      table.text(check)
      table.text(subject)
      table.integer(count)
      table.integer(total)
      table.number(total == 0 ? nil : Double(count) / Double(total))
      table.endRow()
    }
    let passages = cube.documents.reduce(0) { $0 + $1.passages }
    let held = cube.documents.reduce(0) { $0 + $1.withStatements }
    let none = cube.documents.reduce(0) { $0 + ($1.components.last ?? 0) }
    row("passages without holder", "all", passages - held, passages)
    row("passages without component", "all", none, passages)
    row(
      "passages of low confidence", "all", cube.documents.reduce(0) { $0 + $1.unsure }, passages)
    row(
      "documents without issuer", "all", cube.documents.count { $0.issuer == nil },
      cube.documents.count)
    row(
      "documents without date", "all", cube.documents.count { $0.date == nil },
      cube.documents.count)
    for cell in overall {
      let subject = "\(cube.actors[cell.actor]) × \(cube.issues[cell.issue])"
      if cell.clusters.count == 1 { row("cell rests on one document", subject, 1, 1) }
      if cell.passages == 1 { row("cell rests on one passage", subject, 1, 1) }
      if cell.fromIssuer >= cell.counts.total {
        row("cell rests on the issuer alone", subject, cell.fromIssuer, cell.counts.total)
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
