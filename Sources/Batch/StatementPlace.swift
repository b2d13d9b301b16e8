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
    // By number: a passage is large, and a loop over passages copies each.
    for row in document.passages.indices {
      let statements = document.passages[row].statements
      guard !statements.isEmpty else { continue }
      let component = document.passages[row].component.index
      for number in statements.indices where statements[number].confidence >= minimum {
        append(statements[number], number, in: document.passages[row].passage, component, to: &out)
      }
    }
    if !out.isEmpty { out.append(UInt8(ascii: "]")) }
    return out.take()
  }

  private static func append(
    _ statement: Statement, _ number: Int, in passage: Int, _ component: Int,
    to out: inout ByteWriter
  ) {
    let isFirst = out.isEmpty
    let most = ByteCursor.most(statement.actor) + ByteCursor.most(statement.issue)
    out.append(atMost: most + 8 * ByteCursor.mostOfNumber) { out in
      if isFirst { out.put("[[") } else { out.put(",[") }
      out.put(json: statement.actor)
      out.put(",")
      out.put(json: statement.issue)
      out.put(next: component)
      out.put(next: passage)
      out.put(next: number)
      out.put(next: statement.start)
      out.put(next: statement.end)
      out.put("]")
    }
  }

  /// Reads what `json` wrote.
  package static func read(_ json: [UInt8]) throws(JSONError) -> [StatementPlace] {
    var places: [StatementPlace] = []
    var names = NameTable()
    try forEach(in: json, &names) { places.append($0) }
    return places
  }

  /// Reads what `json` wrote, one place after the other.
  /// - Parameter names: the codes met before, so that none is made twice.
  package static func forEach(
    in json: [UInt8], _ names: inout NameTable, _ body: (StatementPlace) -> Void
  ) throws(JSONError) {
    guard !json.isEmpty else { return }
    try json.withUnsafeBufferPointer { json throws(JSONError) in
      var scanner = JSONScanner(json)
      try scanner.array { scanner throws(JSONError) in
        try scanner.expect(0x5B)
        let actor = try scanner.name(&names)
        try scanner.expect(0x2C)
        let issue = try scanner.name(&names)
        func next(_ scanner: inout JSONScanner) throws(JSONError) -> Int {
          try scanner.expect(0x2C)
          return try scanner.integer()
        }
        let component = try next(&scanner)
        guard Component.allCases.indices.contains(component) else {
          throw JSONError(offset: scanner.at, reason: "no place of a statement")
        }
        let passage = try next(&scanner)
        let statement = try next(&scanner)
        let start = try next(&scanner)
        let end = try next(&scanner)
        try scanner.expect(0x5D)
        body(
          StatementPlace(
            actor: names[actor], issue: names[issue], component: Component.allCases[component],
            passage: passage, statement: statement, start: start, end: end))
      }
    }
  }
}
