// Whether a passage takes a position at all: what stands in it, and what the gate makes of that.

internal import Ingest
internal import Lexicon

extension StatementBuilder {
  func signs(
    _ document: TokenizedDocument, _ passage: Int, _ cues: StanceCoder.Cues,
    _ findings: [IssueCoder.Finding]
  ) -> PositionSigns {
    var signs = PositionSigns()
    var found: UInt8 = 0
    for match in document.matches[document.matchRanges[passage]] {
      found |= marks[Int(match.entry)].rawValue
    }
    let own = Marks(rawValue: found)
    signs.hasThreat = own.contains(.threat)
    signs.hasPlan = own.contains(.plan)
    signs.hasDefinition = own.contains(.definition)
    signs.hasSupport = cues.positive > 0
    signs.hasCriticism = cues.negative > 0
    for finding in findings {
      signs.best = max(signs.best, finding.raw)
      if lexicon.issues[finding.parent].isDirectional {
        signs.bestOwn = max(signs.bestOwn, finding.raw)
      }
    }
    return signs
  }

  /// Probability from which an unattributed passage is its issuer's position.
  private static let gateThreshold = 0.42

  /// Narrative and a danger alone are nobody's position; conduct, procedures, plans of one's own
  /// and what a holder explicitly says are.
  func takesPosition(
    _ holder: Holder, _ document: TokenizedDocument, _ coding: ComponentCoding,
    _ cues: StanceCoder.Cues, _ signs: PositionSigns
  ) -> Bool {
    switch holder.attribution {
    case .explicit, .group, .pronoun:
      return coding.scores[.none] < 0.93 || cues.positive + cues.negative > 0
    case .speaker, .issuer:
      // Working terms of a study are nobody's position.
      if holder.actor == UnnamedHolder.author { return !signs.hasDefinition }
      let genre = document.document.metadata.genre
      return gate.probability(signs, coding: coding, genre: genre) >= Self.gateThreshold
    }
  }
}
