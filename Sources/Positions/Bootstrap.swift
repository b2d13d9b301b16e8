// How sure a net position is: documents are drawn, not statements, since the sentences of one
// document are not independent of each other.

internal import Glibc

/// Intervals at 95 %.
package struct Bootstrap: Sendable {
  package static let draws = 1000
  /// Fewer documents give no interval.
  package static let minimumDocuments = 3

  package struct Interval: Sendable, Equatable {
    package var low: Double
    package var high: Double
  }
  private var state: UInt64

  /// - Parameter seed: text that names the cell, so that an interval does not depend on the others.
  package init(seed: String) {
    state = 0xCBF2_9CE4_8422_2325
    for byte in seed.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// SplitMix64 (Steele, Lea & Flood 2014).
  @inline(__always)
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number in `0..<bound`, by multiplication (Lemire 2019, without the rejection step:
  /// the bias is below 2⁻³² for the sizes here).
  @inline(__always)
  package mutating func index(below bound: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(bound)) >> 32)
  }

  /// The interval of the net position of `clusters`, one per document; nil below 3 documents.
  ///
  /// Percentiles of 1,000 draws of documents, expanded for small samples: the points are
  /// Φ(−√(n/(n−1))·t) instead of 2.5 % (Hesterberg 2015, The American Statistician 69(4), 371–386,
  /// section 3.5), t with n − 2 degrees, since a net position is a ratio of two sums. Where all documents agree, draws can't differ, and the interval is Wilson's for
  /// a share seen in n documents (Wilson 1927, JASA 22, 209–212), mapped from 0…1 to −1…1: three
  /// documents, all for, give −0.12…1.
  package mutating func net(_ clusters: [StanceCounts]) -> Interval? {
    let count = clusters.count
    guard count >= Self.minimumDocuments else { return nil }
    let sums = clusters.map { (difference: $0.support - $0.oppose, total: $0.total) }
    let first = sums[0]
    if sums.allSatisfy({ $0.difference * first.total == first.difference * $0.total }) {
      return Self.wilson(net: Double(first.difference) / Double(first.total), count: count)
    }
    var values: [Double] = []
    values.reserveCapacity(Self.draws)
    sums.withUnsafeBufferPointer { sums in
      for _ in 0..<Self.draws {
        var difference = 0
        var total = 0
        for _ in 0..<count {
          let drawn = sums[index(below: count)]
          difference &+= drawn.difference
          total &+= drawn.total
        }
        values.append(Double(difference) / Double(total))
      }
    }
    return Self.expanded(values, count: count)
  }

  /// The interval of the difference of two net positions. `clusters` pairs the counts of both in
  /// each document of either, so that a document that both are in is drawn for both.
  package mutating func gap(_ clusters: [(StanceCounts, StanceCounts)]) -> Interval? {
    let count = clusters.count
    guard count >= Self.minimumDocuments else { return nil }
    let sums = clusters.map { one, other in
      SIMD4(
        Int32(truncatingIfNeeded: one.support - one.oppose),
        Int32(truncatingIfNeeded: one.total),
        Int32(truncatingIfNeeded: other.support - other.oppose),
        Int32(truncatingIfNeeded: other.total))
    }
    // Where the documents of each agree among themselves, every draw has the same gap.
    if let a = Self.constant(sums.map { (Int($0.x), Int($0.y)) }),
      let b = Self.constant(sums.map { (Int($0.z), Int($0.w)) })
    {
      return Interval(low: a - b, high: a - b)
    }
    var values: [Double] = []
    values.reserveCapacity(Self.draws)
    sums.withUnsafeBufferPointer { sums in
      for _ in 0..<Self.draws {
        var sum = SIMD4<Int32>.zero
        for _ in 0..<count { sum &+= sums[index(below: count)] }
        guard sum.y > 0, sum.w > 0 else { continue }
        values.append(Double(sum.x) / Double(sum.y) - Double(sum.z) / Double(sum.w))
      }
    }
    guard values.count * 2 > Self.draws else { return nil }
    return Self.expanded(values, count: count)
  }

  /// The net position of all documents, if it is the same in each that has statements.
  private static func constant(_ sums: [(Int, Int)]) -> Double? {
    guard let first = sums.first(where: { $0.1 > 0 }),
      sums.allSatisfy({ $0.0 * first.1 == first.0 * $0.1 })
    else { return nil }
    return Double(first.0) / Double(first.1)
  }

  private static func expanded(_ values: [Double], count: Int) -> Interval {
    let n = Double(count)
    let share = normal(-(n / (n - 1)).squareRoot() * student(degrees: max(2, n - 2)))
    let at = min(values.count / 2, Int(share * Double(values.count)))
    return Interval(low: ranked(values, at), high: -ranked(values.map { -$0 }, at))
  }

  /// The value with `rank` values below it. Only the lowest ones are kept in order: a few dozen of
  /// a thousand, which is much less work than to sort them all.
  static func ranked(_ values: [Double], _ rank: Int) -> Double {
    var lowest = Array(repeating: Double.infinity, count: rank + 1)
    lowest.withUnsafeMutableBufferPointer { lowest in
      for value in values where value < lowest[rank] {
        var place = rank
        while place > 0, lowest[place - 1] > value {
          lowest[place] = lowest[place - 1]
          place -= 1
        }
        lowest[place] = value
      }
    }
    return lowest[rank]
  }

  /// Wilson's score interval for the share `(1 + net) / 2` seen in `count` documents.
  static func wilson(net: Double, count: Int) -> Interval {
    let z2 = 1.959_964 * 1.959_964
    let n = Double(count)
    let share = (1 + net) / 2
    let center = (share + z2 / (2 * n)) / (1 + z2 / n)
    let half = (z2 * (share * (1 - share) / n + z2 / (4 * n * n))).squareRoot() / (1 + z2 / n)
    return Interval(low: max(-1, 2 * (center - half) - 1), high: min(1, 2 * (center + half) - 1))
  }

  private static func normal(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

  /// The 97.5 % point of Student's t, by Abramowitz & Stegun 26.7.5; exact values below 4 degrees.
  static func student(degrees v: Double) -> Double {
    if v == 2 { return 4.302_653 }
    if v == 3 { return 3.182_446 }
    let z = 1.959_964
    let z3 = z * z * z
    let z5 = z3 * z * z
    let z7 = z5 * z * z
    return z + (z3 + z) / (4 * v) + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v)
      + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v)
  }
}
