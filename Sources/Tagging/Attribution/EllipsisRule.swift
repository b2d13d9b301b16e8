// Positions told by leaving things out: "So did Chile", "Nor do Tokyo and Canberra", "Among those
// against were X and Y", "Peru could accept it". For texts that speak for nobody.

internal import Text

enum EllipsisRule {
  /// "So did X", "Neither is Y": an auxiliary right before the names, and before it "so" or "nor".
  static func echoes(
    _ context: AttributionContext, _ chain: SubjectChain, _ marks: PassageMarks
  ) -> Bool {
    let at = context.link(before: chain, marks)
    guard at > marks.range.lowerBound,
      !context.flags(at).isDisjoint(with: [.be, .have, .will, .can]),
      context.isSo(at - 1)
    else { return false }
    let before = at - 2
    return before < marks.range.lowerBound || context.tokens[before].isPunctuation
      || context.flags(before).contains(.and)
  }

  /// "X likewise.", "X did too", "and Viet Nam did as well": nothing follows but a word of sameness.
  static func follows(
    _ context: AttributionContext, _ chain: SubjectChain, _ marks: PassageMarks
  ) -> Bool {
    var at = chain.end
    let limit = marks.range.upperBound
    while at < limit, at < chain.end + 2,
      !context.flags(at).isDisjoint(with: [.be, .have, .will]) || context.isDo(at)
    { at += 1 }
    guard let end = context.samenessEnd(at, limit) else { return false }
    return end >= limit || context.tokens[end].isPunctuation
  }

  /// "Israel and Denmark do not.": against what the clause or sentence before told.
  static func refuses(
    _ context: AttributionContext, _ chain: SubjectChain, _ marks: PassageMarks
  ) -> Bool {
    let (verb, limit) = (chain.end, marks.range.upperBound)
    guard verb + 1 < limit,
      context.isDo(verb) || !context.flags(verb).isDisjoint(with: [.be, .have, .will]),
      context.flags(verb + 1).contains(.negation)
    else { return false }
    return verb + 2 >= limit || context.mark(verb + 2) == 0x2E || context.mark(verb + 2) == 0x3B
  }

  /// The same position as the one before.
  static func echo(_ chain: SubjectChain, _ mention: ActorMention) -> HolderEvent {
    HolderEvent(
      actors: chain.actors, attribution: .explicit, cue: .agree, first: chain.first,
      cueEnd: chain.end, mention: mention.first..<chain.end, rule: StatementBuilder.echo,
      confidence: 0.6)
  }

  /// A verb of taking or leaving what is on the table, in the infinitive.
  static func isAnswer(_ context: AttributionContext, _ verb: Int) -> Bool {
    context.flags(verb).contains(.answers)
  }

  /// "Among the co-sponsors are X and Y", "Among those against were X and Y".
  static func among(
    _ context: AttributionContext, _ marks: PassageMarks, _ state: AttributionState
  ) -> HolderEvent? {
    let range = marks.range
    guard range.count > 5, context.isAmong(range.lowerBound) else { return nil }
    var isSide = false
    var isAgainst = false
    for at in (range.lowerBound + 1)..<min(range.upperBound, range.lowerBound + 14) {
      let flags = context.flags(at)
      isSide = isSide || !flags.isDisjoint(with: [.backers, .critics])
      isAgainst = isAgainst || flags.contains(.critics)
      guard flags.contains(.be), isSide else { continue }
      var next = at + 1
      while next < min(range.upperBound, at + 10), marks.mention(next) == nil {
        // "were, by our count, X": what is put in between.
        guard context.isComma(at + 1) || context.flags(next).contains(.article) else { return nil }
        next += 1
      }
      guard next < range.upperBound, let mention = marks.mention(next), mention.kind != .adjective
      else { return nil }
      let chain = context.chain(from: mention, marks, state)
      guard !chain.actors.isEmpty, !chain.isPossessive else { return nil }
      return HolderEvent(
        actors: chain.actors, attribution: .explicit, cue: .propose, first: chain.first,
        cueEnd: chain.end, mention: chain.first..<chain.end,
        rule: isAgainst ? StatementBuilder.opponent : "among", confidence: 0.6,
        coversPassage: true)
    }
    return nil
  }
}
