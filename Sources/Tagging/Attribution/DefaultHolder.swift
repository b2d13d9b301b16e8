// Whose a passage is in which no rule found a holder: the speaker's or issuer's in official texts, in
// papers the author's where it is an opinion, else of whoever is being quoted or explained, else nobody's.

internal import Text

enum DefaultHolder {
  static func holders(
    _ context: AttributionContext, _ marks: PassageMarks, _ state: inout AttributionState,
    _ manner: Manner, component: Component
  ) -> [Holder] {
    let range = marks.range
    func make(_ actors: [String], _ attribution: Attribution, _ rule: String, _ confidence: Double)
      -> [Holder]
    {
      let joint: Joint = actors.count > 1 ? (manner.isJoint ? .mutual : .parallel) : .none
      return actors.map {
        Holder(
          actor: $0, attribution: attribution, joint: joint, scope: range,
          mention: range.lowerBound..<range.lowerBound, rule: rule, confidence: confidence)
      }
    }
    let doubt = component == .none ? 0.4 : 1.0
    if state.isQuoting, !state.running.isEmpty {
      return make(state.running, .explicit, "quotation", 0.6 * doubt)
    }
    // X said so. “It would …”: the next sentence is in quotation marks.
    if !manner.isOfficial, !state.reporters.isEmpty, context.passage - state.lastReport == 1,
      let first = range.first, context.opensQuote(first), !isTerm(first, context, marks)
    {
      state.lastReport = context.passage
      return make(state.reporters, .explicit, "quotation", 0.5)
    }
    if let speaker = state.speaker, !speaker.isEmpty || manner.isOfficial {
      return make(speaker, .speaker, "speaker-turn", 0.8 * doubt)
    }
    if manner.isOfficial {
      if state.isTwoSided, marks.tellsOfAgreement {
        return make(state.pair, .group, "two-sided", 0.6 * doubt)
      }
      return make(state.issuers, .issuer, "issuer", 0.85 * doubt)
    }
    if context.passage <= state.runningUntil, !state.running.isEmpty, marks.mentions.isEmpty {
      if !marks.hasOpinion || context.passage == state.runningUntil - 4 {
        return make(state.running, .explicit, "runs-on", 0.5)
      }
    }
    // "The minister stated:", and what he stated.
    if context.passage <= state.statedUntil, !state.reporters.isEmpty {
      return make(state.reporters, .explicit, "stated", 0.5)
    }
    // "The U.S. believes that …. It is not permitted to …": the view goes on without its holder.
    if marks.opensImpersonally, !state.viewers.isEmpty {
      return make(state.viewers, .explicit, "view-runs-on", 0.5)
    }
    if manner.hasAuthor, component != .none, marks.hasOpinion {
      state.running = []
      return make([UnnamedHolder.author], .issuer, "author-opinion", 0.55)
    }
    return []
  }

  /// “Extremism” has no agreed meaning: the mark closes after a few words and the sentence goes on.
  private static func isTerm(
    _ first: Int, _ context: AttributionContext, _ marks: PassageMarks
  ) -> Bool {
    let end = min(marks.range.upperBound, first + 6)
    guard let close = ((first + 1)..<max(end, first + 1)).first(where: { context.isQuote($0) })
    else { return false }
    return marks.range.upperBound - close > 3
  }

  /// Follows quotation marks over sentences: open at the end of the passage or not.
  static func follow(
    _ context: AttributionContext, _ marks: PassageMarks, _ state: inout AttributionState
  ) {
    if state.isQuoting, context.passage - state.openedAt > 8 { state.openedAt = -1 }
    var depth = state.isQuoting ? 1 : 0
    for token in marks.range {
      let value = context.tokens[token]
      guard value.isPunctuation else { continue }
      // Straight marks open and close by turns; official texts use them for terms too.
      if state.issuers.isEmpty, context.mark(token) == 0x22 { depth = 1 - depth }
      switch context.wideMark(token) {
      case 0x9C: depth = 1
      case 0x9D: depth = 0
      default: break
      }
    }
    if depth == 0 {
      state.openedAt = -1
    } else if !state.isQuoting {
      state.running = state.lastReport == context.passage ? state.reporters : state.last
      state.openedAt = context.passage
    }
  }
}
