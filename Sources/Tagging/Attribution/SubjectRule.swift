// The predicate of a subject: "China, which …, has repeatedly stressed". Without a parse: what stands
// between a name and the next cue may only be an apposition, auxiliaries and adverbs.

internal import Text

/// What a subject does.
struct SubjectPredicate: Sendable {
  /// `none` for a verb that reports no position.
  var cue = AttributionCue.none
  var token = 0
  var end = 0
  var flags: WordFlags = []
  /// "China was urged": the subject is no holder.
  var isPassive = false
}

enum SubjectRule {
  /// True where the names at `first` are governed by something else: "in China", "if China".
  ///
  /// - Parameter isReport: of a text that speaks for nobody.
  static func isBlocked(
    _ context: AttributionContext, _ first: Int, _ marks: PassageMarks, isReport: Bool
  ) -> Bool {
    var at = first - 1
    while at >= marks.range.lowerBound,
      !context.flags(at).isDisjoint(with: [.article]) || marks.isBoth(at, context)
    { at -= 1 }
    guard at >= marks.range.lowerBound else { return false }
    let flags = context.flags(at)
    // "A coalition led by X and Y proposes".
    if flags.contains(.by), at > marks.range.lowerBound, context.flags(at - 1).contains(.led) {
      return false
    }
    // "… such as when the U.S. issued": told as it was.
    if flags.contains(.condition), isReport, context.isWhen(at) { return false }
    if !flags.isDisjoint(with: [.preposition, .condition]) { return true }
    // "the measures that China proposed" is no report; "said that China proposed" is.
    if flags.contains(.that), at > marks.range.lowerBound {
      return !marks.endsCue(at)
    }
    // "Where the U.S. sees free speech, China sees a threat": a contrast, both hold something.
    return flags.contains(.relative) && at > marks.range.lowerBound
  }

  static func predicate(
    _ context: AttributionContext, _ chain: SubjectChain, _ marks: PassageMarks
  ) -> SubjectPredicate {
    var at = chain.end
    let limit = marks.range.upperBound
    var found = SubjectPredicate()
    if chain.endsInName, at + 1 < limit, context.isComma(at), marks.cue(at + 1).isPredicate {
      at += 1
    } else if at < limit,
      context.isBreak(at) && context.mark(at) != 0x29 || context.flags(at).contains(.relative)
    {
      guard let close = closingComma(context, at + 1, marks) else {
        found.token = at
        return found
      }
      at = close + 1
    }
    let last = min(limit, at + 10)
    var isAfterBe = false
    while at < last {
      let cue = marks.cue(at)
      let flags = context.flags(at)
      if cue.isPredicate {
        found.cue = cue
        found.token = at
        found.end = marks.cueEnd(at)
        found.isPassive =
          isAfterBe && !context.endsInIng(at) && (marks.cueIsVerb(at) || context.isParticiple(at))
        return found
      }
      let afterTime = timeEnd(context, at, limit)
      if afterTime > at {
        at = afterTime
        continue
      }
      guard
        !flags.isDisjoint(with: [.will, .ought, .can, .be, .have, .negation])
          || context.isAdverb(at)
      else { break }
      found.flags.formUnion(flags)
      isAfterBe = flags.contains(.be) || (isAfterBe && context.isAdverb(at))
      at += 1
    }
    found.token = min(at, limit)
    found.end = found.token
    return found
  }

  /// After "on Monday", "in September 2018", "last week" if one begins at `start`.
  private static func timeEnd(_ context: AttributionContext, _ start: Int, _ limit: Int) -> Int {
    guard
      start + 1 < limit
        && (!context.flags(start).isDisjoint(with: [.preposition, .time])
          || context.flags(start + 1).contains(.time))
    else { return start }
    var at = start
    if context.flags(at).contains(.preposition) { at += 1 }
    guard at + 1 < limit, !context.flags(at).contains(.can),
      context.flags(at).contains(.time) || at > start && context.isNumber(at)
        || context.flags(at + 1).contains(.time)
          && context.flags(at).isDisjoint(with: [.be, .have])
          && context.tokens[at].end - context.tokens[at].start == 4
    else { return start }
    while at < limit,
      context.flags(at).contains(.time) || context.isNumber(at)
        || at + 1 < limit && context.flags(at + 1).contains(.time)
    { at += 1 }
    return at
  }

  /// The comma that ends an apposition begun before `from`, if a predicate follows it.
  private static func closingComma(
    _ context: AttributionContext, _ from: Int, _ marks: PassageMarks
  ) -> Int? {
    var at = from
    while at < min(marks.range.upperBound - 1, from + 22) {
      if context.isBreak(at), context.mark(at) != 0x28 {
        let next = at + 1
        let flags = context.flags(next)
        if marks.cue(next).isPredicate
          || !flags.isDisjoint(with: [.will, .ought, .can, .be, .have])
          || (context.isAdverb(next) && next + 1 < marks.range.upperBound
            && marks.cue(next + 1).isPredicate)
        {
          return at
        }
      }
      at += 1
    }
    return nil
  }
}

extension PassageMarks {
  func isBoth(_ token: Int, _ context: AttributionContext) -> Bool {
    // "both China and the U.S.": the word is an adverb of ours, four letters long.
    let value = context.tokens[token]
    return context.flags(token).contains(.adverb) && value.end - value.start == 4
      && context.text[Int(value.start)] | 0x20 == 0x62
  }

  /// A cue ends right before `token`.
  func endsCue(_ token: Int) -> Bool {
    var at = token - 1
    while at >= max(range.lowerBound, token - 5) {
      if cue(at) != .none, cueEnd(at) == token { return true }
      if cue(at) != .none, cueEnd(at) == token + 1 { return true }
      at -= 1
    }
    return false
  }
}
