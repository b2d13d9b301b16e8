// The codes of the codebook as types. Raw values are what records and tables show.

/// The component of a regime that a passage states (Krasner 1982).
package enum Component: String, Sendable, CaseIterable {
  case principle, norm, rule, procedure, none
  /// Position in `ComponentScores` and in weights.tsv.
  package var index: Int {
    switch self {
    case .principle: 0
    case .norm: 1
    case .rule: 2
    case .procedure: 3
    case .none: 4
    }
  }
}

package enum Stance: String, Sendable, CaseIterable {
  case support, oppose, neutral
  /// Position in `allCases`.
  var number: Int {
    switch self {
    case .support: 0
    case .oppose: 1
    case .neutral: 2
    }
  }
}

/// How the holder of a statement was found.
package enum Attribution: String, Sendable, CaseIterable {
  case explicit, group, pronoun, speaker, issuer
}

/// How far the holder goes, weakest first.
package enum Commitment: String, Sendable, CaseIterable {
  case believes, supports, proposes, undertakes, agreed, bound
}

package enum Joint: String, Sendable, CaseIterable { case mutual, parallel, none }
package enum Force: String, Sendable, CaseIterable { case binding, voluntary, aspirational, none }
package enum Polarity: String, Sendable, CaseIterable { case require, forbid, permit, none }
package enum Status: String, Sendable, CaseIterable {
  case inForce = "in-force"
  case agreed, proposed, rejected, none
}
package enum Path: String, Sendable, CaseIterable { case low, middle, high, none }
package enum Track: String, Sendable, CaseIterable {
  case official = "1"
  case mixed = "1.5"
  case unofficial = "2"
  case none
}
package enum Mechanism: String, Sendable, CaseIterable {
  case dialogue, hotline
  case workingGroup = "working-group"
  case expertGroup = "expert-group"
  case consultation
  case pointOfContact = "point-of-contact"
  case reporting, review, vote
  case treatyBody = "treaty-body"
  case court, secretariat
  case lawEnforcement = "law-enforcement"
  case none
}

/// Codes of the codebook for holders whom a document does not name.
package enum UnnamedHolder {
  /// Who writes a paper.
  package static var author: String { "author" }
  /// States that are counted or described only.
  package static var someStates: String { "SOME-STATES" }
}

/// Codes of the codebook that every list of issues has.
package enum CommonIssue {
  /// A position on what no issue of the list names.
  package static var other: String { "other" }
}
