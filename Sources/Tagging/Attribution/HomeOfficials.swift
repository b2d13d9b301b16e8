// Officials whose country the text takes for granted: "Deputy Minister Jane Doe said", "the central
// bank refused". They speak for the government that was named last, else for the state that the text
// is about. For texts that speak for nobody.

internal import Ingest
internal import Text

extension PassageMarks {
  /// Adds mentions of offices and ministries that no name of a state stands beside.
  mutating func addOfficials(_ context: AttributionContext) {
    var found: [ActorMention] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let role = officeEnd(at)
      guard role > at, !isInMention(at), !isInMention(role - 1) else {
        at += 1
        continue
      }
      let first = start(ofOffice: at, context)
      let end = afterOffice(role, context)
      if let first, end > 0 {
        found.append(
          ActorMention(
            kind: .anaphor(.theGovernment), actor: -1, first: first, end: end,
            isPossessive: context.tokens[end - 1].isPossessive))
        at = end
      } else {
        at = role
      }
    }
    if !found.isEmpty { insert(found) }
  }

  /// Learns the names that stand after an office, where it is known which state they speak for.
  func learnOfficials(
    _ context: AttributionContext, _ state: AttributionState, _ names: inout KnownNames
  ) {
    for mention in mentions where mention.kind == .anaphor(.theGovernment) {
      guard mention.end - mention.first > 1,
        context.lexicon.isNamePart(context.tokens[mention.end - 1])
      else { continue }
      let speakers = context.codes(mention, state)
      guard context.lexicon.isState(speakers) else { return }
      let government = context.lexicon.index(of: speakers[0])
      names.add(nameBytes(mention.end - 1, context), government)
    }
  }

  /// Where the description of the office at `role` begins: after an article, or at the passage's start
  /// or a mark with a capital; nil where it belongs to another noun or to somebody.
  private func start(ofOffice role: Int, _ context: AttributionContext) -> Int? {
    var first = role
    while first > range.lowerBound, role - first < 3, context.flags(first - 1).isEmpty,
      !context.tokens[first - 1].isPunctuation, cue(first - 1) == .none,
      !isInMention(first - 1)
    { first -= 1 }
    if first == range.lowerBound {
      return context.tokens[role].isCapitalized || first == role ? first : nil
    }
    let before = first - 1
    if isInMention(before) { return nil }
    if context.isThe(before) { return first }
    guard context.tokens[first].isCapitalized else { return nil }
    return context.tokens[before].isPunctuation && context.mark(before) != 0x28
      || endsCue(first) ? first : nil
  }

  /// After "of trade" and the name of who holds the office; 0 where a state or body is named after it.
  private func afterOffice(_ role: Int, _ context: AttributionContext) -> Int {
    var at = role
    if at + 1 < range.upperBound, !context.flags(at).isDisjoint(with: [.of, .for]) {
      var end = at + 1
      while end < min(range.upperBound, at + 7), !context.tokens[end].isPunctuation,
        context.flags(end).isDisjoint(with: [.be, .have, .will, .can, .ought, .that, .relative]),
        !(cue(end).isPredicate && cueIsVerb(end))
      {
        if isInMention(end) { return 0 }
        end += 1
      }
      at = end
    }
    let name = context.isComma(min(at, range.upperBound - 1)) ? at + 1 : at
    let end = context.lexicon.nameEnd(
      context.tokens, from: name, upTo: min(range.upperBound, name + 4)
    ) { !isInMention($0) }
    return end > name ? end : at
  }
}
