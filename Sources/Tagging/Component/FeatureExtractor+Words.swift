// The features of a passage's words and form: classes, single words, digits, capitals, its end, and
// whether it opens like an item of a list.

internal import Text

extension FeatureExtractor {
  func words(
    _ cursor: ClauseScanner.Cursor, _ stems: UnsafeMutableBufferPointer<Int32>,
    _ analysis: inout PassageAnalysis, _ emit: inout Emitter
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: cursor.count) { rows in
      findRows(cursor, stems, rows)
      words(cursor, UnsafeBufferPointer(rows), &analysis, &emit)
    }
  }

  private struct Pending {
    /// Of the stem.
    var hash: UInt64
    var at: Int
  }

  /// Fills `rows` with the row of each word's stem, -1 for none; that of a word that the lexicon knows
  /// is looked up once. First all and then the look-ups, so that these wait for each other no more.
  private func findRows(
    _ cursor: ClauseScanner.Cursor, _ stems: UnsafeMutableBufferPointer<Int32>,
    _ rows: UnsafeMutableBufferPointer<Int32>
  ) {
    withUnsafeTemporaryAllocation(of: Pending.self, capacity: cursor.count) { pending in
      var count = 0
      for at in 0..<cursor.count {
        let token = cursor.token(at)
        // 0 is never known.
        let known = token.isWord ? stems[token.isPlain ? Int(token.word.rawValue) : 0] : -1
        rows.initializeElement(at: at, to: known)
        guard known == -2 else { continue }
        pending.initializeElement(
          at: count, to: Pending(hash: WordTable.stemHash(token, cursor.shape.bytes), at: at))
        count += 1
      }
      for place in 0..<count {
        let (hash, at) = (pending[place].hash, pending[place].at)
        rows[at] = words.row(ofStem: hash)
        let token = cursor.token(at)
        if token.isKnown, token.isPlain { stems[Int(token.word.rawValue)] = rows[at] }
      }
    }
  }

  private func words(
    _ cursor: ClauseScanner.Cursor, _ rows: UnsafeBufferPointer<Int32>,
    _ analysis: inout PassageAnalysis, _ emit: inout Emitter
  ) {
    var seen = ClassSet()
    var digits = 0
    var capitals = 0
    var hasYear = false
    var hasQuote = false
    let (has, near) = (space.has, space.near)
    for at in 0..<cursor.count {
      let token = cursor.token(at)
      let global = Int32(truncatingIfNeeded: cursor.base + at)
      let set = cursor.classes[at]
      let new = set.subtracting(seen)
      if !new.isEmpty {
        seen.formUnion(set)
        let isNear = at < 4
        new.forEach { index in
          emit(has(index), at: global)
          if isNear { emit(near(index), at: global) }
        }
      }
      if token.isWord {
        if token.isCapitalized { capitals += 1 }
        if rows[at] >= 0 { emit(word: rows[at], at: global) }
      } else if token.isNumber {
        digits += 1
        if token.end - token.start == 4 {
          let first = cursor.shape.first(token)
          if first == 0x31 || first == 0x32 { hasYear = true }
        }
      } else if token.isPunctuation {
        let first = cursor.shape.first(token)
        // A straight quote, or a curly one (E2 80 9C).
        if first == 0x22
          || (first == 0xE2 && token.end - token.start == 3
            && cursor.shape.bytes[Int(token.start) + 2] | 1 == 0x9D)
        {
          hasQuote = true
        }
      }
    }
    analysis.classes = seen
    func flag(_ value: FeatureSpace.Flag) { emit(space.flag(value.rawValue)) }
    switch cursor.count {
    case ..<8: flag(.under8)
    case ..<15: flag(.under15)
    case ..<30: flag(.under30)
    case ..<60: flag(.under60)
    default: flag(.longer)
    }
    if digits > 0 { flag(.digit) }
    if digits > 2 { flag(.digits3) }
    if hasYear { flag(.year) }
    if hasQuote { flag(.quote) }
    if capitals * 10 > cursor.count * 3 {
      flag(.capitals30)
    } else if capitals * 20 > cursor.count * 3 {
      flag(.capitals15)
    }
    guard cursor.count > 0 else { return }
    let last = cursor.token(cursor.count - 1)
    let end = last.isPunctuation ? cursor.shape.first(last) : 0
    switch end {
    case 0x3A:
      analysis.endsInColon = true
      flag(.colon)
    case 0x3B:
      analysis.endsInSemicolon = true
      flag(.semicolon)
    case 0x3F: flag(.question)
    case 0x2E, 0x21, 0x2C, 0x22, 0xE2: break
    default: flag(.noEnd)
    }
  }

  func opening(
    _ cursor: ClauseScanner.Cursor, _ analysis: inout PassageAnalysis, _ emit: inout Emitter
  ) {
    var start = 0
    var hasNumber = false
    while start < cursor.count {
      let token = cursor.token(start)
      let isLabel =
        !token.isWord
        || (token.end - token.start == 1
          && ![0x41, 0x61, 0x49].contains(cursor.shape.first(token)))
      guard isLabel else { break }
      if token.isNumber { hasNumber = true }
      start += 1
    }
    analysis.start = start
    guard start < cursor.count else { return }
    let token = cursor.token(start)
    let global = Int32(cursor.base + start)
    let set = cursor.classes[start]
    let verb = finder.scanner.verb(set)
    let following = cursor.set(start + 1)
    func item(_ kind: FeatureSpace.Item, _ verb: VerbKind) {
      analysis.item = kind.rawValue
      emit(space.item(kind.rawValue), at: global)
      emit(space.itemVerb(kind.rawValue, verb.rawValue), at: global)
    }
    if set.intersects(sets.to), start + 1 < cursor.count {
      item(.infinitive, finder.scanner.verb(following) ?? .other)
    } else if let verb, cursor.shape.endsInIng(token) {
      item(.gerund, verb)
    } else if let verb, !cursor.shape.endsInS(token), !cursor.shape.endsInEd(token),
      finder.scanner.verb(following) == nil, !following.intersects(sets.copula)
    {
      item(.base, verb)
    }
    set.forEach { emit(space.opens($0), at: global) }
    let isLower = !token.isCapitalized
    if isLower { emit(space.flag(FeatureSpace.Flag.lowerCase.rawValue)) }
    if start > 0 { emit(space.flag(FeatureSpace.Flag.bullet.rawValue)) }
    if hasNumber { emit(space.flag(FeatureSpace.Flag.numbered.rawValue)) }
    analysis.looksListed = analysis.item >= 0 || isLower || start > 0
  }
}
