// The judgements of `SentenceSegmenter`: whether a stop at a place ends the sentence, and where.

/// A paragraph under the segmenter, with the bracket depth of the sentence so far.
struct SentenceScan {
  let text: UnsafeBufferPointer<UInt8>
  let end: Int
  var depth = 0
  private(set) var opened = 0

  init(text: UnsafeBufferPointer<UInt8>, end: Int) {
    self.text = text
    self.end = end
  }

  mutating func startSentence() { depth = 0 }
  mutating func open(_ at: Int) {
    depth += 1
    opened = at
  }
  mutating func close() { depth = max(0, depth - 1) }

  func byte(_ at: Int) -> UInt8 { at >= 0 && at < end ? text[at] : 0 }

  func skipSpace(_ at: Int) -> Int {
    var at = at
    while at < end {
      if text[at] <= 0x20 { at += 1; continue }
      if text[at] == 0xC2, byte(at + 1) == 0xA0 { at += 2; continue }
      break
    }
    return at
  }

  /// After closing quotes and brackets that belong to the stop before `at`.
  func skipClosers(_ at: Int) -> Int {
    var at = at
    while at < end {
      switch text[at] {
      case 0x22, 0x27, 0x29, 0x5D: at += 1
      case 0xE2 where byte(at + 1) == 0x80 && (byte(at + 2) == 0x9D || byte(at + 2) == 0x99):
        at += 3
      case 0xC2 where byte(at + 1) == 0xBB: at += 2
      default: return at
      }
    }
    return at
  }

  /// After footnote marks glued to the stop before `at`: "norms.12 The", "law.[3][a]", "law.³".
  func skipNoteMark(_ at: Int) -> Int {
    var next = skipBracketedMarks(at)
    if next > at { return next }
    // "1.5 percent": the digits after a digit's point are no note, but "in 2015.3 It" has one.
    if Self.isDigit(byte(at - 2)) { return isYear(before: at - 1) ? skipYearNote(at) : at }
    while Self.isDigit(byte(next)) { next += 1 }
    guard next > at, next - at <= 3, next == end || byte(next) == 0x20 else { return at }
    return next
  }

  /// "[3]", "[a]", "[note 2]" and superscript digits, several in a row.
  private func skipBracketedMarks(_ at: Int) -> Int {
    var after = at
    while true {
      var next = after
      if byte(next) == 0x5B {
        next += 1
        while next - after <= 20, Self.isLetterOrDigit(byte(next)) || byte(next) == 0x20 {
          next += 1
        }
        guard next > after + 1, byte(next) == 0x5D else { return after }
        next += 1
      } else if byte(next) == 0xC2, [0xB9, 0xB2, 0xB3].contains(byte(next + 1)) {
        next += 2
      } else if byte(next) == 0xE2, byte(next + 1) == 0x81, byte(next + 2) &- 0xB0 < 10 {
        next += 3
      } else {
        return after
      }
      after = next
    }
  }

  /// Four digits from 1800 to 2099 before `at`, no longer number.
  private func isYear(before at: Int) -> Bool {
    guard (1...4).allSatisfy({ Self.isDigit(byte(at - $0)) }) else { return false }
    let century = Int(byte(at - 4) &- 0x30) * 10 + Int(byte(at - 3) &- 0x30)
    let before = byte(at - 5)
    return (18...20).contains(century) && !Self.isDigit(before) && before != 0x2E && before != 0x2C
  }

  private func skipYearNote(_ at: Int) -> Int {
    var next = at
    while Self.isDigit(byte(next)) { next += 1 }
    guard next > at, next - at <= 2, byte(next) == 0x20 else { return at }
    let following = skipSpace(next)
    return byte(following) &- 0x41 < 26 ? next : at
  }

  enum Next { case end, upper, lower, digit, opener, other }

  /// What the next word begins with, quotes and brackets looked through.
  func next(_ at: Int) -> Next {
    var at = at
    var sawOpener = false
    while at < end {
      let b = text[at]
      if b == 0x22 || b == 0x27 || b == 0x28 || b == 0x5B {
        at += 1
        sawOpener = true
      } else if b == 0xE2, byte(at + 1) == 0x80, byte(at + 2) == 0x9C || byte(at + 2) == 0x98 {
        at += 3
        sawOpener = true
      } else {
        break
      }
    }
    guard at < end else { return .end }
    let b = text[at]
    if b &- 0x41 < 26 { return .upper }
    if b &- 0x61 < 26 { return sawOpener ? .opener : .lower }
    if Self.isDigit(b) { return .digit }
    if b >= 0xC3 {
      let scalar = Tokenizer.scalar(text, at, end).0
      switch scalar.properties.generalCategory {
      case .lowercaseLetter: return .lower
      case .uppercaseLetter, .otherLetter, .titlecaseLetter: return .upper
      default: return .other
      }
    }
    return .other
  }

