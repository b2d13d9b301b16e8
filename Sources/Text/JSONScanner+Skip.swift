// Passing over values that nobody asked for: most of a record, where only its counts are wanted.

extension JSONScanner {
  /// Passes over a value of any type, nested ones without recursion.
  package mutating func skipValue() throws(JSONError) {
    var depth = 0
    repeat {
      switch peek() {
      case 0x22: _ = try rawString()
      case 0x7B, 0x5B:
        depth += 1
        at += 1
        continue
      case 0x7D, 0x5D:
        guard depth > 0 else { throw failure("a bracket too many") }
        depth -= 1
        at += 1
      case 0x2C, 0x3A:
        guard depth > 0 else { throw failure("expected a value") }
        at += 1
        skipPlain()
        continue
      case 0: throw failure("the line ends early")
      default:
        let start = at
        while at < bytes.count, !Self.endsLiteral(bytes[at]) { at += 1 }
        guard at > start else { throw failure("expected a value") }
      }
      if depth > 0 { continue }
    } while depth > 0
  }

  /// Passes over what is neither string nor bracket, inside of brackets: arrays of numbers are long.
  private mutating func skipPlain() {
    let raw = UnsafeRawBufferPointer(bytes)
    while at + 8 <= bytes.count {
      let eight = EightBytes(raw, at: at)
      let marks =
        eight.equal(0x22) | eight.ascii(from: 0x5B, to: 0x5D) | eight.ascii(from: 0x7B, to: 0x7D)
        | eight.equal(0)
      guard marks == 0 else {
        at += EightBytes.first(marks)
        return
      }
      at += 8
    }
  }

  private static func endsLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C, 0x7D, 0x5D, 0x20, 0x0A, 0x0D, 0x09, 0x3A, 0x22, 0x7B, 0x5B: true
    default: false
    }
  }
}
