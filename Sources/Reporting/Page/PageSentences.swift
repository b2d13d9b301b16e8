// Sentences behind the shown cells as JSON in the page. '<' is written as an escape, so that no
// text can end the script element; the page's script shows them as text, never as markup.

internal import Positions
internal import Text

enum PageSentences {
  static func json(_ sample: PageSample, _ view: PageView) -> String {
    let cube = view.tables.cube
    var out = ByteWriter()
    out.append("{")
    var isFirst = true
    for actor in view.actors.map({ cube.actors[$0] }) {
      guard let byIssue = sample.sentences[actor] else { continue }
      for issue in byIssue.keys.sorted() {
        if !isFirst { out.append(",") }
        isFirst = false
        out.append("\n")
        out.appendJSON("\(actor)|\(issue)")
        out.append(":[")
        for (index, sentence) in (byIssue[issue] ?? []).enumerated() {
          if index > 0 { out.append(",") }
          out.append("[")
          for text in [
            sentence.doc, sentence.title, sentence.section, sentence.component, sentence.stance,
          ] {
            out.appendJSON(text)
            out.append(",")
          }
          let scalars = Array(sentence.text.unicodeScalars)
          let parts = [
            scalars[..<sentence.mark.lowerBound], scalars[sentence.mark],
            scalars[sentence.mark.upperBound...],
          ]
          for (number, part) in parts.enumerated() {
            if number > 0 { out.append(",") }
            out.appendJSON(String(String.UnicodeScalarView(part)))
          }
          out.append("]")
        }
        out.append("]")
      }
    }
    out.append("}")
    var escaped: [UInt8] = []
    escaped.reserveCapacity(out.count)
    for byte in out.bytes {
      switch byte {
      case 0x3C: escaped += Array("\\u003c".utf8)
      case 0x26: escaped += Array("\\u0026".utf8)
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
