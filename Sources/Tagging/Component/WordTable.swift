// Single words as weak features: what is left when classes and clauses have had their say. A word
// is looked up by the hash of its stem, read from the bytes, so no word list grows while coding.

internal import Text

/// Stems that carry a weight, and their rows in the model.
struct WordTable: Sendable {
  /// Value of a word feature: below 1, so that regularisation holds words back.
  static let value: Float = 0.8
  private struct Slot {
    var hash: UInt64
    var row: Int32
  }
  private var slots: [Slot]
  /// The upper bits of the hash in each slot, never 0 where one is taken: small enough to stay in
  /// the nearest cache, and enough to tell most words that carry none.
  private var tags: [UInt16]
  private let mask: Int

  /// - Parameter stems: the hash of each (`WordHash`) with its row.
  init(_ stems: [(stem: UInt64, row: Int32)]) {
    var size = 16
    while size < stems.count * 3 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: Slot(hash: 0, row: -1), count: size)
    tags = Array(repeating: 0, count: size)
    for (hash, row) in stems {
      var at = Int(truncatingIfNeeded: hash) & mask
      while slots[at].row >= 0, slots[at].hash != hash { at = (at + 1) & mask }
      slots[at] = Slot(hash: hash, row: row)
      tags[at] = Self.tag(hash)
    }
  }

  @inline(__always)
  private static func tag(_ hash: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: hash >> 48) | 1 }

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
    let (b, c) = (lower(bytes[end - 2]), lower(bytes[end - 1]))
    if length > 6, c == 0x67, b == 0x6E, lower(bytes[end - 3]) == 0x69 { return length - 3 }
    if length > 5, c == 0x64, b == 0x65 { return length - 2 }
    if length > 5, c == 0x73, b == 0x65 { return length - 2 }
    if c == 0x73 { return length - 1 }
    return length
  }

  /// The row of a word's stem, if it carries a weight.
  @inline(__always)
  func row(of token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    let hash = Self.stemHash(token, bytes)
    let tag = Self.tag(hash)
    return tags.withUnsafeBufferPointer { tags in
      var at = Int(truncatingIfNeeded: hash) & mask
      while tags[at] != 0 {
        if tags[at] == tag, slots[at].hash == hash { return slots[at].row }
        at = (at + 1) & mask
      }
      return nil
    }
  }

  /// The hash of a word's stem in lower case.
  @inline(__always)
  private static func stemHash(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
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

  /// Stems that are no evidence (CODEBOOK.md, section 1): the names of the components themselves.
  static let silent: Set<String> = ["principle", "principl", "norm", "rule", "rul", "procedure"]

  /// The stem itself, for fitting.
  static func stem(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let start = Int(token.start)
    let stem = (start..<(start + stemLength(token, bytes))).map { lower(bytes[$0]) }
    return String(decoding: stem, as: UTF8.self)
  }
}
