// Who × what × for or against: joins holders, issues and stances to statements, and decides whether
// a passage takes a position at all.

internal import Ingest
package import Lexicon
internal import Text

/// Builds the statements of passages.
package struct StatementBuilder: Sendable {
  private let lexicon: Lexicon
  private let issues: IssueCoder
  let stances: StanceCoder
  private let gate: PositionGate
  let opposition: OppositionModel
  let signReader: StanceSignReader
  /// Whether issues count where nothing speaks of the pack's field.
  private let takesAtLarge: Bool
  /// By entry: what it says of a passage.
  private let marks: [Marks]

  private struct Marks: OptionSet, Sendable {
    let rawValue: UInt8
    static let threat = Marks(rawValue: 1)
    static let plan = Marks(rawValue: 2)
    static let definition = Marks(rawValue: 4)
  }

  /// - Parameter takesAtLarge: count issues of the pack's field (`Issue.needsField`) everywhere.
  package init(lexicon: Lexicon, takesAtLarge: Bool = false) {
    self.lexicon = lexicon
    self.takesAtLarge = takesAtLarge
    issues = IssueCoder(lexicon: lexicon)
    stances = StanceCoder(lexicon: lexicon)
    gate = PositionGate(lexicon: lexicon)
    opposition = OppositionModel(weights: lexicon.weights)
    signReader = StanceSignReader(lexicon: lexicon)
    let cues = lexicon.cues.map { cue -> Marks in
      switch cue.family {
      case .belief where cue.value == "threat": .threat
      case .narrative where cue.value == "plan": .plan
      case .definition: .definition
      default: []
      }
    }
    marks = lexicon.entries.map { entry in
      guard entry.kind == .cue else { return [] }
      let own = cues[Int(entry.target)]
      guard own == .definition else { return own }
      let phrase = String(decoding: lexicon.phrase(entry), as: UTF8.self)
      return phrase.contains("defined") || phrase == "refers to" ? own : []
    }
  }

  /// A statement before its offsets are turned to code points.
  package struct Draft: Sendable {
    package var statement: Statement
    /// Tokens that show the position.
    package var tokens: Range<Int>
    /// Names of the rules that found holder, issue and stance.
    package var holderRule: String
    /// `phrase`, or `document-subject` or `heading` where the passage names no issue.
    package var issueRule: String
    package var stanceRule: String
    package var stanceToken: Int
    package var mention: Range<Int>
    /// The holder's own verb condemns or rejects something: it asks for its end.
    package var refuses = false
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
    guard !holders.isEmpty || document.document.metadata.issuer != nil else { return [] }
    let findings = scratch.findings[passage]
    let cues = stances.cues(document, passage: passage)
    let candidates =
      opposition.isFitted ? candidates(holders, document, passage, cues) : holders
    guard !candidates.isEmpty else { return [] }
    let signs = signs(document, passage, cues, findings)
    let isAtLarge = !takesAtLarge && scratch.isFarFromField(passage, in: document.document)
    var drafts: [Draft] = []
    var stanceSigns = StanceSigns()
    for holder in candidates {
      let opposes = opposes(
        document, passage, holder, clause(holder, holders, document, passage), cues, findings,
        coding, into: &stanceSigns)
      if holder.rule == Self.critic {
        guard opposes == true else { continue }
      } else if opposes != true {
        guard takesPosition(holder, document, coding, cues, signs) else { continue }
      }
      var isOpposed = false
      let refuses = cues.negative > 0 && stanceSigns[.holderOpposes] > 0
      for finding in choose(findings, holder: holder, document: document, coding: coding) {
        let isOther = finding.map { $0.score < IssueCoder.weakThreshold } ?? true
        // Beside an opposition only what is plainly named is supported.
        if opposes == true,
          isOther || (finding?.raw ?? 0) < IssueCoder.threshold
            || code(finding?.issue ?? -1, isAtLarge: isAtLarge) == CommonIssue.other
        {
          continue
        }
        // A passage that names no issue is about its document's only subject, or what its heading names.
        let heading =
          coding.component == .none && holder.attribution != .explicit
          ? -1 : scratch.heading(of: document.document.passages[passage])
        let subject = finding != nil ? -1 : scratch.subject >= 0 ? scratch.subject : heading
        var decision =
          subject >= 0
          ? StanceCoder.Decision(stance: .support, rule: "subject", token: -1)
          : stances.decide(
            document, cues: cues, scope: holder.scope, finding: isOther ? nil : finding,
            opposes: opposes)
        if holder.rule == Self.opponent, decision.stance == .support {
          decision = StanceCoder.Decision(stance: .oppose, rule: Self.opponent, token: -1)
        }
        if decision.stance == .oppose { isOpposed = true }
        append(
          decision, finding, holder, subject: subject, isHeading: subject != scratch.subject,
          isAtLarge: isAtLarge, refuses: refuses, to: &drafts)
      }
      if opposes == true, !isOpposed {
        append(
          StanceCoder.Decision(
            stance: .oppose, rule: StanceSign.rules[opposition.strongest(stanceSigns).rawValue],
            token: stanceSigns.token), nil, holder, subject: -1, isAtLarge: isAtLarge,
          refuses: refuses, to: &drafts)
      }
    }
    return drafts
  }

  /// Rule of those whom a text tells as against: "CHINA, opposed by JAPAN, proposed".
  private static let opponent = "opposed-by"

  private func append(
    _ decision: StanceCoder.Decision, _ finding: IssueCoder.Finding?, _ holder: Holder,
    subject: Int, isHeading: Bool = false, isAtLarge: Bool, refuses: Bool, to drafts: inout [Draft]
  ) {
    let issue = code(subject >= 0 ? subject : finding?.issue ?? -1, isAtLarge: isAtLarge)
    guard
      !drafts.contains(where: {
        $0.statement.actor == holder.actor && $0.statement.issue == issue
      })
    else { return }
    let confidence = holder.confidence * min(1, 0.45 + (finding?.score ?? 0.2) * 0.4)
    drafts.append(
      Draft(
        statement: Statement(
          actor: holder.actor, issue: issue, stance: decision.stance,
          attribution: holder.attribution, commitment: holder.commitment, joint: holder.joint,
          depth: holder.depth, confidence: Rounding.thousandths(confidence)),
        tokens: finding?.tokens ?? holder.scope, holderRule: holder.rule,
        issueRule: subject < 0 ? "phrase" : isHeading ? "heading" : "document-subject",
        stanceRule: decision.rule, stanceToken: decision.token, mention: holder.mention,
        refuses: refuses))
  }

  /// An issue's code, or `other` for none and for what is not meant of the pack's field.
  private func code(_ issue: Int, isAtLarge: Bool) -> String {
    guard issue >= 0, !isAtLarge || !lexicon.issues[issue].needsField else {
      return CommonIssue.other
    }
    return lexicon.issues[issue].code
  }

  private func signs(
    _ document: TokenizedDocument, _ passage: Int, _ cues: StanceCoder.Cues,
    _ findings: [IssueCoder.Finding]
  ) -> PositionSigns {
    var signs = PositionSigns()
    var found: UInt8 = 0
    for match in document.matches[document.matchRanges[passage]] {
      found |= marks[Int(match.entry)].rawValue
    }
    let own = Marks(rawValue: found)
    signs.hasThreat = own.contains(.threat)
    signs.hasPlan = own.contains(.plan)
    signs.hasDefinition = own.contains(.definition)
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
      if holder.actor == UnnamedHolder.author { return !signs.hasDefinition }
      let genre = document.document.metadata.genre
      return gate.probability(signs, coding: coding, genre: genre) >= Self.gateThreshold
    }
  }

  /// The issues of a holder's clause: all strong ones, else the best weak one, else `other`.
  private func choose(
    _ findings: [IssueCoder.Finding], holder: Holder, document: TokenizedDocument,
    coding: ComponentCoding
  ) -> [IssueCoder.Finding?] {
    let isAnyInScope = findings.contains { holder.scope.overlaps($0.tokens) }
    var chosen: [IssueCoder.Finding?] = []
    var seen = 0
    for finding in findings where !isAnyInScope || holder.scope.overlaps(finding.tokens) {
      seen += 1
      if seen > IssueCoder.most { break }
      guard let best = chosen.first ?? nil else {
        if finding.score < IssueCoder.weakThreshold { break }
        chosen.append(finding)
        continue
      }
      if finding.score >= max(IssueCoder.threshold, best.score * IssueCoder.companion) {
        chosen.append(finding)
      }
    }
    return chosen.isEmpty ? [nil] : chosen
  }
}
