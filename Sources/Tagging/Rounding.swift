// Numbers are rounded when they are made, so that a record read back equals the one written.

/// Rounding to the three decimals of a record.
enum Rounding {
  static func thousandths(_ value: Double) -> Double {
    whole(value * 1000) / 1000
  }

  /// Half away from zero. By hand where it can be: the library's way is a call.
  @inline(__always)
  private static func whole(_ value: Double) -> Double {
    guard value >= 0, value < 1e9 else { return value.rounded(.toNearestOrAwayFromZero) }
    let floor = Double(Int(value))
    return value - floor >= 0.5 ? floor + 1 : floor
  }

  /// Probabilities in thousandths that still sum to 1: the largest takes the remainder.
  static func distribution(_ scores: ComponentScores) -> ComponentScores {
    var parts = SIMD8<Double>()
    var sum = 0.0
    var largest = 0
    for index in 0..<5 {
      guard scores.values[index].isFinite else {
        return ComponentScores(Array(repeating: 0.2, count: 5))
      }
      parts[index] = whole(scores.values[index] * 1000)
      sum += parts[index]
      if parts[index] > parts[largest] { largest = index }
    }
    parts[largest] += 1000 - sum
    return ComponentScores(parts / 1000)
  }
}
