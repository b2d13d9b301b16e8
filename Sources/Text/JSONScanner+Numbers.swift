// Numbers: the usual decimals and whole numbers digit by digit, all others by the standard library.

extension JSONScanner {
  /// A number.
  package mutating func number() throws(JSONError) -> Double {
    _ = peek()
    let start = at
    if let value = plainDecimal() { return value }
    at = start
    while at < bytes.count, Self.isNumberByte(bytes[at]) { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      at = start
      throw failure("expected a number")
    }
    return value
  }

  /// Digits with a point among them, at most 15: such a number and a power of ten are exact, and so
  /// their quotient is rounded once, as it must be (Clinger 1990).
  private mutating func plainDecimal() -> Double? {
    let isNegative = at < bytes.count && bytes[at] == 0x2D
    if isNegative { at += 1 }
    var digits = 0
    var decimals = -1
    var value = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte &- 0x30 < 10 {
        value = value &* 10 &+ Int(byte &- 0x30)
        digits += 1
        if decimals >= 0 { decimals += 1 }
      } else if byte == 0x2E, decimals < 0, digits > 0 {
        decimals = 0
      } else {
        break
      }
      at += 1
    }
    guard digits > 0, digits <= 15, decimals != 0,
      at >= bytes.count || !Self.isNumberByte(bytes[at])
    else { return nil }
    let number = decimals > 0 ? Double(value) / Self.powers[decimals] : Double(value)
    return isNegative ? -number : number
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// A whole number.
  package mutating func integer() throws(JSONError) -> Int {
    _ = peek()
    let start = at
    var value = 0
    let isNegative = at < bytes.count && bytes[at] == 0x2D
    if isNegative { at += 1 }
    while at < bytes.count, bytes[at] &- 0x30 < 10, at - start < 18 {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    if at < bytes.count, Self.isNumberByte(bytes[at]) || at == start + (isNegative ? 1 : 0) {
      at = start
      let number = try number()
      guard let whole = Int(exactly: number) else { throw failure("expected a whole number") }
      return whole
    }
    return isNegative ? -value : value
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2B || byte == 0x2E || byte | 0x20 == 0x65
  }
}
