// Cues are the words that show force, polarity, attribution, stance and the rest.

/// The families of cues.tsv. A family's values are listed in Lexicons/README.md.
package enum CueFamily: String, Sendable, CaseIterable {
  case force, polarity, attribution, stance, commitment, procedure, mechanism, path, track
  case status, joint, belief, specificity, narrative, negation, hedge, quantity, role, bearer
  case pronoun, definition, condition, sanction, addressee
  /// Word classes that the component's features are made of (cues-component.tsv).
  case `class`
  /// Words of the field that a pack is about (cues-field.tsv).
  case field
}

/// A value of a family; its phrases are the entries that point to it.
package struct Cue: Sendable, Equatable {
  package var family: CueFamily
  package var value: String

  /// Values that are marks beside the other values of their family: "call for" is a demand and what
  /// a law does ("provides"), "unacceptable" opposes and is a verdict.
  private static let marks: [CueFamily: Set<String>] = [
    .attribution: ["backing", "document", "provides"], .stance: ["verdict", "rather"],
  ]

  /// Whether phrases of this value may have another value of the family too.
  package var isMark: Bool { Self.marks[family]?.contains(value) ?? false }

  package init(family: CueFamily, value: String) {
    self.family = family
    self.value = value
  }
}
