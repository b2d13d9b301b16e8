// The weights of weights.tsv laid out for a sparse dot product: a row of five numbers a feature.

internal import Lexicon

/// Multinomial logistic regression over named features.
struct ComponentModel: Sendable {
  /// Row of the intercept in weights.tsv.
  static let bias = "(bias)"
  /// Row whose first number divides all scores before the softmax (Guo et al. 2017, eq. 9).
  static let temperature = "(temperature)"
  /// Row whose numbers say how much the probability of a component in the passage before and in the
  /// passage after adds to its score: text goes on in the vein that it has begun.
  static let neighbours = "(neighbours)"
  /// What rows for force and polarity begin with (weights-attributes.tsv).
  static let attributePrefix = "attribute:"
  /// Feature of the attributes: the probability of a component.
  static let componentPrefix = "component="
  /// What the name of a word's feature begins with.
  static let wordPrefix = "word="

  /// What a feature adds, by row: to the scores, and from the ninth number on four weights for force and
  /// four for polarity. Without these, rows take half the room in the caches.
  private enum Rows {
    case scores(WeightRows<SIMD8<Float>>)
    case all(WeightRows<SIMD16<Float>>)
  }
  private let rows: Rows
  /// What the probability of each component adds to force and polarity.
  let attributeComponents: [SIMD8<Float>]
  /// Row of each feature but words, or -1.
  let rowOf: [Int32]
  /// By row, as `ModelRows` has them: names of features are read only where evidence is wanted.
  private let names: [Int32]
  private let weights: WeightTable
  /// What everything begins with.
  let bias: SIMD16<Float>
  let inverseTemperature: Float
  let neighbourWeights: SIMD8<Float>
  let words: WordTable

  /// - Parameter codesForce: force and polarity are wanted.
  init(weights: WeightTable, space: FeatureSpace, codesForce: Bool) {
    var builder = ModelRows(weights: weights, featureCount: space.count)
    if !weights.isEmpty {
      for labels in space.labels { builder.add(labels) }
    }
    let stems = builder.addWords()
    rows =
      codesForce
      ? .all(WeightRows(builder.weighed)) : .scores(WeightRows(builder.weighed.map { $0.lowHalf }))
    names = builder.names
    rowOf = builder.rowOf
    func vector(_ name: String) -> SIMD8<Float> {
      weights.row(WeightName(name)).map { weights.vector(row: $0) } ?? SIMD8()
    }
    attributeComponents = Component.allCases.map {
      vector(Self.attributePrefix + Self.componentPrefix + $0.rawValue)
    }
    bias = SIMD16(
      lowHalf: vector(Self.bias), highHalf: vector(Self.attributePrefix + Self.bias))
    let temperature = weights[Self.temperature].first ?? 1
    inverseTemperature = Float(1 / max(temperature, 0.05))
    neighbourWeights = vector(Self.neighbours)
    words = WordTable(stems)
    self.weights = weights
  }

  /// A bit for each feature that has a row.
  var weighted: [UInt64] {
    var bits = [UInt64](repeating: 0, count: rowOf.count >> 6 + 1)
    for (feature, row) in rowOf.enumerated() where row >= 0 {
      bits[feature >> 6] |= 1 << UInt64(feature & 63)
    }
    return bits
  }

  /// Adds what `features[range]` say of components to `sums`, and of force and polarity where they are
  /// wanted.
  func add(_ features: [Feature], _ range: Range<Int>, to sums: inout SIMD16<Float>) {
    features.withUnsafeBufferPointer { add(UnsafeBufferPointer(rebasing: $0[range]), to: &sums) }
  }

  func add(_ features: UnsafeBufferPointer<Feature>, to sums: inout SIMD16<Float>) {
    switch rows {
    case .all(let rows):
      let start = rows.start
      var sum = sums
      for feature in features { sum += start[Int(feature.row)] * feature.value }
      sums = sum
      withExtendedLifetime(rows) {}
    case .scores(let rows):
      let start = rows.start
      var sum = sums.lowHalf
      for feature in features { sum += start[Int(feature.row)] * feature.value }
      sums.lowHalf = sum
      withExtendedLifetime(rows) {}
    }
  }

  /// Offers each of `features[range]` to `top`, with what it adds to the score of one component over
  /// that of another.
  func rank(
    _ features: [Feature], _ range: Range<Int>, _ component: Int, over other: Int,
    in top: inout StrongestFeatures
  ) {
    features.withUnsafeBufferPointer { features in
      let own = UnsafeBufferPointer(rebasing: features[range])
      switch rows {
      case .all(let rows): Self.rank(own, rows, component, over: other, in: &top)
      case .scores(let rows): Self.rank(own, rows, component, over: other, in: &top)
      }
    }
  }

  @inline(__always)
  private static func rank<Row>(
    _ features: UnsafeBufferPointer<Feature>, _ rows: WeightRows<Row>, _ component: Int,
    over other: Int, in top: inout StrongestFeatures
  ) {
    // What is known of both lies in locals: through closures each step would be checked.
    var strongest = top
    // One number of a row: an element of a vector in memory costs less than one of a vector.
    let start = UnsafeRawPointer(rows.start)
    let (first, second) = (
      start + component * MemoryLayout<Float>.stride, start + other * MemoryLayout<Float>.stride
    )
    for feature in features {
      let row = Int(feature.row) * MemoryLayout<Row>.stride
      let margin = (first + row).load(as: Float.self) - (second + row).load(as: Float.self)
      strongest.consider(feature, margin * feature.value)
    }
    withExtendedLifetime(rows) {}
    top = strongest
  }

  /// The name of the feature of a row.
  ///
  /// - Parameter known: names by row, empty where nobody asked yet; of the worker.
  func name(row: Int, known: inout [String]) -> String {
    if known.count < names.count { known = Array(repeating: "", count: names.count) }
    if known[row].isEmpty {
      let named = Int(names[row])
      let name =
        named >= 0
        ? weights.name(row: named)
        : weights.name(row: ~named).dropFirst(Self.attributePrefix.utf8.count)
      known[row] = String(decoding: name, as: UTF8.self)
    }
    return known[row]
  }

  /// Probabilities from summed scores.
  func probabilities(_ scores: SIMD8<Float>) -> ComponentScores {
    let scaled = scores * inverseTemperature
    var top = -Double.infinity
    for index in 0..<5 { top = max(top, Double(scaled[index])) }
    var powers = SIMD8<Double>()
    var sum = 0.0
    for index in 0..<5 {
      powers[index] = Exponential.value(Double(scaled[index]) - top)
      sum += powers[index]
    }
    return ComponentScores(powers / sum)
  }
}
