// Fits the weights of codes: chooses features by the documents they occur in, counts doubtful
// units less, lets the second code have its share, and says how good the result is on documents
// that it was not fitted to.

/// A unit ready for fitting.
package struct LearningUnit: Sendable {
  package var doc: String
  package var genre: String
  /// The code's number, and that of the second choice.
  package var label: Int
  package var second: Int?
  package var sure: Int?
  /// Goes on with the text of the unit before it.
  package var continues = false
  /// How much it counts beside others.
  package var weight = 1.0
  /// Features by name.
  package var features: [(name: String, value: Double)]

  package init(
    doc: String, genre: String, label: Int, second: Int?, sure: Int?,
    features: [(name: String, value: Double)]
  ) {
    self.doc = doc
    self.genre = genre
    self.label = label
    self.second = second
    self.sure = sure
    self.features = features
  }
}

/// Named weights of each code.
package struct FittedWeights: Sendable {
  package var names: [String]
  package var model: LogisticRegression
  package var temperature = 1.0
  /// How much the probability of a code in the units before and after adds to its score.
  package var neighbours = 0.0

  /// Rows as weights.tsv has them: feature, a weight for each code.
  package func rows(atLeast threshold: Double) -> [(name: String, weights: [Double])] {
    names.indices.compactMap { index in
      let weights = (0..<model.classes).map { model.weight(index, $0) }
      guard weights.contains(where: { abs($0) >= threshold }) else { return nil }
      return (names[index], weights)
    }
  }
}

