// Finds the weights of every feature at start. Names are hashed from their parts, so that the
// thousands of possible names are never put together.

internal import Lexicon
internal import Text

/// The rows of a `ComponentModel` while they are collected.
struct ModelRows {
  private let weights: WeightTable
  private let attributePrefix = WeightName(ComponentModel.attributePrefix)
  /// Weights of the scores in the lower half, of the attributes in the upper.
  private(set) var weighed: [SIMD16<Float>] = []
  /// By row: the row of weights.tsv that names it, `~row` for one of the attributes.
  private(set) var names: [Int32] = []
  /// By feature, words aside: its row, or -1.
  private(set) var rowOf: [Int32]

  init(weights: WeightTable, featureCount: Int) {
    self.weights = weights
    rowOf = Array(repeating: -1, count: featureCount)
    weighed.reserveCapacity(weights.count)
    names.reserveCapacity(weights.count)
  }

  /// Adds the features of a template that have weights.
  mutating func add(_ labels: FeatureLabels) {
    var feature = Int(labels.base)
    let prefix = WeightName(labels.name + "=")
    let seconds = labels.second.map { WeightName($0.isEmpty ? "" : "/" + $0) }
    for first in labels.first {
      let name = prefix + WeightName(first)
      for second in seconds {
        if let row = add(name + second) { rowOf[feature] = row }
        feature += 1
      }
    }
  }

  /// Adds the features of words.
  ///
  /// - Returns: the hashes of the stems (`WordHash`) and their rows.
  mutating func addWords() -> [(stem: UInt64, row: Int32)] {
    let prefix = attributePrefix + WeightName(ComponentModel.wordPrefix)
    var stems: [(stem: UInt64, row: Int32)] = []
    stems.reserveCapacity(weights.count)
    weights.forEachRow(startingWith: ComponentModel.wordPrefix) { row, stem in
      let attribute = weights.row(prefix + WeightName(stem))
      stems.append((WordHash.hash(stem), append(row, attribute)))
    }
    return stems
  }

  /// A row for the feature, unless it has weights neither for components nor for attributes.
  private mutating func add(_ name: WeightName) -> Int32? {
    let found = weights.row(name)
    let foundAttribute = weights.row(attributePrefix + name)
    guard found != nil || foundAttribute != nil else { return nil }
    return append(found, foundAttribute)
  }

  /// - Returns: the number of the row.
  private mutating func append(_ score: Int?, _ attribute: Int?) -> Int32 {
    weighed.append(
      SIMD16(
        lowHalf: score.map { weights.vector(row: $0) } ?? SIMD8(),
        highHalf: attribute.map { weights.vector(row: $0) } ?? SIMD8()))
    names.append(Int32(score ?? attribute.map { ~$0 } ?? 0))
    return Int32(weighed.count - 1)
  }
}
