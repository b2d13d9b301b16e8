// Subjects of verbs of position: the rule that finds most holders. What a subject does, and in what
// kind of text, decides whether it holds anything.

internal import Text

enum SubjectEvents {
  static func append(
    _ context: AttributionContext, _ marks: PassageMarks, _ state: inout AttributionState,
    _ manner: Manner, to events: inout [HolderEvent]
  ) {
    var done = marks.range.lowerBound
    var spokenFor: [String] = []
    var joining = SubjectChain()
    for mention in marks.mentions where mention.first >= done {
      guard mention.kind != .adjective else { continue }
      var chain = context.chain(from: mention, marks, state)
      let isBlocked = SubjectRule.isBlocked(
        context, chain.first, marks, isReport: !manner.isOfficial)
      if isBlocked, chain.anaphor == nil, isSpokenFor(context, chain.first, marks) {
        spokenFor = chain.isAsyndetic ? context.codes(mention, state) : chain.actors
      }
      // "…, and, with RUSSIA, supported": who joins in a second verb.
      if isBlocked, let cue = joinedVerb(context, chain, marks) {
        var actors = events.last?.rule == "subject-verb" ? events.last?.actors ?? [] : []
        actors += chain.actors.filter { !actors.contains($0) }
        events.append(
          HolderEvent(
            actors: actors, attribution: .explicit, cue: cue.cue, first: cue.at,
            cueEnd: marks.cueEnd(cue.at), mention: chain.first..<chain.end, rule: "with-supporter",
            confidence: 0.6))
      }
      if isBlocked, !manner.isOfficial {
        var head = chain
        if chain.isAsyndetic {
          head.end = chain.headEnd
          head.actors = context.codes(mention, state)
        }
        if opensJoining(context, head, marks) { joining = head }
        if let cue = verbOfAbsolute(context, chain, marks) {
          events.append(
            HolderEvent(
              actors: chain.actors, attribution: .explicit, cue: marks.cue(cue), first: chain.first,
              cueEnd: marks.cueEnd(cue), mention: chain.first..<chain.end, rule: "with-verb",
              confidence: 0.6))
        }
      }
      // "For the EU, Austria said": two clauses.
      if isBlocked, chain.isAsyndetic {
        done = max(done, chain.headEnd)
        continue
      }
      done = max(done, chain.end)
      if chain.anaphor == nil {
        state.note(pair: chain.actors, in: context.passage)
        state.mentioned = chain.actors.count == 1 ? chain.actors : Array(chain.actors.suffix(1))
      }
      SupportersRule.extend(&chain, context, marks, state)
      if !manner.isOfficial, !isBlocked, !chain.isPossessive, !chain.actors.isEmpty,
        EllipsisRule.echoes(context, chain, marks)
          || EllipsisRule.follows(context, chain, marks)
      {
        events.append(EllipsisRule.echo(chain, mention))
        state.last = chain.actors
        state.lastSubject = context.passage
        continue
      }
      guard !chain.isPossessive, !chain.actors.isEmpty, !isBlocked else { continue }
      if !manner.isOfficial, EllipsisRule.refuses(context, chain, marks) {
        var event = EllipsisRule.echo(chain, mention)
        event.rule = StatementBuilder.opponent
        events.append(event)
        continue
      }
      if !spokenFor.isEmpty, chain.anaphor == nil {
        chain.actors = spokenFor
        spokenFor = []
      }
      if chain.anaphor == .it, mention.end == mention.first + 1,
        isPleonastic(context, chain.end, marks)
      {
        continue
      }
      let predicate = SubjectRule.predicate(context, chain, marks)
      let certainty =
        predicate.isPassive ? nil : confidence(chain, predicate, context, state, manner, marks)
      if chain.anaphor == nil, !chain.hasQuantity { state.named = chain.actors }
      // Whom the text speaks of next as "it" or "they".
      if chain.anaphor == nil,
        certainty != nil
          || !chain.hasQuantity
            && (manner.isOfficial || chain.first - marks.range.lowerBound <= 1)
      {
        state.last = chain.actors
        state.lastSubject = context.passage
      }
      // "It includes provisions against …": the text told of before.
      if chain.anaphor == .it, predicate.cue == .none, marks.range.contains(predicate.token),
        marks.cue(predicate.token) == .provides, marks.cueIsVerb(predicate.token),
        !manner.isOfficial, context.passage - state.lastText <= 2, !state.textOwner.isEmpty
      {
        events.append(
          HolderEvent(
            actors: state.textOwner, attribution: .pronoun, cue: .agree, first: chain.first,
            cueEnd: marks.cueEnd(predicate.token), mention: mention.first..<chain.end,
            rule: "its-document", confidence: 0.5))
        state.lastText = context.passage
        continue
      }
      guard let confidence = certainty else {
        if !manner.isOfficial, predicate.cue == .none, !predicate.isPassive,
          predicate.flags.isDisjoint(with: [.ought, .can]),
          let verb = LaterVerbRule.verb(context, predicate, marks)
        {
          events.append(
            HolderEvent(
              actors: chain.actors, attribution: chain.anaphor == nil ? .explicit : .pronoun,
              cue: marks.cue(verb), first: chain.first, cueEnd: marks.cueEnd(verb),
              mention: mention.first..<chain.end, rule: "later-verb", confidence: 0.55))
          state.last = chain.actors
          state.lastSubject = context.passage
        }
        continue
      }
      // Who leads or serves a meeting opens its items, puts its papers and promises the next ones.
      if context.lexicon.servesMeeting(chain.actors), !context.isSuggesting(predicate.token) {
        continue
      }
      var cue = predicate.cue
      if cue == .none || (predicate.flags.contains(.will) && cue != .say) { cue = .commit }
      let attribution: Attribution =
        chain.anaphor.map { anaphor in
          switch anaphor {
          case .both, .theParties, .theLeaders: .group
          case .theGovernment: .explicit
          default: .pronoun
          }
        } ?? .explicit
      var event = HolderEvent(
        actors: chain.actors, attribution: attribution, cue: cue, first: chain.first,
        cueEnd: predicate.end, mention: mention.first..<chain.end,
        rule: chain.anaphor == nil ? "subject-verb" : "\(attribution.rawValue)-verb",
        confidence: confidence)
      event.isMutual = chain.anaphor == .both && cue == .agree
      if cue == .agree, !manner.isOfficial { agreeing(&event, context, marks, state) }
      // "Supported by JAPAN, the US said".
      if joining.end > 0, chain.first - joining.end <= 2 {
        if context.isOpposed(marks.range.lowerBound) {
          chain.opponents += joining.actors
        } else {
          event.actors += joining.actors.filter { !event.actors.contains($0) }
        }
      }
      joining.end = 0
      events.append(event)
      if !chain.opponents.isEmpty {
        event.actors = chain.opponents
        event.rule = "opposed-by"
        events.append(event)
      }
    }
  }

