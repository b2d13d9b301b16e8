// Bytes to tokens in one pass. ASCII runs through a class table; anything else goes through
// `Folding`. The rules are those that Lexicons/README.md promises to people who write phrases.

/// Splits text into words, numbers and punctuation marks and looks each word up.
///
/// - Hyphens inside a word split it and leave no token: "cross-border" gives "cross", "border".
/// - A possessive 's is left out of the word id; other apostrophes stay ("don't").
/// - Dotted initials are one token whose id keeps the inner dots: "U.S." and "U.S" are `u.s`.
/// - Scripts without spaces give a token a character.
package struct Tokenizer: Sendable {
  private let vocabulary: Vocabulary
  private let classes = Self.classTable
  private let folds = Self.foldTable

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Appends the tokens of `bytes[range]` to `tokens`.
  package func tokenize(_ bytes: [UInt8], range: Range<Int>, into tokens: inout [Token]) {
    bytes.withUnsafeBufferPointer { buffer in
      classes.withUnsafeBufferPointer { classes in
        folds.withUnsafeBufferPointer { folds in
          vocabulary.slots.withUnsafeBufferPointer { slots in
            var scan = Scan(
              bytes: buffer, at: range.lowerBound, end: range.upperBound, classes: classes,
              folds: folds, slots: slots, mask: vocabulary.mask)
            while scan.at < scan.end { step(&scan, &tokens) }
          }
        }
      }
    }
  }

  private struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>
    var at: Int
    let end: Int
    var spaceBefore = true

    let classes: UnsafeBufferPointer<UInt8>
    let folds: UnsafeBufferPointer<UInt8>
    let slots: UnsafeBufferPointer<Vocabulary.Slot>
    let mask: Int

    init(
      bytes: UnsafeBufferPointer<UInt8>, at: Int, end: Int, classes: UnsafeBufferPointer<UInt8>,
      folds: UnsafeBufferPointer<UInt8>, slots: UnsafeBufferPointer<Vocabulary.Slot>, mask: Int
    ) {
      self.bytes = bytes
      self.at = at
      self.end = end
      self.classes = classes
      self.folds = folds
      self.slots = slots
      self.mask = mask
    }

    func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }
  }

  @inline(__always)
  private func step(_ scan: inout Scan, _ tokens: inout [Token]) {
    let byte = scan.bytes[scan.at]
    switch scan.classes[Int(byte)] {
    case Self.space:
      scan.at += 1
      scan.spaceBefore = true
    case Self.letter: word(&scan, &tokens)
    case Self.digit: number(&scan, &tokens)
    case Self.high: wide(&scan, &tokens)
    default:
      let isInnerHyphen =
        byte == 0x2D && !scan.spaceBefore && Self.isWordByte(scan.byte(scan.at + 1))
      if !isInnerHyphen {
        emit(
          &scan, &tokens, scan.at, scan.at + 1, hash: Folding.mix(Folding.seed, byte),
          .punctuation)
      }
      scan.at += 1
    }
  }

  @inline(__always)
  private func emit(
    _ scan: inout Scan, _ tokens: inout [Token], _ start: Int, _ end: Int, hash: UInt64,
    _ shape: TokenShape
  ) {
    var shape = shape
    if scan.spaceBefore { shape.insert(.spaceBefore) }
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
        word: Vocabulary.lookUp(hash, scan.slots, scan.mask), shape: shape))
    scan.spaceBefore = false
  }

  /// A word that starts with an ASCII letter.
  @inline(__always)
  private func word(_ scan: inout Scan, _ tokens: inout [Token]) {
    let start = scan.at
    let bytes = scan.bytes
    var at = start
    var hash = Folding.seed
    var lower: UInt8 = 0
    while at < scan.end {
      let folded = scan.folds[Int(bytes[at])]
      if folded == 0 { break }
      hash = Folding.mix(hash, folded)
      lower |= bytes[at]
      at += 1
    }
    let next = scan.byte(at)
    if next >= 0x80 {
      switch Self.scalar(bytes, at, scan.end) {
      case (let scalar, _) where Folding.kind(scalar) == .letter:
        return wideWord(&scan, &tokens)
      case (let scalar, let length) where Folding.kind(scalar) == .apostrophe:
        if apostrophe(&scan, &tokens, start, at, length, hash, lower) { return }
      case (let scalar, _) where scalar.value == 0xAD:
        return wideWord(&scan, &tokens)
      default: break
      }
    } else if next == 0x27 {
      if apostrophe(&scan, &tokens, start, at, 1, hash, lower) { return }
    } else if next == 0x2E, at == start + 1, Self.isLetter(scan.byte(at + 1)),
      !Self.isLetter(scan.byte(at + 2))
    {
      if initials(&scan, &tokens) { return }
    }
    emit(
      &scan, &tokens, start, at, hash: hash,
      TokenShape(rawValue: Self.shape(bytes, start, at, lower).rawValue | TokenShape.plain.rawValue)
    )
    scan.at = at
  }

  /// "U.S.", "e.g.", "P.R.C.": letters with a dot after each. The id leaves the last dot out.
  private func initials(_ scan: inout Scan, _ tokens: inout [Token]) -> Bool {
    let start = scan.at
    var at = start
    var hash = Folding.seed
    var letters = 0
    while at < scan.end, Self.isLetter(scan.bytes[at]), !Self.isLetter(scan.byte(at + 1)) {
      if letters > 0 { hash = Folding.mix(hash, 0x2E) }
      hash = Folding.mix(hash, scan.bytes[at] | 0x20)
      letters += 1
      at += 1
      guard scan.byte(at) == 0x2E else { break }
      at += 1
    }
    guard letters > 1 else { return false }
    var shape: TokenShape = .word
    if scan.bytes[start] < 0x61 { shape.formUnion([.capitalized, .allCaps]) }
    if scan.byte(at) == 0x27, scan.byte(at + 1) | 0x20 == 0x73, !Self.isLetter(scan.byte(at + 2)) {
      shape.insert(.possessive)
      emit(&scan, &tokens, start, at + 2, hash: hash, shape)
      scan.at = at + 2
    } else {
      emit(&scan, &tokens, start, at, hash: hash, shape)
      scan.at = at
    }
    return true
  }

  /// After a word at an apostrophe: possessives end the word, contractions go on.
  private func apostrophe(
    _ scan: inout Scan, _ tokens: inout [Token], _ start: Int, _ at: Int, _ length: Int,
    _ hash: UInt64, _ lower: UInt8
  ) -> Bool {
    let after = at + length
    var shape = Self.shape(scan.bytes, start, at, lower)
    let first = scan.byte(after)
    if first | 0x20 == 0x73, !Self.isLetter(scan.byte(after + 1)), scan.byte(after + 1) < 0x80 {
      shape.insert(.possessive)
      emit(&scan, &tokens, start, after + 1, hash: hash, shape)
      scan.at = after + 1
      return true
    }
    if Self.isLetter(first) {
      var end = after
      var whole = Folding.mix(hash, 0x27)
      while Self.isLetter(scan.byte(end)) {
        whole = Folding.mix(whole, scan.bytes[end] | 0x20)
        end += 1
      }
      emit(&scan, &tokens, start, end, hash: whole, shape)
      scan.at = end
      return true
    }
    // "states' rights": a possessive only where a word follows; else the apostrophe is a quote.
    if scan.bytes[at - 1] | 0x20 == 0x73, first == 0x20, Self.isLetter(scan.byte(after + 1)) {
      shape.insert(.possessive)
      emit(&scan, &tokens, start, after, hash: hash, shape)
      scan.at = after
      return true
    }
    return false
  }

  private func number(_ scan: inout Scan, _ tokens: inout [Token]) {
    let start = scan.at
    var at = start
    var hash = Folding.seed
    while at < scan.end {
      let byte = scan.bytes[at]
      let isJoined =
        (byte == 0x2C || byte == 0x2E) && Self.isDigit(scan.byte(at + 1))
      guard Self.isWordByte(byte) || isJoined else { break }
      hash = Folding.mix(hash, Self.isLetter(byte) ? byte | 0x20 : byte)
      at += 1
    }
    emit(&scan, &tokens, start, at, hash: hash, .number)
    scan.at = at
  }

  /// At a byte outside ASCII.
  private func wide(_ scan: inout Scan, _ tokens: inout [Token]) {
    let (scalar, length) = Self.scalar(scan.bytes, scan.at, scan.end)
    switch Folding.kind(scalar) {
    case .letter: wideWord(&scan, &tokens)
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
        &scan, &tokens, scan.at, scan.at + length, hash: Folding.hash(folded.utf8),
        isIdeograph ? .word : .punctuation)
      scan.at += length
    }
  }

  /// A word with letters outside ASCII: folded scalar by scalar.
  private func wideWord(_ scan: inout Scan, _ tokens: inout [Token]) {
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
    emit(&scan, &tokens, start, end, hash: Folding.hash(folded.utf8), shape)
    scan.at = max(end, start + 1)
  }

  @inline(__always)
  private static func shape(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ lower: UInt8
  ) -> TokenShape {
    guard bytes[start] < 0x61 else { return .word }
    let isCaps = end - start > 1 && lower & 0x20 == 0
    return isCaps ? [.word, .capitalized, .allCaps] : [.word, .capitalized]
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

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0x80
  }

  private static let space: UInt8 = 0
  private static let letter: UInt8 = 1
  private static let digit: UInt8 = 2
  private static let high: UInt8 = 3
  private static let mark: UInt8 = 4
  private static let classTable: [UInt8] = (0...255).map { value in
    let byte = UInt8(value)
    if byte <= 0x20 || byte == 0x7F { return space }
    if isLetter(byte) { return letter }
    if isDigit(byte) { return digit }
    return byte >= 0x80 ? high : mark
  }
  /// Lower case of letters, digits as they are, 0 for what ends a word.
  private static let foldTable: [UInt8] = (0...255).map { value in
    let byte = UInt8(value)
    return isLetter(byte) ? byte | 0x20 : isDigit(byte) ? byte : 0
  }
}
