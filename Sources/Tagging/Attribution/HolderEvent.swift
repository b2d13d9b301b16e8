// A place in a passage where a rule found a holder. The attributor turns the events of a passage into
// holders with scopes.

internal import Text

struct HolderEvent: Sendable {
  var actors: [String]
  var attribution: Attribution
  var cue: AttributionCue
  /// First token of the names, and where the content begins.
  var first: Int
  var cueEnd: Int
  var mention: Range<Int>
  var rule: String
  var confidence: Double
  var depth = 1
  /// "…, according to China": what stands before is the content.
  var coversPassage = false
  var isMutual = false
}

/// Rules with their own words: "according to X", "for X, …", "X's position", "proposed by X".
enum PhraseRules {
  private static func names(
    _ context: AttributionContext, _ start: Int, _ marks: PassageMarks, _ state: AttributionState
  ) -> SubjectChain? {
    var at = start
    while at < min(marks.range.upperBound, start + 3),
      !context.flags(at).isDisjoint(with: .article) || context.isAdverb(at)
    { at += 1 }
    guard let mention = marks.mention(start) ?? marks.mention(at), mention.kind != .adjective
    else { return nil }
    let chain = context.chain(from: mention, marks, state)
    return chain.actors.isEmpty ? nil : chain
  }

  static func append(
    _ context: AttributionContext, _ marks: PassageMarks, _ state: AttributionState,
    to events: inout [HolderEvent]
  ) {
    asFor(context, marks, state, &events)
    if state.issuers.isEmpty, let event = EllipsisRule.among(context, marks, state) {
      events.append(event)
    }
    for at in marks.cuePlaces {
      switch marks.cue(at) {
      case .according:
        guard let chain = names(context, marks.cueEnd(at), marks, state) else { continue }
        events.append(
          event(chain, .according, at, rule: "according-to", covers: at > marks.range.lowerBound))
      case .say, .believe, .demand, .propose, .agree:
        guard marks.cueIsVerb(at), marks.cue(at) != .agree || context.flags(at).contains(.signs)
        else { continue }
        passive(context, marks, state, at, &events)
        inverted(context, marks, state, at, &events)
      default: continue
      }
    }
    for mention in marks.mentions where mention.isPossessive || mention.kind == .adjective {
      position(context, marks, state, mention, &events)
    }
  }

  private static func event(
    _ chain: SubjectChain, _ cue: AttributionCue, _ at: Int, rule: String, covers: Bool = false
  ) -> HolderEvent {
    HolderEvent(
      actors: chain.actors, attribution: chain.anaphor == nil ? .explicit : .pronoun, cue: cue,
      first: min(at, chain.first), cueEnd: chain.end, mention: chain.first..<chain.end, rule: rule,
      confidence: 0.75, coversPassage: covers)
  }

  /// "As for China, …", "For the United States, …".
  private static func asFor(
    _ context: AttributionContext, _ marks: PassageMarks, _ state: AttributionState,
    _ events: inout [HolderEvent]
  ) {
    let start = marks.range.lowerBound
    guard let mention = marks.mentions.first, mention.first - start <= 4, mention.first > start,
      !mention.isPossessive
    else { return }
    // "for", "concerning", "regarding" and the like, alone or in "as for", "with regard to".
    guard (start..<mention.first).contains(where: { context.flags($0).contains(.preposition) }),
      (start..<mention.first).allSatisfy({
        !context.isComma($0) && marks.cue($0) == .none
      }), isForLike(context, start, mention.first)
    else { return }
    let chain = context.chain(from: mention, marks, state)
    guard !chain.actors.isEmpty, chain.end < marks.range.upperBound,
      context.isComma(chain.end) || state.issuers.isEmpty && opensClause(context, chain.end, marks)
    else { return }
    events.append(event(chain, .according, start, rule: "as-for"))
  }

  /// "For Peru it is …", "To the Dutch the act was …": a subject follows, no infinitive.
  private static func opensClause(
    _ context: AttributionContext, _ token: Int, _ marks: PassageMarks
  ) -> Bool {
    let kind = marks.mention(token)?.kind
    return context.flags(token).contains(.article) || context.isThis(token)
      || kind == .anaphor(.it) || kind == .anaphor(.they)
  }

  /// "for …", "as for …", "concerning …": by first letters, since these words have no class of their own.
  private static func isForLike(_ context: AttributionContext, _ start: Int, _ end: Int) -> Bool {
    for at in start..<end where context.flags(at).contains(.preposition) {
      let token = context.tokens[at]
      let length = token.end - token.start
      let initial = context.text[Int(token.start)] | 0x20
      if initial == 0x66, length == 3 { return true }
      // "To China this looks like".
      if initial == 0x74, length == 2, at == start { return true }
      if length == 10 || length == 9, initial == 0x63 || initial == 0x72 { return true }
    }
    return false
  }