  func wordStart(_ at: Int, _ floor: Int) -> Int {
    var start = at
    while start > floor, text[start - 1] > 0x20, text[start - 1] < 0x80 {
      switch text[start - 1] {
      case 0x22, 0x28, 0x2D, 0x2F, 0x5B: return start
      default: start -= 1
      }
    }
    // A letter outside ASCII belongs to the word, a quote or a dash doesn't.
    if start > floor, text[start - 1] >= 0x80, !(start - 3 >= floor && text[start - 3] == 0xE2) {
      while start > floor, text[start - 1] > 0x20 { start -= 1 }
    }
    return start
  }

  /// At "!" or "?".
  mutating func boundaryAfterMark(_ at: Int, sentenceStart: Int) -> Int? {
    let ahead = byte(at + 1)
    if ahead == 0x21 || ahead == 0x3F || ahead == 0x2E { return nil }
    let closed = skipClosers(at + 1)
    let after = skipEmoticon(closed)
    if after < end, text[after] > 0x20 {
      return closed == at + 1 && isGlued(at, sentenceStart) ? after : nil
    }
    let following = skipSpace(after)
    guard following < end else { return end }
    if text[following] == 0x29 { return nil }
    // "how shall I put it? — a disaster": the sentence goes on after the dash.
    if text[following] == 0xE2, byte(following + 1) == 0x80, byte(following + 3) == 0x20,
      byte(following + 2) == 0x93 || byte(following + 2) == 0x94
    {
      return nil
    }
    if depth > 0, after == at + 1, !unclosed(at), !isAside(sentenceStart, following) { return nil }
    switch next(following) {
    case .lower:
      return after == at + 1 && depth == 0 && !isBrand(at, sentenceStart) ? after : nil
    case .upper where after > at + 1 && isReportingClause(following): return nil
    case .upper
    where after == at + 1 && (isNamedMark(at, sentenceStart, following) || isInTitle(at)):
      return nil
    default:
      if after > at + 1 { depth = 0 }
      return after
    }
  }

  /// "Yahoo! Answers": a name that is known to end in its mark, before another name.
  func isNamedMark(_ at: Int, _ floor: Int, _ following: Int) -> Bool {
    let start = wordStart(at, floor)
    let word = UnsafeBufferPointer(rebasing: text[start..<at])
    return ["Yahoo", "Jeopardy", "Jumble"].contains { word.elementsEqual($0.utf8) }
      && !startsSentence(following)
  }

  /// "Her show, 'Clay! Clay!', opened": quoted words that end in a mark and a comma behind the quotes are
  /// a name.
  private func isInTitle(_ at: Int) -> Bool {
    var look = at + 1
    while look < min(end, at + 40), text[look] != 0x2E {
      let close = skipClosers(look)
      if close > look {
        return byte(close) == 0x2C && (byte(look - 1) == 0x21 || byte(look - 1) == 0x3F)
      }
      look += 1
    }
    return false
  }

  /// A name that carries its mark: "Yahoo! said".
  func isBrand(_ at: Int, _ floor: Int) -> Bool {
    let start = wordStart(at, floor)
    return text[start] &- 0x41 < 26 && at - start > 3 && start > floor && byte(at - 1) != 0x21
  }

  /// At a byte that may begin 。 ！ ？ or …; full-width stops always end a sentence.
  mutating func boundaryAfterWideMark(_ at: Int) -> Int? {
    let second = byte(at + 1)
    let third = byte(at + 2)
    let isStop =
      (text[at] == 0xE3 && second == 0x80 && third == 0x82)
      || (text[at] == 0xEF && second == 0xBC && (third == 0x81 || third == 0x9F))
    if isStop {
      var after = at + 3
      while after + 2 < end, text[after] == 0xE3, byte(after + 1) == 0x80,
        byte(after + 2) == 0x8D || byte(after + 2) == 0x8F
      {
        after += 3
      }
      return skipClosers(after)
    }
    if text[at] == 0xE2, second == 0x80, third == 0xA6 {
      let after = skipClosers(at + 3)
      guard after < end, text[after] == 0x20 else { return nil }
      let following = skipSpace(after)
      return next(following) == .upper && (byte(at - 1) > 0x20 || startsSentence(following))
        ? after : nil
    }
    return nil
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- 0x61 < 26
  }
}
