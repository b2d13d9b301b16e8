// The coded passage as one JSON line: DESIGN's keys in DESIGN's order, every key always there.

internal import Ingest
package import Text

/// Writes coded passages as JSON lines. Equal passages give equal bytes.
package enum CodedPassageWriter {
  /// Appends one line with its LF.
  package static func append(
    _ passage: CodedPassage, of document: CodedDocument, to out: inout ByteWriter
  ) {
    let text = document.text[passage.textStart..<passage.textEnd]
    out.append("{\"doc\":")
    out.appendJSON(document.doc)
    field("title", document.title, &out)
    field("date", document.date, &out)
    field("issuer", document.issuer, &out)
    field("genre", document.genre, &out)
    field("lang", document.lang, &out)
    field("source", document.source, &out)
    out.append(",\"passage\":")
    out.append(decimal: passage.passage)
    field("unit", passage.unit, &out)
    out.append(",\"section\":[")
    for (index, heading) in document.sections[passage.section].enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      out.appendJSON(heading)
    }
    out.append("]")
    field("label", passage.label, &out)
    field("speaker", passage.speaker, &out)
    span(passage.start, passage.end, &out)
    out.append(",\"text\":")
    out.appendJSON(text)
    field("component", passage.component.rawValue, &out)
    field("second", passage.second?.rawValue, &out)
    number("confidence", passage.confidence, &out)
    out.append(",\"scores\":{")
    for component in Component.allCases {
      if component.index > 0 { out.append(UInt8(ascii: ",")) }
      out.appendJSON(component.rawValue)
      out.append(UInt8(ascii: ":"))
      out.append(passage.scores[component], places: 3)
    }
    out.append("}")
    field("addressee", passage.addressee, &out)
    field("bearer", passage.bearer, &out)
    field("force", passage.force.rawValue, &out)
    field("polarity", passage.polarity.rawValue, &out)
    field("status", passage.status.rawValue, &out)
    field("path", passage.path.rawValue, &out)
    field("track", passage.track.rawValue, &out)
    field("mechanism", passage.mechanism.rawValue, &out)
    field("venue", passage.venue, &out)
    out.append(",\"statements\":[")
    for (index, statement) in passage.statements.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      append(statement, to: &out)
    }
    out.append("],\"evidence\":[")
    for (index, evidence) in passage.evidence.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      append(evidence, to: &out)
    }
    out.append("]}\n")
  }

  private static func append(_ statement: Statement, to out: inout ByteWriter) {
    out.append("{\"actor\":")
    out.appendJSON(statement.actor)
    field("issue", statement.issue, &out)
    field("stance", statement.stance.rawValue, &out)
    field("attribution", statement.attribution.rawValue, &out)
    field("commitment", statement.commitment.rawValue, &out)
    field("joint", statement.joint.rawValue, &out)
    out.append(",\"depth\":")
    out.append(decimal: statement.depth)
    number("confidence", statement.confidence, &out)
    span(statement.start, statement.end, &out)
    out.append("}")
  }

  private static func append(_ evidence: Evidence, to out: inout ByteWriter) {
    out.append("{\"for\":")
    out.appendJSON(evidence.code)
    field("cue", evidence.cue, &out)
    field("text", evidence.text, &out)
    span(evidence.start, evidence.end, &out)
    number("weight", evidence.weight, &out)
    out.append("}")
  }

  @inline(__always)
  private static func key(_ name: StaticString, _ out: inout ByteWriter) {
    out.append(",\"")
    out.append(name)
    out.append("\":")
  }

  private static func field(_ name: StaticString, _ value: String?, _ out: inout ByteWriter) {
    key(name, &out)
    out.appendJSON(value)
  }

  private static func number(_ name: StaticString, _ value: Double, _ out: inout ByteWriter) {
    key(name, &out)
    out.append(value, places: 3)
  }

  private static func span(_ start: Int, _ end: Int, _ out: inout ByteWriter) {
    out.append(",\"start\":")
    out.append(decimal: start)
    out.append(",\"end\":")
    out.append(decimal: end)
  }
}
