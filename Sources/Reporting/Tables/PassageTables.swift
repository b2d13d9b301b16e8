// passages.csv and cells.csv: one row a passage, and from every cell of a matrix back to the
// statements behind it. These two come from the coded passages and are written as they are read.

internal import Positions
package import Tagging
internal import Text

/// Writes the rows of documents.
package struct PassageTables: Sendable {
  package private(set) var passages: CSVTable
  package private(set) var cells: CSVTable
  private let minimum: Double
  private let level: ReportOptions.IssueLevel

  package init(_ options: ReportOptions) {
    minimum = options.minimumConfidence
    level = options.issueLevel
    passages = CSVTable(
      "passages",
      [
        .init("doc"), .init("passage", .integer), .init("section"), .init("label"),
        .init("speaker"), .init("start", .integer), .init("end", .integer), .init("text"),
        .init("component"), .init("second"), .init("confidence", .number), .init("addressee"),
        .init("bearer"), .init("force"), .init("polarity"), .init("status"), .init("path"),
        .init("track"), .init("mechanism"), .init("venue"), .init("statements", .integer),
      ], options)
    cells = CSVTable(
      "cells",
      [
        .init("table"), .init("row"), .init("column"), .init("doc"),
        .init("passage", .integer), .init("statement", .integer), .init("start", .integer),
        .init("end", .integer),
      ], options)
  }

  /// Rows of passages.csv.
  package mutating func addPassages(_ document: CodedDocument) {
    let sections = document.sections.map { $0.joined(separator: " > ") }
    for passage in document.passages {
      passages.text(document.doc)
      passages.integer(passage.passage)
      passages.text(sections[passage.section])
      passages.text(passage.label)
      passages.text(passage.speaker)
      passages.integer(passage.start)
      passages.integer(passage.end)
      passages.bytes(document.text[passage.textStart..<passage.textEnd])
      passages.text(passage.component.rawValue)
      passages.text(passage.second?.rawValue)
      passages.number(passage.confidence)
      passages.text(passage.addressee)
      passages.text(passage.bearer)
      passages.text(passage.force.rawValue)
      passages.text(passage.polarity.rawValue)
      passages.text(passage.status.rawValue)
      passages.text(passage.path.rawValue)
      passages.text(passage.track.rawValue)
      passages.text(passage.mechanism.rawValue)
      passages.text(passage.venue)
      passages.integer(passage.statements.count)
      passages.endRow()
    }
  }

  /// Rows of cells.csv.
  package mutating func addCells(_ document: CodedDocument) {
    // By number: a passage is large, and a loop over passages copies each.
    for row in document.passages.indices {
      let statements = document.passages[row].statements
      guard !statements.isEmpty else { continue }
      let (passage, component) = (document.passages[row].passage, document.passages[row].component)
      for number in statements.indices where statements[number].confidence >= minimum {
        add(
          StatementPlace(statements[number], number: number, in: passage, component),
          doc: document.doc)
      }
    }
  }

  /// A statement's rows of cells.csv.
  package mutating func add(_ place: StatementPlace, doc: String) {
    cells.plain("actor_component")
    cells.text(place.actor)
    cells.text(place.component.rawValue)
    let from = cells.place
    cells.text(doc)
    cells.integer(place.passage)
    cells.integer(place.statement)
    cells.integer(place.start)
    cells.integer(place.end)
    cells.endRow()
    let to = cells.place
    cells.plain("actor_issue")
    cells.text(place.actor)
    cells.text(place.issue, upTo: level == .upper ? 0x2E : nil)
    cells.endRow(like: from..<to)
  }

  /// The rows of one document and what was pending, made by a worker whose tables are used again for
  /// the next.
  ///
  /// - Parameters:
  ///   - hasPassages: whether rows of passages.csv are wanted beside those of cells.csv.
  ///   - keepsDocument: whether the page will choose sentences from it.
  package mutating func rows(
    of document: CodedDocument, hasPassages: Bool, keepsDocument: Bool
  ) -> PassageRows {
    if hasPassages { addPassages(document) }
    addCells(document)
    return PassageRows(
      passages: passages.drain(), cells: cells.drain(),
      document: keepsDocument && !document.passages.isEmpty ? document : nil)
  }

  /// Bytes since the last `take`.
  package var pending: Int { passages.out.count + cells.out.count }

  /// Bytes since the last call, by table.
  package mutating func take() -> (passages: [UInt8], cells: [UInt8]) {
    (passages.take(), cells.take())
  }
}

/// What one document adds to passages.csv and cells.csv, without heads.
package struct PassageRows: Sendable {
  package var passages: [UInt8]
  package var cells: [UInt8]
  /// The document itself, where the page chooses sentences from it.
  package var document: CodedDocument?
}

/// Who says what where: the link from a cell of a matrix to a statement.
package struct StatementPlace: Sendable, Equatable {
  package var actor: String
  package var issue: String
  package var component: Component
  package var passage: Int
  /// Number of the statement in its passage, from 0.
  package var statement: Int
  /// Code points, as in the coded passage.
  package var start: Int
  package var end: Int

  package init(
    actor: String, issue: String, component: Component, passage: Int, statement: Int, start: Int,
    end: Int
  ) {
    self.actor = actor
    self.issue = issue
    self.component = component
    self.passage = passage
    self.statement = statement
    self.start = start
    self.end = end
  }

  package init(_ statement: Statement, number: Int, in passage: Int, _ component: Component) {
    self.init(
      actor: statement.actor, issue: statement.issue, component: component, passage: passage,
      statement: number, start: statement.start, end: statement.end)
  }
}
