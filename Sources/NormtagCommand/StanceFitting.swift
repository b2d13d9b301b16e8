// The part of `learn` that fits opposition: prints what it is worth on documents left out, and
// which signs carry it.

internal import Batch
internal import Learning
internal import Lexicon
internal import Text

/// Fits the weights of opposition: of texts that speak for somebody, and of those that tell what others
/// hold.
struct StanceFitting {
  let own: StanceLearner
  let told: StanceLearner

  /// - Parameters:
  ///   - sources: for texts that speak for somebody; the last is the one that figures are of.
  ///   - toldSources: for texts that tell what others hold.
  init(
    _ sources: [StanceLearner.Source], told toldSources: [StanceLearner.Source],
    lexicon: Lexicon, l2: Double
  ) {
    own = StanceLearner(sources: sources, lexicon: lexicon, isTold: false, l2: l2)
    told = StanceLearner(sources: toldSources, lexicon: lexicon, isTold: true, l2: l2)
  }

  /// Fits what can be fitted; a line of its own says what can't.
  func fit(_ diagnostics: Diagnostics) throws -> [StanceWeights] {
    var fitted: [StanceWeights] = []
    if isEnough(own, "stance", diagnostics) {
      let figures = try own.crossValidate()
      var line = "stance, left out by doc: oppose \(text(figures.opposing))"
      line += " holder-stance F1 \(Figure.text(figures.stances.f1))"
      diagnostics.say(line)
      fitted.append(try describe(own, diagnostics))
    }
    if isEnough(told, "stance told of others", diagnostics) {
      let figures = try told.crossValidateHolders()
      diagnostics.say("stance told of others, left out by doc: oppose \(text(figures))")
      fitted.append(try describe(told, diagnostics))
    }
    return fitted
  }

  private func isEnough(
    _ learner: StanceLearner, _ name: String, _ diagnostics: Diagnostics
  ) -> Bool {
    let opposing = learner.counts.opposing
    guard opposing < 5 else { return true }
    diagnostics.say("\(name): \(opposing) holders oppose something; five are the least to fit it")
    return false
  }

  private func text(_ count: HitCount) -> String {
    count.text(", \(count.gold) in gold")
  }

  private func describe(
    _ learner: StanceLearner, _ diagnostics: Diagnostics
  ) throws -> StanceWeights {
    let fitted = try learner.fit()
    let sorted = fitted.weights.sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }
    diagnostics.say("for oppose: \(SignTable.list(sorted.prefix(12), without: fitted.prefix))")
    diagnostics.say(
      "against oppose: \(SignTable.list(sorted.suffix(8).reversed(), without: fitted.prefix))")
    return fitted
  }

  static func write(_ fitted: [StanceWeights], to path: String) throws {
    try SignTable.write(
      fitted.flatMap(\.rows),
      note: [
        "Whether a holder opposes something, fitted by `normtag learn --stance`: stance: in",
        "texts that speak for somebody, told: in those that tell what others hold.",
        "Probability: logistic of (bias) + the sum of weights; opposed from (threshold).",
      ], to: path)
  }
}
