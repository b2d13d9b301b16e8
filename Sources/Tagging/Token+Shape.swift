// What the coders ask of a token, for every token of a text. `TokenShape` answers the same, but calls
// into another module are not inlined, and they came to a tenth of the time.

internal import Text

extension Token {
  // The bits of `TokenShape`.
  @inline(__always) var isWord: Bool { shape.rawValue & 1 != 0 }
  @inline(__always) var isNumber: Bool { shape.rawValue & 2 != 0 }
  @inline(__always) var isPunctuation: Bool { shape.rawValue & 4 != 0 }
  @inline(__always) var isCapitalized: Bool { shape.rawValue & 8 != 0 }
  @inline(__always) var isAllCaps: Bool { shape.rawValue & 16 != 0 }
  @inline(__always) var isPossessive: Bool { shape.rawValue & 64 != 0 }
  @inline(__always) var isPlain: Bool { shape.rawValue & 128 != 0 }
  /// The lexicon has its word.
  @inline(__always) var isKnown: Bool { word.rawValue != 0 }
}
