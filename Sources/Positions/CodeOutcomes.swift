// What may be left of a document's statements if each is kept with the probability of its code: all
// outcomes with their probabilities, so that a draw is one random number.

internal import Glibc

/// Outcomes of some documents.
struct CodeOutcomes {
  struct Outcome {
    /// The largest 32-bit number that gives this outcome, if it gives none before.
    var bound: UInt32
    /// Support less opposition, and all that is left.
    var difference: Double
    var total: Double
  }
  private(set) var outcomes: [Outcome] = []
  /// Where the outcomes of each document start.
  private(set) var starts: [Int] = []

  /// More outcomes of a document are not worth the table.
  private static let largest = 64

  /// Nil where a document has too many.
  init?(_ clusters: [Cluster]) {
    for cluster in clusters {
      let support = Self.kept(cluster.counts.support, cluster.confidence.support, cluster.unit)
      let oppose = Self.kept(cluster.counts.oppose, cluster.confidence.oppose, cluster.unit)
      let neutral = Self.kept(cluster.counts.neutral, cluster.confidence.neutral, cluster.unit)
      guard support.count * oppose.count * neutral.count <= Self.largest else { return nil }
      starts.append(outcomes.count)
      // Likely outcomes first: most statements are kept.
      var sum = 0.0
      for (s, one) in support.reversed() {
        for (o, two) in oppose.reversed() {
          for (n, three) in neutral.reversed() {
            sum += one * two * three
            let bound = UInt32(max(0, min(Double(UInt32.max), sum * 4_294_967_296 - 1)))
            outcomes.append(Outcome(bound: bound, difference: s - o, total: s + o + n))
          }
        }
      }
      outcomes[outcomes.count - 1].bound = .max
    }
  }

  /// How much of `count` may be left, from none to all, each with its binomial probability.
  private static func kept(
    _ count: Int, _ probability: Double, _ unit: Int
  ) -> [(left: Double, probability: Double)] {
    guard count > 0 else { return [(0, 1)] }
    guard probability < 1 else { return [(Double(count), 1)] }
    let trials = max(1, (count + unit / 2) / unit)
    guard trials < largest, probability > 0 else {
      return probability > 0 ? Array(repeating: (0, 0), count: largest + 1) : [(0, 1)]
    }
    let weight = Double(count) / Double(trials)
    var chance = pow(1 - probability, Double(trials))
    return (0...trials).map { left in
      defer {
        chance *= Double(trials - left) / Double(left + 1) * probability / (1 - probability)
      }
      return (weight * Double(left), chance)
    }
  }
}
