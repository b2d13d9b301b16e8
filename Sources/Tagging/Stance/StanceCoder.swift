// For or against a listed issue: the verbs of support and opposition that govern it in its holder's
// clause, turned by negation, by what the issue is against, and by narrowing. One rule a function;
// the name of the rule that decided goes into the evidence. What is off the list is weighed by
// `OppositionModel`.

internal import Ingest
package import Lexicon
internal import Text

/// Decides the stance of a holder towards an issue.
package struct StanceCoder: Sendable {
  /// A decision and the rule that made it.
  package struct Decision: Sendable, Equatable {
    package var stance: Stance
    package var rule: String
    /// Token that shows it, or -1.
    package var token: Int
    /// A verb of opposition decided: what it is against supports the issue.
    var isOfOpposition: Bool { rule == "opposition" || rule == "opposed-restriction" }

    /// Rule of a stance of which nothing is said.
    static let unsaid = "default"
    /// Rule of the stance towards what the document, its heading or its title is about.
    static let subject = "subject"
    /// Whether a rule leaves it open for or against what a holder speaks.
    static func isOpen(_ rule: String) -> Bool { rule == unsaid || rule == subject }
  }

  /// What a cue of the family does.
  enum Value: UInt8, Sendable {
    case none, report, support, oppose, criticise, concern, harm, adverse, creed, measure, trend
    case narrow, neutral, negation
    /// "despite": what follows is the background; a phrase that takes no side ("sanctions committee").
    case concession, plain
    /// "premature", said of what stands before; "rather than", said of what follows.
    case verdict, rather
    /// "disagreed": against what was said before.
    case contradict

    /// Speaks against something.
    var isAgainst: Bool {
      switch self {
      case .oppose, .contradict, .criticise, .concern, .harm, .adverse, .creed, .measure: true
      default: false
      }
    }
  }

  let lexicon: Lexicon
  private let values: [Value]
  let hold: WordID
  let differing: Set<WordID>
  let applied: Set<WordID>
  private let conjunctions: Set<WordID>
  private let pronouns: Set<WordID>
  /// Words that lessen what follows: opposing them supports it.
  let diminishers: Set<WordID>
  /// "replace X with Y": the verb, and what stands before Y.
  let replacers: Set<WordID>
  let replacements: Set<WordID>
  let coordinators: Set<WordID>
  /// Words that bring about what follows.
  private let enlargers: Set<WordID>
  let copulas: Set<WordID>
  let modals: Set<WordID>
  let preferring: Set<WordID>
  let over: WordID
  let because: WordID

  package init(lexicon: Lexicon) {
    self.lexicon = lexicon
    func ids(_ words: [String]) -> Set<WordID> {
      Set(words.map { lexicon.vocabulary.id(of: $0) }).subtracting([.unknown])
    }
    hold = lexicon.vocabulary.id(of: "hold")
    differing = ids(["different", "differing", "divergent", "differ"])
    applied = ids(["applied", "apply", "applies"])
    conjunctions = ids(["and", "but", ","])
    pronouns = ids(["it", "this", "that", "these", "them"])
    diminishers = ids([
      "restrict", "restricts", "restricting", "limit", "limiting", "eliminate", "eliminating",
      "replace", "replacing", "weaken", "weakening", "undermine", "undermining", "deny", "denying",
      "block", "blocking", "hinder", "impede", "impeding", "curtail", "barrier", "barriers",
      "restriction", "restrictions", "obstruct", "obstacles", "reopening", "reopen", "opening",
      "renegotiating", "renegotiate", "diluting", "dilute", "deleting", "removing", "softening",
    ])
    replacers = ids(["replace", "replaces", "replacing", "substitute", "substituting"])
    replacements = ids(["with", "by"])
    coordinators = ids(["and", "but"])
    enlargers = ids([
      "impose", "imposes", "imposing", "expand", "expanding", "extend", "extending", "introduce",
      "introducing", "enforce", "enforcing", "promote", "promoting", "establish", "establishing",
    ])
    copulas = ids(["is", "are", "was", "were", "be", "been", "as"])
    modals = ids(["could", "would", "may", "might", "will", "can"])
    preferring = ids(["prefer", "prefers", "preferred", "favour", "favours", "favoured", "favored"])
    over = lexicon.vocabulary.id(of: "over")
    because = lexicon.vocabulary.id(of: "because")
    let cues = lexicon.cues.map { cue -> Value in
      switch (cue.family, cue.value) {
      case (.stance, "support"): .support
      case (.stance, "oppose"): .oppose
      case (.stance, "criticise"): .criticise
      case (.stance, "concern"): .concern
      case (.stance, "harm"): .harm
      case (.stance, "adverse"): .adverse
      case (.stance, "creed"): .creed
      case (.stance, "measure"): .measure
      case (.stance, "trend"): .trend
      case (.stance, "concession"): .concession
      case (.stance, "plain"): .plain
      case (.stance, "verdict"): .verdict
      case (.stance, "rather"): .rather
      case (.stance, "contradict"): .contradict
      case (.stance, "narrow"): .narrow
      case (.stance, "neutral"): .neutral
      case (.negation, _): .negation
      case (.attribution, "say"), (.attribution, "believe"): .report
      default: .none
      }
    }
    values = lexicon.entries.map { $0.kind == .cue ? cues[Int($0.target)] : .none }
  }

  package func cues(_ document: TokenizedDocument, passage: Int) -> Cues {
    var cues = Cues()
    cues.matches = document.matchRanges[passage]
    let matches = document.matches[document.matchRanges[passage]]
    for match in matches {
      let value = values[Int(match.entry)]
      guard value != .none, value != .plain else { continue }
      let tokens = Int(match.first)..<Int(match.end)
      if value.isAgainst, isPlain(tokens, matches) { continue }
      if let last = cues.items.last, last.value == value, last.tokens.overlaps(tokens) { continue }
      cues.append(value, tokens)
    }
    return cues
  }

  /// A phrase that takes no side contains the cue.
  private func isPlain(_ tokens: Range<Int>, _ matches: ArraySlice<PhraseMatch>) -> Bool {
    for match in matches {
      if Int(match.first) > tokens.lowerBound { break }
      if values[Int(match.entry)] == .plain, Int(match.end) >= tokens.upperBound { return true }
    }
    return false
  }

  /// - Parameters:
  ///   - scope: the holder's clause.
  ///   - finding: the issue, or nil for `other`.
  ///   - opposes: whether the holder opposes something, by the weights; nil without weights.
  package func decide(
    _ document: TokenizedDocument, cues: Cues, scope: Range<Int>, finding: IssueCoder.Finding?,
    opposes: Bool? = nil
  ) -> Decision {
    if let neutral = cues.items.first(where: { $0.value == .neutral && scope.overlaps($0.tokens) }),
      isDisagreement(document, neutral.tokens) || cues.negative + cues.positive == 0
    {
      return Decision(stance: .neutral, rule: "different-views", token: neutral.tokens.lowerBound)
    }
    guard let finding else {
      return opposes == nil
        ? unlisted(cues, scope) : Decision(stance: .support, rule: Decision.unsaid, token: -1)
    }
    guard let finding = inClause(finding, scope, document, cues) else {
      return elliptical(finding, scope, document, cues)
    }
    let at = finding.tokens.lowerBound
    if let narrow = narrowing(cues, scope, finding, document) { return narrow }
    if let verdict = verdict(cues, scope, finding, document) { return verdict }
    if let second = secondChoice(cues, scope, finding, document) { return second }
    // The nearest verb of stance before the issue in the same clause governs it.
    for cue in cues.items.reversed()
    where cue.tokens.upperBound <= at && cue.tokens.lowerBound >= scope.lowerBound {
      // Opposition reaches over a list: "oppose efforts to restrict X, eliminate Y or impose Z".
      if cues.isInOpposition(cue) { continue }
      guard at - cue.tokens.upperBound <= (cue.value == .oppose ? 20 : 12),
        !isClauseBorder(document, cue.tokens.upperBound..<at)
      else { break }
      switch cue.value {
      case .report:
        // "rejects X and argues that Y": another clause; "rejects the claim that Y" is none.
        let before = cue.tokens.lowerBound - 1
        guard before >= scope.lowerBound, conjunctions.contains(document.tokens[before].word) else {
          continue
        }
        return Decision(stance: .support, rule: "report", token: -1)
      case .oppose:
        let negated = cues.isNegated(cue.tokens.lowerBound)
        // "oppose efforts to restrict internet freedom": against what lessens the issue; but
        // "to restrict freedom or impose control": each verb governs what follows it.
        let governing = (cue.tokens.upperBound..<at).last {
          diminishers.contains(document.tokens[$0].word)
            || enlargers.contains(document.tokens[$0].word)
        }
        let lessened = governing.map { lessens(document, $0, before: at) } ?? false
        let against = (finding.isPractice != negated) != lessened
        return Decision(
          stance: against ? .support : .oppose,
          rule: lessened ? "opposed-restriction" : negated ? "negated-opposition" : "opposition",
          token: cue.tokens.lowerBound)
      case .criticise, .concern, .harm:
        // What is imposed is not what is broken.
        if enlargers.contains(document.tokens[cue.tokens.lowerBound].word) { continue }
        // Blaming somebody for breaking what the issue asks for supports the issue.
        return Decision(
          stance: .support, rule: "criticism-of-violation", token: cue.tokens.lowerBound)
      case .support:
        let negated = cues.isNegated(cue.tokens.lowerBound)
        if negated, !finding.isPractice, at - cue.tokens.upperBound <= 6 {
          return Decision(stance: .oppose, rule: "negated-support", token: cue.tokens.lowerBound)
        }
        // The practice itself is wanted: "favours data localisation".
        if !negated, finding.isPractice, at - cue.tokens.upperBound <= 1, isWanted(finding) {
          return Decision(stance: .oppose, rule: "supported-practice", token: cue.tokens.lowerBound)
        }
        return Decision(stance: .support, rule: "support", token: cue.tokens.lowerBound)
      default: continue
      }
    }
    return Decision(stance: .support, rule: Decision.unsaid, token: -1)
  }

  /// "… while Japan opposes it": the verb of the clause turns what the other clause names.
  private func elliptical(
    _ finding: IssueCoder.Finding, _ scope: Range<Int>, _ document: TokenizedDocument,
    _ cues: Cues
  ) -> Decision {
    for cue in cues.items where cue.value == .oppose && scope.contains(cue.tokens.lowerBound) {
      let next = cue.tokens.upperBound
      guard next < scope.upperBound, pronouns.contains(document.tokens[next].word) else { continue }
      let isNegated = cues.isNegated(cue.tokens.lowerBound)
      return Decision(
        stance: finding.isPractice == isNegated ? .oppose : .support, rule: "elliptical-opposition",
        token: cue.tokens.lowerBound)
    }
    return Decision(stance: .support, rule: Decision.unsaid, token: -1)
  }

  /// Off the list, without weights: the unit's own claim is affirmed, or something is condemned.
  private func unlisted(_ cues: Cues, _ scope: Range<Int>) -> Decision {
    var negative = 0
    var positive = 0
    var token = -1
    for cue in cues.items where scope.contains(cue.tokens.lowerBound) {
      switch cue.value {
      case .oppose, .criticise, .concern:
        if cues.isNegated(cue.tokens.lowerBound) { continue }
        negative += cue.value == .oppose ? 2 : 1
        if token < 0 { token = cue.tokens.lowerBound }
      case .support: positive += 1
      default: continue
      }
    }
    if negative > 0, negative >= positive {
      return Decision(stance: .oppose, rule: "condemnation", token: token)
    }
    return Decision(stance: .support, rule: Decision.unsaid, token: -1)
  }
}
