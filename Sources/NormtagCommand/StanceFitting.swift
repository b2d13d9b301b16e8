// The part of `learn` that fits opposition: prints what it is worth on documents left out, and
// which signs carry it.

internal import Batch
internal import Learning
internal import Lexicon
internal import Text

/// Fits the weights of opposition.
struct StanceFitting {
  let learner: StanceLearner

  init(_ sources: [StanceLearner.Source], lexicon: Lexicon, l2: Double) {
    learner = StanceLearner(sources: sources, lexicon: lexicon, l2: l2)
  }

  /// Fits where somebody opposes something at all; nil and a line of its own where nobody does.
  func fit(_ diagnostics: Diagnostics) throws -> StanceWeights? {
    let counts = learner.counts
    guard counts.opposing >= 5 else {
      diagnostics.say(
        "stance: \(counts.opposing) holders oppose something; five are the least to fit it")
      return nil
    }
    let figures = try learner.crossValidate()
    var line = "stance, left out by doc: oppose F1 \(Figure.text(figures.opposing.f1))"
    line += " (P \(Figure.text(figures.opposing.precision))"
    line += " R \(Figure.text(figures.opposing.recall)), \(figures.opposing.gold) in gold)"
    line += " holder-stance F1 \(Figure.text(figures.stances.f1))"
    diagnostics.say(line)
    let fitted = try learner.fit()
    func list(_ rows: [(name: String, weight: Double)]) -> String {
      rows.map { "\($0.name.dropFirst("stance:".count)) \(Figure.text($0.weight))" }
        .joined(separator: ", ")
    }
    let sorted = fitted.weights.sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }
    diagnostics.say("for oppose: \(list(Array(sorted.prefix(12))))")
    diagnostics.say("against oppose: \(list(sorted.suffix(8).reversed()))")
    return fitted
  }

  static func write(_ fitted: StanceWeights, to path: String) throws {
    var out = ByteWriter()
    out.append("# Whether a holder opposes something, fitted by `normtag learn --stance`.\n")
    out.append(
      "# Probability: logistic of (bias) + the sum of weights; opposed from (threshold).\n")
    out.append("feature\tweight\n")
    for (name, values) in fitted.rows.sorted(by: { $0.key < $1.key }) {
      out.append(name)
      for value in values {
        out.append("\t")
        out.append(value, places: 3)
      }
      out.append("\n")
    }
    _ = try OutputFile.write(out.bytes, to: path)
  }
}
