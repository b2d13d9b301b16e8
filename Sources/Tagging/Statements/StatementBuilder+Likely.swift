// What the weights of issues say of a passage's statements: a doubtful issue goes, a likely one that no
// phrase names comes.

internal import Ingest
internal import Lexicon
internal import Text

extension StatementBuilder {
  /// Rule of an issue that its words make likely.
  static let likely = "likely"

  /// Corrects the issues of a passage's statements.
  func revise(
    _ drafts: inout [Draft], _ document: TokenizedDocument, passage: Int, isAtLarge: Bool,
    _ scratch: inout IssueScratch
  ) {
    guard issueModel.isFitted, !drafts.isEmpty else { return }
    readRows(document, passage, &scratch.likely)
    issueModel.score(passage: passage, found: found(drafts), &scratch.likely)
    remember(drafts, passage, &scratch)
    var revised: [Draft] = []
    var index = 0
    while index < drafts.count {
      let first = index
      while index < drafts.count, drafts[index].statement.actor == drafts[first].statement.actor {
        index += 1
      }
      revise(
        drafts[first..<index], document, isAtLarge: isAtLarge, isTold: scratch.takesUp,
        scratch.likely, to: &revised)
    }
    turn(&revised, &scratch)
    drafts = revised
  }

  /// Rule of a stance that the words of the passage make likely for the issue.
  static let likelyOpposed = "against"

  /// Rule of the stance towards a likely issue beside what the holder rejects.
  static let besideOpposition = "beside-opposition"

  /// Turns statements into opposition whose words make it likely, where no rule found the stance.
  private func turn(_ drafts: inout [Draft], _ scratch: inout IssueScratch) {
    guard issueStance.isFitted else { return }
    issueStance.score(&scratch.likely)
    for index in drafts.indices where StanceCoder.Decision.isOpen(drafts[index].stanceRule) {
      let issue = drafts[index].issue < 0 ? -1 : issues.parent(of: drafts[index].issue)
      if issueStance.opposes(
        issue, scratch.likely, signs: drafts[index].signs, isTold: scratch.takesUp)
      {
        drafts[index].statement.stance = .oppose
        drafts[index].stanceRule = Self.likelyOpposed
        drafts[index].stanceToken = -1
      }
    }
  }

  /// The rows of the passage's words and of those before; most passages come one after the other.
  private func readRows(
    _ document: TokenizedDocument, _ passage: Int, _ likely: inout LikelyIssues
  ) {
    func read(_ passage: Int, into rows: inout [Int32], _ likely: inout LikelyIssues) {
      readWords(document, passage, &likely)
      issueModel.readRows(
        of: likely.words, document.tokens, document.document.text, &likely.known, into: &rows)
    }
    var (rows, before) = ([Int32](), [Int32]())
    swap(&rows, &likely.rows)
    swap(&before, &likely.rowsBefore)
    if likely.rowsPassage == passage - 1 {
      swap(&before, &rows)
    } else if passage > 0 {
      read(passage - 1, into: &before, &likely)
    } else {
      before.removeAll(keepingCapacity: true)
    }
    read(passage, into: &rows, &likely)
    swap(&rows, &likely.rows)
    swap(&before, &likely.rowsBefore)
    likely.rowsPassage = passage
  }

  /// Fills `likely.words` with those of a passage, unless it has them.
  func readWords(_ document: TokenizedDocument, _ passage: Int, _ likely: inout LikelyIssues) {
    guard likely.wordsPassage != passage else { return }
    issues.tellingWords(document, passage, into: &likely.words)
    likely.wordsPassage = passage
  }

  /// The stems of a passage's telling words, for fitting.
  func stems(_ document: TokenizedDocument, _ passage: Int) -> Set<String> {
    var words: [Int] = []
    issues.tellingWords(document, passage, into: &words)
    return stems(words.map { document.tokens[$0] }, document.document.text)
  }

  private func stems(_ tokens: [Token], _ text: [UInt8]) -> Set<String> {
    text.withUnsafeBufferPointer { text in Set(tokens.map { WordTable.stem($0, text) }) }
  }

  /// The issues that were found, each with the number of its rule.
  private func found(_ drafts: [Draft]) -> [(issue: Int, rule: Int)] {
    drafts.map { draft in
      let rule = IssueModel.rules.firstIndex(of: draft.issueRule) ?? 0
      return (draft.issue < 0 ? -1 : issues.parent(of: draft.issue), rule)
    }
  }

