// A hyphen at a line's end: part of the word or of the printing? The document itself is asked.

/// Decides whether a hyphen at a line's end goes.
struct Hyphenation {
  /// A Bloom filter of the words: 2^19 bits, two a word (one false hit in a hundred at 25,000 words).
  private var words = [UInt64](repeating: 0, count: 8_192)

  /// Collects words and hyphenated words of the text, once a document that has such line ends.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while at < bytes.count {
      guard Self.isLetter(bytes[at]) else {
        at += 1
        continue
      }
      var end = at
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      while end < bytes.count, Self.isLetter(bytes[end]) || Self.isInnerHyphen(bytes, end) {
        hash = Self.step(hash, bytes[end])
        end += 1
      }
      hash = Self.finish(hash)
      words[Int(hash >> 32 & 0x1FFF)] |= 1 << (hash >> 45 & 63)
      words[Int(hash >> 3 & 0x1FFF)] |= 1 << (hash >> 51 & 63)
      at = end
    }
  }

  /// - Parameters: the last word before the hyphen, the first word of the next line.
  func joins(_ first: some Sequence<UInt8>, _ second: some Sequence<UInt8>) -> Bool {
    let a = Array(first)
    let b = Array(second)
    if contains(hash(a + b)) { return true }
    if contains(hash(a + [0x2D] + b)) { return false }
    return !Self.prefixes.contains(String(decoding: a.map { $0 | 0x20 }, as: UTF8.self))
  }

  private func contains(_ hash: UInt64) -> Bool {
    words[Int(hash >> 32 & 0x1FFF)] >> (hash >> 45 & 63) & 1 != 0
      && words[Int(hash >> 3 & 0x1FFF)] >> (hash >> 51 & 63) & 1 != 0
  }

  /// Rotation instead of a multiplication: this runs over every byte of the document.
  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash << 7 | hash >> 57) ^ UInt64(byte | 0x20)
  }

  private static func finish(_ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ hash >> 29) &* 0xbf58_476d_1ce4_e5b9
    return mixed ^ mixed >> 32
  }

  private func hash(_ bytes: [UInt8]) -> UInt64 {
    Self.finish(bytes.reduce(0xcbf2_9ce4_8422_2325, Self.step))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
  }

  private static func isInnerHyphen(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    bytes[at] == 0x2D && at + 1 < bytes.count && isLetter(bytes[at + 1])
  }

  private static let prefixes: Set<String> = [
    "self", "cross", "non", "long", "short", "well", "high", "low", "state", "co",
    "post", "ex", "all", "decision", "policy", "rule", "law", "third", "public", "private",
    "government", "industry", "world", "large", "small", "full", "part", "real", "so",
  ]
}
