// For or against: the verbs of support and opposition that govern an issue in its holder's clause,
// turned by negation, by what the issue is against, and by narrowing. One rule a function; the name
// of the rule that decided goes into the evidence.

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
  }

  /// What a cue of the family does.
  fileprivate enum Value: UInt8, Sendable {
    case none, report, support, oppose, criticise, narrow, neutral, negation
  }

  private let lexicon: Lexicon
  private let values: [Value]
  private let hold: WordID
  private let differing: Set<WordID>
  private let applied: Set<WordID>
  private let conjunctions: Set<WordID>
  /// Words that lessen what follows: opposing them supports it.
  private let diminishers: Set<WordID>
  /// Words that bring about what follows.
  private let enlargers: Set<WordID>

  package init(lexicon: Lexicon) {
    self.lexicon = lexicon
    func ids(_ words: [String]) -> Set<WordID> {
      Set(words.map { lexicon.vocabulary.id(of: $0) }).subtracting([.unknown])
    }
    hold = lexicon.vocabulary.id(of: "hold")
    differing = ids(["different", "differing", "divergent", "differ"])
    applied = ids(["applied", "apply", "applies"])
    conjunctions = ids(["and", "but", ","])
    diminishers = ids([
      "restrict", "restricts", "restricting", "limit", "limiting", "eliminate", "eliminating",
      "replace", "replacing", "weaken", "weakening", "undermine", "undermining", "deny", "denying",
      "block", "blocking", "hinder", "impede", "impeding", "curtail", "barrier", "barriers",
      "restriction", "restrictions", "obstruct", "obstacles",
    ])
    enlargers = ids([
      "impose", "imposes", "imposing", "expand", "expanding", "extend", "extending", "introduce",
      "introducing", "enforce", "enforcing", "promote", "promoting", "establish", "establishing",
    ])
    let cues = lexicon.cues.map { cue -> Value in
      switch (cue.family, cue.value) {
      case (.stance, "support"): .support
      case (.stance, "oppose"): .oppose
      case (.stance, "criticise"): .criticise
      case (.stance, "narrow"): .narrow
      case (.stance, "neutral"): .neutral
      case (.negation, _): .negation
      case (.attribution, "say"), (.attribution, "believe"): .report
      default: .none
      }
    }
    values = lexicon.entries.map { $0.kind == .cue ? cues[Int($0.target)] : .none }
  }

  /// The stance cues of a passage, once for all its statements.
  package struct Cues: Sendable {
    /// Matches of the passage.
    fileprivate var matches = 0..<0
    fileprivate var items: [(value: Value, tokens: Range<Int>)] = []
    /// Cues of criticism and opposition in the passage.
    package fileprivate(set) var negative = 0
    package fileprivate(set) var positive = 0
  }

  package func cues(_ document: TokenizedDocument, passage: Int) -> Cues {
    var cues = Cues()
    cues.matches = document.matchRanges[passage]
    for match in document.matches[document.matchRanges[passage]] {
      let value = values[Int(match.entry)]
      guard value != .none else { continue }
      let tokens = Int(match.first)..<Int(match.end)
      if let last = cues.items.last, last.value == value, last.tokens.overlaps(tokens) { continue }
      cues.items.append((value, tokens))
      if value == .oppose || value == .criticise { cues.negative += 1 }
      if value == .support { cues.positive += 1 }
    }
    return cues
  }

  /// - Parameters:
  ///   - scope: the holder's clause.
  ///   - finding: the issue, or nil for `other`.
  package func decide(
    _ document: TokenizedDocument, cues: Cues, scope: Range<Int>, finding: IssueCoder.Finding?
  ) -> Decision {
    if let neutral = cues.items.first(where: { $0.value == .neutral && scope.overlaps($0.tokens) }),
      isDisagreement(document, neutral.tokens) || cues.negative + cues.positive == 0
    {
      return Decision(stance: .neutral, rule: "different-views", token: neutral.tokens.lowerBound)
    }
    guard let finding else { return unlisted(cues, scope, document) }
    let at = finding.tokens.lowerBound
    if let narrow = narrowing(cues, scope, finding, document) { return narrow }
    // The nearest verb of stance before the issue in the same clause governs it.
    for cue in cues.items.reversed()
    where cue.tokens.upperBound <= at && cue.tokens.lowerBound >= scope.lowerBound {
      // Opposition reaches over a list: "oppose efforts to restrict X, eliminate Y or impose Z".
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
        let negated = isNegated(document, cues, cue.tokens.lowerBound)
        // "oppose efforts to restrict internet freedom": against what lessens the issue; but
        // "to restrict freedom or impose control": each verb governs what follows it.
        let governing = (cue.tokens.upperBound..<at).last {
          diminishers.contains(document.tokens[$0].word)
            || enlargers.contains(document.tokens[$0].word)
        }
        let lessened = governing.map { diminishers.contains(document.tokens[$0].word) } ?? false
        let against = (finding.isPractice != negated) != lessened
        return Decision(
          stance: against ? .support : .oppose,
          rule: lessened ? "opposed-restriction" : negated ? "negated-opposition" : "opposition",
          token: cue.tokens.lowerBound)
      case .criticise:
        // What is imposed is not what is broken.
        if enlargers.contains(document.tokens[cue.tokens.lowerBound].word) { continue }
        // Blaming somebody for breaking what the issue asks for supports the issue.
        return Decision(
          stance: .support, rule: "criticism-of-violation", token: cue.tokens.lowerBound)
      case .support:
        let negated = isNegated(document, cues, cue.tokens.lowerBound)
        if negated, !finding.isPractice, at - cue.tokens.upperBound <= 6 {
          return Decision(stance: .oppose, rule: "negated-support", token: cue.tokens.lowerBound)
        }
        return Decision(stance: .support, rule: "support", token: cue.tokens.lowerBound)
      default: continue
      }
    }
    return Decision(stance: .support, rule: "default", token: -1)
  }

  /// "hold different views", "differ on": each side weighs the issue without taking a side.
  private func isDisagreement(_ document: TokenizedDocument, _ tokens: Range<Int>) -> Bool {
    tokens.count >= 2 && document.tokens[tokens.lowerBound].word == hold
      || tokens.contains { differing.contains(document.tokens[$0].word) }
  }

  /// Off the list: the unit's own claim is affirmed, or something is condemned.
  private func unlisted(
    _ cues: Cues, _ scope: Range<Int>, _ document: TokenizedDocument
  ) -> Decision {
    var negative = 0
    var positive = 0
    var token = -1
    for cue in cues.items where scope.contains(cue.tokens.lowerBound) {
      switch cue.value {
      case .oppose, .criticise:
        if isNegated(document, cues, cue.tokens.lowerBound) { continue }
        negative += cue.value == .oppose ? 2 : 1
        if token < 0 { token = cue.tokens.lowerBound }
      case .support: positive += 1
      default: continue
      }
    }
    if negative > 0, negative >= positive {
      return Decision(stance: .oppose, rule: "condemnation", token: token)
    }
    return Decision(stance: .support, rule: "default", token: -1)
  }

  /// "X only applies to …": the issue is accepted in a narrowed form.
  private func narrowing(
    _ cues: Cues, _ scope: Range<Int>, _ finding: IssueCoder.Finding, _ document: TokenizedDocument
  ) -> Decision? {
    guard !finding.isPractice else { return nil }
    for cue in cues.items where cue.value == .narrow && scope.contains(cue.tokens.lowerBound) {
      guard names(finding, document, cues, endingBefore: cue.tokens.lowerBound) else { continue }
      if cue.tokens.count >= 2 || isApplied(document, cue.tokens.upperBound) {
        return Decision(stance: .oppose, rule: "narrowing", token: cue.tokens.lowerBound)
      }
    }
    return nil
  }

  /// A phrase of the issue stands within three words before `token`.
  private func names(
    _ finding: IssueCoder.Finding, _ document: TokenizedDocument, _ cues: Cues,
    endingBefore token: Int
  ) -> Bool {
    let parent = lexicon.issues[finding.parent].code
    return document.matches[cues.matches].contains { match in
      let gap = token - Int(match.end)
      guard gap >= 0, gap <= 3 else { return false }
      let entry = lexicon.entries[Int(match.entry)]
      guard entry.kind == .issue else { return false }
      let issue = lexicon.issues[Int(entry.target)]
      return issue.code == parent || issue.parent == parent
    }
  }

  /// "only … applied/applies" within four words.
  private func isApplied(_ document: TokenizedDocument, _ at: Int) -> Bool {
    (at..<min(at + 4, document.tokens.count)).contains {
      applied.contains(document.tokens[$0].word)
    }
  }

  /// A negation within three words before, in the same clause.
  private func isNegated(_ document: TokenizedDocument, _ cues: Cues, _ at: Int) -> Bool {
    for cue in cues.items where cue.value == .negation {
      let gap = at - cue.tokens.upperBound
      if gap >= 0, gap <= 2 { return true }
    }
    return false
  }

  /// A semicolon, or a comma before a new subject, stands between.
  private func isClauseBorder(_ document: TokenizedDocument, _ range: Range<Int>) -> Bool {
    for index in range where document.tokens[index].isPunctuation {
      let byte = document.document.text[Int(document.tokens[index].start)]
      if byte == 0x3B || byte == 0x3A { return true }
    }
    return false
  }
}
