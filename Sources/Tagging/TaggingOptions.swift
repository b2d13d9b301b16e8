// What a caller can ask of the tagger.

/// Options of coding.
package struct TaggingOptions: Sendable {
  package enum Groups: String, Sendable, CaseIterable { case keep, expand, both }
  /// How group actors ("the EU") are treated: kept, expanded to members by date, or both.
  package var groups = Groups.keep
  /// Moves the norm–rule border: added to the score of `rule` before the softmax; 0 is as fitted.
  package var ruleThreshold = 0.0
  /// Count issues of a pack's field where neither passage nor document speaks of the field, too:
  /// sovereignty at large as `cyber-sovereignty`. Off, they are `other`.
  package var takesAtLarge = false
  /// Off for matrices only: evidence costs time.
  package var collectsEvidence = true
  /// Off for matrices only: no count rests on force, polarity and what follows from them (status and
  /// bearer).
  package var codesForce = true

  package init() {}
}
