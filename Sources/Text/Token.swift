// What the tokenizer leaves behind: positions and word ids, in one array that is used again for
// every document. Ids exist only for words of the lexicon; all others share `WordID.unknown`.

/// The id of a word of a `Vocabulary`; 0 is a word that no lexicon entry uses.
public struct WordID: Hashable, Sendable, Comparable {
  /// 1…count of the vocabulary, or 0.
  public var rawValue: Int32
  /// - Parameter rawValue: 1…count of the vocabulary, or 0.
  @inlinable @inline(__always) public init(_ rawValue: Int32) { self.rawValue = rawValue }
  /// A word of no entry.
  @inlinable @inline(__always) public static var unknown: WordID { WordID(0) }
  /// Spelled out, since the general one is a call through a table in other modules.
  @inlinable @inline(__always) public static func == (a: WordID, b: WordID) -> Bool {
    a.rawValue == b.rawValue
  }
  /// By number.
  @inlinable @inline(__always) public static func < (a: WordID, b: WordID) -> Bool {
    a.rawValue < b.rawValue
  }
}

/// One token of a text: a word, a number, or a single punctuation mark.
public struct Token: Sendable {
  /// Byte offset into the text.
  public var start: Int32
  /// Byte offset, exclusive.
  public var end: Int32
  /// Its word in the lexicon.
  public var word: WordID
  /// What it looks like.
  public var shape: TokenShape

  /// A token of the bytes from `start` up to `end`.
  @inlinable
  public init(start: Int32, end: Int32, word: WordID, shape: TokenShape) {
    self.start = start
    self.end = end
    self.word = word
    self.shape = shape
  }

  /// Letters, as in "China's", "U.S.".
  @inlinable @inline(__always) public var isWord: Bool { shape.contains(.word) }
  /// Starts with a digit.
  @inlinable @inline(__always) public var isNumber: Bool { shape.contains(.number) }
  /// A mark, neither word nor number.
  @inlinable @inline(__always) public var isPunctuation: Bool { shape.contains(.punctuation) }
  /// The first letter is a capital.
  @inlinable @inline(__always) public var isCapitalized: Bool { shape.contains(.capitalized) }
  /// Two letters or more, all capitals.
  @inlinable @inline(__always) public var isAllCaps: Bool { shape.contains(.allCaps) }
  /// Ends in the possessive 's or s'.
  @inlinable @inline(__always) public var isPossessive: Bool { shape.contains(.possessive) }
  /// Nothing but ASCII letters and digits.
  @inlinable @inline(__always) public var isPlain: Bool { shape.contains(.plain) }
  /// The lexicon has its word.
  @inlinable @inline(__always) public var isKnown: Bool { word.rawValue != 0 }

  /// The word that phrases know it by: for numbers that are no words one that stands for all.
  @inlinable @inline(__always)
  public func word(numbersAs number: WordID) -> WordID {
    word.rawValue == 0 && isNumber ? number : word
  }
}

/// What a token looks like; several may hold at once.
public struct TokenShape: OptionSet, Sendable {
  /// A bit for each.
  public let rawValue: UInt8
  /// - Parameter rawValue: a bit for each.
  @inlinable @inline(__always) public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Spelled out, since the general one is a call through a table in other modules.
  @inlinable @inline(__always) public func contains(_ other: TokenShape) -> Bool {
    rawValue & other.rawValue == other.rawValue
  }
  /// Letters (with inner apostrophes or dots, as in "China's", "U.S.").
  @inlinable @inline(__always) public static var word: TokenShape { TokenShape(rawValue: 1) }
  /// Starts with a digit.
  @inlinable @inline(__always) public static var number: TokenShape { TokenShape(rawValue: 2) }
  /// A mark, neither word nor number.
  @inlinable @inline(__always) public static var punctuation: TokenShape {
    TokenShape(rawValue: 4)
  }
  /// The first letter is a capital.
  @inlinable @inline(__always) public static var capitalized: TokenShape {
    TokenShape(rawValue: 8)
  }
  /// Two letters or more, all capitals.
  @inlinable @inline(__always) public static var allCaps: TokenShape { TokenShape(rawValue: 16) }
  /// White space stands before it.
  @inlinable @inline(__always) public static var spaceBefore: TokenShape {
    TokenShape(rawValue: 32)
  }
  /// Ends in the possessive 's or s'; the suffix is not part of the word id.
  @inlinable @inline(__always) public static var possessive: TokenShape {
    TokenShape(rawValue: 64)
  }
  /// Nothing but ASCII letters and digits: the word id, if there is one, stands for its letters.
  @inlinable @inline(__always) public static var plain: TokenShape { TokenShape(rawValue: 128) }
}
