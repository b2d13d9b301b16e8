// The phrases of the rules of inference, found in one pass over folded words however many they are.

internal import Text

/// Many phrases looked for in one pass. Each begins and ends with a space, so that only the starts of
/// words are tried.
struct FoldedPhrases: Sendable {
  /// All phrases, one after the other; `starts` has where each begins and, last, the end.
  private let bytes: [UInt8]
  private let starts: [Int]
  /// By the first two letters: the first phrase; `next` has the others. -1 ends.
  private let heads: [Int16]
  /// By byte: its part of a slot, 0 for what belongs to no word.
  private let letters: [UInt8] = (0...255).map { isWord(UInt8($0)) ? UInt8($0) & 31 : 0 }
  /// By the first two letters: which letters may stand at places 3 and 4 of the phrases that begin
  /// with them, bit `letter & 31` for each; all bits where one has no letter there, or a space so far
  /// before it that a text may have two.
  private let fourths: [UInt32]
  private let fifths: [UInt32]
  private let next: [Int16]
  /// The first eight bytes of each phrase and a mask of those it has: one comparison tells most.
  private let prefixes: [(bytes: UInt64, mask: UInt64)]
  /// The same without the space that each begins with.
  private let openings: [(bytes: UInt64, mask: UInt64)]

  init(_ phrases: [String]) {
    var bytes: [UInt8] = []
    var starts = [0]
    for phrase in phrases {
      bytes += phrase.utf8
      starts.append(bytes.count)
    }
    var heads = [Int16](repeating: -1, count: 1024)
    var next = [Int16](repeating: -1, count: phrases.count)
    var telling = [[UInt32]](repeating: [UInt32](repeating: 0, count: 1024), count: 2)
    for index in phrases.indices.reversed() {
      let slot = Self.slot(bytes[starts[index] + 1], bytes[starts[index] + 2])
      next[index] = heads[slot]
      heads[slot] = Int16(index)
      for place in 3...4 {
        let first = starts[index] + 1
        let letter = first + place < starts[index + 1] ? bytes[first + place] : 0
        let isSure = letter &- 0x61 < 26 && !bytes[first..<(first + place - 1)].contains(0x20)
        telling[place - 3][slot] |= isSure ? 1 << UInt32(letter & 31) : .max
      }
    }
    (fourths, fifths) = (telling[0], telling[1])
    prefixes = phrases.map { Self.prefix(Array($0.utf8.prefix(8))) }
    openings = phrases.map { Self.prefix(Array($0.utf8.dropFirst().prefix(8))) }
    self.bytes = bytes
    self.starts = starts
    self.heads = heads
    self.next = next
  }

  private static func prefix(_ bytes: [UInt8]) -> (UInt64, UInt64) {
    var prefix: UInt64 = 0
    var mask: UInt64 = 0
    for (place, byte) in bytes.enumerated() {
      prefix |= UInt64(byte) << UInt64(place * 8)
      mask |= 0xFF << UInt64(place * 8)
    }
    return (prefix, mask)
  }

  @inline(__always)
  private static func slot(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }

