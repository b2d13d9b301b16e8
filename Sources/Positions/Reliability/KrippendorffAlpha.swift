// Krippendorff's alpha from the coincidence matrix, for any number of coders and missing values.

/// alpha = 1 − Do / De (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability").
///
/// Each ordered pair of values in a unit with m values adds 1/(m − 1) to a coincidence o_ck; units
/// with one value are left out; De takes n_c n_k / (n (n − 1)). Example: 0/1 data of two coders,
/// 001111111100001111110000 against 000011110000000110000000, gives .329.
package enum KrippendorffAlpha {
  /// How far apart two categories are.
  package enum Metric: Sendable { case nominal, ordinal, interval, ratio }

  /// - Returns: alpha, at most 1; nil where no pair of values exists or nothing can differ.
  package static func value(
    _ data: ReliabilityData, metric: Metric = .nominal, levels: [Double]? = nil
  ) -> Double? {
    let size = data.categories
    var coincidences = [Double](repeating: 0, count: size * size)
    for unit in data.values {
      var counts = [Double](repeating: 0, count: size)
      for case let value? in unit { counts[value] += 1 }
      let total = counts.reduce(0, +)
      guard total > 1 else { continue }
      for a in 0..<size where counts[a] > 0 {
        for b in 0..<size where counts[b] > 0 {
          let pairs = a == b ? counts[a] * (counts[a] - 1) : counts[a] * counts[b]
          coincidences[a * size + b] += pairs / (total - 1)
        }
      }
    }
    let margins = (0..<size).map { a in
      (0..<size).reduce(0) { $0 + coincidences[a * size + $1] }
    }
    let total = margins.reduce(0, +)
    guard total > 1 else { return nil }
    let levels = levels ?? (0..<size).map { Double($0 + 1) }
    var observed = 0.0
    var expected = 0.0
    for a in 0..<size {
      for b in 0..<size where a != b {
        let distance = distance(a, b, metric, levels, margins)
        observed += coincidences[a * size + b] * distance
        expected += margins[a] * margins[b] * distance
      }
    }
    guard expected > 0 else { return nil }
    return 1 - (total - 1) * observed / expected
  }

  private static func distance(
    _ a: Int, _ b: Int, _ metric: Metric, _ levels: [Double], _ margins: [Double]
  ) -> Double {
    switch metric {
    case .nominal: return 1
    case .ordinal:
      let between = (min(a, b)...max(a, b)).reduce(0) { $0 + margins[$1] }
      let steps = between - (margins[a] + margins[b]) / 2
      return steps * steps
    case .interval:
      let gap = levels[a] - levels[b]
      return gap * gap
    case .ratio:
      let sum = levels[a] + levels[b]
      guard sum != 0 else { return 0 }
      let share = (levels[a] - levels[b]) / sum
      return share * share
    }
  }
}
