// Tokens outside ASCII: folded scalar by scalar, and not for speed.

extension Tokenizer {
  /// At a byte outside ASCII.
  func wide(_ scan: inout Scan) {
    let (scalar, length) = Self.scalar(scan.bytes, scan.at, scan.end)
    switch Folding.kind(scalar) {
    case .letter: wideWord(&scan)
    case .space:
      scan.at += length
      scan.spaceBefore = true
    case .ignorable: scan.at += length
    case .hyphen where !scan.spaceBefore && Self.isWordByte(scan.byte(scan.at + length)):
      scan.at += length
    default:
      let isIdeograph = Folding.kind(scalar) == .ideograph
      var folded = ""
      Folding.appendFolded(scalar, to: &folded)
      emit(
        &scan, scan.at, scan.at + length, hash: WordHash.hash(folded.utf8),
        isIdeograph ? .word : .punctuation)
      scan.at += length
    }
  }

  /// A word with letters outside ASCII: folded scalar by scalar.
  func wideWord(_ scan: inout Scan) {
    let start = scan.at
    var at = start
    var folded = ""
    var shape: TokenShape = .word
    var upper = 0
    var letters = 0
    while at < scan.end {
      let (scalar, length) = Self.scalar(scan.bytes, at, scan.end)
      if scalar.isASCII {
        guard Self.isWordByte(UInt8(scalar.value)) else { break }
      } else {
        let kind = Folding.kind(scalar)
        guard kind == .letter || scalar.value == 0xAD || kind == .ignorable else { break }
      }
      letters += 1
      let isUpper =
        scalar.isASCII
        ? (0x41...0x5A).contains(scalar.value)
        : scalar.properties.generalCategory == .uppercaseLetter
      if isUpper { upper += 1 }
      if at == start, isUpper { shape.insert(.capitalized) }
      Folding.appendFolded(scalar, to: &folded)
      at += length
    }
    if letters > 1, upper == letters { shape.insert(.allCaps) }
    let (mark, length) = at < scan.end ? Self.scalar(scan.bytes, at, scan.end) : (" ", 1)
    var end = at
    if mark == "'" || Folding.kind(mark) == .apostrophe,
      scan.byte(at + length) | 0x20 == 0x73, !Self.isLetter(scan.byte(at + length + 1))
    {
      shape.insert(.possessive)
      end = at + length + 1
    }
    emit(&scan, start, end, hash: WordHash.hash(folded.utf8), shape)
    scan.at = max(end, start + 1)
  }

  /// The scalar at `at` of valid UTF-8 and its length; U+FFFD of length 1 if it is cut off.
  static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
  ) -> (Unicode.Scalar, Int) {
    let first = bytes[at]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, at + length <= end else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[at + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
