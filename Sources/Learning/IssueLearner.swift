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

  private let issues: MainIssues
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
    issues = MainIssues(lexicon)
    var tagger = Tagger(lexicon: lexicon, options: TaggingOptions())
    let nameWords = NameWords(lexicon: lexicon)
    var coded: [(doc: String, features: [(name: String, value: Double)])] = []
    for (set, weight) in [(set, 1), (examples, share)] {
      for (document, range) in set.documents() {
        for (unit, sample) in zip(set.units[range], tagger.issueSamples(document))
        where !unit.positions.isEmpty {
          let labels = unit.positions.compactMap { issues.number(of: $0) }
          units.append(
            Unit(
              doc: unit.doc, weight: weight, row: SparseRow(features: [], values: []),
              labels: Set(labels)))
          coded.append((unit.doc, nameWords.without(sample.features, prefix: "word=")))
        }
      }
    }
    let index = FeatureIndex(coded, minimumDocuments: Self.minimumDocuments, by: <)
    for number in units.indices { units[number].row = index.rows[number] }
    (names, frequencies) = (index.names, index.frequencies)
  }

  /// Units with a position, examples among them.
  package var count: Int { units.count }

  /// - Throws: `FittingError` where L-BFGS gives up.
  package func fit() throws(LogisticRegression.FittingError) -> Table {
    try fit(Array(units.indices))
  }

  private func fit(_ chosen: [Int]) throws(LogisticRegression.FittingError) -> Table {
    // An issue without a bias is unknown to the table.
    var biases = [Double](repeating: 0, count: issues.codes.count)
    var weights = [[Double]](repeating: [], count: issues.codes.count)
    let rows = chosen.map { units[$0].row }
    let weightsOfRows = chosen.map { units[$0].weight }
    for issue in issues.codes.indices {
      let labels = chosen.map { units[$0].labels.contains(issue) ? 1 : 0 }
      guard labels.reduce(0, +) >= Self.minimumUnits else {
        weights[issue] = Array(repeating: 0, count: names.count)
        continue
      }
      let model = try LogisticRegression.fit(
        rows: rows, labels: labels, weights: weightsOfRows, classes: 2, features: names.count,
        l2: l2)
      biases[issue] = WeightChoice.rounded(model.bias(1) - model.bias(0))
      weights[issue] = names.indices.map { model.weight($0, 1) - model.weight($0, 0) }
    }
    let importances = weights.flatMap { own in own.indices.map { importance(own[$0], $0) } }
    let least = WeightChoice.least(importances, most: Self.mostWeights)
    var table = Table(issues: issues.codes, biases: biases, rows: [])
    for (number, name) in names.enumerated() {
      let row = issues.codes.indices.map { issue in
        importance(weights[issue][number], number) >= least
          ? WeightChoice.rounded(weights[issue][number]) : 0
      }
      if row.contains(where: { $0 != 0 }) { table.rows.append((name, row)) }
    }
    return table
  }

  private func importance(_ weight: Double, _ feature: Int) -> Double {
    WeightChoice.importance(weight, frequency: frequencies[feature])
  }

  /// Issues found and coded in documents that the weights have not seen, of units with a position.
  package func crossValidate(
    folds: Int = 5
  ) throws(LogisticRegression.FittingError) -> HitCount {
    let folds = DocumentFolds(units.map(\.doc), most: folds)
    var count = HitCount()
    for fold in 0..<folds.count {
      let held = units.indices.filter { folds.leavesOut(units[$0].doc, in: fold) }
      let out = Set(held)
      let table = try fit(units.indices.filter { !out.contains($0) })
      let rows = Dictionary(uniqueKeysWithValues: table.rows.map { ($0.name, $0.weights) })
      for number in held {
        var scores = table.biases.map { $0 == 0 ? -12 : $0 }
        let row = units[number].row
        for (feature, value) in zip(row.features, row.values) {
          guard let weights = rows[names[Int(feature)]] else { continue }
          for issue in issues.codes.indices { scores[issue] += value * weights[issue] }
        }
        count.add(gold: units[number].labels, coded: IssueChoice.likely(scores))
      }
    }
    return count
  }
}
