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

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Appends the tokens of `bytes[range]` to `tokens`.
  package func tokenize(_ bytes: [UInt8], range: Range<Int>, into tokens: inout [Token]) {
    bytes.withUnsafeBufferPointer { buffer in
      classes.withUnsafeBufferPointer { classes in
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.batch) { hashes in
          withUnsafeTemporaryAllocation(of: Token.self, capacity: Self.batch) { batch in
            var scan = Scan(
              bytes: buffer, at: range.lowerBound, end: range.upperBound, classes: classes,
              tokens: batch, hashes: hashes)
            while scan.at < scan.end {
              step(&scan)
              if scan.count == Self.batch { lookUp(&scan, &tokens) }
            }
            lookUp(&scan, &tokens)
          }
        }
      }
    }
  }

  /// Tokens that are looked up together. One by one, each would wait for the vocabulary's table, which
  /// is larger than the nearest cache; apart from the bytes, the processor looks many up at a time.
  private static let batch = 64

  /// Gives the tokens of `scan` their words and appends them to `tokens`.
  @inline(__always)
  private func lookUp(_ scan: inout Scan, _ tokens: inout [Token]) {
    vocabulary.slots.withUnsafeBufferPointer { slots in
      for index in 0..<scan.count {
        scan.tokens[index].word = Vocabulary.lookUp(scan.hashes[index], slots, vocabulary.mask)
      }
    }
    tokens.append(contentsOf: UnsafeBufferPointer(rebasing: scan.tokens[..<scan.count]))
    scan.count = 0
  }

  struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>
    var at: Int
    let end: Int
    var spaceBefore = true

    let classes: UnsafeBufferPointer<UInt8>
    /// The last `count` tokens, whose words have not been looked up yet, and their hashes.
    let tokens: UnsafeMutableBufferPointer<Token>
    let hashes: UnsafeMutableBufferPointer<UInt64>
    var count = 0

    init(
      bytes: UnsafeBufferPointer<UInt8>, at: Int, end: Int, classes: UnsafeBufferPointer<UInt8>,
      tokens: UnsafeMutableBufferPointer<Token>, hashes: UnsafeMutableBufferPointer<UInt64>
    ) {
      self.bytes = bytes
      self.at = at
      self.end = end
      self.classes = classes
      self.tokens = tokens
      self.hashes = hashes
    }

    func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }
  }

  @inline(__always)
  private func step(_ scan: inout Scan) {
    let byte = scan.bytes[scan.at]
    switch scan.classes[Int(byte)] {
    case Self.space:
      scan.at += 1
      scan.spaceBefore = true
    case Self.letter: word(&scan)
    case Self.digit: number(&scan)
    case Self.high: wide(&scan)
    default:
      let isInnerHyphen =
        byte == 0x2D && !scan.spaceBefore && Self.isWordByte(scan.byte(scan.at + 1))
      if !isInnerHyphen {
        emit(
          &scan, scan.at, scan.at + 1,
          hash: WordHash.mix(WordHash.seed, UInt64(byte)), .punctuation)
      }
      scan.at += 1
    }
  }

  @inline(__always)
  func emit(
    _ scan: inout Scan, _ start: Int, _ end: Int, hash: UInt64,
    _ shape: TokenShape
  ) {
    var shape = shape
    if scan.spaceBefore { shape.insert(.spaceBefore) }
    scan.tokens.initializeElement(
      at: scan.count,
      to: Token(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
        word: .unknown, shape: shape))
    scan.hashes[scan.count] = hash
    scan.count += 1
    scan.spaceBefore = false
  }

  /// A word that starts with an ASCII letter.
  @inline(__always)
  private func word(_ scan: inout Scan) {
    let start = scan.at
    let bytes = scan.bytes
    let (at, hash, isUpper) = Self.run(scan)
    let next = scan.byte(at)
    if next >= 0x80 {
      switch Self.scalar(bytes, at, scan.end) {
      case (let scalar, _) where Folding.kind(scalar) == .letter:
        return wideWord(&scan)
      case (let scalar, let length) where Folding.kind(scalar) == .apostrophe:
        if apostrophe(&scan, start, at, length, hash, isUpper) { return }
      case (let scalar, _) where scalar.value == 0xAD:
        return wideWord(&scan)
      default: break
      }
    } else if next == 0x27 {
      if apostrophe(&scan, start, at, 1, hash, isUpper) { return }
    } else if next == 0x2E, at == start + 1, Self.isLetter(scan.byte(at + 1)),
      !Self.isLetter(scan.byte(at + 2))
    {
      if initials(&scan) { return }
    }
    emit(
      &scan, start, at, hash: hash,
      TokenShape(
        rawValue: Self.shape(bytes, start, at, isUpper).rawValue | TokenShape.plain.rawValue))
    // Most words end at a space: it is passed at once.
    scan.spaceBefore = next == 0x20
    scan.at = next == 0x20 ? at + 1 : at
  }

  /// Letters and digits of ASCII from the scan's place on: where they end, the hash of their lower
  /// case, and whether no letter is in lower case and no digit among them.
  @inline(__always)
  private static func run(_ scan: Scan) -> (end: Int, hash: UInt64, isUpper: Bool) {
    var at = scan.at
    var hash = WordHash.seed
    var lower: UInt64 = 0
    let raw = UnsafeRawBufferPointer(scan.bytes)
    while at + 8 <= raw.count {
      let eight = EightBytes(raw, at: at)
      let others = (eight.letters | eight.digits) ^ EightBytes.highs
      let length = min(others == 0 ? 8 : EightBytes.first(others), scan.end - at)
      // Bit 0x20 is set in letters in lower case and in digits.
      if length > 0 { hash = WordHash.mix(hash, eight.lowercased.prefix(length)) }
      lower |= eight.prefix(length)
      at += length
      if length < 8 { return (at, hash, lower & (EightBytes.ones &* 0x20) == 0) }
    }
    // The last bytes of a text.
    var pending: UInt64 = 0
    var shift: UInt64 = 0
    while at < scan.end, isLetter(scan.bytes[at]) || isDigit(scan.bytes[at]) {
      pending |= UInt64(scan.bytes[at] | 0x20) << shift
      lower |= UInt64(scan.bytes[at])
      shift += 8
      at += 1
    }
    if shift > 0 { hash = WordHash.mix(hash, pending) }
    return (at, hash, lower & (EightBytes.ones &* 0x20) == 0)
  }

  /// "U.S.", "e.g.", "P.R.C.": letters with a dot after each. The id leaves the last dot out.
  private func initials(_ scan: inout Scan) -> Bool {
    let start = scan.at
    var at = start
    var hash = WordHash()
    var letters = 0
    while at < scan.end, Self.isLetter(scan.bytes[at]), !Self.isLetter(scan.byte(at + 1)) {
      if letters > 0 { hash.append(0x2E) }
      hash.append(scan.bytes[at] | 0x20)
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
      emit(&scan, start, at + 2, hash: hash.value, shape)
      scan.at = at + 2
    } else {
      emit(&scan, start, at, hash: hash.value, shape)
      scan.at = at
    }
    return true
  }

  /// After a word at an apostrophe: possessives end the word, contractions go on.
  private func apostrophe(
    _ scan: inout Scan, _ start: Int, _ at: Int, _ length: Int,
    _ hash: UInt64, _ isUpper: Bool
  ) -> Bool {
    let after = at + length
    var shape = Self.shape(scan.bytes, start, at, isUpper)
    let first = scan.byte(after)
    if first | 0x20 == 0x73, !Self.isLetter(scan.byte(after + 1)), scan.byte(after + 1) < 0x80 {
      shape.insert(.possessive)
      emit(&scan, start, after + 1, hash: hash, shape)
      scan.at = after + 1
      return true
    }
    if Self.isLetter(first) {
      var end = after
      var whole = WordHash()
      for index in start..<at { whole.append(scan.bytes[index] | 0x20) }
      whole.append(0x27)
      while Self.isLetter(scan.byte(end)) {
        whole.append(scan.bytes[end] | 0x20)
        end += 1
      }
      emit(&scan, start, end, hash: whole.value, shape)
      scan.at = end
      return true
    }
    // "states' rights": a possessive only where a word follows; else the apostrophe is a quote.
    if scan.bytes[at - 1] | 0x20 == 0x73, first == 0x20, Self.isLetter(scan.byte(after + 1)) {
      shape.insert(.possessive)
      emit(&scan, start, after, hash: hash, shape)
      scan.at = after
      return true
    }
    return false
  }

  private func number(_ scan: inout Scan) {
    let start = scan.at
    var at = start
    var hash = WordHash()
    while at < scan.end {
      let byte = scan.bytes[at]
      let isJoined =
        (byte == 0x2C || byte == 0x2E) && Self.isDigit(scan.byte(at + 1))
      guard Self.isWordByte(byte) || isJoined else { break }
      hash.append(Self.isLetter(byte) ? byte | 0x20 : byte)
      at += 1
    }
    emit(&scan, start, at, hash: hash.value, .number)
    scan.at = at
  }

  @inline(__always)
  private static func shape(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ isUpper: Bool
  ) -> TokenShape {
    guard bytes[start] < 0x61 else { return .word }
    let isCaps = end - start > 1 && isUpper
    return isCaps ? [.word, .capitalized, .allCaps] : [.word, .capitalized]
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isWordByte(_ byte: UInt8) -> Bool {
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
}
