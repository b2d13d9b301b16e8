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

  init(_ text: UnsafeBufferPointer<UInt8>) { append(text) }

  init(_ text: ArraySlice<UInt8>) { text.withUnsafeBufferPointer { append($0) } }

  /// The lines of a text; each begins with a line feed, so that no phrase reaches over two.
  init(lines text: ArraySlice<UInt8>) {
    bytes.append(0x0A)
    text.withUnsafeBufferPointer { append($0, keepsLines: true) }
    bytes.append(0x0A)
  }

  /// The same with lines of at most `length` bytes only.
  init(lines text: ArraySlice<UInt8>, upTo length: Int) {
    text.withUnsafeBufferPointer { text in
      var start = 0
      while start < text.count {
        let end = text.place(of: 0x0A, from: start) ?? text.count
        if start < end, end - start <= length {
          bytes.append(0x0A)
          append(UnsafeBufferPointer(rebasing: text[start..<end]))
        }
        start = end + 1
      }
    }
    bytes.append(0x0A)
  }

  /// Words in it.
  var count: Int {
    bytes.withUnsafeBufferPointer { bytes in
      var spaces = 0
      for byte in bytes where byte == 0x20 { spaces += 1 }
      return spaces - 1
    }
  }

  /// The words of a text, without folding it where it is ASCII.
  ///
  /// - Parameter most: more need not be counted.
  static func count(_ text: UnsafeBufferPointer<UInt8>, upTo most: Int) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    var count = 0
    var isWord: UInt64 = 0
    var at = 0
    while at < raw.count, count <= most {
      let eight =
        at + 8 <= raw.count
        ? EightBytes(raw, at: at)
        : EightBytes(bits: (at..<raw.count).reversed().reduce(0) { $0 << 8 | UInt64(raw[$1]) })
      guard eight.isASCII else { return FoldedWords(text).count }
      let words = eight.letters | eight.digits | eight.equal(0x27)
      count += EightBytes.count(words & ~(words << 8 | isWord))
      isWord = words >> 56
      at += 8
    }
    return count
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, keepsLines: Bool = false) {
    bytes.append(0x20)
    let start = bytes.count
    // No letter takes more than twice the bytes when it is folded; a line feed takes a space.
    bytes.append(contentsOf: repeatElement(0x20, count: text.count * 2 + 1))
    let end = bytes.withUnsafeMutableBufferPointer {
      Self.fold(text, into: $0, from: start, keepsLines: keepsLines)
    }
    bytes.removeLast(bytes.count - end)
  }

  /// Writes folded words to `out` from `start` on.
  /// - Returns: where they end.
  private static func fold(
    _ text: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableBufferPointer<UInt8>,
    from start: Int, keepsLines: Bool
  ) -> Int {
    var to = start
    var at = 0
    var isOpen = false
    while at < text.count {
      let byte = text[at]
      guard byte < 0x80 else {
        at = foldWide(text, at, into: out, &to, &isOpen)
        continue
      }
      at += 1
      let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if folded &- 0x61 < 26 || folded &- 0x30 < 10 || folded == 0x27 {
        out[to] = folded
        to += 1
        isOpen = true
        continue
      }
      if isOpen {
        out[to] = 0x20
        to += 1
        isOpen = false
      }
      if byte == 0x0A, keepsLines {
        out[to] = byte
        out[to + 1] = 0x20
        to += 2
      }
    }
    if isOpen {
      out[to] = 0x20
      to += 1
    }
    return to
  }

  /// Takes what is not ASCII from `start` on.
  /// - Returns: where ASCII begins again.
  private static func foldWide(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int,
    into out: UnsafeMutableBufferPointer<UInt8>, _ to: inout Int, _ isOpen: inout Bool
  ) -> Int {
    func end() {
      guard isOpen else { return }
      out[to] = 0x20
      to += 1
      isOpen = false
    }
    // Quotes and dashes, most of what is not ASCII in English.
    if start + 2 < text.count, text[start] == 0xE2, text[start + 1] == 0x80,
      0x90...0xBF ~= text[start + 2]
    {
      if text[start + 2] == 0x98 || text[start + 2] == 0x99 {
        out[to] = 0x27
        to += 1
        isOpen = true
      } else {
        end()
      }
      return start + 3
    }
    var next = start + 1
    while next < text.count, text[next] >= 0x80, text[next] != 0xE2 { next += 1 }
    let run = UnsafeBufferPointer(rebasing: text[start..<next])
    for scalar in Folding.fold(String(decoding: run, as: UTF8.self)).unicodeScalars {
      let isWord =
        scalar.value >= 0x80
        ? scalar.properties.isAlphabetic
        : (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
          || scalar.value == 0x27
      guard isWord else {
        end()
        continue
      }
      for byte in UTF8.encode(scalar).map(Array.init) ?? [] where to < out.count - 1 {
        out[to] = byte
        to += 1
      }
      isOpen = true
    }
    return next
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
        if bytes.count >= length, Self.equals(bytes, bytes.count - length, phrase) { return true }
        if withoutArticle >= length, Self.equals(bytes, withoutArticle - length, phrase) {
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
