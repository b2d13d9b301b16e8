// Fits the weights of issues: for each a logistic regression over words and findings, of which the
// weights that matter most are kept.

internal import Ingest
package import Lexicon
internal import Tagging

/// Fits and cross-validates issues.
package struct IssueLearner: Sendable {
  /// A fitted table: for each feature its weight for each issue, most of them 0.
  package struct Table: Sendable {
    package var issues: [String]
    package var biases: [Double]
    package var rows: [(name: String, weights: [Double])]
  }

  private struct Unit: Sendable {
    var doc: String
    /// How much it counts beside others.
    var weight: Double
    var row: SparseRow
    /// Numbers in `issues`.
    var labels: Set<Int>
  }

  /// A feature must occur in this many documents.
  private static let minimumDocuments = 5
  /// An issue must be coded in this many units.
  private static let minimumUnits = 5
  /// Weights that are kept; more of them hardly change what is coded.
  private static let mostWeights = 15_000
  /// What weights are rounded to.
  private static let step = 0.05

  private let issues: [String]
  private var names: [String] = []
  /// Units in which each feature occurs.
  private var frequencies: [Int] = []
  private var units: [Unit] = []
  private let l2: Double

  /// - Parameters:
  ///   - set: units without a position are left out: what they are about is not coded.
  ///   - examples: fitted to as well, each counting `share` of a unit.
  ///   - l2: strength of the penalty, above 0.
  package init(
    _ set: GoldSet, examples: GoldSet, share: Double, lexicon: Lexicon, l2: Double
  ) {
    self.l2 = l2
    issues = lexicon.issues.filter { $0.parent == nil }.map(\.code)
    let places = Dictionary(uniqueKeysWithValues: issues.enumerated().map { ($1, $0) })
    var tagger = Tagger(lexicon: lexicon, options: TaggingOptions())
    let nameWords = NameWords(lexicon: lexicon)
    var features: [[(name: String, value: Double)]] = []
    for (set, weight) in [(set, 1), (examples, share)] {
      for (document, range) in set.documents() {
        for (unit, sample) in zip(set.units[range], tagger.issueSamples(document))
        where !unit.positions.isEmpty {
          let labels = unit.positions.compactMap { position in
            position.issue.split(separator: ".").first.flatMap { places[String($0)] }
          }
          units.append(
            Unit(
              doc: unit.doc, weight: weight, row: SparseRow(features: [], values: []),
              labels: Set(labels)))
          features.append(nameWords.without(sample.features, prefix: "word="))
        }
      }
    }
    place(features)
  }

  /// Fills the rows of `units` with those features that occur in enough documents.
  private mutating func place(_ features: [[(name: String, value: Double)]]) {
    let index = index(zip(units, features).map { ($0.doc, $1) })
    frequencies = Array(repeating: 0, count: names.count)
    for (number, own) in features.enumerated() {
      for feature in own {
        guard let place = index[feature.name] else { continue }
        units[number].row.features.append(place)
        units[number].row.values.append(feature.value)
        frequencies[Int(place)] += 1
      }
    }
  }

  /// Sets `names` to the features of enough documents.
  private mutating func index(
    _ coded: [(doc: String, features: [(name: String, value: Double)])]
  ) -> [String: Int32] {
    var documents: [String: Set<String>] = [:]
    for unit in coded {
      for feature in unit.features { documents[feature.name, default: []].insert(unit.doc) }
    }
    names = documents.filter { $0.value.count >= Self.minimumDocuments }.keys.sorted()
    return Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
  }

  /// Units with a position, examples among them.
  package var count: Int { units.count }

  /// - Throws: `FittingError` where L-BFGS gives up.
  package func fit() throws(LogisticRegression.FittingError) -> Table {
    try fit(Array(units.indices))
  }

  private func fit(_ chosen: [Int]) throws(LogisticRegression.FittingError) -> Table {
    // An issue without a bias is unknown to the table.
    var biases = [Double](repeating: 0, count: issues.count)
    var weights = [[Double]](repeating: [], count: issues.count)
    let rows = chosen.map { units[$0].row }
    let weightsOfRows = chosen.map { units[$0].weight }
    for issue in issues.indices {
      let labels = chosen.map { units[$0].labels.contains(issue) ? 1 : 0 }
      guard labels.reduce(0, +) >= Self.minimumUnits else {
        weights[issue] = Array(repeating: 0, count: names.count)
        continue
      }
      let model = try LogisticRegression.fit(
        rows: rows, labels: labels, weights: weightsOfRows, classes: 2, features: names.count,
        l2: l2)
      biases[issue] = rounded(model.bias(1) - model.bias(0))
      weights[issue] = names.indices.map { model.weight($0, 1) - model.weight($0, 0) }
    }
    let least = leastImportance(weights)
    var table = Table(issues: issues, biases: biases, rows: [])
    for (number, name) in names.enumerated() {
      let row = issues.indices.map { issue in
        importance(weights[issue][number], number) >= least ? rounded(weights[issue][number]) : 0
      }
      if row.contains(where: { $0 != 0 }) { table.rows.append((name, row)) }
    }
    return table
  }

  private func rounded(_ value: Double) -> Double { (value / Self.step).rounded() * Self.step }

  /// A weight's size, more where its feature is frequent.
  private func importance(_ weight: Double, _ feature: Int) -> Double {
    abs(weight) * Logarithm.power(Double(max(1, frequencies[feature])), 0.25)
  }

  private func leastImportance(_ weights: [[Double]]) -> Double {
    var all: [Double] = []
    for issue in weights {
      for (feature, weight) in issue.enumerated() where weight != 0 {
        all.append(importance(weight, feature))
      }
    }
    guard all.count > Self.mostWeights else { return 0 }
    all.sort(by: >)
    return all[Self.mostWeights - 1]
  }

  /// Issues found and coded in documents that the weights have not seen, of units with a position.
  package func crossValidate(
    folds: Int = 5
  ) throws(LogisticRegression.FittingError) -> HitCount {
    let documents = Set(units.map(\.doc)).sorted()
    let folds = min(folds, documents.count)
    let foldOf = Dictionary(uniqueKeysWithValues: documents.enumerated().map { ($1, $0 % folds) })
    var count = HitCount()
    for fold in 0..<folds {
      let held = units.indices.filter { foldOf[units[$0].doc] == fold }
      let out = Set(held)
      let table = try fit(units.indices.filter { !out.contains($0) })
      let rows = Dictionary(uniqueKeysWithValues: table.rows.map { ($0.name, $0.weights) })
      for number in held {
        var scores = table.biases.map { $0 == 0 ? -12 : $0 }
        let row = units[number].row
        for (feature, value) in zip(row.features, row.values) {
          guard let weights = rows[names[Int(feature)]] else { continue }
          for issue in issues.indices { scores[issue] += value * weights[issue] }
        }
        count.add(gold: units[number].labels, coded: IssueChoice.likely(scores))
      }
    }
    return count
  }
}
