// Where the statements of a document stand. With `--no-passages` this is all that is kept of them,
// in tallies.jsonl: enough for cells.csv, and for `why` to name the passages.

package import Reporting
internal import Tagging
package import Text

extension StatementPlace {
  /// The places of a document as a JSON array of arrays; empty bytes if it has no statements.
  ///
  /// - Parameter minimum: statements below this probability are left out.
  static func json(_ document: CodedDocument, minimum: Double) -> [UInt8] {
    var out = ByteWriter()
    for row in document.passages.indices {
      for number in document.passages[row].statements.indices
      where document.passages[row].statements[number].confidence >= minimum {
        append(document.passages[row], number, to: &out)
      }
    }
    if !out.isEmpty { out.append(UInt8(ascii: "]")) }
    return out.take()
  }

  private static func append(_ passage: CodedPassage, _ number: Int, to out: inout ByteWriter) {
    let statement = passage.statements[number]
    out.append(out.isEmpty ? "[[" : ",[")
    out.appendJSON(statement.actor)
    out.append(UInt8(ascii: ","))
    out.appendJSON(statement.issue)
    func append(_ value: Int) {
      out.append(UInt8(ascii: ","))
      out.append(decimal: value)
    }
    append(passage.component.index)
    append(passage.passage)
    append(number)
    append(statement.start)
    append(statement.end)
    out.append(UInt8(ascii: "]"))
  }

  /// Reads what `json` wrote.
  package static func read(_ json: [UInt8]) throws(JSONError) -> [StatementPlace] {
    guard !json.isEmpty else { return [] }
    return try json.withUnsafeBufferPointer { json throws(JSONError) in
      var places: [StatementPlace] = []
      var scanner = JSONScanner(json)
      try scanner.array { scanner throws(JSONError) in
        var names: [String] = []
        var numbers: [Int] = []
        try scanner.array { scanner throws(JSONError) in
          if scanner.peek() == 0x22 {
            names.append(try scanner.string())
          } else {
            numbers.append(try scanner.integer())
          }
        }
        guard names.count == 2, numbers.count == 5, Component.allCases.indices.contains(numbers[0])
        else { throw JSONError(offset: scanner.at, reason: "no place of a statement") }
        places.append(
          StatementPlace(
            actor: names[0], issue: names[1], component: Component.allCases[numbers[0]],
            passage: numbers[1], statement: numbers[2], start: numbers[3], end: numbers[4]))
      }
      return places
    }
  }
}