/// Fits and cross-validates.
package struct CodeLearner: Sendable {
  package struct Options: Sendable {
    /// Strength of the penalty on weights.
    package var l2 = 25.0
    /// A feature must occur in this many documents.
    package var minimumDocuments = 4
    /// 0: units count alike; 1: components count alike.
    package var balance = 0.5
    /// Share of a unit's weight that its second code gets where the coder was sure.
    package var secondShare = 0.15
    package var folds = 10
    /// How much the probability of a code in the units before and after adds to its score.
    package var neighbours = 0.0
    /// Where words lie that are used alike.
    package var words: WordVectors?
    /// Features that a unit's neighbours don't hear of begin with it: attribution comes later.
    package var lateFeatures = "holder"
    /// Means that the penalty draws weights to, by feature; others are drawn to 0.
    package var prior: [String: [Double]] = [:]

    package init() {}
  }

  package let units: [LearningUnit]
  package let classes: Int
  package let options: Options
  /// `units`, then the examples: judged in no fold, fitted to in all but those that hold out their
  /// document.
  private let pool: [LearningUnit]

  /// - Parameter examples: further units to fit to, which no figure counts.
  package init(
    units: [LearningUnit], examples: [LearningUnit] = [], classes: Int, options: Options
  ) {
    let words = options.words
    self.units = units.map { words?.placed($0) ?? $0 }
    self.classes = classes
    self.options = options
    pool = self.units + examples.map { words?.placed($0) ?? $0 }
  }

  /// Fits on the units with these numbers, and on the examples.
  ///
  /// - Parameter held: documents whose examples are left out too.
  package func fit(
    _ units: [Int], without held: Set<String> = []
  ) throws(LogisticRegression.FittingError) -> FittedWeights {
    let chosen = units + (self.units.count..<pool.count).filter { !held.contains(pool[$0].doc) }
    let index = featureIndex(chosen)
    var rows: [SparseRow] = []
    var labels: [Int] = []
    var weights: [Double] = []
    let balance = classWeights(chosen)
    for number in chosen {
      let unit = pool[number]
      let row = row(unit, index)
      let weight = certainty(unit) * balance[unit.label]
      let shared = secondShare(unit)
      rows.append(row)
      labels.append(unit.label)
      weights.append(weight * (1 - shared))
      if let second = unit.second, shared > 0 {
        rows.append(row)
        labels.append(second)
        weights.append(certainty(unit) * shared)
      }
    }
    let model = try LogisticRegression.fit(
      rows: rows, labels: labels, weights: weights, classes: classes,
      features: index.count, l2: options.l2, prior: prior(index))
    var fitted = FittedWeights(
      names: index.sorted { $0.value < $1.value }.map(\.key), model: model)
    fitted.neighbours = options.neighbours
    return fitted
  }

  /// Scores of every unit from a model fitted on other groups.
  ///
  /// - Parameter group: of a unit: its document, or its genre.
  package func crossValidate(
    by group: (LearningUnit) -> String
  ) throws(LogisticRegression.FittingError) -> [[Double]] {
    let folds = DocumentFolds(units.map(group), most: options.folds)
    var scores = [[Double]](repeating: [], count: units.count)
    var first = scores
    for fold in 0..<folds.count {
      let held = units.indices.filter { folds.leavesOut(group(units[$0]), in: fold) }
      let left = Set(held)
      let fitted = try fit(
        units.indices.filter { !left.contains($0) }, without: Set(held.map { units[$0].doc }))
      let index = Dictionary(
        uniqueKeysWithValues: fitted.names.enumerated().map { ($1, Int32($0)) })
      for number in held {
        scores[number] = fitted.model.scores(row(units[number], index))
        var early = units[number]
        early.features.removeAll { $0.name.hasPrefix(options.lateFeatures) }
        first[number] = fitted.model.scores(row(early, index))
      }
    }
    return coupled(scores, first)
  }

  /// What coding makes of scores: each unit hears how the one before was coded, and what the words
  /// of the one after say.
  private func coupled(_ scores: [[Double]], _ first: [[Double]]) -> [[Double]] {
    guard options.neighbours > 0 else { return scores }
    var coupled = scores
    for index in scores.indices {
      func hear(_ neighbour: [Double]) {
        for (label, value) in LogisticRegression.softmax(neighbour).enumerated() {
          coupled[index][label] += options.neighbours * value
        }
      }
      if index > 0, units[index].continues { hear(coupled[index - 1]) }
      if index + 1 < scores.count, units[index + 1].continues { hear(first[index + 1]) }
    }
    return coupled
  }

  /// The temperature that makes scores of held-out units most likely (Guo et al. 2017), from a
  /// grid of steps of 0.02.
  package func temperature(_ scores: [[Double]]) -> Double {
    let grid = stride(from: 0.5, through: 3, by: 0.02)
    let losses = grid.map { temperature in
      var loss = 0.0
      for (unit, row) in zip(units, scores) {
        let probabilities = LogisticRegression.softmax(row.map { $0 / temperature })
        loss -= Logarithm.value(max(probabilities[unit.label], 1e-12))
      }
      return (temperature, loss)
    }
    return losses.min { $0.1 < $1.1 }?.0 ?? 1
  }

  private func featureIndex(_ chosen: [Int]) -> [String: Int32] {
    var seen: [String: (last: String, count: Int)] = [:]
    for number in chosen.sorted(by: { pool[$0].doc < pool[$1].doc }) {
      let doc = pool[number].doc
      for feature in pool[number].features {
        let entry = seen[feature.name]
        if entry?.last != doc { seen[feature.name] = (doc, (entry?.count ?? 0) + 1) }
      }
    }
    // What the codebook says holds where no coded unit shows it.
    let frequent = seen.filter { $0.value.count >= options.minimumDocuments }.keys
    let names = Set(frequent).union(options.prior.keys).sorted()
    return Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
  }

  private func prior(_ index: [String: Int32]) -> [Double] {
    guard !options.prior.isEmpty else { return [] }
    var prior = [Double](repeating: 0, count: index.count * classes)
    for (name, means) in options.prior {
      guard let feature = index[name] else { continue }
      for (label, mean) in means.enumerated() { prior[Int(feature) * classes + label] = mean }
    }
    return prior
  }

  private func row(_ unit: LearningUnit, _ index: [String: Int32]) -> SparseRow {
    var row = SparseRow(features: [], values: [])
    for feature in unit.features {
      guard let number = index[feature.name] else { continue }
      row.features.append(number)
      row.values.append(feature.value)
    }
    return row
  }

  private func certainty(_ unit: LearningUnit) -> Double {
    switch unit.sure {
    case 1: 0.5 * unit.weight
    case 2: 0.8 * unit.weight
    default: unit.weight
    }
  }

  private func secondShare(_ unit: LearningUnit) -> Double {
    guard unit.second != nil else { return 0 }
    switch unit.sure {
    case 1: return min(0.5, options.secondShare * 2.5)
    case 2: return min(0.5, options.secondShare * 1.5)
    default: return options.secondShare
    }
  }

  private func classWeights(_ chosen: [Int]) -> [Double] {
    let count = classes
    var counts = [Double](repeating: 0, count: count)
    for number in chosen { counts[pool[number].label] += 1 }
    return counts.map { own in
      own == 0
        ? 1 : Logarithm.power(Double(chosen.count) / Double(count) / own, options.balance)
    }
  }
}
