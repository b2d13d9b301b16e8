// Intervals that respect that sentences of one document are alike: whole documents are drawn.

/// Percentile intervals from a bootstrap over documents.
package struct ClusterBootstrap: Sendable {
  private var random: SplitMix64

  /// - Parameter seed: the same seed gives the same draws on every machine.
  package init(seed: UInt64 = 20_15) { random = SplitMix64(seed: seed) }

  /// The 2.5 % and 97.5 % points of `statistic` over `rounds` draws of `clusters` with replacement.
  ///
  /// - Returns: nil for fewer than three clusters or where the statistic is undefined too often.
  package mutating func interval(
    clusters: Int, rounds: Int = 1000, _ statistic: ([Int]) -> Double?
  ) -> (low: Double, high: Double)? {
    guard clusters >= 3 else { return nil }
    var values: [Double] = []
    for _ in 0..<rounds {
      let draw = (0..<clusters).map { _ in Int(random.next() % UInt64(clusters)) }
      if let value = statistic(draw) { values.append(value) }
    }
    guard values.count * 2 > rounds else { return nil }
    values.sort()
    let at = { (share: Double) in values[min(values.count - 1, Int(share * Double(values.count)))] }
    return (at(0.025), at(0.975))
  }
}
