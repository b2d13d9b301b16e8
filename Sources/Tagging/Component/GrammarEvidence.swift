// The parts of an institutional statement (Crawford & Ostrom 1995: attributes, deontic, aim,
// conditions, or else) as evidence beside the component, for users who draw the borders otherwise.

/// Reads the parts off a passage's analysis.
struct GrammarEvidence: Sendable {
  /// Calls `take` with code, cue and token (-1 for the whole passage) of each part.
  @inline(__always)
  func forEach(
    in analysis: PassageAnalysis, _ take: (_ code: String, _ cue: String, _ token: Int) -> Void
  ) {
    let core = analysis.core
    for index in 0..<analysis.predicates.count where analysis.predicates[index].mood.isDeontic {
      let predicate = analysis.predicates[index]
      take("deontic", FeatureNames.moods[predicate.mood.rawValue], Int(predicate.position))
      if predicate.subjectToken >= 0 {
        take(
          "attributes", FeatureNames.subjects[predicate.subject.rawValue],
          Int(predicate.subjectToken))
      }
      break
    }
    if let verb = core.verb { take("aim", FeatureNames.verbs[verb.rawValue], Int(core.act)) }
    if core.object != .none {
      take("object", FeatureNames.objects[core.object.rawValue], -1)
    }
    if analysis.has(Self.condition) { take("condition", "condition", -1) }
    if analysis.has(Self.orElse) { take("or-else", "crime-act", -1) }
  }

  private static let condition = LexicalClass.condition.set
  private static let orElse = LexicalClass.crimeAct.set
}
