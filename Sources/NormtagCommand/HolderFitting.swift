// The part of `learn` that fits who holds what where no rule says it: prints what it is worth on
// documents left out, and which signs carry it.

internal import Batch
internal import Learning
internal import Lexicon
internal import Text

/// Fits the weights of candidates for holders.
struct HolderFitting {
  let learner: HolderLearner

  init(_ lexicon: Lexicon, _ set: GoldSet, examples: GoldSet, share: Double, l2: Double) {
    learner = HolderLearner(set, examples: examples, share: share, lexicon: lexicon, l2: l2)
  }

  func write(to path: String, _ diagnostics: Diagnostics) throws {
    let counts = learner.counts
    guard counts.holders >= 5 else {
      diagnostics.say(
        "holders: \(counts.holders) of those whom rules passed over hold something; five are the"
          + " least to fit it")
      return
    }
    let figures = try learner.crossValidate()
    diagnostics.say(
      "holders passed over by rules, left out by doc: "
        + figures.text(", \(figures.gold) of \(counts.candidates) in gold"))
    let rows = try learner.fit().sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }
    let signs = rows.filter { !$0.name.hasPrefix("holder:(") }
    diagnostics.say("for a holder: \(SignTable.list(signs.prefix(10), without: "holder:"))")
    diagnostics.say("against: \(SignTable.list(signs.suffix(10).reversed(), without: "holder:"))")
    try SignTable.write(
      rows,
      note: [
        "Whether somebody named holds what a passage says, where no rule of attribution",
        "says who does; fitted by `normtag learn --holders`. Probability: logistic of",
        "(bias) + the sum of weights; a holder from (threshold).",
      ], to: path)
  }
}
