// The part of `learn` that fits issues: prints what it is worth on documents left out, and writes the
// table.

internal import Batch
internal import Learning
internal import Lexicon
internal import Text

/// Fits the weights of issues.
struct IssueFitting {
  let learner: IssueLearner

  init(_ lexicon: Lexicon, _ set: GoldSet, examples: GoldSet, share: Double, l2: Double) {
    learner = IssueLearner(set, examples: examples, share: share, lexicon: lexicon, l2: l2)
  }

  func write(to path: String, _ diagnostics: Diagnostics) throws {
    guard learner.count > 0 else {
      diagnostics.say("issues: no unit has a position")
      return
    }
    let figures = try learner.crossValidate()
    let table = try learner.fit()
    let weights = table.rows.reduce(0) { $0 + $1.weights.count(where: { $0 != 0 }) }
    diagnostics.say(
      "issues of \(learner.count) units with a position, left out by doc:"
        + " \(figures.text()); \(table.rows.count) features, \(weights) weights")
    try IssueTable.write(
      [("(bias)", table.biases)] + table.rows, columns: table.issues,
      note: [
        "How likely an issue is in a passage in which somebody holds something, fitted by",
        "`normtag learn --issues`: the logarithm of its odds is (bias) + the sum of weights.",
      ], to: path)
  }
}
