// Positions that name no issue of their own and take up the one before.

internal import Lexicon
internal import Text

extension StatementBuilder {
  /// Rule of those of whom only is told that they hold the same: "So did Chile".
  static let echo = "echo"

  /// Whether nothing in the holder's clause, nor in the passage, is an issue by name.
  func namesNoIssue(_ findings: [IssueCoder.Finding], _ holder: Holder) -> Bool {
    holder.rule == Self.echo || !findings.contains { $0.score >= IssueCoder.weakThreshold }
  }

  /// The stance towards what `position` was about: who agrees is on its side, who opposes it on the
  /// other; whoever goes on speaking stays where he was.
  func takenUp(
    _ position: ToldPosition, by holder: Holder, _ cues: StanceCoder.Cues, opposes: Bool
  ) -> StanceCoder.Decision {
    func cue(_ value: StanceCoder.Value) -> Int? {
      cues.items.first {
        $0.value == value && holder.scope.contains($0.tokens.lowerBound)
          && !cues.isNegated($0.tokens.lowerBound)
      }?.tokens.lowerBound
    }
    if holder.rule == Self.echo {
      return StanceCoder.Decision(stance: position.stance, rule: "same-as-before", token: -1)
    }
    if let token = cue(.neutral) {
      return StanceCoder.Decision(stance: .neutral, rule: "takes-no-side", token: token)
    }
    let isOwn = position.actor == holder.actor
    if !isOwn, let token = cue(.contradict) {
      return StanceCoder.Decision(
        stance: position.stance.opposite, rule: "contradicts", token: token)
    }
    // Two who oppose something one after the other mostly oppose the same.
    if opposes {
      return StanceCoder.Decision(stance: .oppose, rule: "opposes-what-was-said", token: -1)
    }
    let isSame = isOwn && holder.actor != UnnamedHolder.author || cue(.support) != nil
    return StanceCoder.Decision(
      stance: isSame ? position.stance : .support,
      rule: isSame ? "same-as-before" : StanceCoder.Decision.unsaid, token: -1)
  }

  /// Keeps the listed issues that the passage's holders hold something on.
  func tell(_ drafts: ArraySlice<Draft>, _ passage: Int, _ scratch: inout IssueScratch) {
    for draft in drafts where draft.issue >= 0 {
      scratch.told.tell(
        ToldPosition(
          actor: draft.statement.actor, issue: draft.issue, stance: draft.statement.stance),
        in: passage)
    }
  }
}
