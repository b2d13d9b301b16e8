// Weights are short decimals; a table of thousands of them is read at every start.

/// Reads decimal numbers.
enum Number {
  private static let powers: [Double] = [
    1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// `-0.125` and the like exactly as `Double(_:)` reads them; longer forms go to it.
  static func parse(_ text: Substring) -> Double? {
    var value: Int64 = 0
    var digits = 0
    var places = -1
    var isNegative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x2D where index == 0: isNegative = true
      case 0x2E where places < 0: places = 0
      case 0x30...0x39 where digits < 15:
        value = value * 10 + Int64(byte - 0x30)
        digits += 1
        if places >= 0 { places += 1 }
      default: return Double(text)
      }
    }
    guard digits > 0 else { return nil }
    // Both are exact below 2^53 and 10^22, so one division rounds once, as it should.
    let magnitude = Double(value) / powers[max(places, 0)]
    return isNegative ? -magnitude : magnitude
  }
}