  /// “…,” said the Dutch foreign minister.
  private static func inverted(
    _ context: AttributionContext, _ marks: PassageMarks, _ state: AttributionState, _ at: Int,
    _ events: inout [HolderEvent]
  ) {
    guard marks.cue(at) == .say, at > marks.range.lowerBound,
      let chain = names(context, marks.cueEnd(at), marks, state), !chain.isPossessive,
      context.isQuote(at - 1)
        || state.issuers.isEmpty
          && (endsContent(context, marks, at) || opensContent(context, marks, at, chain.end))
    else { return }
    events.append(event(chain, .say, at, rule: "quoted", covers: true))
  }

  /// "The law must go, said Peru.": a comma before the verb, and before it a clause.
  private static func endsContent(
    _ context: AttributionContext, _ marks: PassageMarks, _ at: Int
  ) -> Bool {
    at - marks.range.lowerBound > 5 && context.isComma(at - 1)
      && marks.mention(marks.cueEnd(at)) != nil
  }

  /// "Not so, said Peru: the law must go."
  private static func opensContent(
    _ context: AttributionContext, _ marks: PassageMarks, _ at: Int, _ end: Int
  ) -> Bool {
    context.isComma(at - 1) && end < marks.range.upperBound && context.mark(end) == 0x3A
  }

  /// "has been proposed by China".
  private static func passive(
    _ context: AttributionContext, _ marks: PassageMarks, _ state: AttributionState, _ at: Int,
    _ events: inout [HolderEvent]
  ) {
    let by = marks.cueEnd(at)
    guard by < marks.range.upperBound, context.flags(by).contains(.by), !context.endsInIng(at),
      !context.isArranging(at),
      (max(marks.range.lowerBound, at - 3)..<at).contains(where: {
        context.flags($0).contains(.be)
      }) || state.issuers.isEmpty && isParticiple(context, marks, at),
      let chain = names(context, by + 1, marks, state)
    else { return }
    var found = event(chain, marks.cue(at), at, rule: "passive-agent", covers: true)
    found.confidence = 0.6
    events.append(found)
  }

  /// "The plan, co-signed by X", "a proposal put forward by X": said of the noun before.
  private static func isParticiple(
    _ context: AttributionContext, _ marks: PassageMarks, _ at: Int
  ) -> Bool {
    guard at > marks.range.lowerBound + 1 else { return false }
    var before = at - 1
    if context.isAdverb(before) { before -= 1 }
    if context.isComma(before) { before -= 1 }
    return before >= marks.range.lowerBound && context.flags(before).isEmpty
      && !context.tokens[before].isPunctuation && marks.cue(before).isPredicate == false
      && marks.mention(before)?.kind != .adjective
  }

  /// "China's position is that", "the Russian proposal", "in China's view".
  private static func position(
    _ context: AttributionContext, _ marks: PassageMarks, _ state: AttributionState,
    _ mention: ActorMention, _ events: inout [HolderEvent]
  ) {
    var actors = context.codes(mention, state)
    if mention.kind == .adjective {
      actors = context.lexicon.codeLists[Int(mention.actor)]
    }
    guard !actors.isEmpty else { return }
    var at = mention.end
    let limit = min(marks.range.upperBound, mention.end + 4)
    while at < limit, marks.cue(at) == .none || marks.cue(at) == .according {
      guard context.flags(at).isEmpty, context.mark(at) == 0 || context.mark(at) == 0x2D else {
        return
      }
      at += 1
    }
    guard at < limit, marks.cue(at) == .position || marks.cue(at).isPredicate,
      mention.kind != .adjective || marks.cue(at) == .position
    else { return }
    let after = marks.cueEnd(at)
    let before = mention.first - 1
    let isView =
      before >= marks.range.lowerBound && context.flags(before).contains(.preposition)
      && after < marks.range.upperBound && context.isComma(after)
    var next = after
    while next < min(marks.range.upperBound, after + 4),
      context.flags(next).contains(.have) || context.isAdverb(next)
        || state.issuers.isEmpty
          && (context.isComma(next) || context.flags(next).contains(.contrast))
    { next += 1 }
    let isTopic =
      next < marks.range.upperBound
      && (!context.flags(next).isDisjoint(with: [.be, .that]) || context.isRemaining(next))
    guard isView || isTopic else { return }
    let isAnaphor = if case .anaphor = mention.kind { true } else { false }
    events.append(
      HolderEvent(
        actors: actors, attribution: isAnaphor ? .pronoun : .explicit, cue: .position,
        first: mention.first, cueEnd: after, mention: mention.first..<mention.end,
        rule: "position-noun", confidence: 0.65))
  }
}
