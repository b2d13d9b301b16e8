// Positions that stand in nouns: what a state's paper provides ("Russia's draft convention calls for"),
// and whose support or criticism is told ("opposition came from Iran", "Chinese insistence on").

internal import Text

enum NounRules {
  static func append(
    _ context: AttributionContext, _ marks: PassageMarks, _ state: inout AttributionState,
    to events: inout [HolderEvent]
  ) {
    for (index, noun) in marks.nouns.enumerated() {
      // "draft convention" is read at "convention".
      if index + 1 < marks.nouns.count, marks.nouns[index + 1].first <= noun.end,
        marks.nouns[index + 1].end > noun.end, noun.cue != .backing
      {
        continue
      }
      if noun.cue == .backing {
        backing(noun, context, marks, state, &events)
      } else {
        document(noun, context, marks, &state, &events)
      }
    }
  }

  // MARK: Texts

  /// A text with its owner before it, or after "by" or "from", and what it does after it.
  private static func document(
    _ noun: NounMark, _ context: AttributionContext, _ marks: PassageMarks,
    _ state: inout AttributionState, _ events: inout [HolderEvent]
  ) {
    let count = events.count
    defer {
      if events.count > count, let owner = events.last {
        state.textOwner = owner.actors
        state.textNoun = context.tokens[noun.end - 1].word
        state.lastText = context.passage
      }
    }
    if let chain = owner(before: noun, context, marks, state, reach: 6) {
      let isProposal = context.flags(noun.end - 1).contains(.proposal)
      if let verb = verb(after: noun.end, context, marks, isProposal: isProposal) {
        events.append(
          event(chain, .propose, verb.end, "document-verb", verb.isPassive ? 0.6 : 0.7))
      } else if opens(chain, noun, context, marks) {
        events.append(event(chain, .position, noun.end, "under-document", 0.6))
      }
    } else if let chain = names(
      after: noun.end, [.by, .from], reach: noun.cue == .document ? 4 : 1, context, marks, state)
    {
      var found = event(chain, .propose, chain.end, "document-by", 0.6)
      found.coversPassage = true
      events.append(found)
    } else if let owner = body(noun, context, state),
      isDefinite(noun, context, marks) || isNumbered(noun, context, marks),
      let verb = verb(after: noun.end, context, marks), !context.isMaking(verb.end - 1)
    {
      // "The resolution voices concern": of the body that the document is about.
      events.append(
        HolderEvent(
          actors: owner, attribution: .explicit, cue: .agree, first: noun.first, cueEnd: verb.end,
          mention: noun.first..<noun.end, rule: "instrument", confidence: 0.5))
    } else if !state.textOwner.isEmpty, context.passage - state.lastText <= 6,
      state.textNoun == context.tokens[noun.end - 1].word
        || context.flags(noun.end - 1).contains(.proposal), isDefinite(noun, context, marks),
      let verb = verb(after: noun.end, context, marks, isProposal: true)
    {
      // "The proposal would": of whom the text last told.
      events.append(
        HolderEvent(
          actors: state.textOwner, attribution: .explicit, cue: .propose, first: noun.first,
          cueEnd: verb.end, mention: noun.first..<noun.end, rule: "the-document", confidence: 0.5))
    }
  }

  /// Whose instrument "the resolution" or "the declaration" is, if no owner was told.
  private static func body(
    _ noun: NounMark, _ context: AttributionContext, _ state: AttributionState
  ) -> [String]? {
    guard context.isInstrument(noun.end - 1) else { return nil }
    let word = context.tokens[noun.end - 1].word
    if state.textNoun == word, context.passage - state.lastText <= 6 { return state.textOwner }
    if !state.body.isEmpty { return state.body }
    return context.isResolution(noun.end - 1) ? context.lexicon.resolving : nil
  }

