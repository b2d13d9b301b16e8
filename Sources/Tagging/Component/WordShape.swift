// What the letters of a word tell without a dictionary: endings of English, read from the bytes.

internal import Text

/// A word's bytes in the document, for tests of its ending.
struct WordShape {
  let bytes: UnsafeBufferPointer<UInt8>

  @inline(__always)
  private func lower(_ index: Int) -> UInt8 { bytes[index] | 0x20 }

  /// Ends in `a b`, letters in lower case.
  @inline(__always)
  func ends(_ token: Token, _ a: UInt8, _ b: UInt8) -> Bool {
    let end = Int(token.end)
    return end - Int(token.start) > 3 && lower(end - 1) == b && lower(end - 2) == a
  }

  @inline(__always)
  func endsInEd(_ token: Token) -> Bool { ends(token, 0x65, 0x64) }

  @inline(__always)
  func endsInLy(_ token: Token) -> Bool { ends(token, 0x6C, 0x79) }

  @inline(__always)
  func endsInIng(_ token: Token) -> Bool {
    ends(token, 0x6E, 0x67) && lower(Int(token.end) - 3) == 0x69
  }

  @inline(__always)
  func endsInEn(_ token: Token) -> Bool { ends(token, 0x65, 0x6E) }

  /// Ends in a single s.
  @inline(__always)
  func endsInS(_ token: Token) -> Bool {
    let end = Int(token.end)
    return end - Int(token.start) > 1 && lower(end - 1) == 0x73 && lower(end - 2) != 0x73
  }

  /// Ends like an abstract noun: -tion, -sion, -ity, -ness, -ism, -ment, -ance, -ence, -ogy, -acy.
  func looksAbstract(_ token: Token) -> Bool {
    let end = Int(token.end)
    guard end - Int(token.start) > 4 else { return false }
    let (w, x, y, z) = (lower(end - 4), lower(end - 3), lower(end - 2), lower(end - 1))
    switch (x, y, z) {
    case (0x69, 0x6F, 0x6E): return w == 0x74 || w == 0x73  // -tion, -sion
    case (0x69, 0x74, 0x79), (0x69, 0x73, 0x6D), (0x6F, 0x67, 0x79), (0x61, 0x63, 0x79):
      return true  // -ity -ism -ogy -acy
    case (0x65, 0x73, 0x73): return w == 0x6E  // -ness
    case (0x65, 0x6E, 0x74): return w == 0x6D  // -ment
    case (0x6E, 0x63, 0x65): return w == 0x61 || w == 0x65  // -ance -ence
    case (0x69, 0x6E, 0x67): return true
    default: return false
    }
  }

  @inline(__always)
  func first(_ token: Token) -> UInt8 { bytes[Int(token.start)] }

  @inline(__always)
  func isSingle(_ token: Token, _ byte: UInt8) -> Bool {
    token.end - token.start == 1 && bytes[Int(token.start)] == byte
  }
}
