// The part of `learn` that fits what is said against an issue: prints what it is worth on documents
// left out, and writes the table.

internal import Batch
internal import Learning
internal import Lexicon
internal import Text

/// Fits the weights of the stance towards issues.
struct IssueStanceFitting {
  let learner: IssueStanceLearner

  init(_ lexicon: Lexicon, _ set: GoldSet) { learner = IssueStanceLearner(set, lexicon: lexicon) }

  func write(to path: String, _ diagnostics: Diagnostics) throws {
    let counts = learner.counts
    guard counts.opposing >= 5 else {
      diagnostics.say(
        "stance towards issues: \(counts.opposing) positions oppose an issue; five are the least to fit it"
      )
      return
    }
    let figures = try learner.crossValidate()
    let table = try learner.fit()
    diagnostics.say(
      "issues opposed, left out by doc, given holders and issues: "
        + figures.text(", \(figures.gold) of \(counts.positions) in gold")
        + "; \(table.rows.count) features")
    for (number, issue) in table.issues.enumerated() {
      let top = table.rows.filter { $0.weights[number] > 0 }
        .sorted { ($1.weights[number], $0.name) < ($0.weights[number], $1.name) }.prefix(8)
      guard !top.isEmpty else { continue }
      let words = top.map { ($0.name, $0.weights[number]) }
      diagnostics.say("against \(issue): \(SignTable.list(words, without: "word="))")
    }
    let rows = [("(bias)", 0, table.biases)] + table.rows
    try IssueTable.write(
      rows.map { ($0.0, [$0.1] + $0.2) }, columns: [IssueWeights.anyColumn] + table.issues,
      note: [
        "How likely a position on an issue opposes it, fitted by `normtag learn --issue-stance`: the",
        "logarithm of the odds is the issue's (bias), that of texts that speak for somebody (stance:)",
        "or tell what others hold (told:), and the sum of weights, under `any` and under the issue.",
      ], to: path)
  }
}
