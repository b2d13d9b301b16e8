// Whether a probability means what it says.

/// Expected calibration error in ten equal bins (Naeini, Cooper & Hauskrecht 2015): the mean of
/// |accuracy − mean confidence| over bins, weighted by their units.
package struct Calibration: Sendable {
  private var bins = [(count: Int, right: Int, confidence: Double)](
    repeating: (0, 0, 0), count: 10)
  private var count = 0

  package init() {}

  /// - Parameter confidence: probability of the code given, 0…1.
  package mutating func add(confidence: Double, isRight: Bool) {
    // Bins are (0, .1], (.1, .2] … (.9, 1].
    let bin = max(0, min(9, Int((confidence * 10).rounded(.up)) - 1))
    bins[bin].count += 1
    bins[bin].right += isRight ? 1 : 0
    bins[bin].confidence += confidence
    count += 1
  }

  package static func += (a: inout Calibration, b: Calibration) {
    a.count += b.count
    for index in a.bins.indices {
      a.bins[index].count += b.bins[index].count
      a.bins[index].right += b.bins[index].right
      a.bins[index].confidence += b.bins[index].confidence
    }
  }

  /// 0…1; nil without units.
  package var error: Double? {
    guard count > 0 else { return nil }
    return bins.reduce(0.0) { $0 + abs(Double($1.right) - $1.confidence) } / Double(count)
  }
}
