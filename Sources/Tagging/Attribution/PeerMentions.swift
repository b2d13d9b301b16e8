// Holders without a name of their own in reports and papers: "161 States", "rival countries", "the
// Chair". Found by their nouns, only where a verb of position stands in the passage.

internal import Ingest
internal import Text

extension PassageMarks {
  /// Adds mentions of unnamed states, chairs and secretariats.
  mutating func addPeers(_ context: AttributionContext) {
    guard hasCues else { return }
    var found: [ActorMention] = []
    var covered = 0
    for at in range {
      let flags = context.flags(at)
      guard !flags.isDisjoint(with: [.peers, .chair, .secretariat, .number, .other]) else {
        continue
      }
      while covered < mentions.count, mentions[covered].end <= at { covered += 1 }
      if covered < mentions.count, mentions[covered].first <= at { continue }
      let floor = covered > 0 ? mentions[covered - 1].end : range.lowerBound
      if flags.contains(.peers) {
        if let first = peersStart(at, floor, context) {
          // "a group of" is found by itself.
          if covered > 0, mentions[covered - 1].kind == .quantity, first - floor <= 1,
            first == floor || context.flags(floor).contains(.of)
          {
            extend(covered - 1, to: at + 1)
            continue
          }
          found.append(
            ActorMention(
              kind: .quantity, actor: -1, first: first, end: at + 1,
              isPossessive: context.tokens[at].isPossessive))
        }
      } else if !flags.isDisjoint(with: [.chair, .secretariat]) {
        let actor = flags.contains(.chair) ? context.lexicon.chair : context.lexicon.secretariat
        guard actor >= 0, !isOfSomething(at, context),
          context.tokens[at].isCapitalized || isServing(at, context)
        else { continue }
        found.append(
          ActorMention(
            kind: .name, actor: actor, first: at, end: personNameEnd(at + 1, context),
            isPossessive: context.tokens[at].isPossessive))
      } else if flags.contains(.other) {
        guard isAloneSubject(at, context) else { continue }
        found.append(
          ActorMention(kind: .quantity, actor: -1, first: at, end: at + 1, isPossessive: false))
      } else if at == range.lowerBound, let end = countEnd(context) {
        found.append(
          ActorMention(kind: .quantity, actor: -1, first: at, end: end, isPossessive: false))
      }
    }
    if !found.isEmpty { insert(found) }
  }

  /// Where a noun phrase of unnamed states begins: "some 40 other states", "rival countries including".
  private func peersStart(_ noun: Int, _ floor: Int, _ context: AttributionContext) -> Int? {
    var first = noun
    var isCounted = false
    while first > floor, noun - first < 4 {
      let before = first - 1
      let flags = context.flags(before)
      if flags.contains(.other) || context.isNumber(before) {
        isCounted = true
      } else if !flags.isEmpty || context.tokens[before].isPunctuation || cue(before) != .none
        || context.tokens[before].isCapitalized && before > range.lowerBound
      {
        break
      }
      first = before
    }
    // "over 50 countries", "more than 50 states".
    if isCounted, first > floor, context.isMoreThan(first - 1) { first -= 1 }
    if isCounted, first - 2 >= floor, context.flags(first - 1).contains(.of),
      context.isGroupWord(first - 2)
    {
      return first - 2
    }
    let isDefinite = first > range.lowerBound && context.flags(first - 1).contains(.article)
    if isCounted { return isDefinite && first == noun - 1 ? nil : first }
    let next = noun + 1
    let list = next < range.upperBound && context.isBreak(next) ? next + 1 : next
    if list + 1 < range.upperBound, context.flags(list).contains(.including) { return first }
    // "like-minded states argued", "Delegates also stressed", not "the parties agreed".
    var verb = next
    while verb < min(range.upperBound, next + 3), context.isAdverb(verb) { verb += 1 }
    guard first < noun || noun == range.lowerBound, !isDefinite, verb < range.upperBound,
      cueIsVerb(verb)
    else { return nil }
    switch cue(verb) {
    case .say, .demand: return first
    case .believe: return first < noun ? first : nil
    default: return nil
    }
  }

  /// "Many underlined", "Some argued", "others objected": the verb of position follows.
  private func isAloneSubject(_ at: Int, _ context: AttributionContext) -> Bool {
    guard at == range.lowerBound || context.isComma(at - 1) || context.mark(at - 1) == 0x3B else {
      return false
    }
    var verb = at + 1
    while verb < min(range.upperBound, at + 3), context.isAdverb(verb) { verb += 1 }
    guard verb < range.upperBound, cueIsVerb(verb) else { return false }
    switch cue(verb) {
    case .say, .demand, .believe: return !context.endsInIng(verb)
    default: return false
    }
  }

  /// "The chair of the committee" and "the committee's chair" are read with their names.
  private func isOfSomething(_ at: Int, _ context: AttributionContext) -> Bool {
    at + 1 < range.upperBound && context.flags(at + 1).contains(.of)
      || at > range.lowerBound && context.tokens[at - 1].isPossessive
  }

  /// "the co-chairs", "the facilitator", in small letters.
  private func isServing(_ at: Int, _ context: AttributionContext) -> Bool {
    guard at > range.lowerBound + 1 else { return false }
    let before = context.isCo(at - 1) ? at - 2 : at - 1
    return before >= range.lowerBound && context.flags(before).contains(.article)
  }

  /// After the capitalised words of a person's name.
  private func personNameEnd(_ start: Int, _ context: AttributionContext) -> Int {
    context.lexicon.nameEnd(
      context.tokens, from: start, upTo: min(range.upperBound, start + 3)
    ) { cue($0) == .none }
  }

  /// "Fifty-five did not sign": after the number that opens a passage, if it is the subject.
  private func countEnd(_ context: AttributionContext) -> Int? {
    var at = range.lowerBound
    while at < range.upperBound, context.isNumber(at) { at += 1 }
    guard at + 1 < range.upperBound, at - range.lowerBound <= 3,
      context.flags(range.lowerBound).contains(.number),
      !context.flags(at).isDisjoint(with: [.have, .will]) || cueIsVerb(at) && !context.endsInS(at)
    else { return nil }
    return at
  }
}
