// Weights are short decimals; a table of thousands of them is read at every start.

/// Reads decimal numbers.
enum Number {
  static let powers: [Double] = [
    1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// `-0.125` and the like exactly as `Double(_:)` reads them; other forms go to it.
  static func parse(_ text: Bytes) -> Double? {
    let isNegative = text.first == 0x2D
    let first = isNegative ? 1 : 0
    // Up to 15 digits and a point are exact below 2^53.
    guard text.count > first, text.count - first <= 16 else { return general(text) }
    var value: Int64 = 0
    var point = text.count - 1
    for index in first..<text.count {
      let digit = text[index] &- 0x30
      if digit < 10 {
        value = value &* 10 &+ Int64(digit)
      } else if text[index] == 0x2E, point == text.count - 1, index < point, index > first {
        point = index
      } else {
        return general(text)
      }
    }
    let places = text.count - 1 - point
    guard text.count - first <= 15 || places > 0 else { return general(text) }
    // So are powers of ten below 10^22: one division rounds once, as it should.
    let magnitude = Double(value) / powers[places]
    return isNegative ? -magnitude : magnitude
  }

  private static func general(_ text: Bytes) -> Double? {
    Double(String(decoding: text, as: UTF8.self))
  }
}
