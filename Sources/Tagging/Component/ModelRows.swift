// Finds the weights of every feature at start. Names are hashed from their parts, so that the
// thousands of possible names are never put together.

internal import Lexicon

/// The rows of a `ComponentModel` while they are collected.
struct ModelRows {
  private let weights: WeightTable
  private let attributePrefix = WeightName(ComponentModel.attributePrefix)
  private(set) var scores: [SIMD8<Float>] = []
  private(set) var attributes: [SIMD8<Float>] = []
  private(set) var names: [String] = []
  private(set) var rowOf: [Int32]

  init(weights: WeightTable, featureCount: Int) {
    self.weights = weights
    rowOf = Array(repeating: -1, count: featureCount)
    scores.reserveCapacity(weights.count)
    attributes.reserveCapacity(weights.count)
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
  /// - Returns: the stems and their feature numbers.
  mutating func addWords() -> [(stem: ArraySlice<UInt8>, feature: Int32)] {
    let prefix = Array(ComponentModel.wordPrefix.utf8)
    var stems: [(stem: ArraySlice<UInt8>, feature: Int32)] = []
    for index in 0..<weights.count {
      let name = weights.name(row: index)
      guard name.starts(with: prefix) else { continue }
      let stem = name.dropFirst(prefix.count)
      guard let row = add(WeightName(name)) else { continue }
      stems.append((stem, Int32(rowOf.count)))
      rowOf.append(row)
    }
    return stems
  }

  /// A row for the feature, unless it has weights neither for components nor for attributes.
  private mutating func add(_ name: WeightName) -> Int32? {
    let found = weights.row(name)
    let foundAttribute = weights.row(attributePrefix + name)
    guard found != nil || foundAttribute != nil else { return nil }
    scores.append(found.map { Self.row(weights.weights(row: $0)) } ?? SIMD8())
    attributes.append(foundAttribute.map { Self.row(weights.weights(row: $0)) } ?? SIMD8())
    if let found {
      names.append(String(decoding: weights.name(row: found), as: UTF8.self))
    } else if let foundAttribute {
      let name = weights.name(row: foundAttribute).dropFirst(
        ComponentModel.attributePrefix.utf8.count)
      names.append(String(decoding: name, as: UTF8.self))
    }
    return Int32(scores.count - 1)
  }

  /// Up to eight weights as a vector; missing ones are 0.
  static func row(_ values: ArraySlice<Double>) -> SIMD8<Float> {
    var row = SIMD8<Float>()
    for (index, value) in values.prefix(8).enumerated() { row[index] = Float(value) }
    return row
  }
}
