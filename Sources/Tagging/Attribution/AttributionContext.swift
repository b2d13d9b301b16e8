// What the rules of attribution look at, and what single words are: short lists of word beginnings that
// need no entry in the lexicon.

internal import Lexicon
internal import Text

/// What a rule looks at: the passage, its marks and the document's state.
struct AttributionContext: Sendable {
  let tokens: [Token]
  let text: [UInt8]
  let lexicon: AttributionLexicon
  let passage: Int

  @inline(__always) func flags(_ token: Int) -> WordFlags { lexicon.flags(tokens[token]) }
  /// The byte of a one-byte token, else 0.
  @inline(__always) func mark(_ token: Int) -> UInt8 {
    let value = tokens[token]
    return value.end - value.start == 1 ? text[Int(value.start)] : 0
  }
  /// The low byte of a mark from U+2000 to U+203F ("“" is 0x9C in UTF-8), else 0.
  @inline(__always) func wideMark(_ token: Int) -> UInt8 {
    let value = tokens[token]
    let start = Int(value.start)
    guard value.end - value.start == 3, text[start] == 0xE2, text[start + 1] == 0x80 else {
      return 0
    }
    return text[start + 2]
  }
  /// A closing quotation mark.
  func isQuote(_ token: Int) -> Bool {
    let (mark, wide) = (mark(token), wideMark(token))
    return mark == 0x22 || mark == 0x27 || wide == 0x9D || wide == 0x99
  }
  func opensQuote(_ token: Int) -> Bool {
    let wide = wideMark(token)
    return mark(token) == 0x22 || wide == 0x9C || wide == 0x98
  }
  func isComma(_ token: Int) -> Bool { mark(token) == 0x2C }
  /// A dash between words.
  func isDash(_ token: Int) -> Bool {
    let wide = wideMark(token)
    return mark(token) == 0x2D || wide == 0x93 || wide == 0x94
  }
  /// A comma, dash or bracket that opens or ends what is put in between.
  func isBreak(_ token: Int) -> Bool {
    tokens[token].isPunctuation
      && (isComma(token) || mark(token) == 0x28 || mark(token) == 0x29 || isDash(token))
  }
  func isNumber(_ token: Int) -> Bool {
    flags(token).contains(.number) || text[Int(tokens[token].start)] &- 0x30 < 10
  }
  func isAdverb(_ token: Int) -> Bool {
    let value = tokens[token]
    let end = Int(value.end)
    return flags(token).contains(.adverb)
      || (end - Int(value.start) > 4 && text[end - 1] == 0x79 && text[end - 2] == 0x6C)
  }
  func endsInS(_ token: Int) -> Bool { text[Int(tokens[token].end) - 1] == 0x73 }
  func isIts(_ token: Int) -> Bool {
    token < tokens.count
      && text[Int(tokens[token].start)..<Int(tokens[token].end)].elementsEqual("its".utf8)
  }
  func endsInIng(_ token: Int) -> Bool {
    let value = tokens[token]
    let end = Int(value.end)
    return end - Int(value.start) > 4 && text[end - 1] == 0x67 && text[end - 2] == 0x6E
      && text[end - 3] == 0x69
  }

