// The uncoded record of a passage: what `ingest --format jsonl` writes and `tag --unit record`
// takes back.

package import Ingest
package import Text

/// Writes passages as JSON lines.
package enum PassageRecordWriter {
  /// Appends a line for each passage of a document.
  package static func append(_ document: Document, to out: inout ByteWriter) {
    var counter = CodePointCounter(document.text)
    for (number, passage) in document.passages.enumerated() {
      let metadata = document.metadata
      out.append("{\"doc\":")
      out.appendJSON(document.id)
      field("title", metadata.title, &out)
      field("date", metadata.date, &out)
      field("issuer", metadata.issuer, &out)
      field("genre", metadata.genre?.rawValue, &out)
      field("lang", metadata.lang, &out)
      field("source", metadata.url, &out)
      out.append(",\"passage\":")
      out.append(decimal: number)
      field("unit", document.unit.rawValue, &out)
      out.append(",\"block\":")
      out.append(decimal: passage.block)
      field("role", passage.role.rawValue, &out)
      out.append(",\"section\":[")
      for (index, heading) in document.sections[passage.section].enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        out.appendJSON(heading)
      }
      out.append("]")
      field("label", passage.label, &out)
      field("speaker", passage.speaker, &out)
      out.append(",\"lead\":")
      out.append(decimal: passage.leadIn)
      out.append(",\"start\":")
      out.append(decimal: counter.codePoints(before: passage.start, in: document.text))
      out.append(",\"end\":")
      out.append(decimal: counter.codePoints(before: passage.end, in: document.text))
      out.append(",\"text\":")
      out.appendJSON(document.text[passage.start..<passage.end])
      out.append("}\n")
    }
  }

  private static func field(_ name: StaticString, _ value: String?, _ out: inout ByteWriter) {
    out.append(",\"")
    out.append(name)
    out.append("\":")
    out.appendJSON(value)
  }
}
