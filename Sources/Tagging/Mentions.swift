// What the coders hand to each other inside Tagging: holders, issues and stances by token ranges.
// `HolderAttributor` (Attribution/) finds who, `IssueCoder` (Issues/) finds what, `StanceCoder`
// (Stance/) finds for or against, and `StatementBuilder` joins the three.

/// A holder of the positions in a stretch of a passage.
package struct Holder: Sendable, Equatable {
  /// Actor code.
  package var actor: String
  package var attribution: Attribution
  package var commitment: Commitment
  package var joint: Joint
  package var depth: Int
  /// Tokens (of the document) whose positions this holder holds: its clause.
  package var scope: Range<Int>
  /// Tokens that name the holder; empty for `issuer`.
  package var mention: Range<Int>
  /// Name of the rule that found it, for evidence: `subject-verb`, `according-to` …
  package var rule: String
  /// 0…1.
  package var confidence: Double

  package init(
    actor: String, attribution: Attribution, commitment: Commitment = .supports,
    joint: Joint = .none, depth: Int = 1, scope: Range<Int>, mention: Range<Int>, rule: String,
    confidence: Double
  ) {
    self.actor = actor
    self.attribution = attribution
    self.commitment = commitment
    self.joint = joint
    self.depth = depth
    self.scope = scope
    self.mention = mention
    self.rule = rule
    self.confidence = confidence
  }
}

/// An issue that a stretch of a passage is about.
package struct IssueMention: Sendable, Equatable {
  package var issue: String
  /// Tokens of the document that show it.
  package var tokens: Range<Int>
  /// Summed weight of the phrases, 0….
  package var score: Double

  package init(issue: String, tokens: Range<Int>, score: Double) {
    self.issue = issue
    self.tokens = tokens
    self.score = score
  }
}