  /// Calls `body` with the index of each phrase wherever it stands in `words`, and whether it stands
  /// at the start of a line.
  @inline(__always)
  func forEach(in words: FoldedWords, _ body: (Int, Bool) -> Void) {
    words.bytes.withUnsafeBufferPointer { words in
      heads.withUnsafeBufferPointer { heads in
        guard words.count > 3 else { return }
        let raw = UnsafeRawBufferPointer(words)
        for at in 0..<(words.count - 2) where words[at] == 0x20 {
          var index = Int(heads[Self.slot(words[at + 1], words[at + 2])])
          guard index >= 0 else { continue }
          let here =
            at + 8 <= words.count
            ? UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) : nil
          while index >= 0 {
            let mayStand = here.map { $0 & prefixes[index].mask == prefixes[index].bytes } ?? true
            if mayStand, stands(index, at, words) {
              body(index, at > 0 && words[at - 1] == 0x0A)
            }
            index = Int(next[index])
          }
        }
      }
    }
  }

  /// The same in a text that is not folded: only where two letters fit is a stretch of it folded.
  @inline(__always)
  func forEach(inText text: ArraySlice<UInt8>, _ body: (Int, Bool) -> Void) {
    text.withUnsafeBufferPointer { forEach(inText: $0, body) }
  }

  @inline(__always)
  func forEach(inText text: UnsafeBufferPointer<UInt8>, _ body: (Int, Bool) -> Void) {
    heads.withUnsafeBufferPointer { heads in
      var isWord = false
      var isFirst = true
      let raw = UnsafeRawBufferPointer(text)
      let last = text.count - 1
      var at = 0
      while at < last {
        // Eight bytes of ASCII a step, of which only the starts of words are looked at.
        if at + 9 <= text.count {
          let eight = EightBytes(raw, at: at)
          if eight.isASCII {
            let words = eight.letters | eight.digits | eight.equal(0x27)
            var feeds = eight.equal(0x0A)
            var starts = words & ~(words << 8 | (isWord ? 0x80 : 0))
            isWord = words >> 63 != 0
            if feeds == 0, !isFirst {
              while starts != 0 {
                tryHere(heads, text, at + EightBytes.first(starts), false, body)
                starts &= starts - 1
              }
              at += 8
              continue
            }
            while starts != 0 {
              let below = (starts & (0 &- starts)) &- 1
              if feeds & below != 0 { isFirst = true }
              feeds &= ~below
              tryHere(heads, text, at + EightBytes.first(starts), isFirst, body)
              isFirst = false
              starts &= starts - 1
            }
            if feeds != 0 { isFirst = true }
            at += 8
            continue
          }
        }
        let wasWord = isWord
        if text[at] >= 0x80 {
          isWord = Self.isWord(wide: text, at, wasWord)
          at += 1
          continue
        }
        isWord = Self.isWord(text[at])
        if text[at] == 0x0A { isFirst = true }
        if isWord, !wasWord {
          tryHere(heads, text, at, isFirst, body)
          isFirst = false
        }
        at += 1
      }
    }
  }

  /// Tries the phrases that begin with the two letters at `at`.
  @inline(__always)
  private func tryHere(
    _ heads: UnsafeBufferPointer<Int16>, _ text: UnsafeBufferPointer<UInt8>, _ at: Int,
    _ isFirst: Bool, _ body: (Int, Bool) -> Void
  ) {
    let slot = letters.withUnsafeBufferPointer {
      Int($0[Int(text[at])]) << 5 | Int($0[Int(text[at + 1])])
    }
    let head = heads[slot]
    guard head >= 0 else { return }
    // Phrases with the same first word mostly differ in the next one.
    if at + 4 < text.count, text[at + 1] | text[at + 2] | text[at + 3] < 0x80 {
      guard Self.mayStand(text[at + 3], fourths[slot]), Self.mayStand(text[at + 4], fifths[slot])
      else { return }
    }
    tryAll(Int(head), text, at, isFirst, body)
  }

  /// False for a letter that is not among `letters`.
  @inline(__always)
  private static func mayStand(_ byte: UInt8, _ letters: UInt32) -> Bool {
    (byte | 0x20) &- 0x61 >= 26 || letters >> UInt32(byte & 31) & 1 == 1
  }

  /// Whether an ASCII byte belongs to a word.
  @inline(__always)
  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x27
  }

  /// Whether a word goes on after the byte at `at`, which is not ASCII: letters and apostrophes, but
  /// no quotes, dashes or signs, which begin with C2 or E2.
  private static func isWord(
    wide text: UnsafeBufferPointer<UInt8>, _ at: Int, _ wasWord: Bool
  ) -> Bool {
    let byte = text[at]
    if byte >= 0xC0 { return byte != 0xC2 && byte != 0xE2 }
    let isApostrophe =
      byte & 0xFE == 0x98 && at > 1 && text[at - 1] == 0x80 && text[at - 2] == 0xE2
    return isApostrophe || wasWord
  }

  @inline(never)
  private func tryAll(
    _ head: Int, _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ isFirst: Bool,
    _ body: (Int, Bool) -> Void
  ) {
    let raw = UnsafeRawBufferPointer(text)
    let here = at + 8 <= text.count ? EightBytes(raw, at: at) : nil
    var index = head
    while index >= 0 {
      let mayStand = here.map { self.mayStand(index, $0) } ?? true
      if mayStand, stands(index, inText: text, at) { body(index, isFirst) }
      index = Int(next[index])
    }
  }

  /// False where the first byte that differs is a letter.
  @inline(__always)
  private func mayStand(_ index: Int, _ here: EightBytes) -> Bool {
    let (bytes, mask) = openings[index]
    let differing = (here.lowercased.bits ^ bytes) & mask
    guard differing != 0 else { return true }
    let place = UInt64(EightBytes.first(differing) * 8)
    let byte = UInt8(truncatingIfNeeded: here.lowercased.bits >> place)
    return byte &- 0x61 >= 26
  }

  /// The same as `stands` in a text that is not folded: any run of other bytes is a space.
  private func stands(_ index: Int, inText text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let end = starts[index + 1] - 1
      var place = starts[index] + 1
      var at = start
      while place < end {
        guard at < text.count, text[at] < 0x80 else {
          return at < text.count && standsFolded(index, text, start)
        }
        if bytes[place] == 0x20 {
          guard !Self.isWord(text[at]), text[at] != 0x0A else { return false }
          at += 1
          while at < text.count, text[at] < 0x80, text[at] != 0x0A, !Self.isWord(text[at]) {
            at += 1
          }
        } else {
          guard text[at] | 0x20 == bytes[place] else { return false }
          at += 1
        }
        place += 1
      }
      guard at < text.count else { return true }
      return text[at] < 0x80 ? !Self.isWord(text[at]) : standsFolded(index, text, start)
    }
  }

  /// Where something else than ASCII stands in the way: folds enough for the longest phrase.
  private func standsFolded(
    _ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    var end = start
    while end < min(text.count, start + 160), text[end] != 0x0A { end += 1 }
    let words = FoldedWords(UnsafeBufferPointer(rebasing: text[start..<end]))
    return words.bytes.withUnsafeBufferPointer { stands(index, 0, $0) }
  }

  private func stands(_ index: Int, _ at: Int, _ words: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[index]
    let length = starts[index + 1] - start
    guard at + length <= words.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for offset in 1..<length where words[at + offset] != bytes[start + offset] { return false }
      return true
    }
  }

  /// The first of the phrases, in their own order, that stands in `words`.
  func first(in words: FoldedWords) -> Int? {
    var first = Int.max
    forEach(in: words) { index, _ in first = min(first, index) }
    return first == .max ? nil : first
  }
}