  private func remember(_ drafts: [Draft], _ passage: Int, _ scratch: inout IssueScratch) {
    scratch.likely.beforePassage = passage
    scratch.likely.before = drafts.compactMap {
      $0.issue < 0 ? nil : issues.parent(of: $0.issue)
    }
  }

  /// The statements of one holder.
  ///
  /// - Parameter isTold: by a text that speaks for nobody. Whoever is told to oppose opposes what the text
  ///   is about; who speaks for itself rejects a thing by the way and is for what it speaks about.
  private func revise(
    _ own: ArraySlice<Draft>, _ document: TokenizedDocument, isAtLarge: Bool, isTold: Bool,
    _ likely: LikelyIssues, to revised: inout [Draft]
  ) {
    let scores = likely.scores
    func mayBeAdded(_ issue: Int) -> Bool {
      issueModel.knows[issue] && code(issue, isAtLarge: isAtLarge) != CommonIssue.other
    }
    let kept = own.filter {
      // What stands in a heading no coded unit shows.
      guard $0.issue >= 0, $0.issueRule != "heading" else { return true }
      let parent = issues.parent(of: $0.issue)
      return !issueModel.knows[parent] || scores[parent] >= IssueModel.keep
    }
    let parents = kept.compactMap { $0.issue < 0 ? nil : issues.parent(of: $0.issue) }
    let bound = parents.isEmpty ? IssueModel.add : IssueModel.beside
    var added = scores.indices.filter {
      scores[$0] >= bound && !parents.contains($0) && mayBeAdded($0)
    }
    let least = isTold ? IssueModel.best : IssueModel.bestOwn
    if parents.isEmpty, added.isEmpty,
      let best = scores.indices.filter({ issueModel.knows[$0] })
        .max(by: { scores[$0] < scores[$1] }),
      scores[best] >= least, mayBeAdded(best)
    {
      added = [best]
    }
    let model = own.first { $0.issue < 0 } ?? own[own.startIndex]
    let isOpposed = !isTold && model.statement.stance == .oppose
    // A listed issue stands in the place of `other`, but what is opposed stays.
    revised += added.isEmpty || isOpposed ? kept : kept.filter { $0.issue >= 0 }
    for issue in added {
      let place = issueModel.strongest(issue, document, words: likely.words)
      var draft = model
      draft.issue = issue
      draft.issueRule = Self.likely
      if isOpposed {
        draft.statement.stance = .support
        draft.stanceRule = Self.besideOpposition
        draft.stanceToken = -1
      }
      draft.statement.issue = code(issue, isAtLarge: isAtLarge)
      if !place.isEmpty { draft.tokens = place }
      revised.append(draft)
    }
    if kept.isEmpty, added.isEmpty || isOpposed {
      var draft = model
      draft.issue = -1
      draft.statement.issue = CommonIssue.other
      revised.append(draft)
    }
  }

  /// What the weights of issues are fitted to.
  package func issueSample(
    _ drafts: [Draft], _ document: TokenizedDocument, passage: Int,
    _ scratch: inout IssueScratch
  ) -> IssueSample {
    var values: [String: Double] = [:]
    for (issue, rule) in found(drafts) {
      let code = issue < 0 ? CommonIssue.other : lexicon.issues[issue].code
      values["\(IssueModel.foundPrefix)\(code)/\(IssueModel.rules[rule])"] = 1
    }
    if scratch.likely.beforePassage == passage - 1 {
      for issue in scratch.likely.before {
        values[IssueModel.beforePrefix + lexicon.issues[issue].code] = 1
      }
    }
    remember(drafts, passage, &scratch)
    func take(_ stems: Set<String>, _ value: Float) {
      for stem in stems {
        let name = IssueModel.wordPrefix + stem
        values[name] = max(values[name] ?? 0, Double(value))
      }
    }
    let likely = scratch.likely
    take(stems(document, passage), 1)
    take(
      stems(likely.titleTokens.filter(WordTable.isTelling), likely.titleText),
      IssueModel.titleValue)
    if passage > 0 { take(stems(document, passage - 1), IssueModel.beforeValue) }
    return IssueSample(features: values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }
}
