// A hyphen at a line's end: part of the word or of the printing? The document itself is asked.

internal import Text

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
      let end = Self.wordEnd(bytes, at)
      let hash = Self.hash(UnsafeRawBufferPointer(bytes), at, end)
      words[Int(hash >> 32 & 0x1FFF)] |= 1 << (hash >> 45 & 63)
      words[Int(hash >> 3 & 0x1FFF)] |= 1 << (hash >> 51 & 63)
      at = end + 1
    }
  }

  /// Where the word at `at` ends; a hyphen between letters is part of it.
  private static func wordEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var end = at
    while end < bytes.count {
      if end + 8 <= bytes.count {
        let eight = EightBytes(raw, at: end)
        let others = ~(eight.letters | eight.bits) & EightBytes.highs
        guard others != 0 else {
          end += 8
          continue
        }
        end += EightBytes.first(others)
      } else {
        while end < bytes.count, isLetter(bytes[end]) { end += 1 }
        if end == bytes.count { break }
      }
      guard isInnerHyphen(bytes, end) else { break }
      end += 1
    }
    return end
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

  /// Eight bytes a step: this runs over every word of the document.
  private static func hash(_ raw: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var at = start
    while at < end {
      let left = end - at
      var bits: UInt64 = 0
      if at + 8 <= raw.count {
        bits = EightBytes(raw, at: at).bits | EightBytes.ones &* 0x20
        if left < 8 { bits &= 1 << UInt64(left * 8) &- 1 }
      } else {
        for offset in 0..<min(8, left) {
          bits |= UInt64(raw[at + offset] | 0x20) << UInt64(offset * 8)
        }
      }
      hash = (hash ^ bits) &* 0xbf58_476d_1ce4_e5b9
      hash ^= hash >> 32
      at += 8
    }
    return hash
  }

  private func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { Self.hash($0, 0, bytes.count) }
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
