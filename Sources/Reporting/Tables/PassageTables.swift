// passages.csv and cells.csv: one row a passage, and from every cell of a matrix back to the
// statements behind it. These two come from the coded passages and are written as they are read.

internal import Positions
package import Tagging

/// Writes the rows of documents.
package struct PassageTables: Sendable {
  package private(set) var passages: CSVTable
  package private(set) var cells: CSVTable
  private let minimum: Double

  package init(_ options: ReportOptions) {
    minimum = options.minimumConfidence
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

  package mutating func add(_ document: CodedDocument) {
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
      for (number, statement) in passage.statements.enumerated()
      where statement.confidence >= minimum {
        cell("actor_component", statement, passage.component.rawValue, number, document, passage)
        cell("actor_issue", statement, Self.parent(statement.issue), number, document, passage)
      }
    }
  }

  private static func parent(_ issue: String) -> String {
    guard let dot = issue.utf8.firstIndex(of: 0x2E) else { return issue }
    return String(issue[..<dot])
  }

  private mutating func cell(
    _ table: String, _ statement: Statement, _ column: String, _ number: Int,
    _ document: CodedDocument, _ passage: CodedPassage
  ) {
    cells.text(table)
    cells.text(statement.actor)
    cells.text(column)
    cells.text(document.doc)
    cells.integer(passage.passage)
    cells.integer(number)
    cells.integer(statement.start)
    cells.integer(statement.end)
    cells.endRow()
  }

  /// Bytes since the last call, by table.
  package mutating func take() -> (passages: [UInt8], cells: [UInt8]) {
    (passages.take(), cells.take())
  }
}
