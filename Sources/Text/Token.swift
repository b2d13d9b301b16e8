// What the tokenizer leaves behind: positions and word ids, in one array that is used again for
// every document. Ids exist only for words of the lexicon; all others share `WordID.unknown`.

/// The id of a word of a `Vocabulary`; 0 is a word that no lexicon entry uses.
package struct WordID: Hashable, Sendable, Comparable {
  package var rawValue: Int32
  @inlinable @inline(__always) package init(_ rawValue: Int32) { self.rawValue = rawValue }
  @inlinable @inline(__always) package static var unknown: WordID { WordID(0) }
  @inlinable @inline(__always) package static func == (a: WordID, b: WordID) -> Bool {
    a.rawValue == b.rawValue
  }
  @inlinable @inline(__always) package static func < (a: WordID, b: WordID) -> Bool {
    a.rawValue < b.rawValue
  }
}

/// One token of a text: a word, a number, or a single punctuation mark.
package struct Token: Sendable {
  /// Byte offsets into the text, end exclusive.
  package var start: Int32
  package var end: Int32
  package var word: WordID
  package var shape: TokenShape

  @inlinable
  package init(start: Int32, end: Int32, word: WordID, shape: TokenShape) {
    self.start = start
    self.end = end
    self.word = word
    self.shape = shape
  }
}

/// What a token looks like; several may hold at once.
package struct TokenShape: OptionSet, Sendable {
  package let rawValue: UInt8
  @inlinable @inline(__always) package init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Spelled out, since the general one is a call through a table in other modules.
  @inlinable @inline(__always) package func contains(_ other: TokenShape) -> Bool {
    rawValue & other.rawValue == other.rawValue
  }
  /// Letters (with inner apostrophes or dots, as in "China's", "U.S.").
  @inlinable @inline(__always) package static var word: TokenShape { TokenShape(rawValue: 1) }
  /// Starts with a digit.
  @inlinable @inline(__always) package static var number: TokenShape { TokenShape(rawValue: 2) }
  @inlinable @inline(__always) package static var punctuation: TokenShape {
    TokenShape(rawValue: 4)
  }
  /// The first letter is a capital.
  @inlinable @inline(__always) package static var capitalized: TokenShape {
    TokenShape(rawValue: 8)
  }
  /// Two letters or more, all capitals.
  @inlinable @inline(__always) package static var allCaps: TokenShape { TokenShape(rawValue: 16) }
  /// White space stands before it.
  @inlinable @inline(__always) package static var spaceBefore: TokenShape {
    TokenShape(rawValue: 32)
  }
  /// Ends in the possessive 's or s'; the suffix is not part of the word id.
  @inlinable @inline(__always) package static var possessive: TokenShape {
    TokenShape(rawValue: 64)
  }
  /// Nothing but ASCII letters and digits: the word id, if there is one, stands for its letters.
  @inlinable @inline(__always) package static var plain: TokenShape { TokenShape(rawValue: 128) }
}
