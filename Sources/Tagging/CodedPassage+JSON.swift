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
    document.text.withUnsafeBufferPointer { all in
      let text = UnsafeBufferPointer(rebasing: all[passage.textStart..<passage.textEnd])
      out.append(atMost: most(passage)) { out in
        write(passage, text, &out)
        Self.write(passage.statements, &out)
        out.put("],\"evidence\":[")
        Self.write(passage.evidence, &out)
        out.put("]}\n")
      }
    }
  }

  /// Bytes that a line takes at most. Names of fields and codes of enumerations are in the constants.
  private func most(_ passage: CodedPassage) -> Int {
    var most =
      2_000 + head.count + sections[passage.section].count
      + 6 * (passage.textEnd - passage.textStart) + ByteCursor.most(passage.unit)
      + ByteCursor.most(passage.label) + ByteCursor.most(passage.speaker)
      + ByteCursor.most(passage.addressee) + ByteCursor.most(passage.bearer)
      + ByteCursor.most(passage.venue)
    for statement in passage.statements {
      most += 500 + ByteCursor.most(statement.actor) + ByteCursor.most(statement.issue)
    }
    passage.evidence.withUnsafeBufferPointer { all in
      for index in all.indices {
        most +=
          200 + ByteCursor.most(all[index].code) + ByteCursor.most(all[index].cue)
          + ByteCursor.most(all[index].text)
      }
    }
    return most
  }

  private func write(
    _ passage: CodedPassage, _ text: UnsafeBufferPointer<UInt8>, _ out: inout ByteCursor
  ) {
    head.withUnsafeBufferPointer { out.put($0) }
    out.put(",\"passage\":", decimal: passage.passage)
    out.put(",\"unit\":", json: passage.unit)
    sections[passage.section].withUnsafeBufferPointer { out.put($0) }
    out.put(",\"label\":", json: passage.label)
    out.put(",\"speaker\":", json: passage.speaker)
    Self.span(passage.start, passage.end, &out)
    out.put(",\"text\":")
    out.put(json: text)
    out.put(",\"component\":", json: passage.component.rawValue)
    out.put(",\"second\":", json: passage.second?.rawValue)
    out.put(",\"confidence\":", passage.confidence, places: 3)
    out.put(",\"scores\":{\"principle\":", passage.scores[.principle], places: 3)
    out.put(",\"norm\":", passage.scores[.norm], places: 3)
    out.put(",\"rule\":", passage.scores[.rule], places: 3)
    out.put(",\"procedure\":", passage.scores[.procedure], places: 3)
    out.put(",\"none\":", passage.scores[.none], places: 3)
    out.put("},\"addressee\":", json: passage.addressee)
    out.put(",\"bearer\":", json: passage.bearer)
    out.put(",\"force\":", json: passage.force.rawValue)
    out.put(",\"polarity\":", json: passage.polarity.rawValue)
    out.put(",\"status\":", json: passage.status.rawValue)
    out.put(",\"path\":", json: passage.path.rawValue)
    out.put(",\"track\":", json: passage.track.rawValue)
    out.put(",\"mechanism\":", json: passage.mechanism.rawValue)
    out.put(",\"venue\":", json: passage.venue)
    out.put(",\"statements\":[")
  }

  private static func write(_ statements: [Statement], _ out: inout ByteCursor) {
    for (index, statement) in statements.enumerated() {
      if index > 0 { out.put(",") }
      out.put("{\"actor\":", json: statement.actor)
      out.put(",\"issue\":", json: statement.issue)
      out.put(",\"stance\":", json: statement.stance.rawValue)
      out.put(",\"attribution\":", json: statement.attribution.rawValue)
      out.put(",\"commitment\":", json: statement.commitment.rawValue)
      out.put(",\"joint\":", json: statement.joint.rawValue)
      out.put(",\"depth\":", decimal: statement.depth)
      out.put(",\"confidence\":", statement.confidence, places: 3)
      span(statement.start, statement.end, &out)
      out.put("}")
    }
  }

  private static func write(_ evidence: [Evidence], _ out: inout ByteCursor) {
    // By number: a loop over evidence would count the strings of each.
    evidence.withUnsafeBufferPointer { all in
      for index in all.indices {
        out.put(index > 0 ? ",{\"for\":" : "{\"for\":", json: all[index].code)
        out.put(",\"cue\":", json: all[index].cue)
        out.put(",\"text\":", json: all[index].text)
        span(all[index].start, all[index].end, &out)
        out.put(",\"weight\":", all[index].weight, places: 3)
        out.put("}")
      }
    }
  }

  private static func span(_ start: Int, _ end: Int, _ out: inout ByteCursor) {
    out.put(",\"start\":", decimal: start)
    out.put(",\"end\":", decimal: end)
  }
}
