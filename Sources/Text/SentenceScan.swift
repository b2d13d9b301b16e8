// The judgements of `SentenceSegmenter`: whether a stop at a place ends the sentence, and where.

/// A paragraph under the segmenter, with the bracket depth of the sentence so far.
struct SentenceScan {
  let text: UnsafeBufferPointer<UInt8>
  let end: Int
  private var depth = 0
  private var opened = 0

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
  private func skipClosers(_ at: Int) -> Int {
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

  /// After "(Smith, 2016, p. 5)." style citations this is handled by the bracket; here: footnote
  /// marks glued to the stop ("norms.12 The", "law.[3]").
  private func skipNoteMark(_ at: Int) -> Int {
    var next = at
    // "1.5 percent": the digits after a digit's point are no note.
    if Self.isDigit(byte(at - 2)) { return at }
    if byte(next) == 0x5B {
      next += 1
      while Self.isDigit(byte(next)) { next += 1 }
      return next > at + 1 && byte(next) == 0x5D ? next + 1 : at
    }
    while Self.isDigit(byte(next)) { next += 1 }
    guard next > at, next - at <= 3, next == end || byte(next) == 0x20 else { return at }
    return next
  }

  private enum Next { case end, upper, lower, digit, opener, other }

  /// What the next word begins with, quotes and brackets looked through.
  private func next(_ at: Int) -> Next {
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

  private func wordStart(_ at: Int, _ floor: Int) -> Int {
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

  /// At a full stop.
  mutating func boundaryAfterStop(_ at: Int, sentenceStart: Int) -> Int? {
    // Runs of stops are judged at their last one.
    if byte(at + 1) == 0x2E { return nil }
    if byte(at + 1) == 0x20, byte(at + 2) == 0x2E { return stopBeforeEllipsis(at) }
    if byte(at + 1) == 0x21 || byte(at + 1) == 0x3F { return nil }
    let isEllipsis = byte(at - 1) == 0x2E || (byte(at - 1) == 0x20 && byte(at - 2) == 0x2E)
    var after = skipClosers(at + 1)
    let closers = after - at - 1
    after = skipNoteMark(after)
    if after < end, text[after] > 0x20, !(text[after] == 0xC2 && byte(after + 1) == 0xA0) {
      return nil
    }
    let following = skipSpace(after)
    guard following < end else { return end }
    let next = next(following)
    if depth > 0, closers == 0 {
      return unclosed(at) ? judge(at, sentenceStart, next, following, after, isEllipsis) : nil
    }
    if closers > 0, depth > 0 { depth = 0 }
    return judge(at, sentenceStart, next, following, after, isEllipsis)
  }

  /// Whether the bracket that is open never closes within reach: then it holds nothing back.
  private func unclosed(_ at: Int) -> Bool {
    var look = at
    let limit = min(end, opened + 600)
    while look < limit {
      if text[look] == 0x29 || text[look] == 0x5D { return false }
      look += 1
    }
    return true
  }

  private func judge(
    _ at: Int, _ sentenceStart: Int, _ next: Next, _ following: Int, _ after: Int,
    _ isEllipsis: Bool
  ) -> Int? {
    if isEllipsis { return ellipsis(at, next, after, sentenceStart) }
    let start = wordStart(at, sentenceStart)
    let word = UnsafeBufferPointer(rebasing: text[start..<at])
    if start == sentenceStart, isItemLabel(word) { return nil }
    switch next {
    case .lower:
      return after == at + 1 && Abbreviation.isPlainWord(word) ? after : nil
    case .upper:
      if after > at + 1, isReportingClause(following) { return nil }
    default: break
    }
    guard let kind = Abbreviation.kind(of: word) else {
      return after
    }
    switch kind {
    case .title: return nil
    case .reference:
      return next == .digit || isReferenceTarget(following) ? nil : (next == .upper ? after : nil)
    case .mayEnd:
      return next == .upper && startsSentence(following) ? after : nil
    case .never: return nil
    case .initial:
      if word.count == 1, text[start] == 0x49, startsSentence(following) || precededByAnd(start) {
        return after
      }
      return start == sentenceStart || !startsSentence(following)
        ? nil
        : isNameBefore(start, sentenceStart) ? nil : after
    case .dotted:
      return next == .upper && startsSentence(following) ? after : nil
    case .clock:
      guard next == .upper else { return nil }
      if isFrontedTime(start, sentenceStart) { return nil }
      return Self.isDigit(byte(start - 2)) && (startsSentence(following) || isUpperWord(word))
        ? after : (startsSentence(following) ? after : nil)
    }
  }

  private func isUpperWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.first.map { $0 &- 0x41 < 26 } ?? false
  }

  private func precededByAnd(_ start: Int) -> Bool {
    start >= 4 && byte(start - 2) == 0x64 && byte(start - 3) == 0x6E && byte(start - 4) == 0x61
  }

  private func isNameBefore(_ start: Int, _ floor: Int) -> Bool {
    guard start - 2 >= floor, byte(start - 1) == 0x20 else { return true }
    let previous = wordStart(start - 1, floor)
    return byte(previous) &- 0x41 < 26
  }

  private func isReferenceTarget(_ at: Int) -> Bool {
    // Roman numerals and single letters: "Art. IV", "sec. B".
    var next = at
    while next < end, "IVXLCM".utf8.contains(text[next]) { next += 1 }
    return next > at
      && (next == end || text[next] <= 0x20 || text[next] == 0x2C || text[next] == 0x29)
  }

  /// "compounds. . . . The practice": the stop is the sentence's, the three dots the next one's.
  private func stopBeforeEllipsis(_ at: Int) -> Int? {
    guard byte(at - 1) > 0x20, byte(at - 1) != 0x2E, byte(at + 3) == 0x20, byte(at + 4) == 0x2E,
      byte(at + 5) == 0x20, byte(at + 6) == 0x2E, byte(at + 7) == 0x20
    else { return nil }
    return next(skipSpace(at + 8)) == .upper ? at + 1 : nil
  }

  /// "At 5 a.m. Mr. Smith": the sentence so far is only a phrase of time.
  private func isFrontedTime(_ wordStart: Int, _ sentenceStart: Int) -> Bool {
    let head = UnsafeBufferPointer(rebasing: text[sentenceStart..<wordStart])
    guard head.count <= 24 else { return false }
    return ["At ", "By ", "Around ", "About ", "Before ", "After ", "Until "].contains {
      head.starts(with: $0.utf8)
    }
  }

  /// After a closing quote: "Go!" John said.
  private func isReportingClause(_ at: Int) -> Bool {
    var at = at
    var words = 0
    while words < 4, at < end {
      var stop = at
      while stop < end, (text[stop] | 0x20) &- 0x61 < 26 || text[stop] == 0x2E { stop += 1 }
      guard stop > at else { return false }
      let word = UnsafeBufferPointer(rebasing: text[at..<stop])
      if words > 0, Abbreviation.isReportingVerb(word) { return true }
      guard text[at] &- 0x41 < 26 else { return false }
      at = skipSpace(stop)
      words += 1
    }
    return false
  }

  private func ellipsis(_ at: Int, _ next: Next, _ after: Int, _ floor: Int) -> Int? {
    guard next == .upper else { return nil }
    var dots = 0
    var back = at
    while back >= floor, byte(back) == 0x2E || byte(back) == 0x20 {
      if byte(back) == 0x2E { dots += 1 }
      back -= 1
    }
    let isGlued = byte(back + 1) == 0x2E
    if dots >= 4 { return after }
    if dots == 3, isGlued, byte(at - 1) == 0x2E, startsSentence(skipSpace(after)) { return after }
    return nil
  }

  /// A word that often opens a sentence and rarely follows an abbreviation inside one.
  private func startsSentence(_ at: Int) -> Bool {
    var start = at
    while start < end, !(text[start] | 0x20 &- 0x61 < 26), text[start] < 0xC2 || text[start] == 0xE2
    {
      start += text[start] == 0xE2 ? 3 : 1
      if start > at + 4 { return false }
    }
    var stop = start
    while stop < end, (text[stop] | 0x20) &- 0x61 < 26 { stop += 1 }
    guard stop > start, stop <= end else { return false }
    return Abbreviation.isSentenceOpener(UnsafeBufferPointer(rebasing: text[start..<stop]))
      || (byte(stop) == 0x2E
        && Abbreviation.isTitle(UnsafeBufferPointer(rebasing: text[start..<stop])))
  }

  private func isItemLabel(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count <= 6, let first = word.first else { return false }
    if word.allSatisfy(Self.isDigit) { return word.count <= 3 }
    if Self.isDigit(first) {
      return word.allSatisfy { Self.isDigit($0) || $0 == 0x2E }
    }
    if word.count == 1, (first | 0x20) &- 0x61 < 26, first != 0x49 { return true }
    return word.count <= 5 && word.allSatisfy { "ivxIVX".utf8.contains($0) } && word.count > 1
  }

  /// At "!" or "?".
  mutating func boundaryAfterMark(_ at: Int, sentenceStart: Int) -> Int? {
    let ahead = byte(at + 1)
    if ahead == 0x21 || ahead == 0x3F || ahead == 0x2E { return nil }
    let after = skipClosers(at + 1)
    if after < end, text[after] > 0x20 { return nil }
    let following = skipSpace(after)
    guard following < end else { return end }
    if depth > 0, after == at + 1, !unclosed(at) { return nil }
    switch next(following) {
    case .lower:
      return after == at + 1 && depth == 0 && !isBrand(at, sentenceStart) ? after : nil
    case .upper where after > at + 1 && isReportingClause(following): return nil
    default:
      if after > at + 1 { depth = 0 }
      return after
    }
  }

  /// A name that carries its mark: "Yahoo! said".
  private func isBrand(_ at: Int, _ floor: Int) -> Bool {
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
      return next(skipSpace(after)) == .upper && startsSentence(skipSpace(after)) ? after : nil
    }
    return nil
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
