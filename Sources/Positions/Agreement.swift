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
  private typealias Levels = SIMD4<Double>

  /// By actor and issue. Neutral statements count as a level of their own where they are kept.
  private let rows: [[Levels]]
  /// By actor: statements, and the lengths of the vectors of totals and of levels.
  private let totals: [Double]
  private let totalLengths: [Double]
  private let levelLengths: [Double]

  /// - Parameters:
  ///   - rows: by actor, counts by issue.
  ///   - countsNeutral: whether two neutral mentions agree; by default they are left out.
  ///   - unit: what a whole statement counts in `rows`.
  package init(rows: [[StanceCounts]], countsNeutral: Bool = false, unit: Int = 1) {
    self.init(
      levels: rows.map { row in
        row.map {
          Levels(
            Double($0.support), Double($0.oppose), countsNeutral ? Double($0.neutral) : 0, 0)
            / Double(unit)
        }
      })
  }

  private init(levels: [[Levels]]) {
    rows = levels
    totals = levels.map { $0.reduce(0) { $0 + $1.sum() } }
    totalLengths = levels.map { $0.reduce(0) { $0 + $1.sum() * $1.sum() }.squareRoot() }
    levelLengths = levels.map { $0.reduce(0) { $0 + ($1 * $1).sum() }.squareRoot() }
  }

  /// The same for some of the actors.
  package func subset(_ actors: [Int]) -> Agreement { Agreement(levels: actors.map { rows[$0] }) }

  /// Issues on which both have spoken.
  package func sharedIssues(_ a: Int, _ b: Int) -> Int {
    zip(rows[a], rows[b]).count { $0.sum() > 0 && $1.sum() > 0 }
  }

  /// Whole statements; a fraction where joint positions are divided.
  package func statements(of actor: Int) -> Double { totals[actor] }

  /// A measure of a pair; 0 for an actor with itself, and where nothing can be divided by.
  ///
  /// With X the counts by issue j and level k: ignore Σ_j(Σ_k X1)(Σ_k X2), congruence Σ X1jk·X2jk,
  /// conflict Σ X1jk·X2jl for k ≠ l (a neutral level stands half-way: weights 1 − |k − l| / 2),
  /// subtract congruence − conflict. Divided by: average (a + b) / 2 of the totals; jaccard the
  /// counts of one where the other has none, and products where both have some; cosine the product
  /// of the lengths of both vectors, |X1|·|X2|; dna a·b.
  package func value(_ a: Int, _ b: Int, _ measure: Measure, _ normalization: Normalization)
    -> Double
  {
    guard a != b else { return 0 }
    var ignore = 0.0
    var congruence = 0.0
    var union = Levels.zero
    for (x, y) in zip(rows[a], rows[b]) {
      ignore += x.sum() * y.sum()
      let halfway = x[2] * (y[0] + y[1]) + y[2] * (x[0] + x[1])
      congruence += (x * y).sum() + halfway / 2
      if normalization == .jaccard {
        union += (x * y).replacing(with: x + y, where: (x .== 0) .| (y .== 0))
      }
    }
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
      case .average: (totals[a] + totals[b]) / 2
      case .dna: totals[a] * totals[b]
      case .jaccard: union.sum()
      case .cosine:
        measure == .ignore
          ? totalLengths[a] * totalLengths[b] : levelLengths[a] * levelLengths[b]
      }
    return divisor == 0 ? 0 : raw / divisor
  }

  /// An order of actors in which similar ones are neighbours, so that blocs show: average-linkage
  /// clustering (Sokal & Michener 1958) on the subtract measure with the true cosine; leaves of each
  /// merge keep the order that puts the closer ends together.
  package func blocOrder() -> [Int] {
    guard rows.count <= 100 else { return Array(rows.indices) }
    var groups = rows.indices.map { [$0] }
    let likeness = rows.indices.map { a in
      rows.indices.map { value(a, $0, .subtract, .cosine) }
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
