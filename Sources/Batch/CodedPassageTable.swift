// Coded passages as a flat table for spreadsheets: one row a passage, lists joined by ';'.

package import Tagging
package import Text

/// Writes coded passages as CSV or TSV rows.
package enum CodedPassageTable {
  static let columns = [
    "doc", "title", "date", "issuer", "genre", "lang", "source", "passage", "unit", "section",
    "label", "speaker", "start", "end", "text", "component", "second", "confidence", "addressee",
    "bearer", "force", "polarity", "status", "path", "track", "mechanism", "venue", "statements",
    "evidence",
  ]

  /// The header row.
  package static func appendHeader(separator: UInt8, to out: inout ByteWriter) {
    for (index, column) in columns.enumerated() {
      if index > 0 { out.append(separator) }
      out.append(column)
    }
    out.append(0x0A)
  }

  /// One row. A statement is `actor:issue:stance`, a piece of evidence `for:cue`.
  package static func append(
    _ passage: CodedPassage, of document: CodedDocument, separator: UInt8, to out: inout ByteWriter
  ) {
    func field(_ value: String?) {
      out.append(separator)
      out.appendCSV((value ?? "").utf8, separator: separator)
    }
    func number(_ value: Int) {
      out.append(separator)
      out.append(decimal: value)
    }
    out.appendCSV(document.doc.utf8, separator: separator)
    field(document.title)
    field(document.date)
    field(document.issuer)
    field(document.genre)
    field(document.lang)
    field(document.source)
    number(passage.passage)
    field(passage.unit)
    field(document.sections[passage.section].joined(separator: " > "))
    field(passage.label)
    field(passage.speaker)
    number(passage.start)
    number(passage.end)
    out.append(separator)
    out.appendCSV(document.text[passage.textStart..<passage.textEnd], separator: separator)
    field(passage.component.rawValue)
    field(passage.second?.rawValue)
    out.append(separator)
    out.append(passage.confidence, places: 3)
    field(passage.addressee)
    field(passage.bearer)
    field(passage.force.rawValue)
    field(passage.polarity.rawValue)
    field(passage.status.rawValue)
    field(passage.path.rawValue)
    field(passage.track.rawValue)
    field(passage.mechanism.rawValue)
    field(passage.venue)
    field(
      passage.statements.map { "\($0.actor):\($0.issue):\($0.stance.rawValue)" }
        .joined(separator: ";"))
    field(passage.evidence.map { "\($0.code):\($0.cue)" }.joined(separator: ";"))
    out.append(0x0A)
  }
}
