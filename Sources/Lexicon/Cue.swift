// Cues are the words that show force, polarity, attribution, stance and the rest.

/// The families of cues.tsv. A family's values are listed in Lexicons/README.md.
package enum CueFamily: String, Sendable, CaseIterable {
  case force, polarity, attribution, stance, commitment, procedure, mechanism, path, track
  case status, joint, belief, specificity, narrative, negation, hedge, quantity, role, bearer
  case pronoun, definition, condition, sanction, addressee
  /// Word classes that the component's features are made of (cues-component.tsv).
  case `class`
}

/// A value of a family; its phrases are the entries that point to it.
package struct Cue: Sendable, Equatable {
  package var family: CueFamily
  package var value: String

  package init(family: CueFamily, value: String) {
    self.family = family
    self.value = value
  }
}
