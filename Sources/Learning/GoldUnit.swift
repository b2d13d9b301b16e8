// Hand-coded units: what `learn` and `evaluate` compare with. JSONL as in the gold sets, or a
// researcher's own CSV with the same columns.

package import Ingest
package import Tagging
package import Text

/// One coded unit.
package struct GoldUnit: Sendable {
  /// A position: stance is `support`, `oppose` or `neutral`.
  package struct Position: Hashable, Sendable {
    package var actor: String
    package var issue: String
    package var stance: String
  }

  /// The unit as an input record, so that it is read as `tag --unit record` reads it.
  package var record: InputRecord
  package var doc: String
  package var genre: String
  package var component: Component?
  package var second: Component?
  /// The coder's certainty: 3 clear, 2 some doubt, 1 a coin toss; nil if not told.
  package var sure: Int?
  package var positions: [Position]
  package var force: String?
  package var polarity: String?

  /// - Parameter line: one JSON object.
  /// - Throws: `JSONError` with what is wrong.
  package init(_ line: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    record = try InputRecord(line)
    doc = record.doc ?? "stdin"
    genre = record.metadata.genre?.rawValue ?? "none"
    positions = []
    var component: Component?
    var second: Component?
    var sure: Int?
    var positions: [Position] = []
    var force: String?
    var polarity: String?
    var scanner = JSONScanner(line)
    try scanner.object { scanner, key throws(JSONError) in
      if key == "component" {
        component = try Self.component(&scanner)
      } else if key == "second" {
        second = try Self.component(&scanner)
      } else if key == "sure" {
        if scanner.peek() == 0x6E { try scanner.skipValue() } else { sure = try scanner.integer() }
      } else if key == "force" {
        force = try Self.code(&scanner, Force.self, "force")
      } else if key == "polarity" {
        polarity = try Self.code(&scanner, Polarity.self, "polarity")
      } else if key == "statements" {
        try scanner.array { scanner throws(JSONError) in
          positions.append(try Self.position(&scanner))
        }
      } else {
        try scanner.skipValue()
      }
    }
    self.component = component
    self.second = second
    self.sure = sure
    self.positions = positions
    self.force = force
    self.polarity = polarity
  }

  private static func component(_ scanner: inout JSONScanner) throws(JSONError) -> Component? {
    let at = scanner.at
    guard let name = try scanner.optionalString(), !name.isEmpty else { return nil }
    guard let component = Component(rawValue: name) else {
      throw JSONError(offset: at, reason: "no component is called '\(name)'")
    }
    return component
  }

  /// A code by its name; nil where none is given.
  private static func code<Code: RawRepresentable<String>>(
    _ scanner: inout JSONScanner, _: Code.Type, _ what: String
  ) throws(JSONError) -> String? {
    let at = scanner.at
    guard let name = try scanner.optionalString(), !name.isEmpty else { return nil }
    guard Code(rawValue: name) != nil else {
      throw JSONError(offset: at, reason: "no \(what) is called '\(name)'")
    }
    return name
  }

  private static func position(_ scanner: inout JSONScanner) throws(JSONError) -> Position {
    var position = Position(actor: "", issue: "", stance: "support")
    try scanner.object { scanner, key throws(JSONError) in
      if key == "actor" {
        position.actor = try scanner.string()
      } else if key == "issue" {
        position.issue = try scanner.string()
      } else if key == "stance" {
        let at = scanner.at
        let text = scanner.peek() == 0x22 ? try scanner.string() : "\(try scanner.integer())"
        position.stance = ["1": "support", "-1": "oppose", "0": "neutral"][text] ?? text
        guard Stance(rawValue: position.stance) != nil else {
          throw JSONError(offset: at, reason: "no stance is called '\(text)'")
        }
      } else {
        try scanner.skipValue()
      }
    }
    return position
  }
}
