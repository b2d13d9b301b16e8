// Issues are propositions that a holder supports or opposes; sub-issues have a dot in the code.

/// One issue of issues.tsv.
package struct Issue: Sendable {
  package var code: String
  package var proposition: String
  /// False where support is no agreement (`cybersecurity-concept`, `security-strategy`).
  package var isDirectional: Bool
  /// True where the issue's words count only in a passage or document that speaks of the pack's
  /// field: sovereignty at large is not sovereignty over cyberspace.
  package var needsField: Bool
  /// What a strategy that names no issue much goes on with.
  package enum Programme: String, Sendable, CaseIterable {
    case no
    /// Its own: the plans and capabilities of whoever writes it; outside of strategies rare.
    case own
    /// This one, where it is named more than the own.
    case also
  }
  package var programme: Programme
  /// Its practices, phrases with a negative weight, are what some want openly: keeping data at home.
  package var isPracticeWanted: Bool

  package init(
    code: String, proposition: String, isDirectional: Bool, needsField: Bool = false,
    programme: Programme = .no, isPracticeWanted: Bool = false
  ) {
    self.code = code
    self.proposition = proposition
    self.isDirectional = isDirectional
    self.needsField = needsField
    self.programme = programme
    self.isPracticeWanted = isPracticeWanted
  }

  /// `cyber-sovereignty` for `cyber-sovereignty.defence`; nil at the upper level.
  package var parent: String? {
    guard let dot = code.firstIndex(of: ".") else { return nil }
    return String(code[..<dot])
  }
}
