// Who is with whom: pairs of actors over their statements, with the arithmetic of Discourse
// Network Analyzer (Leifeld 2013) and with a cosine that is one.

/// Statements of actors by issue and level, and measures of pairs.
package struct Agreement: Sendable {
  package enum Measure: String, Sendable, CaseIterable {
    case ignore, congruence, conflict, subtract
  }
  package enum Normalization: String, Sendable, CaseIterable {
    case none, average, jaccard, cosine
    /// DNA's own "cosine": the product of both totals.
    case dna
  }
  /// Support, opposition and neutral mentions on an issue, in whole statements.
  fileprivate typealias Levels = SIMD4<Double>

  /// By actor and issue, one row after the other. Neutral statements count as a level of their own
  /// where they are kept.
  private let levels: [Levels]
  /// Sums over the levels.
  private let sums: [Double]
  private let width: Int
  private let count: Int
  /// By actor: statements, and the lengths of the vectors of totals and of levels.
  private let totals: [Double]
  private let totalLengths: [Double]
  private let levelLengths: [Double]
  /// Of every actor with those after it.
  private var pairs: [Pair] = []

  /// - Parameters:
  ///   - rows: by actor, counts by issue.
  ///   - countsNeutral: whether two neutral mentions agree; by default they are left out.
  ///   - unit: what a whole statement counts in `rows`.
  package init(rows: [[StanceCounts]], countsNeutral: Bool = false, unit: Int = 1) {
    self.init(
      rows: rows.map { row in
        row.map {
          Levels(
            Double($0.support), Double($0.oppose), countsNeutral ? Double($0.neutral) : 0, 0)
            / Double(unit)
        }
      })
  }

  private init(rows: [[Levels]]) {
    levels = rows.flatMap { $0 }
    sums = levels.map { $0.sum() }
    width = rows.first?.count ?? 0
    count = rows.count
    totals = rows.map { $0.reduce(0) { $0 + $1.sum() } }
    totalLengths = rows.map { $0.reduce(0) { $0 + $1.sum() * $1.sum() }.squareRoot() }
    levelLengths = rows.map { $0.reduce(0) { $0 + ($1 * $1).sum() }.squareRoot() }
    pairs.reserveCapacity(count * (count - 1) / 2)
    for a in 0..<count { for b in (a + 1)..<max(count, a + 1) { pairs.append(makePair(a, b)) } }
  }

  /// The same for some of the actors.
  package func subset(_ actors: [Int]) -> Agreement {
    Agreement(rows: actors.map { Array(levels[$0 * width..<($0 + 1) * width]) })
  }

  /// Two actors: what all measures are made from.
  package struct Pair: Sendable {
    /// Issues on which both have spoken.
    package fileprivate(set) var sharedIssues = 0
    fileprivate var ignore = 0.0
    fileprivate var congruence = 0.0
    fileprivate var union = 0.0
    fileprivate var totals = (0.0, 0.0)
    fileprivate var totalLengths = 0.0
    fileprivate var levelLengths = 0.0

    /// A measure; 0 where nothing can be divided by.
    ///
    /// With X the counts by issue j and level k: ignore Σ_j(Σ_k X1)(Σ_k X2), congruence Σ X1jk·X2jk,
    /// conflict Σ X1jk·X2jl for k ≠ l (a neutral level stands half-way: weights 1 − |k − l| / 2),
    /// subtract congruence − conflict. Divided by: average (a + b) / 2 of the totals; jaccard the
    /// counts of one where the other has none, and products where both have some; cosine the
    /// product of the lengths of both vectors, |X1|·|X2|; dna a·b.
    package func value(_ measure: Measure, _ normalization: Normalization) -> Double {
      // Every product of two statements is either congruent or in conflict.
      let conflict = ignore - congruence
      let raw =
        switch measure {
        case .ignore: ignore
        case .congruence: congruence
        case .conflict: conflict
        case .subtract: congruence - conflict
        }
      let divisor =
        switch normalization {
        case .none: 1.0
        case .average: (totals.0 + totals.1) / 2
        case .dna: totals.0 * totals.1
        case .jaccard: union
        case .cosine: measure == .ignore ? totalLengths : levelLengths
        }
      return divisor == 0 ? 0 : raw / divisor
    }
  }

  /// Two actors of whom each is another.
  package func pair(_ a: Int, _ b: Int) -> Pair {
    let (low, high) = (min(a, b), max(a, b))
    return pairs[low * count - low * (low + 1) / 2 + high - low - 1]
  }

  private func makePair(_ a: Int, _ b: Int) -> Pair {
    var pair = Pair()
    var union = Levels.zero
    for issue in 0..<width {
      let (one, other) = (sums[a * width + issue], sums[b * width + issue])
      // Where both are silent, as in most places, nothing is added.
      if one == 0 && other == 0 { continue }
      let (x, y) = (levels[a * width + issue], levels[b * width + issue])
      if one > 0 && other > 0 { pair.sharedIssues += 1 }
      let product = x * y
      pair.ignore += one * other
      let halfway = x[2] * (y[0] + y[1]) + y[2] * (x[0] + x[1])
      pair.congruence += product.sum() + halfway / 2
      union += product.replacing(with: x + y, where: (x .== 0) .| (y .== 0))
    }
    pair.union = union.sum()
    pair.totals = (totals[a], totals[b])
    pair.totalLengths = totalLengths[a] * totalLengths[b]
    pair.levelLengths = levelLengths[a] * levelLengths[b]
    return pair
  }

  /// Whole statements; a fraction where joint positions are divided.
  package func statements(of actor: Int) -> Double { totals[actor] }

  /// A measure of a pair (`Pair.value`); 0 for an actor with itself.
  package func value(_ a: Int, _ b: Int, _ measure: Measure, _ normalization: Normalization)
    -> Double
  {
    a == b ? 0 : pair(a, b).value(measure, normalization)
  }

  /// An order of actors in which similar ones are neighbours, so that blocs show: average-linkage
  /// clustering (Sokal & Michener 1958) on the subtract measure with the true cosine; leaves of each
  /// merge keep the order that puts the closer ends together.
  package func blocOrder() -> [Int] {
    guard count <= 100 else { return Array(0..<count) }
    var groups = (0..<count).map { [$0] }
    let likeness = (0..<count).map { a in
      (0..<count).map { value(a, $0, .subtract, .cosine) }
    }
    func mean(_ x: [Int], _ y: [Int]) -> Double {
      var sum = 0.0
      for i in x { for j in y { sum += likeness[i][j] } }
      return sum / Double(x.count * y.count)
    }
    while groups.count > 1 {
      var best = (0, 1, -Double.infinity)
      for i in groups.indices {
        for j in groups.indices where j > i {
          let value = mean(groups[i], groups[j])
          if value > best.2 { best = (i, j, value) }
        }
      }
      let (i, j, _) = best
      groups[i] += groups[j]
      groups.remove(at: j)
    }
    return groups.first ?? []
  }
}
