// Who opposes something: the holders that may, and the signs by which it is told.

internal import Ingest
internal import Lexicon
internal import Text

extension StatementBuilder {
  /// Where a holder speaks: its clause, or all of the passage where nobody else holds anything.
  func clause(
    _ holder: Holder, _ holders: [Holder], _ document: TokenizedDocument, _ passage: Int
  ) -> Range<Int> {
    holders.allSatisfy { $0.actor == holder.actor } ? document.tokenRanges[passage] : holder.scope
  }

  /// Rule of the issuer that is added beside those who are named.
  static let critic = "issuer-of-criticism"

  /// The holders, and the issuer of an official text beside others who are named: who tells with
  /// words of blame what somebody else does opposes it.
  func candidates(
    _ holders: [Holder], _ document: TokenizedDocument, _ passage: Int, _ cues: StanceCoder.Cues
  ) -> [Holder] {
    let metadata = document.document.metadata
    guard cues.negative > 0, let issuer = metadata.issuer,
      !issuer.utf8.contains(0x2B), Manner(genre: metadata.genre, hasIssuer: true).isOfficial,
      Manner(genre: metadata.genre, hasIssuer: true).readsNames,
      !holders.contains(where: { $0.actor == issuer })
    else { return holders }
    return holders + [
      Holder(
        actor: issuer, attribution: .issuer, scope: document.tokenRanges[passage], mention: 0..<0,
        rule: Self.critic, confidence: 0.5)
    ]
  }

  /// Whether the holder opposes something, by the fitted weights; nil where there are none.
  func opposes(
    _ document: TokenizedDocument, _ passage: Int, _ holder: Holder, _ clause: Range<Int>,
    _ cues: StanceCoder.Cues, _ findings: [IssueCoder.Finding], _ coding: ComponentCoding,
    isTold: Bool, words: Double, into signs: inout StanceSigns
  ) -> Bool? {
    guard opposition.isFitted else { return nil }
    let isTold = isTold && toldOpposition.isFitted
    guard readsSigns(cues, isTold: isTold) else { return false }
    signReader.read(
      document, passage: passage, holder: holder, clause: clause, cues: cues,
      before: cuesBefore(document, passage), findings: findings, coding: coding, into: &signs)
    let model = isTold ? toldOpposition : opposition
    return model.probability(signs, words: words) >= model.threshold
  }

  /// Whether anything may be opposed, so that signs are read.
  func readsSigns(_ cues: StanceCoder.Cues, isTold: Bool) -> Bool {
    opposition.isFitted && (cues.mayOppose || isTold && toldOpposition.isFitted)
  }

  /// The sign that speaks most for opposition, as evidence.
  func opposingRule(_ signs: StanceSigns, isTold: Bool) -> String {
    let model = isTold && toldOpposition.isFitted ? toldOpposition : opposition
    return StanceSign.rules[model.strongest(signs).rawValue]
  }

  /// Cues of the passage before, where the text runs on.
  func cuesBefore(_ document: TokenizedDocument, _ passage: Int) -> StanceCoder.Cues {
    guard passage > 0, document.document.passages[passage].continues else {
      return StanceCoder.Cues()
    }
    return stances.cues(document, passage: passage - 1)
  }

  /// The signs of every holder whose clause speaks against something, for fitting; where a text tells
  /// what others hold, of every holder.
  ///
  /// - Parameter everywhere: of every holder in every text, with the passage's words; where nothing may be
  ///   opposed there are no signs.
  package func samples(
    _ document: TokenizedDocument, passage: Int, holders: [Holder], coding: ComponentCoding,
    scratch: IssueScratch, everywhere: Bool = false
  ) -> [StanceSample] {
    let cues = stances.cues(document, passage: passage)
    guard cues.mayOppose || scratch.takesUp || everywhere else { return [] }
    let words = scratch.takesUp || everywhere ? stems(document, passage) : []
    var signs = StanceSigns()
    return candidates(holders, document, passage, cues).map { holder in
      guard cues.mayOppose || scratch.takesUp else {
        return StanceSample(
          actor: holder.actor, signs: signs, isTold: scratch.takesUp, words: words)
      }
      signReader.read(
        document, passage: passage, holder: holder,
        clause: clause(holder, holders, document, passage), cues: cues,
        before: cuesBefore(document, passage), findings: scratch.findings[passage],
        coding: coding, into: &signs)
      return StanceSample(
        actor: holder.actor, signs: signs, isTold: scratch.takesUp, words: words)
    }
  }
}
