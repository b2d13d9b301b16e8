// What a clause does to the issue that it names: lessens it, narrows it, differs on it, or names it
// only next door.

internal import Ingest
internal import Lexicon
internal import Text

extension StanceCoder {
  /// Whether the verb at `verb` lessens what stands at `issue`; "replace X with Y" brings about Y.
  func lessens(_ document: TokenizedDocument, _ verb: Int, before issue: Int) -> Bool {
    let word = document.tokens[verb].word
    guard diminishers.contains(word) else { return false }
    return !replacers.contains(word)
      || !((verb + 1)..<issue).contains { replacements.contains(document.tokens[$0].word) }
  }

  /// The issue where the holder's own clause names it; nil where only another clause does.
  func inClause(
    _ finding: IssueCoder.Finding, _ scope: Range<Int>, _ document: TokenizedDocument,
    _ cues: Cues
  ) -> IssueCoder.Finding? {
    guard !scope.overlaps(finding.tokens) else { return finding }
    let parent = lexicon.issues[finding.parent].code
    for match in document.matches[cues.matches] {
      let tokens = Int(match.first)..<Int(match.end)
      guard tokens.lowerBound >= scope.lowerBound else { continue }
      guard tokens.upperBound <= scope.upperBound else { break }
      let entry = lexicon.entries[Int(match.entry)]
      guard entry.kind == .issue else { continue }
      let issue = lexicon.issues[Int(entry.target)]
      guard issue.code == parent || issue.parent == parent else { continue }
      var own = finding
      own.tokens = tokens
      own.isPractice = entry.weight < 0
      return own
    }
    return nil
  }

  /// "hold different views", "differ on": each side weighs the issue without taking a side.
  func isDisagreement(_ document: TokenizedDocument, _ tokens: Range<Int>) -> Bool {
    tokens.count >= 2 && document.tokens[tokens.lowerBound].word == hold
      || tokens.contains { differing.contains(document.tokens[$0].word) }
  }

  /// "X only applies to …": the issue is accepted in a narrowed form.
  func narrowing(
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

  /// A phrase of the issue stands within three words before `token`, and no "and" after it, which
  /// would go back to another subject.
  private func names(
    _ finding: IssueCoder.Finding, _ document: TokenizedDocument, _ cues: Cues,
    endingBefore token: Int
  ) -> Bool {
    let parent = lexicon.issues[finding.parent].code
    return document.matches[cues.matches].contains { match in
      let gap = token - Int(match.end)
      guard gap >= 0, gap <= 3,
        !(Int(match.end)..<token).contains(where: {
          coordinators.contains(document.tokens[$0].word)
        })
      else { return false }
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

  /// A practice that states want openly: keeping data at home.
  func isWanted(_ finding: IssueCoder.Finding) -> Bool {
    lexicon.issues[finding.parent].isPracticeWanted
  }

  /// "A new treaty is premature": the judgement stands after what it is of. "Warned that references to
  /// sovereignty could legitimise shutdowns": so does the harm that it would do.
  func verdict(
    _ cues: Cues, _ scope: Range<Int>, _ finding: IssueCoder.Finding, _ document: TokenizedDocument
  ) -> Decision? {
    let end = finding.tokens.upperBound
    for cue in cues.items
    where cue.tokens.lowerBound >= end && cue.tokens.lowerBound - end <= 8
      && scope.contains(cue.tokens.lowerBound)
    {
      let at = cue.tokens.lowerBound
      guard !isClauseBorder(document, end..<at),
        !(end..<at).contains(where: { coordinators.contains(document.tokens[$0].word) })
      else { return nil }
      switch cue.value {
      case .verdict:
        guard
          (max(end, at - 3)..<at).contains(where: { copulas.contains(document.tokens[$0].word) }),
          !cues.isNegated(at)
        else { continue }
        return Decision(
          stance: finding.isPractice ? .support : .oppose, rule: "verdict", token: at)
      case .harm, .adverse:
        guard !finding.isPractice,
          (end..<at).contains(where: { modals.contains(document.tokens[$0].word) }),
          !(end..<at).contains(where: { copulas.contains(document.tokens[$0].word) }),
          !cues.isNegated(at),
          cues.items.contains(where: {
            $0.value == .concern && $0.tokens.upperBound <= finding.tokens.lowerBound
          })
        else { continue }
        return Decision(stance: .oppose, rule: "harmful-consequence", token: at)
      default: continue
      }
    }
    return nil
  }

  /// "Norms rather than a treaty", "prefers norms over a treaty": the second is what is not wanted.
  func secondChoice(
    _ cues: Cues, _ scope: Range<Int>, _ finding: IssueCoder.Finding, _ document: TokenizedDocument
  ) -> Decision? {
    let start = finding.tokens.lowerBound
    let decision = { (at: Int) in
      Decision(stance: finding.isPractice ? .support : .oppose, rule: "second-choice", token: at)
    }
    for cue in cues.items
    where cue.value == .rather && cue.tokens.lowerBound > scope.lowerBound
      && cue.tokens.upperBound <= start && start - cue.tokens.upperBound <= 5
    {
      return isClauseBorder(document, cue.tokens.upperBound..<start)
        ? nil : decision(cue.tokens.lowerBound)
    }
    guard start > scope.lowerBound,
      let at = (max(scope.lowerBound, start - 4)..<start).last(where: {
        document.tokens[$0].word == over
      }),
      (scope.lowerBound..<at).contains(where: { preferring.contains(document.tokens[$0].word) })
    else { return nil }
    return decision(at)
  }

  /// A semicolon, or a comma before a new subject, stands between; "because" opens a reason.
  func isClauseBorder(_ document: TokenizedDocument, _ range: Range<Int>) -> Bool {
    if range.contains(where: { document.tokens[$0].word == because }) { return true }
    for index in range where document.tokens[index].isPunctuation {
      let byte = document.document.text[Int(document.tokens[index].start)]
      if byte == 0x3B || byte == 0x3A { return true }
    }
    return false
  }
}