  /// "Article 19 says".
  private static func isNumbered(
    _ noun: NounMark, _ context: AttributionContext, _ marks: PassageMarks
  ) -> Bool {
    noun.end < marks.range.upperBound && context.isNumber(noun.end)
  }

  /// "the proposal", "this draft resolution", "a leaked draft" is not.
  private static func isDefinite(
    _ noun: NounMark, _ context: AttributionContext, _ marks: PassageMarks
  ) -> Bool {
    var at = noun.first - 1
    while at >= max(marks.range.lowerBound, noun.first - 3),
      context.flags(at).isDisjoint(with: [.preposition, .and, .article, .relative, .be, .that]),
      !context.tokens[at].isPunctuation, !context.isThis(at)
    { at -= 1 }
    return at >= marks.range.lowerBound && context.isThis(at)
  }

  /// "Under Vietnam's law, firms must": the text opens the sentence and a comma ends it.
  private static func opens(
    _ chain: SubjectChain, _ noun: NounMark, _ context: AttributionContext, _ marks: PassageMarks
  ) -> Bool {
    let start = marks.range.lowerBound
    return (start + 1...start + 2).contains(chain.first)
      && context.flags(start).contains(.preposition)
      && noun.end < marks.range.upperBound && context.isComma(noun.end)
  }

  /// The verb of a text: "calls for", "stipulates", "was supported by".
  private static func verb(
    after start: Int, _ context: AttributionContext, _ marks: PassageMarks,
    isProposal: Bool = false
  ) -> (end: Int, isPassive: Bool)? {
    var isAfterBe = false
    for at in start..<max(start, min(marks.range.upperBound, start + 16)) {
      let flags = context.flags(at)
      // What is proposed is wanted, whatever else is said of the proposal.
      if isProposal, !flags.isDisjoint(with: [.be, .will, .can]) { return (at, false) }
      if isProposal, flags.contains(.that), !context.isComma(at - 1) { continue }
      if context.isComma(at) || context.mark(at) == 0x3B || context.mark(at) == 0x3A
        || !flags.isDisjoint(with: [.relative, .that, .ought, .can, .contrast, .condition])
      {
        return nil
      }
      let cue = marks.cue(at)
      if cue.isPredicate || cue == .provides, marks.cueIsVerb(at), at > start || !isAfterBe,
        !context.endsInIng(at), !context.flags(at - 1).contains(.to),
        context.flags(at - 1).isDisjoint(with: [.article, .preposition, .and])
      {
        // "was released" tells nothing of a position, "was supported" that somebody proposed it.
        return isAfterBe && (cue == .propose || cue == .believe)
          ? nil : (marks.cueEnd(at), isAfterBe)
      }
      isAfterBe = flags.contains(.be) || (isAfterBe && context.isAdverb(at))
    }
    return nil
  }

  // MARK: Backing

  /// "opposition to the plan came from X", "with the support of X", "X's criticism of".
  private static func backing(
    _ noun: NounMark, _ context: AttributionContext, _ marks: PassageMarks,
    _ state: AttributionState, _ events: inout [HolderEvent]
  ) {
    let after = noun.end
    if let chain = owner(before: noun, context, marks, state, reach: 3) {
      guard after < marks.range.upperBound,
        !context.flags(after).isDisjoint(with: [.preposition, .that, .to])
      else { return }
      events.append(event(chain, .position, after, "backing-noun", 0.6))
    } else if let chain = names(after: after, [.from], reach: 9, context, marks, state)
      ?? names(after: after, [.by], reach: 1, context, marks, state)
    {
      var found = event(chain, .position, chain.end, "backing-from", 0.6)
      found.coversPassage = true
      events.append(found)
    }
  }

  // MARK: Names

