// Single words as weak features: what is left when classes and clauses have had their say. A word
// is looked up by the hash of its stem, read from the bytes, so no word list grows while coding.

internal import Text

/// Stems that carry a weight, and their rows in the model.
struct WordTable: Sendable {
  /// Value of a word feature: below 1, so that regularisation holds words back.
  static let value: Float = 0.8
  /// A slot has the upper 44 bits of a stem's hash, by which alone it is known (as words are by a
  /// `Vocabulary`), and below them its row, counted from 1; 0 is empty. So small a table stays in a
  /// near cache.
  private var slots: [UInt64]
  private let mask: Int
  private static let rowMask: UInt64 = 0xF_FFFF

  /// - Parameter stems: the hash of each (`WordHash`) with its row.
  init(_ stems: [(stem: UInt64, row: Int32)]) {
    var size = 16
    while size < stems.count * 2 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: 0, count: size)
    for (hash, row) in stems {
      precondition(row < Self.rowMask, "a model has at most a million rows")
      let tag = hash & ~Self.rowMask
      var at = place(tag)
      while slots[at] != 0, slots[at] & ~Self.rowMask != tag { at = (at + 1) & mask }
      slots[at] = tag | UInt64(row + 1)
    }
  }

  /// Where the search for a tag begins.
  @inline(__always)
  private func place(_ tag: UInt64) -> Int {
    Int(truncatingIfNeeded: tag >> 20 ^ tag >> 42) & mask
  }

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// Length in bytes of the stem: without -ing, -ed, -es or -s where four letters stay, and without
  /// a possessive.
  @inline(__always)
  static func stemLength(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let start = Int(token.start)
    var end = Int(token.end)
    if token.isPossessive {
      var at = end - 1
      while at > start, bytes[at] != 0x27, bytes[at] != 0xE2 { at -= 1 }
      if at > start { end = at }
    }
    let length = end - start
    guard length > 4 else { return length }
    // Without branches: which ending a word has is hard to foresee.
    let (a, b, c) = (lower(bytes[end - 3]), lower(bytes[end - 2]), lower(bytes[end - 1]))
    let isPlural = c == 0x73
    let isIng = length > 6 && UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c) == 0x69_6E67
    let isTwo = length > 5 && b == 0x65 && (isPlural || c == 0x64)
    return length - (isIng ? 3 : isTwo ? 2 : isPlural ? 1 : 0)
  }

  /// The row of the stem with a hash, -1 where it carries no weight.
  @inline(__always)
  func row(ofStem hash: UInt64) -> Int32 {
    let tag = hash & ~Self.rowMask
    return slots.withUnsafeBufferPointer { slots in
      var at = place(tag)
      while slots[at] != 0 {
        if slots[at] & ~Self.rowMask == tag { return Int32(slots[at] & Self.rowMask) - 1 }
        at = (at + 1) & mask
      }
      return -1
    }
  }

  /// The hash of a word's stem in lower case.
  @inline(__always)
  static func stemHash(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var at = Int(token.start)
    let end = at + stemLength(token, bytes)
    guard token.isPlain, end + 8 <= bytes.count else { return slowStemHash(at..<end, bytes) }
    var hash = WordHash.seed
    let raw = UnsafeRawBufferPointer(bytes)
    while at < end {
      hash = WordHash.mix(hash, EightBytes(raw, at: at).lowercased.prefix(min(8, end - at)))
      at += 8
    }
    return hash
  }

  /// The same for stems with other bytes than letters and digits of ASCII.
  @inline(never)
  private static func slowStemHash(
    _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    var hash = WordHash()
    for index in range { hash.append(lower(bytes[index])) }
    return hash.value
  }

  /// A word of three letters or more, no number.
  @inline(__always)
  static func isTelling(_ token: Token) -> Bool {
    token.isWord && token.end - token.start >= 3 && !token.shape.contains(.number)
  }

  /// Stems that are no evidence (CODEBOOK.md, section 1): the names of the components themselves.
  static let silent: Set<String> = ["principle", "principl", "norm", "rule", "rul", "procedure"]

  /// The stem itself, for fitting.
  static func stem(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let start = Int(token.start)
    let stem = (start..<(start + stemLength(token, bytes))).map { lower(bytes[$0]) }
    return String(decoding: stem, as: UTF8.self)
  }
}
