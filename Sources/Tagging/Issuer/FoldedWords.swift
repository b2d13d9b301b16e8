// The words of short texts (titles, letterheads, file names) as the rules of inference look at them:
// bytes, since every line of every first page is compared with some hundred phrases.

internal import Text

/// A short text as folded words with a space around each:
/// "Cyber-Security Strategy (2015)" → " cyber security strategy 2015 ".
struct FoldedWords: Sendable, Equatable {
  private(set) var bytes: [UInt8] = []

  init(_ text: some StringProtocol) {
    var text = String(text)
    text.withUTF8 { append($0) }
  }

  init(_ text: some Collection<UInt8>) {
    let isDone: Void? = text.withContiguousStorageIfAvailable { append($0) }
    if isDone == nil { Array(text).withUnsafeBufferPointer { append($0) } }
  }

  /// The lines of a text; each begins with a line feed, so that no phrase reaches over two.
  init(lines text: some Collection<UInt8>, isIncluded: (Int) -> Bool = { _ in true }) {
    for line in text.split(separator: 0x0A) where isIncluded(line.count) {
      bytes.append(0x0A)
      line.withContiguousStorageIfAvailable { append($0) }
    }
    bytes.append(0x0A)
  }

  /// Words in it.
  var count: Int { bytes.count { $0 == 0x20 } - 1 }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(bytes.count + text.count + 2)
    bytes.append(0x20)
    var at = 0
    var isOpen = false
    while at < text.count {
      let byte = text[at]
      guard byte < 0x80 else {
        at = appendWide(text, at, &isOpen)
        continue
      }
      let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if folded &- 0x61 < 26 || folded &- 0x30 < 10 || folded == 0x27 {
        bytes.append(folded)
        isOpen = true
      } else if isOpen {
        bytes.append(0x20)
        isOpen = false
      }
      at += 1
    }
    if isOpen { bytes.append(0x20) }
  }

  /// Takes what is not ASCII from `start` on.
  /// - Returns: where ASCII begins again.
  private mutating func appendWide(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ isOpen: inout Bool
  ) -> Int {
    var end = start
    while end < text.count, text[end] >= 0x80 { end += 1 }
    let run = UnsafeBufferPointer(rebasing: text[start..<end])
    for scalar in Folding.fold(String(decoding: run, as: UTF8.self)).unicodeScalars {
      let isWord =
        scalar.value >= 0x80
        ? scalar.properties.isAlphabetic
        : (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
          || scalar.value == 0x27
      if isWord {
        for byte in UTF8.encode(scalar).map(Array.init) ?? [] { bytes.append(byte) }
        isOpen = true
      } else if isOpen {
        bytes.append(0x20)
        isOpen = false
      }
    }
    return end
  }

  func contains(_ phrase: StaticString) -> Bool {
    let length = phrase.utf8CodeUnitCount
    guard length >= 2, length <= bytes.count else { return false }
    let (first, second) = (phrase.utf8Start[0], phrase.utf8Start[1])
    return bytes.withUnsafeBufferPointer { bytes in
      for at in 0...(bytes.count - length)
      where bytes[at + 1] == second && bytes[at] == first && Self.equals(bytes, at, phrase) {
        return true
      }
      return false
    }
  }

  func starts(with phrase: StaticString) -> Bool {
    phrase.utf8CodeUnitCount <= bytes.count
      && bytes.withUnsafeBufferPointer { Self.equals($0, 0, phrase) }
  }

  func ends(with phrase: StaticString) -> Bool {
    let start = bytes.count - phrase.utf8CodeUnitCount
    return start >= 0 && bytes.withUnsafeBufferPointer { Self.equals($0, start, phrase) }
  }

  /// Ends in one of `phrases`, "the" after it or not.
  func ends(withOneOf phrases: [StaticString]) -> Bool {
    let withoutArticle = ends(with: " the ") ? bytes.count - 4 : bytes.count
    return bytes.withUnsafeBufferPointer { bytes in
      for phrase in phrases {
        let length = phrase.utf8CodeUnitCount
        for end in [bytes.count, withoutArticle]
        where end >= length && Self.equals(bytes, end - length, phrase) {
          return true
        }
      }
      return false
    }
  }

  private static func equals(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ phrase: StaticString
  ) -> Bool {
    var offset = phrase.utf8CodeUnitCount - 1
    while offset >= 0 {
      if bytes[at + offset] != phrase.utf8Start[offset] { return false }
      offset -= 1
    }
    return true
  }
}

/// Many phrases looked for in one pass. Each begins and ends with a space, so that only the starts of
/// words are tried.
struct FoldedPhrases: Sendable {
  private let phrases: [[UInt8]]
  /// By the first two letters: the first phrase; `next` has the others. -1 ends.
  private var heads = [Int16](repeating: -1, count: 1024)
  private var next: [Int16]

  init(_ phrases: [String]) {
    self.phrases = phrases.map { Array($0.utf8) }
    next = Array(repeating: -1, count: phrases.count)
    for index in phrases.indices.reversed() {
      let slot = Self.slot(self.phrases[index][1], self.phrases[index][2])
      next[index] = heads[slot]
      heads[slot] = Int16(index)
    }
  }

  @inline(__always)
  private static func slot(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }

  /// Calls `body` with the index of each phrase wherever it stands in `words`.
  func forEach(in words: FoldedWords, _ body: (Int) -> Void) {
    words.bytes.withUnsafeBufferPointer { words in
      guard words.count > 3 else { return }
      for at in 0..<(words.count - 2) where words[at] == 0x20 {
        var index = Int(heads[Self.slot(words[at + 1], words[at + 2])])
        while index >= 0 {
          if stands(index, at, words) { body(index) }
          index = Int(next[index])
        }
      }
    }
  }

  private func stands(_ index: Int, _ at: Int, _ words: UnsafeBufferPointer<UInt8>) -> Bool {
    let phrase = phrases[index]
    guard at + phrase.count <= words.count else { return false }
    for offset in 1..<phrase.count where words[at + offset] != phrase[offset] { return false }
    return true
  }

  /// The first of the phrases, in their own order, that stands in `words`.
  func first(in words: FoldedWords) -> Int? {
    var first = Int.max
    forEach(in: words) { first = min(first, $0) }
    return first == .max ? nil : first
  }
}
