// What a full stop ends: it is judged by the word before it and by what follows.

extension SentenceScan {
  /// At a full stop.
  mutating func boundaryAfterStop(_ at: Int, sentenceStart: Int) -> Int? {
    // Runs of stops are judged at their last one.
    if byte(at + 1) == 0x2E { return nil }
    if byte(at + 1) == 0x20, byte(at + 2) == 0x2E { return stopBeforeEllipsis(at) }
    if byte(at + 1) == 0x21 || byte(at + 1) == 0x3F { return nil }
    let isEllipsis = byte(at - 1) == 0x2E || (byte(at - 1) == 0x20 && byte(at - 2) == 0x2E)
    var after = skipClosers(at + 1)
    let closers = after - at - 1
    after = skipEmoticon(skipNoteMark(after))
    if after < end, text[after] > 0x20, !(text[after] == 0xC2 && byte(after + 1) == 0xA0) {
      return after == at + 1 && isGlued(at, sentenceStart) ? after : nil
    }
    let following = skipSpace(after)
    guard following < end else { return end }
    let next = next(following)
    if depth > 0, closers == 0 {
      return unclosed(at) || isAside(sentenceStart, following)
        ? judge(at, sentenceStart, next, following, after, isEllipsis) : nil
    }
    if closers > 0, depth > 0 { depth = 0 }
    return judge(at, sentenceStart, next, following, after, isEllipsis)
  }

  /// Whether the bracket that is open never closes within reach: then it holds nothing back.
  func unclosed(_ at: Int) -> Bool {
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
    if isEllipsis { return ellipsis(at, next, after, sentenceStart, following) }
    let start = wordStart(at, sentenceStart)
    let word = UnsafeBufferPointer(rebasing: text[start..<at])
    if isItemLabel(word, start, sentenceStart) { return nil }
    let kind = Abbreviation.kind(of: word)
    switch next {
    case .lower:
      guard after == at + 1, mayEndBeforeSmall(word, start, sentenceStart) else { return nil }
      return Abbreviation.isPlainWord(word)
        || (kind == nil || Abbreviation.closesList(word)) && opensClause(following) ? after : nil
    case .upper:
      // "…." she said: a full stop closes what was said; "He" would open a sentence.
      if after > at + 1, isReportingClause(following, afterStop: true) { return nil }
      if isMeasure(word, start) || Abbreviation.closesList(word) { return after }
    case .other where byte(following) == 0xC2 && byte(following + 1) == 0xA7:
      // "Stat. § 12"
      return nil
    default: break
    }
    guard let kind else { return after }
    switch kind {
    case .title:
      // "14 Quay St. It is open": an address, no saint.
      return start > sentenceStart && Abbreviation.mayEndAddress(word) && startsSentence(following)
        ? after : nil
    case .reference:
      return next == .digit || isReferenceTarget(following) ? nil : (next == .upper ? after : nil)
    case .mayEnd:
      return next == .upper && startsSentence(following) ? after : nil
    case .state:
      // "Bend, Ore. The" and "Bend, Ore. Mayor"; "He was ill. Ann"
      let isPlace =
        text[start] &- 0x41 < 26 && text[at - 1] >= 0x61 && byte(start - 1) == 0x20
        && byte(start - 2) == 0x2C
      return next == .lower || isPlace && !(next == .upper && startsSentence(following))
        ? nil : after
    case .month:
      // "on 14 Sept. Item 3": behind its day a month has no more of its date to come.
      guard next == .upper, !isFrontedTime(start, sentenceStart) else { return nil }
      return startsSentence(following) || Self.isDigit(byte(start - 2)) ? after : nil
    case .weekday:
      return next == .upper && !isFrontedTime(start, sentenceStart)
        && !Abbreviation.mayFollowClock(self.word(following)) ? after : nil
    case .never: return nil
    case .initial:
      if word.count == 1, text[start] == 0x49, startsSentence(following) || precededByAnd(start) {
        return after
      }
      guard start > sentenceStart, startsSentence(following) else { return nil }
      // "Plan B. The crew", but "Anna B. May".
      return !isNameBefore(start, sentenceStart) || Abbreviation.isNoName(self.word(following))
        ? after : nil
    case .dotted:
      // "U.S. Rep. Hale", "P.S. The crane": no sentence is an abbreviation alone.
      return next == .upper && start > sentenceStart && startsSentence(following)
        && !Abbreviation.isOffice(self.word(following)) && !word.elementsEqual("P.S".utf8)
        ? after : nil
    case .clock:
      guard next == .upper, !isFrontedTime(start, sentenceStart) else { return nil }
      if startsSentence(following) { return after }
      return Self.isDigit(byte(start - 2)) && !Abbreviation.mayFollowClock(self.word(following))
        ? after : nil
    }
  }

