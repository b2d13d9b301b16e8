// Fits the weights of opposition. Opposing holders are few, so the threshold is chosen on documents
// that the weights were not fitted to, for the best F1 of opposition.

internal import Ingest
package import Lexicon
internal import Tagging

/// Weights of the signs of opposition, with the threshold.
package struct StanceWeights: Sendable {
  /// What the rows of its bias and threshold begin with.
  package var prefix: String
  package var bias: Double
  package var threshold: Double
  /// By the names of weights-stance.tsv, ascending.
  package var weights: [(name: String, weight: Double)]

  /// The rows as a lexicon holds them.
  package var rows: [(name: String, weight: Double)] {
    [(prefix + "(bias)", bias), (prefix + "(threshold)", threshold)] + weights
  }
}

/// Counts of right, coded and gold items.
package struct HitCount: Sendable {
  package var right = 0
  package var coded = 0
  package var gold = 0

  package init() {}

  package mutating func add<Item: Hashable>(gold own: Set<Item>, coded other: Set<Item>) {
    right += own.intersection(other).count
    coded += other.count
    gold += own.count
  }

  /// One item that is in gold, was coded, or both.
  mutating func add(isGold: Bool, isCoded: Bool) {
    right += isGold && isCoded ? 1 : 0
    coded += isCoded ? 1 : 0
    gold += isGold ? 1 : 0
  }

  package var f1: Double { coded + gold == 0 ? 0 : 2 * Double(right) / Double(coded + gold) }
  package var precision: Double { coded == 0 ? 0 : Double(right) / Double(coded) }
  package var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
}

