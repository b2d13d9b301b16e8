// Who × what × for or against: joins holders, issues and stances to statements, and decides whether
// a passage takes a position at all.

internal import Ingest
package import Lexicon
internal import Text

/// Builds the statements of passages.
package struct StatementBuilder: Sendable {
  private let lexicon: Lexicon
  private let issues: IssueCoder
  private let stances: StanceCoder
  private let gate: PositionGate
  private let isThreat: [Bool]
  private let isPlan: [Bool]
  private let isDefinition: [Bool]

  package init(lexicon: Lexicon) {
    self.lexicon = lexicon
    issues = IssueCoder(lexicon: lexicon)
    stances = StanceCoder(lexicon: lexicon)
    gate = PositionGate(lexicon: lexicon)
    isThreat = Self.flags(lexicon) { $0.family == .belief && $0.value == "threat" }
    isPlan = Self.flags(lexicon) { $0.family == .narrative && $0.value == "plan" }
    let definitions = Self.flags(lexicon) { $0.family == .definition }
    isDefinition = zip(lexicon.entries, definitions).map { entry, isDefinition in
      guard isDefinition else { return false }
      let phrase = String(decoding: lexicon.phrase(entry), as: UTF8.self)
      return phrase.contains("defined") || phrase == "refers to"
    }
  }

  /// By entry: whether it is of a cue that `matches`.
  private static func flags(_ lexicon: Lexicon, _ matches: (Cue) -> Bool) -> [Bool] {
    let cues = lexicon.cues.map(matches)
    return lexicon.entries.map { $0.kind == .cue && cues[Int($0.target)] }
  }

  /// A statement before its offsets are turned to code points.
  package struct Draft: Sendable {
    package var statement: Statement
    /// Tokens that show the position.
    package var tokens: Range<Int>
    /// Names of the rules that found holder, issue and stance.
    package var holderRule: String
    /// `phrase`, or `document-subject` where the passage names no issue.
    package var issueRule: String
    package var stanceRule: String
    package var stanceToken: Int
    package var mention: Range<Int>
  }

  /// Finds the issues of all passages; call it before `statements`.
  package func findIssues(_ document: TokenizedDocument, scratch: inout IssueScratch) {
    issues.find(document, scratch: &scratch)
  }

  /// - Parameters:
  ///   - holders: of the passage, by the attributor; empty if nobody holds a position in it.
  ///   - coding: the passage's component.
  package func statements(
    _ document: TokenizedDocument, passage: Int, holders: [Holder], coding: ComponentCoding,
    scratch: IssueScratch
  ) -> [Draft] {
    let findings = scratch.findings[passage]
    guard !holders.isEmpty else { return [] }
    let cues = stances.cues(document, passage: passage)
    let signs = signs(document, passage, cues, findings)
    var drafts: [Draft] = []
    for holder in holders {
      guard takesPosition(holder, document, coding, cues, signs) else { continue }
      let chosen = choose(findings, holder: holder, document: document, coding: coding)
      for finding in chosen {
        let isOther = finding.map { $0.score < IssueCoder.weakThreshold } ?? true
        // A passage that names no issue is about its document's only subject, if there is one.
        let isSubject = finding == nil && scratch.subject >= 0
        let decision =
          isSubject
          ? StanceCoder.Decision(stance: .support, rule: "subject", token: -1)
          : stances.decide(
            document, cues: cues, scope: holder.scope, finding: isOther ? nil : finding)
        let issue =
          isSubject
          ? lexicon.issues[scratch.subject].code
          : finding.map { lexicon.issues[$0.issue].code } ?? "other"
        if drafts.contains(where: {
          $0.statement.actor == holder.actor && $0.statement.issue == issue
        }) {
          continue
        }
        let confidence = holder.confidence * min(1, 0.45 + (finding?.score ?? 0.2) * 0.4)
        drafts.append(
          Draft(
            statement: Statement(
              actor: holder.actor, issue: issue, stance: decision.stance,
              attribution: holder.attribution, commitment: holder.commitment, joint: holder.joint,
              depth: holder.depth, confidence: Rounding.thousandths(confidence)),
            tokens: finding?.tokens ?? holder.scope, holderRule: holder.rule,
            issueRule: isSubject ? "document-subject" : "phrase",
            stanceRule: decision.rule, stanceToken: decision.token, mention: holder.mention))
      }
    }
    return drafts
  }

  private func signs(
    _ document: TokenizedDocument, _ passage: Int, _ cues: StanceCoder.Cues,
    _ findings: [IssueCoder.Finding]
  ) -> PositionSigns {
    var signs = PositionSigns()
    for match in document.matches[document.matchRanges[passage]] {
      if isThreat[Int(match.entry)] { signs.hasThreat = true }
      if isPlan[Int(match.entry)] { signs.hasPlan = true }
      if isDefinition[Int(match.entry)] { signs.hasDefinition = true }
    }
    signs.hasSupport = cues.positive > 0
    signs.hasCriticism = cues.negative > 0
    for finding in findings {
      signs.best = max(signs.best, finding.raw)
      if lexicon.issues[finding.parent].isDirectional {
        signs.bestOwn = max(signs.bestOwn, finding.raw)
      }
    }
    return signs
  }

  /// Probability from which an unattributed passage is its issuer's position.
  private static let gateThreshold = 0.42

  /// Narrative and a danger alone are nobody's position; conduct, procedures, plans of one's own
  /// and what a holder explicitly says are.
  private func takesPosition(
    _ holder: Holder, _ document: TokenizedDocument, _ coding: ComponentCoding,
    _ cues: StanceCoder.Cues, _ signs: PositionSigns
  ) -> Bool {
    switch holder.attribution {
    case .explicit, .group, .pronoun:
      return coding.scores[.none] < 0.93 || cues.positive + cues.negative > 0
    case .speaker, .issuer:
      // Working terms of a study are nobody's position.
      if holder.actor == "author" { return !signs.hasDefinition }
      let genre = document.document.metadata.genre
      return gate.probability(signs, coding: coding, genre: genre) >= Self.gateThreshold
    }
  }

  /// The issues of a holder's clause: all strong ones, else the best weak one, else `other`.
  private func choose(
    _ findings: [IssueCoder.Finding], holder: Holder, document: TokenizedDocument,
    coding: ComponentCoding
  ) -> [IssueCoder.Finding?] {
    let inScope = findings.filter { holder.scope.overlaps($0.tokens) }
    let pool = inScope.isEmpty ? findings : inScope
    guard let best = pool.first else { return [nil] }
    if best.score < IssueCoder.weakThreshold { return [nil] }
    var chosen = [best]
    for finding in pool.dropFirst().prefix(IssueCoder.most - 1)
    where finding.score >= max(IssueCoder.threshold, best.score * IssueCoder.companion) {
      chosen.append(finding)
    }
    return chosen
  }
}
