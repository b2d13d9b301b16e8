// The parts of an institutional statement (Crawford & Ostrom 1995: attributes, deontic, aim,
// conditions, or else) as evidence beside the component, for users who draw the borders otherwise.

/// Reads the parts off a passage's analysis.
struct GrammarEvidence: Sendable {
  func append(_ analysis: PassageAnalysis, to evidence: inout [ComponentEvidence]) {
    let core = analysis.core
    for index in 0..<analysis.predicates.count where analysis.predicates[index].mood.isDeontic {
      let predicate = analysis.predicates[index]
      add("deontic", FeatureNames.moods[predicate.mood.rawValue], predicate.position, &evidence)
      if predicate.subjectToken >= 0 {
        add(
          "attributes", FeatureNames.subjects[predicate.subject.rawValue], predicate.subjectToken,
          &evidence)
      }
      break
    }
    if let verb = core.verb { add("aim", FeatureNames.verbs[verb.rawValue], core.act, &evidence) }
    if core.object != .none {
      add("object", FeatureNames.objects[core.object.rawValue], -1, &evidence)
    }
    if analysis.has(Self.condition) { add("condition", "condition", -1, &evidence) }
    if analysis.has(Self.orElse) { add("or-else", "crime-act", -1, &evidence) }
  }

  private static let condition = LexicalClass.condition.set
  private static let orElse = LexicalClass.crimeAct.set

  private func add(
    _ code: String, _ cue: String, _ token: Int32, _ evidence: inout [ComponentEvidence]
  ) {
    evidence.append(ComponentEvidence(code: code, cue: cue, token: Int(token), weight: 0))
  }
}
