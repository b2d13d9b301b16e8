// Weights are short decimals; a table of thousands of them is read at every start.

/// Reads decimal numbers.
enum Number {
  private static let powers: [Double] = [
    1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// `-0.125` and the like exactly as `Double(_:)` reads them; other forms go to it.
  static func parse(_ text: Bytes) -> Double? {
    var at = 0
    if let number = plain(text, &at), at == text.count { return number }
    return Double(String(decoding: text, as: UTF8.self))
  }

  /// The decimal that begins at `at`, which is then behind it; nil, with `at` anywhere, for other
  /// forms and for more than 15 digits and a point.
  @inline(__always)
  static func plain(_ bytes: Bytes, _ at: inout Int) -> Double? {
    let isNegative = at < bytes.count && bytes[at] == 0x2D
    if isNegative { at += 1 }
    let first = at
    var value: Int64 = 0
    var point = -1
    while at < bytes.count {
      let digit = bytes[at] &- 0x30
      if digit < 10 {
        value = value &* 10 &+ Int64(digit)
      } else if bytes[at] == 0x2E, point < 0 {
        point = at
      } else {
        break
      }
      at += 1
    }
    guard at > first, at - first <= 15, point != first, point != at - 1 else { return nil }
    // Exact below 2^53, as are powers of ten below 10^22: one division rounds once, as it should.
    let magnitude = point < 0 ? Double(value) : Double(value) / powers[at - 1 - point]
    return isNegative ? -magnitude : magnitude
  }
}