  /// Who owns the noun: "China's", "the Chinese", "the U.S. National" right before it.
  private static func owner(
    before noun: NounMark, _ context: AttributionContext, _ marks: PassageMarks,
    _ state: AttributionState, reach: Int
  ) -> SubjectChain? {
    // "The Union's Malabo Convention": the place in the name owns nothing.
    guard
      let mention = marks.mentions.last(where: {
        $0.end <= noun.first && ($0.kind != .capital || $0.isPossessive)
      }), noun.first - mention.end <= reach
    else { return nil }
    for at in mention.end..<noun.first where !context.flags(at).contains(.led) {
      // What is not possessive must run on in a proper name: "U.S. National Cyber Strategy".
      let isCapitalized = context.tokens[at].shape.contains(.capitalized)
      let isInName =
        context.flags(at).isEmpty
        || mention.isPossessive && context.tokens[at + 1].shape.contains(.capitalized)
          && !context.flags(at).isDisjoint(with: [.and, .of, .for])
      guard isInName, !context.isComma(at), context.mark(at) != 0x28,
        mention.isPossessive || mention.kind == .adjective || isCapitalized
      else { return nil }
    }
    if mention.kind == .adjective {
      var chain = SubjectChain()
      chain.first = mention.first
      chain.end = mention.end
      // "Russian and Chinese proposals".
      if let other = marks.mentions.last(where: { $0.end == mention.first - 1 }), other.actor >= 0,
        other.kind == .adjective, context.flags(other.end).contains(.and)
      {
        chain.first = other.first
        chain.add(context.lexicon.codeLists[Int(other.actor)])
      }
      chain.add(context.lexicon.codeLists[Int(mention.actor)])
      return chain
    }
    guard mention.isPossessive || mention.actor >= 0 && mention.kind == .name else { return nil }
    // "Brazil and India's paper": the chain that ends in the owner.
    for head in marks.mentions where head.first <= mention.first && mention.first - head.first < 12
    {
      let chain = context.chain(from: head, marks, state)
      if chain.end >= mention.end, chain.end <= mention.end + 1, !chain.actors.isEmpty {
        return chain
      }
    }
    return nil
  }

  /// Names right after one of `links`, which stands within `reach` words.
  private static func names(
    after start: Int, _ links: WordFlags, reach: Int, _ context: AttributionContext,
    _ marks: PassageMarks, _ state: AttributionState
  ) -> SubjectChain? {
    // "The suggestion to meet twice a year came from X".
    if links.contains(.from),
      let verb = (start..<max(start, min(marks.range.upperBound - 2, start + 18))).first(where: {
        context.isComing($0) && context.flags($0 + 1).contains(.from)
      })
    {
      return names(after: verb + 1, .from, reach: 1, context, marks, state)
    }
    for at in start..<max(start, min(marks.range.upperBound - 1, start + reach)) {
      if context.isComma(at) || context.mark(at) == 0x3B
        || !context.flags(at).isDisjoint(with: [.relative, .that, .contrast])
      {
        return nil
      }
      guard !context.flags(at).isDisjoint(with: links) else { continue }
      var name = at + 1
      if context.flags(name).contains(.article), name + 1 < marks.range.upperBound { name += 1 }
      guard let mention = marks.mention(at + 1) ?? marks.mention(name), mention.kind != .adjective,
        !mention.isPossessive
      else { continue }
      let chain = context.chain(from: mention, marks, state)
      if chain.isAsyndetic {
        var head = SubjectChain()
        head.first = mention.first
        head.end = mention.end
        head.add(context.codes(mention, state))
        return head.actors.isEmpty ? nil : head
      }
      return chain.actors.isEmpty || chain.isPossessive ? nil : chain
    }
    return nil
  }

  private static func event(
    _ chain: SubjectChain, _ cue: AttributionCue, _ end: Int, _ rule: String, _ confidence: Double
  ) -> HolderEvent {
    HolderEvent(
      actors: chain.actors, attribution: chain.anaphor == nil ? .explicit : .pronoun, cue: cue,
      first: chain.first, cueEnd: max(end, chain.end), mention: chain.first..<chain.end, rule: rule,
      confidence: confidence)
  }
}
