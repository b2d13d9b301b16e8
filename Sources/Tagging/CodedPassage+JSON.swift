// The coded passage as one JSON line: DESIGN's keys in DESIGN's order, every key always there.

internal import Ingest
package import Text

/// Writes the coded passages of a document as JSON lines. Equal passages give equal bytes.
package struct CodedPassageWriter {
  private let document: CodedDocument
  /// What every line begins with.
  private let head: [UInt8]
  /// By section: its path.
  private let sections: [[UInt8]]

  package init(_ document: CodedDocument) {
    self.document = document
    var out = ByteWriter()
    out.append("{\"doc\":")
    out.appendJSON(document.doc)
    out.appendField("title", document.title)
    out.appendField("date", document.date)
    out.appendField("issuer", document.issuer)
    out.appendField("genre", document.genre)
    out.appendField("lang", document.lang)
    out.appendField("source", document.source)
    head = out.take()
    sections = document.sections.map {
      out.appendField("section", $0)
      return out.take()
    }
  }

  /// Appends one line with its LF.
  package func append(_ passage: CodedPassage, to out: inout ByteWriter) {
    out.append(head)
    out.appendField("passage", passage.passage)
    out.appendField("unit", passage.unit)
    out.append(sections[passage.section])
    out.appendField("label", passage.label)
    out.appendField("speaker", passage.speaker)
    Self.span(passage.start, passage.end, &out)
    out.appendKey("text")
    out.appendJSON(document.text[passage.textStart..<passage.textEnd])
    out.appendField("component", passage.component.rawValue)
    out.appendField("second", passage.second?.rawValue)
    out.appendField("confidence", passage.confidence, places: 3)
    func score(_ key: StaticString, _ component: Component) {
      out.append(key)
      out.append(passage.scores[component], places: 3)
    }
    out.append(",\"scores\":{")
    score("\"principle\":", .principle)
    score(",\"norm\":", .norm)
    score(",\"rule\":", .rule)
    score(",\"procedure\":", .procedure)
    score(",\"none\":", .none)
    out.append("}")
    out.appendField("addressee", passage.addressee)
    out.appendField("bearer", passage.bearer)
    out.appendField("force", passage.force.rawValue)
    out.appendField("polarity", passage.polarity.rawValue)
    out.appendField("status", passage.status.rawValue)
    out.appendField("path", passage.path.rawValue)
    out.appendField("track", passage.track.rawValue)
    out.appendField("mechanism", passage.mechanism.rawValue)
    out.appendField("venue", passage.venue)
    out.append(",\"statements\":[")
    for (index, statement) in passage.statements.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      Self.append(statement, to: &out)
    }
    out.append("],\"evidence\":[")
    for (index, evidence) in passage.evidence.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      Self.append(evidence, to: &out)
    }
    out.append("]}\n")
  }

  private static func append(_ statement: Statement, to out: inout ByteWriter) {
    out.append("{\"actor\":")
    out.appendJSON(statement.actor)
    out.appendField("issue", statement.issue)
    out.appendField("stance", statement.stance.rawValue)
    out.appendField("attribution", statement.attribution.rawValue)
    out.appendField("commitment", statement.commitment.rawValue)
    out.appendField("joint", statement.joint.rawValue)
    out.appendField("depth", statement.depth)
    out.appendField("confidence", statement.confidence, places: 3)
    span(statement.start, statement.end, &out)
    out.append("}")
  }

  private static func append(_ evidence: Evidence, to out: inout ByteWriter) {
    out.append("{\"for\":")
    out.appendJSON(evidence.code)
    out.appendField("cue", evidence.cue)
    out.appendField("text", evidence.text)
    span(evidence.start, evidence.end, &out)
    out.appendField("weight", evidence.weight, places: 3)
    out.append("}")
  }

  private static func span(_ start: Int, _ end: Int, _ out: inout ByteWriter) {
    out.appendField("start", start)
    out.appendField("end", end)
  }
}
