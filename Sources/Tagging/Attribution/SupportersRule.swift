// "CHINA, supported by IRAN, opposed by JAPAN, said": names in apposition that join or contradict.

internal import Text

enum SupportersRule {
  /// Reads ", supported by X", ", opposed by X", ", on behalf of X" after a chain and moves its end.
  static func extend(
    _ chain: inout SubjectChain, _ context: AttributionContext, _ marks: PassageMarks,
    _ state: AttributionState
  ) {
    let start = chain.end
    var at = start
    let limit = marks.range.upperBound
    while at + 2 < limit, context.isComma(at) {
      var next = at + 1
      if context.flags(next).contains(.and) { next += 1 }
      var by = next
      // At most three words up to "by", "of" or "with": "strongly supported by", "speaking on behalf of".
      while by < min(limit, next + 4), context.flags(by).isDisjoint(with: [.by, .of]) {
        if context.isComma(by) || context.mark(by) == 0x28 { break }
        by += 1
      }
      guard by + 1 < limit, !context.flags(by).isDisjoint(with: [.by, .of]) else { break }
      var name = by + 1
      if context.flags(name).contains(.article) { name += 1 }
      guard let mention = marks.mention(by + 1) ?? marks.mention(name) else { break }
      let others = context.chain(from: mention, marks, state)
      guard !others.actors.isEmpty else { break }
      if context.flags(by).contains(.of) {
        // Who speaks on behalf of a group speaks for the group.
        chain.actors = others.actors
      } else if isOpposed(context, next, by) {
        chain.opponents += others.actors
      } else {
        chain.add(others.actors)
      }
      chain.end = others.end
      at = others.end
    }
    if at > chain.first, at < limit, context.isComma(at), at == chain.end, at > start {
      chain.end = at + 1
    }
  }

  private static func isOpposed(_ context: AttributionContext, _ from: Int, _ to: Int) -> Bool {
    (from..<to).contains { at in
      let token = context.tokens[at]
      return token.end - token.start == 7 && context.text[Int(token.start)] | 0x20 == 0x6F
    }
  }
}