  private func begins(_ token: Int, _ words: [StaticString]) -> Bool {
    let (start, end) = (Int(tokens[token].start), Int(tokens[token].end))
    for word in words where word.utf8CodeUnitCount <= end - start {
      var offset = 0
      while offset < word.utf8CodeUnitCount, text[start + offset] | 0x20 == word.utf8Start[offset] {
        offset += 1
      }
      if offset == word.utf8CodeUnitCount { return true }
    }
    return false
  }
  func isAt(_ token: Int) -> Bool {
    tokens[token].end - tokens[token].start == 2 && begins(token, ["at"])
  }
  /// "a group of nine states".
  func isGroupWord(_ token: Int) -> Bool {
    begins(token, ["group", "coalition", "alliance", "handful", "majority", "number", "bloc"])
  }
  func isComing(_ token: Int) -> Bool {
    tokens[token].end - tokens[token].start <= 5 && begins(token, ["came", "come"])
  }
  func isOpposed(_ token: Int) -> Bool { begins(token, ["opposed"]) }
  /// "joined by", "along with".
  func isJoined(_ token: Int) -> Bool {
    begins(token, ["supported", "joined", "backed", "echoed", "seconded", "together", "along"])
  }
  func isMoreThan(_ token: Int) -> Bool {
    flags(token).contains(.preposition) && begins(token, ["over", "than", "about"])
  }
  /// "so", "nor", "neither", "as".
  func isSo(_ token: Int) -> Bool {
    let length = tokens[token].end - tokens[token].start
    return length == 2 && begins(token, ["so"]) || length == 3 && begins(token, ["nor"])
      || length == 7 && begins(token, ["neither"]) || length == 2 && begins(token, ["as"])
  }
  /// Verbs after which an infinitive tells what was not done, or by another: "failed to", "urged to".
  func isFailing(_ token: Int) -> Bool {
    begins(
      token,
      ["fail", "declin", "neglect", "forc", "press", "ask", "told", "urg", "invit", "call", "help"])
  }
  /// "failed to": told of who did nothing.
  func isOmitting(_ token: Int) -> Bool { begins(token, ["fail", "neglect", "omit"]) }
  /// Participles of strong verbs of saying and thinking: "it was felt".
  func isParticiple(_ token: Int) -> Bool {
    begins(token, ["felt", "thought", "said", "told", "understood", "seen", "heard"])
  }
  /// "hosted by", "initiated by": who arranges holds nothing.
  func isArranging(_ token: Int) -> Bool {
    begins(token, ["host", "conven", "initiat", "attend", "organi", "join", "chair"])
  }
  func isDo(_ token: Int) -> Bool {
    tokens[token].end - tokens[token].start <= 4 && begins(token, ["do", "did"])
      && !begins(token, ["down"])
  }
  /// After "likewise", "too", "also", "similarly", "as well", "the same" at `token`; else nil.
  func samenessEnd(_ token: Int, _ limit: Int) -> Int? {
    guard token < limit else { return nil }
    let length = tokens[token].end - tokens[token].start
    if length == 3 && begins(token, ["too"]) || begins(token, ["likewise", "similarly"]) {
      return token + 1
    }
    guard token + 1 < limit else { return nil }
    let isPair =
      length == 2 && begins(token, ["as"]) && begins(token + 1, ["well"])
      || length == 3 && begins(token, ["the"]) && begins(token + 1, ["same"])
    return isPair ? token + 2 : nil
  }
  func isAmong(_ token: Int) -> Bool { begins(token, ["among"]) }
  func isDiscussing(_ token: Int) -> Bool { begins(token, ["discuss", "exchang"]) }
  func isMaking(_ token: Int) -> Bool { begins(token, ["make", "made"]) }
  func isWhen(_ token: Int) -> Bool { begins(token, ["when"]) }
  func isRemaining(_ token: Int) -> Bool { begins(token, ["remain"]) }
  func isCo(_ token: Int) -> Bool {
    tokens[token].end - tokens[token].start == 2 && begins(token, ["co"])
  }
  func isResolution(_ token: Int) -> Bool { begins(token, ["resolution"]) }
  /// What bodies adopt.
  func isInstrument(_ token: Int) -> Bool {
    begins(
      token,
      ["resolution", "declaration", "communiqu", "statement", "report", "charter", "article"])
  }
  func isThe(_ token: Int) -> Bool {
    tokens[token].end - tokens[token].start == 3 && begins(token, ["the"])
  }
  /// "the", "this", "these", and other short words that begin so ("they", "them").
  func isThis(_ token: Int) -> Bool {
    let length = tokens[token].end - tokens[token].start
    return length <= 5 && begins(token, ["the", "this", "these"])
  }
  func isSuggesting(_ token: Int) -> Bool {
    begins(token, ["propos", "suggest", "call", "urg", "ask", "advis"])
  }
}
