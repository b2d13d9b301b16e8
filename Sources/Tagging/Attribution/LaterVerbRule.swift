// A subject's second verb: "Peru did not block it but dissociated itself", "Chile used its speech to
// argue that", "Ghana walked out, calling the text a step back". For texts that speak for nobody.

internal import Text

enum LaterVerbRule {
  /// Tokens within which the verb stands.
  private static let reach = 28

  /// The first verb of position that the subject shares, where its own verb, at `predicate`, is none;
  /// nil where another subject or clause comes first.
  static func verb(
    _ context: AttributionContext, _ predicate: SubjectPredicate, _ marks: PassageMarks
  ) -> Int? {
    let limit = min(marks.range.upperBound - 1, predicate.token + reach)
    var at = predicate.token
    guard at < limit else { return nil }
    // "Russia, which had …, used": on after what is put in.
    if context.isBreak(at) || context.flags(at).contains(.relative) {
      guard let close = ((at + 1)..<limit).first(where: { context.isComma($0) }) else { return nil }
      at = close + 1
    }
    var isHindered = false
    while at < limit {
      let flags = context.flags(at)
      if context.mark(at) == 0x3B || context.mark(at) == 0x3A || context.opensQuote(at)
        || !flags.isDisjoint(with: [.that, .condition])
        || flags.contains(.relative) && !context.isComma(at)
      {
        return nil
      }
      if isSubject(at, context, marks) { return nil }
      isHindered = isHindered || context.isFailing(at)
      let next = afterAdverbs(at + 1, limit, context)
      if next <= limit, marks.cue(next).isPredicate, marks.cueIsVerb(next) {
        let isIng = context.endsInIng(next)
        if !flags.isDisjoint(with: [.and, .contrast]), !isIng { return next }
        if context.isComma(at), isIng { return next }
        if flags.contains(.to), !isHindered, !isIng, isWord(marks.cue(next)) { return next }
      }
      at += 1
    }
    return nil
  }

  private static func isWord(_ cue: AttributionCue) -> Bool {
    cue == .say || cue == .demand || cue == .believe
  }

  /// A name that a verb follows.
  private static func isSubject(
    _ token: Int, _ context: AttributionContext, _ marks: PassageMarks
  ) -> Bool {
    guard let mention = marks.mention(token), mention.kind != .adjective, !mention.isPossessive,
      mention.end < marks.range.upperBound
    else { return false }
    return marks.cue(mention.end).isPredicate
      || !context.flags(mention.end).isDisjoint(with: [.be, .have, .will, .can, .ought])
  }

  private static func afterAdverbs(
    _ start: Int, _ limit: Int, _ context: AttributionContext
  ) -> Int {
    var at = start
    while at < limit, context.isAdverb(at) { at += 1 }
    return at
  }
}
