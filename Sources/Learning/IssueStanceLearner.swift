// Fits what is said against an issue: a logistic regression over the words of a passage, alone and
// together with the issue, and over the holder's signs of opposition.

internal import Ingest
package import Lexicon
internal import Tagging

/// Fits and cross-validates the stance towards issues.
package struct IssueStanceLearner: Sendable {
  /// A fitted table: for each feature its weight whatever the issue, and for each issue; most are 0.
  package struct Table: Sendable {
    package var issues: [String]
    package var biases: [Double]
    package var rows: [(name: String, any: Double, weights: [Double])]
  }

  private struct Unit: Sendable {
    var doc: String
    var isTold: Bool
    var row: SparseRow
    /// 1 if the holder opposes the issue.
    var label: Int
  }

  /// What a feature weighs: a sign or word (`issue` is -1), or a word beside an issue.
  private struct Feature: Hashable {
    var name: String
    var issue: Int
  }

  /// A feature must occur in this many documents.
  private static let minimumDocuments = 3
  /// Weights of words that are kept; twice as many are hardly better.
  private static let mostWeights = 4_000
  private static let l2 = 20.0

  private let issues: MainIssues
  private var features: [Feature] = []
  /// Units in which each feature occurs.
  private var frequencies: [Int] = []
  private var units: [Unit] = []

  /// - Parameter set: every position whose holder is found in its unit is fitted to.
  package init(_ set: GoldSet, lexicon: Lexicon) {
    issues = MainIssues(lexicon)
    var tagger = Tagger(lexicon: lexicon, options: TaggingOptions())
    let names = NameWords(lexicon: lexicon)
    var coded: [(doc: String, features: [(name: Feature, value: Double)])] = []
    for (document, range) in set.documents() {
      let samples = tagger.stanceSamples(document, everywhere: true)
      for (unit, samples) in zip(set.units[range], samples) {
        for sample in samples {
          for (issue, opposes) in stances(of: sample.actor, in: unit) {
            units.append(
              Unit(
                doc: unit.doc, isTold: sample.isTold, row: SparseRow(features: [], values: []),
                label: opposes ? 1 : 0))
            coded.append((unit.doc, Self.features(sample, issue, names)))
          }
        }
      }
    }
    let index = FeatureIndex(coded, minimumDocuments: Self.minimumDocuments) {
      ($0.name, $0.issue) < ($1.name, $1.issue)
    }
    for number in units.indices { units[number].row = index.rows[number] }
    (features, frequencies) = (index.names, index.frequencies)
  }

  /// On which issues a holder has a position, and whether it opposes them.
  private func stances(
    of actor: String, in unit: GoldUnit
  ) -> [(issue: Int, opposes: Bool)] {
    var stances: [Int: Bool] = [:]
    for position in unit.positions where position.actor == actor {
      guard let issue = issues.number(of: position) else { continue }
      let opposes = position.stance == Stance.oppose.rawValue
      stances[issue] = opposes || stances[issue] ?? false
    }
    return stances.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The features of a holder's position on an issue.
  private static func features(
    _ sample: StanceSample, _ issue: Int, _ names: NameWords
  ) -> [(name: Feature, value: Double)] {
    var found: [(name: Feature, value: Double)] = [
      (Feature(name: sample.kind + "(bias)", issue: -1), 1),
      (Feature(name: "(bias)", issue: issue), 1),
    ]
    for (name, value) in sample.features {
      guard let word = sample.word(name) else {
        found.append((Feature(name: name, issue: -1), value))
        continue
      }
      if names.contains(String(word)) { continue }
      found.append((Feature(name: "word=\(word)", issue: -1), value))
      found.append((Feature(name: "word=\(word)", issue: issue), value))
    }
    return found
  }

  /// Positions on an issue, and how many of them oppose it.
  package var counts: (positions: Int, opposing: Int) {
    (units.count, units.reduce(0) { $0 + $1.label })
  }

  /// - Throws: `FittingError` where L-BFGS gives up.
  package func fit() throws(LogisticRegression.FittingError) -> Table {
    let (bias, weights) = try fit(Array(units.indices))
    var table = Table(
      issues: issues.codes,
      biases: Array(repeating: WeightChoice.rounded(bias), count: issues.codes.count), rows: [])
    for (feature, weight) in zip(features, weights) where weight != 0 {
      if feature.name == "(bias)" {
        table.biases[feature.issue] = WeightChoice.rounded(bias + weight)
        continue
      }
      if table.rows.last?.name != feature.name {
        let none = [Double](repeating: 0, count: issues.codes.count)
        table.rows.append((feature.name, 0, none))
      }
      let last = table.rows.count - 1
      if feature.issue < 0 {
        table.rows[last].any = weight
      } else {
        table.rows[last].weights[feature.issue] = weight
      }
    }
    return table
  }

  /// The bias and the weights by feature, those of most words 0.
  private func fit(
    _ chosen: [Int]
  ) throws(LogisticRegression.FittingError) -> (bias: Double, weights: [Double]) {
    let model = try LogisticRegression.fit(
      rows: chosen.map { units[$0].row }, labels: chosen.map { units[$0].label }, classes: 2,
      features: features.count, l2: Self.l2)
    let weights = features.indices.map { model.weight($0, 1) - model.weight($0, 0) }
    let isWord = features.map { $0.name.hasPrefix("word=") }
    func importance(_ feature: Int) -> Double {
      WeightChoice.importance(weights[feature], frequency: frequencies[feature])
    }
    let least = WeightChoice.least(
      features.indices.filter { isWord[$0] }.map(importance), most: Self.mostWeights)
    return (
      model.bias(1) - model.bias(0),
      features.indices.map {
        isWord[$0] && importance($0) < least ? 0 : WeightChoice.rounded(weights[$0])
      }
    )
  }

  /// Issues opposed in documents that the weights have not seen, given who holds a position on what.
  package func crossValidate(
    folds: Int = 5
  ) throws(LogisticRegression.FittingError) -> HitCount {
    let folds = DocumentFolds(units.map(\.doc), most: folds)
    var count = HitCount()
    for fold in 0..<folds.count {
      let held = units.indices.filter { folds.leavesOut(units[$0].doc, in: fold) }
      let out = Set(held)
      let (bias, weights) = try fit(units.indices.filter { !out.contains($0) })
      for number in held {
        let row = units[number].row
        var sum = bias
        for (feature, value) in zip(row.features, row.values) {
          sum += value * weights[Int(feature)]
        }
        count.add(
          isGold: units[number].label == 1,
          isCoded: IssueStanceChoice.opposes(sum, isTold: units[number].isTold))
      }
    }
    return count
  }
}
