// Whether a holder opposes something off the list: a dot product of few signs, since opposition is
// said in many ways of which each is rare.

internal import Lexicon

/// Logistic regression over the signs of a holder in a passage.
struct OppositionModel: Sendable {
  /// Rows of weights-stance.tsv beside the signs.
  static let bias = "stance:(bias)"
  static let threshold = "stance:(threshold)"

  private let weights: [Double]
  private let bias: Double
  /// Probability from which a holder opposes.
  let threshold: Double
  /// Whether weights are there at all.
  let isFitted: Bool

  init(weights table: WeightTable) {
    weights = StanceSign.allCases.map { table[$0.row].first ?? 0 }
    bias = table[Self.bias].first ?? 0
    threshold = table[Self.threshold].first ?? 0.5
    isFitted = !table[Self.bias].isEmpty
  }

  /// Probability 0…1 that the holder opposes something.
  func probability(_ signs: StanceSigns) -> Double {
    var sum = bias
    for index in weights.indices { sum += weights[index] * signs.values[index] }
    return Exponential.logistic(sum)
  }

  /// The sign that speaks most for opposition.
  func strongest(_ signs: StanceSigns) -> StanceSign {
    var best = StanceSign.against
    var top = 0.0
    for sign in StanceSign.allCases {
      let push = weights[sign.rawValue] * signs[sign]
      if push > top { (best, top) = (sign, push) }
    }
    return best
  }
}
