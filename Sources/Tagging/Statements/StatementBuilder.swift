// Who × what × for or against: joins holders, issues and stances to statements, and decides whether
// a passage takes a position at all.

internal import Ingest
package import Lexicon
internal import Text

/// Builds the statements of passages.
package struct StatementBuilder: Sendable {
  let lexicon: Lexicon
  let issues: IssueCoder
  let issueModel: IssueModel
  let issueStance: IssueStanceModel
  private let tokenizer: Tokenizer
  let stances: StanceCoder
  let gate: PositionGate
  let opposition: OppositionModel
  /// Of texts that speak for nobody.
  let toldOpposition: OppositionModel
  let signReader: StanceSignReader
  /// Whether issues count where nothing speaks of the pack's field.
  private let takesAtLarge: Bool
  /// By entry: what it says of a passage.
  let marks: [Marks]

  struct Marks: OptionSet, Sendable {
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
    issueModel = IssueModel(lexicon: lexicon)
    issueStance = IssueStanceModel(lexicon: lexicon, words: issueModel)
    tokenizer = Tokenizer(vocabulary: lexicon.vocabulary)
    stances = StanceCoder(lexicon: lexicon)
    gate = PositionGate(lexicon: lexicon)
    opposition = OppositionModel(weights: lexicon.weights, .own)
    toldOpposition = OppositionModel(weights: lexicon.weights, .told)
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
    /// Index into `Lexicon.issues`, or -1 for `other`.
    var issue: Int
    /// Tokens that show the position.
    package var tokens: Range<Int>
    /// Names of the rules that found holder, issue and stance.
    package var holderRule: String
    /// `phrase`, or `document-subject`, `heading`, `title` or `taken-up` where the passage names no
    /// issue; `likely` where the weights of issues say so.
    package var issueRule: String
    package var stanceRule: String
    package var stanceToken: Int
    package var mention: Range<Int>
    /// The holder's own verb condemns or rejects something: it asks for its end.
    package var refuses = false
    /// What the holder's signs say for opposition (`IssueStanceModel`).
    var signs: Float = 0
  }

  /// Finds the issues of all passages; call it before `statements`.
  package func findIssues(_ document: TokenizedDocument, scratch: inout IssueScratch) {
    issues.find(document, scratch: &scratch)
    scratch.told.clear()
    scratch.likely.wordsPassage = -2
    if issueModel.isFitted {
      scratch.likely.begin(
        title: document.document.metadata.title, tokenizer, issueModel,
        words: lexicon.vocabulary.count + 1)
    }
  }

  /// - Parameters:
  ///   - holders: of the passage, by the attributor; empty if nobody holds a position in it.
  ///   - coding: the passage's component.
  package func statements(
    _ document: TokenizedDocument, passage: Int, holders: [Holder], coding: ComponentCoding,
    scratch: inout IssueScratch
  ) -> [Draft] {
    var drafts = found(
      document, passage: passage, holders: holders, coding: coding, scratch: &scratch)
    revise(
      &drafts, document, passage: passage,
      isAtLarge: !takesAtLarge && scratch.isFarFromField(passage, in: document.document), &scratch)
    return drafts
  }

  /// The statements by what phrases, headings and the positions before say.
  package func found(
    _ document: TokenizedDocument, passage: Int, holders: [Holder], coding: ComponentCoding,
    scratch: inout IssueScratch
  ) -> [Draft] {
    guard !holders.isEmpty || document.document.metadata.issuer != nil else { return [] }
    let cues = stances.cues(document, passage: passage)
    let candidates =
      opposition.isFitted ? candidates(holders, document, passage, cues) : holders
    guard !candidates.isEmpty else { return [] }
    let findings = scratch.findings[passage]
    let facts = PassageFacts(
      passage: passage, coding: coding, findings: findings, cues: cues,
      signs: signs(document, passage, cues, findings),
      isAtLarge: !takesAtLarge && scratch.isFarFromField(passage, in: document.document),
      takesUp: scratch.takesUp)
    var drafts: [Draft] = []
    var stanceSigns = StanceSigns()
    var toldDrafts = 0
    var words = 0.0
    if facts.takesUp, toldOpposition.isFitted {
      readWords(document, passage, &scratch.likely)
      words = toldOpposition.sum(ofWords: scratch.likely.words, document)
    }
    var clause = candidates[0].scope
    for holder in candidates {
      // What one clause tells the next can take up; those named together hold the same.
      if facts.takesUp, holder.scope != clause {
        tell(drafts[toldDrafts...], passage, &scratch)
        toldDrafts = drafts.count
        clause = holder.scope
      }
      let opposes = opposes(
        document, passage, holder, self.clause(holder, holders, document, passage), cues, findings,
        coding, isTold: facts.takesUp, words: words, into: &stanceSigns)
      if holder.rule == Self.critic {
        guard opposes == true else { continue }
      } else if opposes != true {
        guard takesPosition(holder, document, coding, cues, facts.signs) else { continue }
      }
      let before = drafts.count
      append(holder, document, facts, scratch, opposes: opposes, stanceSigns, to: &drafts)
      guard issueStance.isFitted else { continue }
      let signs = issueStance.sum(
        readsSigns(cues, isTold: facts.takesUp) ? stanceSigns : nil, isTold: facts.takesUp)
      for index in before..<drafts.count { drafts[index].signs = signs }
    }
    if facts.takesUp { tell(drafts[toldDrafts...], passage, &scratch) }
    return drafts
  }

  /// What is known of a passage, whoever holds something in it.
  private struct PassageFacts {
    let passage: Int
    let coding: ComponentCoding
    let findings: [IssueCoder.Finding]
    let cues: StanceCoder.Cues
    let signs: PositionSigns
    /// What issues of the pack's field are named is not meant of the field.
    let isAtLarge: Bool
    /// Positions without an issue take up the one before (`ToldPositions`).
    let takesUp: Bool
  }

  /// Adds the statements of one holder.
  ///
  /// - Parameter opposes: something, by the weights; nil without weights.
  private func append(
    _ holder: Holder, _ document: TokenizedDocument, _ facts: PassageFacts,
    _ scratch: IssueScratch, opposes: Bool?, _ stanceSigns: StanceSigns, to drafts: inout [Draft]
  ) {
    var isOpposed = false
    let before = drafts.count
    let refuses = facts.cues.negative > 0 && stanceSigns[.holderOpposes] > 0
    let told = facts.takesUp ? scratch.told.taken(up: facts.passage, by: holder.actor) : []
    if !told.isEmpty, scratch.title < 0 || holder.rule == Self.echo,
      namesNoIssue(facts.findings, holder)
    {
      for position in told {
        append(
          takenUp(position, by: holder, facts.cues, opposes: opposes == true || refuses),
          nil, holder, subject: position.issue, issueRule: "taken-up",
          isAtLarge: facts.isAtLarge, refuses: refuses, to: &drafts)
      }
      return
    }
    for finding in choose(facts.findings, holder: holder) {
      let isOther = finding.map { $0.score < IssueCoder.weakThreshold } ?? true
      // Beside an opposition only what is plainly named is supported.
      if opposes == true,
        isOther || (finding?.raw ?? 0) < IssueCoder.threshold
          || code(finding?.issue ?? -1, isAtLarge: facts.isAtLarge) == CommonIssue.other
      {
        continue
      }
      let (subject, rule) =
        finding == nil ? subject(holder, document, facts, scratch) : (-1, "phrase")
      var decision =
        subject >= 0
        ? StanceCoder.Decision(stance: .support, rule: StanceCoder.Decision.subject, token: -1)
        : stances.decide(
          document, cues: facts.cues, scope: holder.scope, finding: isOther ? nil : finding,
          opposes: opposes)
      if holder.rule == Self.opponent, decision.stance == .support {
        decision = StanceCoder.Decision(stance: .oppose, rule: Self.opponent, token: -1)
      }
      // Who is told to oppose something mostly opposes what is named.
      if facts.takesUp, opposes == true, decision.stance == .support,
        StanceCoder.Decision.isOpen(decision.rule),
        !isReason(finding, holder, document)
      {
        decision = StanceCoder.Decision(
          stance: .oppose, rule: opposingRule(stanceSigns, isTold: true), token: stanceSigns.token)
      }
      // Who opposes terrorism opposes nothing else.
      if decision.stance == .oppose || facts.takesUp && decision.isOfOpposition {
        isOpposed = true
      }
      append(
        decision, finding, holder, subject: subject, issueRule: rule, isAtLarge: facts.isAtLarge,
        refuses: refuses, to: &drafts)
    }
    if opposes == true, !isOpposed {
      let isTitle = drafts.count == before && scratch.title >= 0
      append(
        StanceCoder.Decision(
          stance: .oppose, rule: opposingRule(stanceSigns, isTold: facts.takesUp),
          token: stanceSigns.token), nil, holder, subject: isTitle ? scratch.title : -1,
        issueRule: isTitle ? "title" : "phrase", isAtLarge: facts.isAtLarge, refuses: refuses,
        to: &drafts)
    }
  }

  /// The issue is named after "because": why the holder opposes something else.
  private func isReason(
    _ finding: IssueCoder.Finding?, _ holder: Holder, _ document: TokenizedDocument
  ) -> Bool {
    guard let first = finding?.tokens.lowerBound, holder.scope.lowerBound < first else {
      return false
    }
    return document.tokens[holder.scope.lowerBound..<first].contains {
      $0.word == stances.because
    }
  }

  /// What a passage that names no issue is about, or -1, and what tells so: its document's only
  /// subject, what its heading names, in texts that speak for nobody the title.
  private func subject(
    _ holder: Holder, _ document: TokenizedDocument, _ facts: PassageFacts,
    _ scratch: IssueScratch
  ) -> (issue: Int, rule: String) {
    if scratch.subject >= 0 { return (scratch.subject, "document-subject") }
    guard facts.coding.component != .none || holder.attribution == .explicit else {
      return (-1, "phrase")
    }
    let heading = scratch.heading(of: document.document.passages[facts.passage])
    if heading >= 0 { return (heading, "heading") }
    if scratch.title >= 0 { return (scratch.title, "title") }
    return (-1, "phrase")
  }

  /// Rule of those whom a text tells as against: "CHINA, opposed by JAPAN, proposed".
  static let opponent = "opposed-by"

  private func append(
    _ decision: StanceCoder.Decision, _ finding: IssueCoder.Finding?, _ holder: Holder,
    subject: Int, issueRule: String, isAtLarge: Bool, refuses: Bool, to drafts: inout [Draft]
  ) {
    let index = subject >= 0 ? subject : finding?.issue ?? -1
    let issue = code(index, isAtLarge: isAtLarge)
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
        issue: issue == CommonIssue.other ? -1 : index, tokens: finding?.tokens ?? holder.scope,
        holderRule: holder.rule, issueRule: issueRule, stanceRule: decision.rule,
        stanceToken: decision.token, mention: holder.mention, refuses: refuses))
  }

  /// An issue's code, or `other` for none and for what is not meant of the pack's field.
  func code(_ issue: Int, isAtLarge: Bool) -> String {
    guard issue >= 0, !isAtLarge || !lexicon.issues[issue].needsField else {
      return CommonIssue.other
    }
    return lexicon.issues[issue].code
  }

  /// The issues of a holder's clause: all strong ones, else the best weak one, else `other`.
  private func choose(
    _ findings: [IssueCoder.Finding], holder: Holder
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