  /// The letters at `at`.
  func word(_ at: Int) -> UnsafeBufferPointer<UInt8> {
    var stop = at
    while stop < end, (text[stop] | 0x20) &- 0x61 < 26 { stop += 1 }
    return UnsafeBufferPointer(rebasing: text[at..<stop])
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
    return Self.times.contains { head.starts(with: $0.utf8) }
  }

  private static let times = [
    "At ", "By ", "Around ", "About ", "Before ", "After ", "Until ", "On ", "Since ", "In ",
    "Last ",
    "Next ", "This ", "Every ", "From ",
  ]

  /// After a closing quote: "Go!" John said.
  func isReportingClause(_ at: Int, afterStop: Bool = false) -> Bool {
    var at = at
    var words = 0
    if isPronoun(at) { return false }
    while words < 4, at < end {
      var stop = at
      while stop < end, (text[stop] | 0x20) &- 0x61 < 26 || text[stop] == 0x2E { stop += 1 }
      guard stop > at else { return false }
      let word = UnsafeBufferPointer(rebasing: text[at..<stop])
      if words > 0, Abbreviation.isReportingVerb(word) { return true }
      guard text[at] &- 0x41 < 26 else { return false }
      if afterStop, words == 0, text[stop - 1] != 0x2E { return false }
      at = skipSpace(stop)
      words += 1
    }
    return false
  }

  /// "He", "She", "They", "It", "We" with a capital: they open a sentence, not a reporting clause.
  private func isPronoun(_ at: Int) -> Bool {
    var stop = at
    while stop < end, (text[stop] | 0x20) &- 0x61 < 26 { stop += 1 }
    let word = UnsafeBufferPointer(rebasing: text[at..<stop])
    return Self.pronouns.contains { $0.utf8.elementsEqual(word) }
  }

  private static let pronouns: [String] = ["He", "She", "They", "It", "We"]

  /// After " :-)" and the like that belong to the sentence before `at`; else `at`.
  func skipEmoticon(_ at: Int) -> Int {
    if byte(at) == 0xF0 { return emoticon(at) ?? at }
    guard byte(at) == 0x20, let after = emoticon(at + 1) else { return at }
    return after
  }

  /// The place after an emoticon or a row of emoji at `at`.
  func emoticon(_ at: Int) -> Int? {
    if byte(at) == 0xF0 {
      var next = at
      while byte(next) == 0xF0, byte(next + 1) == 0x9F { next += 4 }
      return next > at && (next == end || text[next] <= 0x20) ? next : nil
    }
    guard byte(at) == 0x3A || byte(at) == 0x3B || byte(at) == 0x3D else { return nil }
    var next = at + 1
    if byte(next) == 0x2D || byte(next) == 0x27 { next += 1 }
    switch byte(next) {
    case 0x29, 0x28, 0x44, 0x50, 0x70, 0x2F, 0x7C: break
    default: return nil
    }
    let mouth = byte(next)
    while byte(next) == mouth { next += 1 }
    return next == end || text[next] <= 0x20 ? next : nil
  }