  /// "Supported by JAPAN,", "With EGYPT,": who joins the subject that follows.
  private static func opensJoining(
    _ context: AttributionContext, _ chain: SubjectChain, _ marks: PassageMarks
  ) -> Bool {
    let link = context.link(before: chain, marks)
    guard link - marks.range.lowerBound <= 2, chain.anaphor == nil, !chain.isPossessive,
      chain.end < marks.range.upperBound, context.isComma(chain.end)
    else { return false }
    let isWith = context.flags(link).contains(.with)
    if link == marks.range.lowerBound { return isWith }
    return (isWith || context.flags(link).contains(.by))
      && (marks.range.lowerBound..<link).contains { marks.cueIsVerb($0) || context.isJoined($0) }
  }

  /// "with IRAQ abstaining": the verb of whom "with" governs.
  private static func verbOfAbsolute(
    _ context: AttributionContext, _ chain: SubjectChain, _ marks: PassageMarks
  ) -> Int? {
    let link = context.link(before: chain, marks)
    guard link >= marks.range.lowerBound, context.flags(link).contains(.with),
      chain.anaphor == nil, !chain.isPossessive, !chain.actors.isEmpty
    else { return nil }
    var at = chain.end
    while at < marks.range.upperBound, context.isAdverb(at) { at += 1 }
    guard at < marks.range.upperBound, marks.cue(at).isPredicate, marks.cueIsVerb(at),
      context.endsInIng(at)
    else { return nil }
    return at
  }

