// What the tokenizer leaves behind: positions and word ids, in one array that is used again for
// every document. Ids exist only for words of the lexicon; all others share `WordID.unknown`.

/// The id of a word of a `Vocabulary`; 0 is a word that no lexicon entry uses.
package struct WordID: Hashable, Sendable, Comparable {
  package var rawValue: Int32
  @inlinable package init(_ rawValue: Int32) { self.rawValue = rawValue }
  package static let unknown = WordID(0)
  @inlinable package static func < (a: WordID, b: WordID) -> Bool { a.rawValue < b.rawValue }
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
  @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Letters (with inner apostrophes or dots, as in "China's", "U.S.").
  package static let word = TokenShape(rawValue: 1)
  /// Starts with a digit.
  package static let number = TokenShape(rawValue: 2)
  package static let punctuation = TokenShape(rawValue: 4)
  /// The first letter is a capital.
  package static let capitalized = TokenShape(rawValue: 8)
  /// Two letters or more, all capitals.
  package static let allCaps = TokenShape(rawValue: 16)
  /// White space stands before it.
  package static let spaceBefore = TokenShape(rawValue: 32)
  /// Ends in the possessive 's or s'; the suffix is not part of the word id.
  package static let possessive = TokenShape(rawValue: 64)
}
