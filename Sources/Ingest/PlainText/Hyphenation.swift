// A hyphen at a line's end: part of the word or of the printing? The document itself is asked.

internal import Text

/// Decides whether a hyphen at a line's end goes.
struct Hyphenation {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// A Bloom filter of words: 2^19 bits, two a word (one false hit in a hundred at 25,000 words).
  private var words = [UInt64](repeating: 0, count: 8_192)
  /// The first three letters of the words in the filter, a bit each: others were not asked for.
  private var openings = [UInt64](repeating: 0, count: 512)

  /// Collects words and hyphenated words of the text that begin like a word cut at a line's end; once
  /// a document that has such line ends.
  init(_ text: TextLines) {
    bytes = text.bytes
    for line in text.lines where bytes[line.end - 1] == 0x2D {
      var start = line.end - 1
      while start > line.start, (bytes[start - 1] | 0x20) &- 0x61 < 26 { start -= 1 }
      if start < line.end - 1 { open(bytes[start..<(line.end - 1)]) }
    }
    collect()
  }

  /// Marks all openings that a word made of `first` and what follows can have.
  private mutating func open(_ first: some Collection<UInt8>) {
    var low = 0
    var free = 15
    for byte in first.prefix(3) {
      low |= Int(byte & 31) << (free - 5)
      free -= 5
    }
    for opening in low..<(low + (1 << free)) { openings[opening >> 6] |= 1 << UInt64(opening & 63) }
  }

  private func isOpen(_ word: [UInt8]) -> Bool {
    isOpen(word.prefix(3).reversed().reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// - Parameter word: its bytes, the first one lowest.
  @inline(__always)
  private func isOpen(_ word: UInt64) -> Bool {
    let outer: UInt64 = (word & 31) << 10 | word >> 16 & 31
    let opening = Int(truncatingIfNeeded: outer | word >> 3 & 0x3E0)
    return openings[opening >> 6] >> UInt64(opening & 63) & 1 != 0
  }

  /// Runs over every word of the document: only those with an opening that is asked for are hashed.
  private mutating func collect() {
    let raw = UnsafeRawBufferPointer(bytes)
    var words = words
    self.words = []
    var before: UInt64 = 0
    var at = 0
    while at < raw.count {
      let eight = EightBytes(raw, paddedAt: at)
      let letters = (eight.letters | eight.bits) & EightBytes.highs
      // Letters whose neighbour on the left is none.
      var starts = letters & ~(letters << 8 | before)
      before = letters >> 56
      while starts != 0 {
        let start = at + EightBytes.first(starts)
        starts &= starts &- 1
        if isOpen(EightBytes(raw, paddedAt: start).bits) {
          Self.add(raw, start, to: &words)
        }
      }
      at += 8
    }
    self.words = words
  }

  /// Adds the word at `start` unless it is the rest of a hyphenated one.
  private static func add(_ raw: UnsafeRawBufferPointer, _ start: Int, to words: inout [UInt64]) {
    if start > 1, raw[start - 1] == 0x2D, isLetter(raw[start - 2]) { return }
    let hash = hash(raw, start, wordEnd(raw, start))
    words[Int(hash >> 32 & 0x1FFF)] |= 1 << (hash >> 45 & 63)
    words[Int(hash >> 3 & 0x1FFF)] |= 1 << (hash >> 51 & 63)
  }

  /// Where the word at `at` ends; a hyphen between letters is part of it.
  private static func wordEnd(_ raw: UnsafeRawBufferPointer, _ at: Int) -> Int {
    var end = at
    while end < raw.count,
      isLetter(raw[end]) || raw[end] == 0x2D && end + 1 < raw.count && isLetter(raw[end + 1])
    {
      end += 1
    }
    return end
  }

  /// - Parameters:
  ///   - first: the last word before the hyphen.
  ///   - second: the first word of the next line.
  ///   - isCompound: another hyphen stands before or behind these.
  mutating func joins(
    _ first: some Sequence<UInt8>, _ second: some Sequence<UInt8>, isCompound: Bool
  ) -> Bool {
    let a = Array(first)
    let b = Array(second)
    let whole = a + b
    let cut = a + [0x2D] + b
    if !isOpen(whole) || !isOpen(cut) {
      // The word goes over three lines: now all words count, so that this happens once.
      openings = [UInt64](repeating: .max, count: openings.count)
      collect()
    }
    if contains(hash(whole)) { return true }
    if contains(hash(cut)) { return false }
    // "up-to-" and "date", "brother-" and "in-law"
    if isCompound, Self.links.contains(where: { $0 == a || $0 == b }) { return false }
    // "risk-" and "based"
    if a.count >= 3, Self.suffixes.contains(String(decoding: b, as: UTF8.self)),
      !["cor", "inter"].contains(String(decoding: a, as: UTF8.self))
    {
      return false
    }
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
      let count = min(8, end - at)
      let bits = EightBytes(raw, at: at, count: count).lowercased.prefix(count)
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

  /// Small words inside compounds.
  private static let links = [
    "to", "of", "the", "in", "by", "and", "on", "or", "a", "at", "for", "up", "out", "as", "de",
    "la",
  ].map { Array($0.utf8) }

  /// Words that follow a hyphen and are hardly ever the second part of another word.
  private static let suffixes: Set<String> = [
    "based", "related", "driven", "oriented", "specific", "neutral", "looking", "friendly", "owned",
    "funded", "sharing", "raising", "level", "term", "style", "depth", "sized", "making", "facing",
  ]

  private static let prefixes: Set<String> = [
    "self", "cross", "non", "long", "short", "well", "high", "low", "state", "co",
    "post", "ex", "all", "decision", "policy", "rule", "law", "third", "public", "private",
    "government", "industry", "world", "large", "small", "full", "part", "real", "so",
  ]
}