  /// "agreed with MALAYSIA that": both hold it.
  private static func agreeing(
    _ event: inout HolderEvent, _ context: AttributionContext, _ marks: PassageMarks,
    _ state: AttributionState
  ) {
    var at = event.cueEnd
    guard at + 1 < marks.range.upperBound, context.flags(at).contains(.with) else { return }
    at += 1
    if context.flags(at).contains(.article) { at += 1 }
    guard let mention = marks.mention(at), mention.kind != .adjective, !mention.isPossessive else {
      return
    }
    for code in context.chain(from: mention, marks, state).actors
    where !event.actors.contains(code) {
      event.actors.append(code)
    }
  }

  /// The verb after ", with X,".
  private static func joinedVerb(
    _ context: AttributionContext, _ chain: SubjectChain, _ marks: PassageMarks
  ) -> (cue: AttributionCue, at: Int)? {
    let limit = marks.range.upperBound
    let link = context.link(before: chain, marks)
    guard link > marks.range.lowerBound + 1, context.flags(link).contains(.with),
      context.isComma(link - 1), chain.end + 1 < limit, context.isComma(chain.end),
      chain.anaphor == nil, !chain.isPossessive, marks.cue(chain.end + 1).isPredicate,
      marks.cueIsVerb(chain.end + 1), !context.endsInIng(chain.end + 1)
    else { return nil }
    return (marks.cue(chain.end + 1), chain.end + 1)
  }

  /// "Speaking for X,", "on behalf of X,".
  private static func isSpokenFor(
    _ context: AttributionContext, _ first: Int, _ marks: PassageMarks
  ) -> Bool {
    (max(marks.range.lowerBound, first - 5)..<first).contains {
      context.flags($0).contains(.behalf)
    }
  }

  /// "It is necessary that", "it can be seen".
  private static func isPleonastic(
    _ context: AttributionContext, _ end: Int, _ marks: PassageMarks
  ) -> Bool {
    guard end < marks.range.upperBound else { return true }
    let predicateStart = end
    var at = end
    while at < min(marks.range.upperBound, end + 4),
      !context.flags(at).isDisjoint(with: [.can, .will, .be, .have]) || context.isAdverb(at)
    { at += 1 }
    return at > predicateStart
      && context.flags(predicateStart).contains(.be)
      && !(at < marks.range.upperBound && marks.cue(at).isPredicate)
  }

  /// Nil where the subject holds no position.
  private static func confidence(
    _ chain: SubjectChain, _ predicate: SubjectPredicate, _ context: AttributionContext,
    _ state: AttributionState, _ manner: Manner, _ marks: PassageMarks
  ) -> Double? {
    // "Germany cannot accept": a refusal, not an ability.
    if predicate.flags.isSuperset(of: [.can, .negation]),
      predicate.cue == .demand, chain.anaphor != .it
    {
      return 0.7
    }
    // "Thailand could accept the draft": in talks that is an answer.
    if manner.followsReports, predicate.flags.contains(.can), predicate.cue != .none,
      predicate.cue != .commit, chain.anaphor == nil,
      EllipsisRule.isAnswer(context, predicate.token)
    {
      return 0.6
    }
    // "China should": the position is that of whoever says so.
    if predicate.flags.contains(.ought) || predicate.flags.contains(.can) {
      if chain.anaphor == .we || chain.anaphor == .it, manner.isOfficial || chain.anaphor == .it,
        predicate.flags.contains(.ought)
      {
        return 0.6
      }
      return nil
    }
    // In reports that somebody discussed something tells no position.
    if !manner.isOfficial, predicate.cue == .agree, context.isDiscussing(predicate.token) {
      return nil
    }
    // "have not reached agreement" is none.
    if predicate.cue == .agree, predicate.flags.contains(.negation) {
      // "did not sign" is a refusal.
      return context.flags(predicate.token).contains(.signs) ? 0.7 : nil
    }
    if predicate.cue != .none { return chain.anaphor == nil ? 0.85 : 0.75 }
    guard predicate.flags.contains(.will) else { return nil }
    if !manner.isOfficial, context.flags(marks.range.lowerBound).contains(.condition) { return nil }
    // An undertaking: in a paper only where an agreement or position was just told.
    if manner.isOfficial {
      return chain.hasQuantity || chain.anaphor == .it || chain.anaphor == .they ? nil : 0.55
    }
    return context.passage - state.lastPassage <= 2 ? 0.5 : nil
  }
}
