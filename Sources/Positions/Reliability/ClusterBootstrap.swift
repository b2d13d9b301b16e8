// Intervals that respect that sentences of one document are alike: whole documents are drawn.

/// Percentile intervals from a bootstrap over documents.
package struct ClusterBootstrap: Sendable {
  private var state: UInt64

  /// - Parameter seed: the same seed gives the same draws on every machine.
  package init(seed: UInt64 = 20_15) { state = seed }

  /// SplitMix64 (Steele, Lea & Flood 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The 2.5 % and 97.5 % points of `statistic` over `rounds` draws of `clusters` with replacement.
  ///
  /// - Returns: nil for fewer than three clusters or where the statistic is undefined too often.
  package mutating func interval(
    clusters: Int, rounds: Int = 1000, _ statistic: ([Int]) -> Double?
  ) -> (low: Double, high: Double)? {
    guard clusters >= 3 else { return nil }
    var values: [Double] = []
    for _ in 0..<rounds {
      let draw = (0..<clusters).map { _ in Int(next() % UInt64(clusters)) }
      if let value = statistic(draw) { values.append(value) }
    }
    guard values.count * 2 > rounds else { return nil }
    values.sort()
    let at = { (share: Double) in values[min(values.count - 1, Int(share * Double(values.count)))] }
    return (at(0.025), at(0.975))
  }
}
