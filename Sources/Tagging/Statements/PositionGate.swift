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
    var sum = 0.0
    var index = 0
    // In the order of `names`.
    func add(_ value: Double) {
      sum += value * weights[index]
      index += 1
    }
    func add(_ sign: Bool) { add(sign ? 1 : 0) }
    add(1)
    add(coding.scores[.principle])
    add(coding.scores[.norm])
    add(coding.scores[.rule])
    add(coding.scores[.procedure])
    add(coding.scores[.none])
    add(coding.component == .none)
    add(coding.component == .principle)
    add(coding.component == .procedure)
    add(best)
    add(signs.best >= 0.4)
    add(min(signs.bestOwn, 1.5))
    add(signs.hasSupport)
    add(signs.hasCriticism)
    add(signs.hasThreat)
    add(signs.hasThreat && !signs.hasSupport)
    add(signs.hasPlan)
    add(isStrategy)
    add(genre == .law)
    add(genre == .treaty)
    add(isStrategy ? coding.scores[.none] : 0)
    add(isStrategy && signs.hasPlan)
    add(isLaw ? coding.scores[.procedure] : 0)
    add(isLaw ? best : 0)
    return Exponential.logistic(sum)
  }
}