  /// At ":", ";" or an emoji: an emoticon before a capital ends the sentence; an emoji at its head is a bullet.
  mutating func boundaryAfterEmoticon(_ at: Int, sentenceStart: Int) -> Int? {
    guard byte(at - 1) <= 0x20, at > sentenceStart + 12 || byte(at) != 0xF0,
      let after = emoticon(at)
    else { return nil }
    let following = skipSpace(after)
    guard following < end else { return end }
    guard case .upper = next(following) else { return nil }
    return after
  }

  /// Whether the bracket at `at` is an emoticon's mouth.
  func isMouth(_ at: Int) -> Bool {
    let eyes = byte(at - 1) == 0x2D ? at - 2 : at - 1
    return (byte(eyes) == 0x3A || byte(eyes) == 0x3B) && byte(eyes - 1) <= 0x20
  }

  private func ellipsis(
    _ at: Int, _ next: Next, _ after: Int, _ floor: Int, _ following: Int
  ) -> Int? {
    guard next == .upper else { return nil }
    var dots = 0
    var back = at
    while back >= floor, byte(back) == 0x2E || byte(back) == 0x20 {
      if byte(back) == 0x2E { dots += 1 }
      back -= 1
    }
    // "[...]" leaves words out.
    if byte(back) == 0x5B || byte(back) == 0x28 { return nil }
    // "I... I don't know"
    let said = UnsafeBufferPointer(rebasing: text[wordStart(back + 1, floor)..<(back + 1)])
    if after == at + 1, !said.isEmpty, said.elementsEqual(word(following)) { return nil }
    let isGlued = byte(back + 1) == 0x2E
    if dots >= 4 { return after }
    // "this thing... It": glued dots trail off; dots with a space before them leave words out.
    if dots == 3, isGlued, byte(at - 1) == 0x2E { return after }
    return nil
  }

  /// A word that often opens a sentence and rarely follows an abbreviation inside one.
  func startsSentence(_ at: Int) -> Bool {
    var start = at
    while start < end, !(text[start] | 0x20 &- 0x61 < 26), text[start] < 0xC2 || text[start] == 0xE2
    {
      start += text[start] == 0xE2 ? 3 : 1
      if start > at + 4 { return false }
    }
    var stop = start
    while stop < end, (text[stop] | 0x20) &- 0x61 < 26 { stop += 1 }
    guard stop > start, stop <= end else { return false }
    if byte(stop) == 0x27 || (byte(stop) == 0xE2 && byte(stop + 2) == 0x99) {
      // "Don't", "That's": contractions open sentences.
      let letters = byte(stop) == 0x27 ? byte(stop + 1) : byte(stop + 3)
      if letters == 0x74, byte(stop - 1) == 0x6E { return true }
    }
    return Abbreviation.isSentenceOpener(UnsafeBufferPointer(rebasing: text[start..<stop]))
      || (byte(stop) == 0x2E
        && Abbreviation.isTitle(UnsafeBufferPointer(rebasing: text[start..<stop])))
  }

  /// "3." and "b." at the start of a sentence, "Step 3."
  private func isItemLabel(
    _ word: UnsafeBufferPointer<UInt8>, _ start: Int, _ sentenceStart: Int
  ) -> Bool {
    guard word.count <= 6, let first = word.first else { return false }
    if start > sentenceStart {
      let head = text[sentenceStart..<start].dropLast()
      return head.count <= 8 && word.count <= 3 && word.allSatisfy(Self.isDigit)
        && Self.numbered.contains { $0.utf8.elementsEqual(head) }
    }
    if word.allSatisfy(Self.isDigit) { return word.count <= 3 }
    if Self.isDigit(first) {
      return word.allSatisfy { Self.isDigit($0) || $0 == 0x2E }
    }
    if word.count == 1, (first | 0x20) &- 0x61 < 26, first != 0x49 { return true }
    return word.count <= 5 && word.allSatisfy { "ivxIVX".utf8.contains($0) } && word.count > 1
  }

  private static let numbered = [
    "Step", "Figure", "Table", "Question", "Exercise", "Example", "Lesson", "Problem", "Tip",
  ]
}