/// Fits and cross-validates opposition.
package struct StanceLearner: Sendable {
  /// A gold set and how much its units count.
  package struct Source: Sendable {
    package var set: GoldSet
    package var weight: Double

    package init(set: GoldSet, weight: Double) {
      self.set = set
      self.weight = weight
    }
  }

  /// What texts that tell what others hold need: their words are many.
  private static let toldPenalty = 20.0
  /// Weights of words below this are left out.
  private static let leastWordWeight = 0.06

  private let lexicon: Lexicon
  private let sources: [Source]
  private let learner: CodeLearner
  private let isTold: Bool

  /// - Parameters:
  ///   - sources: the last is the one that `crossValidate` reports.
  ///   - isTold: of texts that tell what others hold, instead of those that speak for somebody.
  ///   - l2: strength of the penalty on signs of texts that speak for somebody, above 0.
  package init(sources: [Source], lexicon: Lexicon, isTold: Bool, l2: Double) {
    self.sources = sources
    self.lexicon = lexicon
    self.isTold = isTold
    var tagger = Tagger(lexicon: lexicon, options: Self.options)
    var units: [LearningUnit] = []
    let names = NameWords(lexicon: lexicon)
    for source in sources {
      for (document, range) in source.set.documents() {
        for (unit, samples) in zip(source.set.units[range], tagger.stanceSamples(document)) {
          for sample in samples where sample.isTold == isTold {
            let opposes = unit.positions.contains {
              $0.actor == sample.actor && $0.stance == Stance.oppose.rawValue
            }
            var row = LearningUnit(
              doc: unit.doc, genre: unit.genre, label: opposes ? 1 : 0, second: nil,
              sure: unit.sure, features: names.without(sample.features, prefix: "told:word="))
            row.weight = source.weight
            units.append(row)
          }
        }
      }
    }
    var options = CodeLearner.Options()
    options.l2 = isTold ? Self.toldPenalty : l2
    options.minimumDocuments = isTold ? 4 : 3
    options.balance = isTold ? 0 : 0.5
    if !isTold { options.prior = CodebookPrior.opposition.mapValues { [-$0 / 2, $0 / 2] } }
    learner = CodeLearner(units: units, classes: 2, options: options)
  }

  private static var options: TaggingOptions {
    var options = TaggingOptions()
    options.collectsEvidence = false
    return options
  }

  /// Holders whose clause speaks against something, and how many of them oppose.
  package var counts: (samples: Int, opposing: Int) {
    (learner.units.count, learner.units.reduce(0) { $0 + $1.label })
  }

  /// Weights from all units.
  package func fit() throws(LogisticRegression.FittingError) -> StanceWeights {
    try fit(Array(learner.units.indices))
  }

  private func fit(_ chosen: [Int]) throws(LogisticRegression.FittingError) -> StanceWeights {
    let model = try learner.fit(chosen)
    let inner = CodeLearner(
      units: chosen.map { learner.units[$0] }, classes: 2, options: learner.options)
    let scores = try inner.crossValidate { $0.doc }
    let held = zip(inner.units, scores).map {
      (probability: LogisticRegression.softmax($1)[1], unit: $0)
    }
    return StanceWeights(
      prefix: isTold ? "told:" : "stance:",
      bias: model.model.bias(1) - model.model.bias(0),
      threshold: Self.threshold(held, beta: isTold ? 1.0 / 3 : 1),
      weights: model.names.enumerated().map {
        ($1, model.model.weight($0, 1) - model.model.weight($0, 0))
      }.filter { !$0.0.hasPrefix("told:word=") || abs($0.1) >= Self.leastWordWeight })
  }

  /// The threshold in steps of .01 at which F of opposition, smoothed over thirteen steps, is best.
  ///
  /// - Parameter beta: how much recall counts beside precision (van Rijsbergen 1979). Where words decide,
  ///   the coder who calls somebody an opponent who is none does more harm than one who misses some.
  private static func threshold(
    _ held: [(probability: Double, unit: LearningUnit)], beta: Double
  ) -> Double {
    let steps = Array(stride(from: 0.1, through: 0.9, by: 0.01))
    let figures = steps.map { step in
      var (right, sum) = (0.0, 0.0)
      let share = beta * beta
      for item in held {
        let (coded, gold) = (item.probability >= step, item.unit.label == 1)
        if coded, gold { right += item.unit.weight }
        sum += (coded ? item.unit.weight : 0) + (gold ? share * item.unit.weight : 0)
      }
      return sum == 0 ? 0 : (1 + share) * right / sum
    }
    var best = (step: 0.5, figure: -1.0)
    for index in steps.indices {
      let window = figures[max(0, index - 6)...min(figures.count - 1, index + 6)]
      let figure = window.reduce(0, +) / Double(window.count)
      if figure > best.figure { best = (steps[index], figure) }
    }
    return best.step
  }

  /// Holders that oppose in documents that the weights have not seen, given the holders.
  package func crossValidateHolders() throws(LogisticRegression.FittingError) -> HitCount {
    let threshold = try fit().threshold
    var count = HitCount()
    for (unit, scores) in zip(learner.units, try learner.crossValidate { $0.doc }) {
      count.add(
        isGold: unit.label == 1, isCoded: LogisticRegression.softmax(scores)[1] >= threshold)
    }
    return count
  }

  /// What the whole tagger says on documents of the last source that the weights have not seen.
  package struct Figures: Sendable {
    /// Holders that oppose, and all holders with their stance.
    package var opposing = HitCount()
    package var stances = HitCount()
  }

  package func crossValidate(
    folds: Int = 10
  ) throws(LogisticRegression.FittingError) -> Figures {
    guard let source = sources.last else { return Figures() }
    let documents = source.set.documents()
    let folds = DocumentFolds(documents.map(\.document.id), most: folds)
    var figures = Figures()
    for fold in 0..<folds.count {
      let fitted = try fit(
        learner.units.indices.filter { !folds.leavesOut(learner.units[$0].doc, in: fold) })
      var own = lexicon
      for name in StanceSample.names { own.weights.set(name, [0]) }
      for (name, weight) in fitted.rows { own.weights.set(name, [weight]) }
      var tagger = Tagger(lexicon: own, options: Self.options)
      for (document, range) in documents where folds.leavesOut(document.id, in: fold) {
        for (unit, passage) in zip(source.set.units[range], tagger.tag(document).passages) {
          let gold = Set(unit.positions.map { Pair(actor: $0.actor, stance: $0.stance) })
          let coded = Set(
            passage.statements.map { Pair(actor: $0.actor, stance: $0.stance.rawValue) })
          figures.stances.add(gold: gold, coded: coded)
          figures.opposing.add(
            gold: gold.filter { $0.stance == Stance.oppose.rawValue },
            coded: coded.filter { $0.stance == Stance.oppose.rawValue })
        }
      }
    }
    return figures
  }

  private struct Pair: Hashable {
    var actor: String
    var stance: String
  }
}
