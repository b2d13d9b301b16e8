// Numbers are rounded when they are made, so that a record read back equals the one written.

/// Rounding to the three decimals of a record.
enum Rounding {
  static func thousandths(_ value: Double) -> Double {
    (value * 1000).rounded(.toNearestOrAwayFromZero) / 1000
  }

  /// Probabilities in thousandths that still sum to 1: the largest takes the remainder.
  static func distribution(_ values: [Double]) -> [Double] {
    guard values.allSatisfy(\.isFinite) else {
      return values.map { _ in 1 / Double(values.count) }.map(thousandths)
    }
    var parts = values.map { Int(($0 * 1000).rounded(.toNearestOrAwayFromZero)) }
    var largest = 0
    for index in parts.indices where parts[index] > parts[largest] { largest = index }
    if !parts.isEmpty { parts[largest] += 1000 - parts.reduce(0, +) }
    return parts.map { Double($0) / 1000 }
  }
}
