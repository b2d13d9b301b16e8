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
    if let speaker = state.speaker, !speaker.isEmpty || manner.isOfficial {
      return make(speaker, .speaker, "speaker-turn", 0.8 * doubt)
    }
    if manner.isOfficial {
      return make(state.issuers, .issuer, "issuer", 0.85 * doubt)
    }
    if context.passage <= state.runningUntil, !state.running.isEmpty, marks.mentions.isEmpty {
      if !marks.hasOpinion || context.passage == state.runningUntil - 4 {
        return make(state.running, .explicit, "runs-on", 0.5)
      }
    }
    // "The U.S. believes that …. It is not permitted to …": the view goes on without its holder.
    if marks.opensImpersonally, !state.viewers.isEmpty {
      return make(state.viewers, .explicit, "view-runs-on", 0.5)
    }
    if manner.hasAuthor, component != .none, marks.hasOpinion {
      state.running = []
      return make(["author"], .issuer, "author-opinion", 0.55)
    }
    return []
  }

  /// Follows quotation marks over sentences: open at the end of the passage or not.
  static func follow(
    _ context: AttributionContext, _ marks: PassageMarks, _ state: inout AttributionState
  ) {
    var depth = state.isQuoting ? 1 : 0
    for token in marks.range {
      let value = context.tokens[token]
      guard value.isPunctuation, value.end - value.start == 3 else { continue }
      let start = Int(value.start)
      guard context.text[start] == 0xE2, context.text[start + 1] == 0x80 else { continue }
      if context.text[start + 2] == 0x9C { depth = 1 }
      if context.text[start + 2] == 0x9D { depth = 0 }
    }
    if depth > 0, !state.isQuoting { state.running = state.last }
    state.isQuoting = depth > 0
  }
}
