// "CHINA, supported by IRAN, opposed by JAPAN, said": names in apposition that join or contradict.

internal import Text

enum SupportersRule {
  /// Words that lead to a name in apposition.
  private static let links: WordFlags = [.by, .of, .with, .for, .including]

  /// Reads ", supported by X", ", opposed by X", ", with X", ", for GROUP", ", on behalf of X" and, after
  /// "many delegations", ", including X" after a chain, and moves its end.
  static func extend(
    _ chain: inout SubjectChain, _ context: AttributionContext, _ marks: PassageMarks,
    _ state: AttributionState
  ) {
    let start = chain.end
    var at = start
    let limit = marks.range.upperBound
    while at + 2 < limit,
      context.isBreak(at) && context.mark(at) != 0x29 || opensList(context, chain, at)
    {
      var next = context.isBreak(at) ? at + 1 : at
      if context.flags(next).contains(.and) { next += 1 }
      var link = next
      // At most three words up to the link: "strongly supported by", "speaking on behalf of".
      while link < min(limit, next + 4), context.flags(link).isDisjoint(with: links) {
        if context.isBreak(link) { break }
        link += 1
      }
      guard link + 1 < limit, !context.flags(link).isDisjoint(with: links),
        let mention = named(after: link, context, marks)
      else { break }
      let others = context.chain(from: mention, marks, state)
      guard !others.actors.isEmpty, join(others, to: &chain, next..<link, link, context, marks)
      else { break }
      chain.end = others.end
      at = others.end
    }
    if at > chain.first, at < limit, context.isBreak(at), at == chain.end, at > start {
      chain.end = at + 1
    }
  }

  /// "other allies including X": no comma between.
  private static func opensList(
    _ context: AttributionContext, _ chain: SubjectChain, _ at: Int
  ) -> Bool {
    context.flags(at).contains(.including) && chain.anaphor == nil
  }

  private static func named(
    after link: Int, _ context: AttributionContext, _ marks: PassageMarks
  ) -> ActorMention? {
    var name = link + 1
    // "such as".
    if marks.mention(name) == nil, context.flags(link).contains(.including) { name += 1 }
    if name < marks.range.upperBound, context.flags(name).contains(.article) { name += 1 }
    return marks.mention(link + 1) ?? marks.mention(name)
  }

  /// False where the apposition says nothing of who holds the position.
  private static func join(
    _ others: SubjectChain, to chain: inout SubjectChain, _ words: Range<Int>, _ link: Int,
    _ context: AttributionContext, _ marks: PassageMarks
  ) -> Bool {
    let flags = context.flags(link)
    if flags.contains(.including) {
      // Who is named among "many delegations" stands for them.
      if chain.endsInPeers, !chain.hasQuantity {
        chain.add(others.actors)
        return true
      }
      guard chain.hasQuantity || chain.actors == AttributionContext.someStates else {
        return !others.isPossessive
      }
      // "24 countries, including the UK": the number counts others too.
      let isCounted = context.isNumber(chain.first)
      chain.actors = isCounted ? others.actors + AttributionContext.someStates : others.actors
      chain.hasQuantity = false
    } else if flags.contains(.of) {
      if others.hasQuantity { return false }
      // Who speaks on behalf of a group speaks for the group.
      chain.actors = others.actors
    } else if flags.contains(.by) {
      if isOpposed(context, words) {
        chain.opponents += others.actors
      } else {
        chain.add(others.actors)
      }
    } else {
      // "EGYPT, with IRAN," but not "China, with Russia's help".
      guard !others.isPossessive, others.end < marks.range.upperBound,
        context.isComma(others.end), chain.anaphor == nil, others.anaphor == nil
      else { return false }
      let isGroup =
        context.lexicon.isOne(others.actors) && context.lexicon.isGroup(others.actors[0])
      if flags.contains(.for), isGroup {
        chain.actors = others.actors
      } else {
        chain.add(others.actors)
      }
    }
    return true
  }

  private static func isOpposed(_ context: AttributionContext, _ words: Range<Int>) -> Bool {
    words.contains { at in
      let token = context.tokens[at]
      return token.end - token.start == 7 && context.text[Int(token.start)] | 0x20 == 0x6F
    }
  }
}
