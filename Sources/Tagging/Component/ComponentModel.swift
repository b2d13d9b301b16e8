// The weights of weights.tsv laid out for a sparse dot product: a row of five numbers a feature.

internal import Lexicon

/// Multinomial logistic regression over named features.
struct ComponentModel: Sendable {
  /// Row of the intercept in weights.tsv.
  static let bias = "(bias)"
  /// Row whose first number divides all scores before the softmax (Guo et al. 2017, eq. 9).
  static let temperature = "(temperature)"
  /// What the name of a word's feature begins with.
  static let wordPrefix = "word="

  private let rows: [SIMD8<Float>]
  /// Row of each feature, or -1.
  private let rowOf: [Int32]
  private let names: [String]
  let biasRow: SIMD8<Float>
  let inverseTemperature: Float
  let words: WordTable

  init(weights: [String: [Double]], space: FeatureSpace) {
    var rows: [SIMD8<Float>] = []
    var names: [String] = []
    var rowOf = [Int32](repeating: -1, count: space.count)
    func row(_ values: [Double]) -> SIMD8<Float> {
      var row = SIMD8<Float>()
      for (index, value) in values.prefix(5).enumerated() { row[index] = Float(value) }
      return row
    }
    func add(_ name: String, _ values: [Double]) -> Int32 {
      rows.append(row(values))
      names.append(name)
      return Int32(rows.count - 1)
    }
    for feature in 0..<(weights.isEmpty ? 0 : space.count) {
      guard let name = space.name(feature), let values = weights[name] else { continue }
      rowOf[feature] = add(name, values)
    }
    var stems: [(String, Int32)] = []
    for name in weights.keys.filter({ $0.hasPrefix(Self.wordPrefix) }).sorted() {
      stems.append((String(name.dropFirst(Self.wordPrefix.count)), Int32(rowOf.count)))
      rowOf.append(add(name, weights[name] ?? []))
    }
    self.rows = rows
    self.names = names
    self.rowOf = rowOf
    biasRow = row(weights[Self.bias] ?? [])
    let temperature = weights[Self.temperature]?.first ?? 1
    inverseTemperature = Float(1 / max(temperature, 0.05))
    words = WordTable(stems)
  }

  @inline(__always)
  func weights(of feature: Int32) -> SIMD8<Float>? {
    let row = rowOf[Int(feature)]
    return row < 0 ? nil : rows[Int(row)]
  }

  /// The name of a feature that has a row.
  func name(_ feature: Int32) -> String {
    let row = rowOf[Int(feature)]
    return row < 0 ? "" : names[Int(row)]
  }

  /// Probabilities from summed scores.
  func probabilities(_ scores: SIMD8<Float>) -> [Double] {
    let scaled = (0..<5).map { Double(scores[$0] * inverseTemperature) }
    let top = scaled.max() ?? 0
    let powers = scaled.map { Exponential.value($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
