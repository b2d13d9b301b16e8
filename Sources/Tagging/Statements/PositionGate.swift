// Whether a passage in which nobody is named takes its issuer's position: a dot product of a few
// signs, weights in statement-weights.tsv. Conduct and support speak for it, narrative against.

internal import Ingest
internal import Lexicon

/// Signs of a passage that the gate weighs.
struct PositionSigns: Sendable {
  /// Strongest issue, and strongest that is not a concept or a strategy of one's own.
  var best = 0.0
  var bestOwn = 0.0
  var hasSupport = false
  var hasCriticism = false
  var hasThreat = false
  var hasPlan = false
  /// Says what a term means; not weighed.
  var hasDefinition = false
}

/// The gate of `issuer` and `speaker` statements.
struct PositionGate: Sendable {
  private let weights: [Double]

  private static let names = [
    "bias", "principle", "norm", "rule", "procedure", "none", "is-none", "is-principle",
    "is-procedure", "best", "named", "best-own", "support", "criticism", "threat", "threat-alone",
    "plan", "genre-strategy", "genre-law", "genre-treaty", "strategy-none", "strategy-plan",
    "law-procedure", "law-best",
  ]

  init(lexicon: Lexicon) {
    weights = Self.names.map { lexicon.weights["statement:\($0)"].first ?? 0 }
  }

  /// Probability 0…1 that the passage holds a statement of its issuer.
  func probability(_ signs: PositionSigns, coding: ComponentCoding, genre: Genre?) -> Double {
    let isStrategy = genre == .strategy
    let isLaw = genre == .law || genre == .treaty
    let best = min(signs.best, 1.5)
    let values: [Double] = [
      1, coding.scores[.principle], coding.scores[.norm], coding.scores[.rule],
      coding.scores[.procedure], coding.scores[.none], coding.component == .none ? 1 : 0,
      coding.component == .principle ? 1 : 0, coding.component == .procedure ? 1 : 0, best,
      signs.best >= 0.4 ? 1 : 0, min(signs.bestOwn, 1.5), signs.hasSupport ? 1 : 0,
      signs.hasCriticism ? 1 : 0, signs.hasThreat ? 1 : 0,
      signs.hasThreat && !signs.hasSupport ? 1 : 0, signs.hasPlan ? 1 : 0, isStrategy ? 1 : 0,
      genre == .law ? 1 : 0, genre == .treaty ? 1 : 0, isStrategy ? coding.scores[.none] : 0,
      isStrategy && signs.hasPlan ? 1 : 0, isLaw ? coding.scores[.procedure] : 0, isLaw ? best : 0,
    ]
    var sum = 0.0
    for index in values.indices { sum += values[index] * weights[index] }
    return Exponential.logistic(sum)
  }
}
