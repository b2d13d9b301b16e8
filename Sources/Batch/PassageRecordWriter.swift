// The uncoded record of a passage: what `ingest --format jsonl` writes and `tag --unit record`
// takes back.

package import Ingest
package import Text

/// Writes passages as JSON lines.
package enum PassageRecordWriter {
  /// Appends a line for each passage of a document.
  /// - Parameter spill: takes what was written so far, called now and then: the lines of a long
  ///   document take many times the room of its text.
  package static func append(
    _ document: Document, to out: inout ByteWriter,
    spill: (inout ByteWriter) throws -> Void = { _ in }
  ) rethrows {
    var counter = CodePointCounter(document.text)
    for (number, passage) in document.passages.enumerated() {
      let metadata = document.metadata
      out.append("{\"doc\":")
      out.appendJSON(document.id)
      out.appendField("title", metadata.title)
      out.appendField("date", metadata.date)
      out.appendField("issuer", metadata.issuer)
      out.appendField("genre", metadata.genre?.rawValue)
      out.appendField("lang", metadata.lang)
      out.appendField("source", metadata.url)
      out.appendField("passage", number)
      out.appendField("unit", document.unit.rawValue)
      out.appendField("block", passage.block)
      out.appendField("role", passage.role.rawValue)
      out.appendField("section", document.sections[passage.section])
      out.appendField("label", passage.label)
      out.appendField("speaker", passage.speaker)
      out.appendField("lead", passage.leadIn)
      out.appendField("start", counter.codePoints(before: passage.start, in: document.text))
      out.appendField("end", counter.codePoints(before: passage.end, in: document.text))
      out.appendKey("text")
      out.appendJSON(document.text[passage.start..<passage.end])
      out.append("}\n")
      if out.count > 1 << 20 { try spill(&out) }
    }
  }
}
