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
  /// By actor and issue. Neutral statements count as a level of their own where they are kept.
  private let rows: [[StanceCounts]]

  /// - Parameters:
  ///   - rows: by actor, counts by issue.
  ///   - countsNeutral: whether two neutral mentions agree; by default they are left out.
  package init(rows: [[StanceCounts]], countsNeutral: Bool = false) {
    self.rows =
      countsNeutral
      ? rows
      : rows.map { row in
        row.map { StanceCounts(support: $0.support, oppose: $0.oppose) }
      }
  }

  private init(kept rows: [[StanceCounts]]) { self.rows = rows }

  /// The same for some of the actors.
  package func subset(_ actors: [Int]) -> Agreement { Agreement(kept: actors.map { rows[$0] }) }

  /// Issues on which both have spoken.
  package func sharedIssues(_ a: Int, _ b: Int) -> Int {
    zip(rows[a], rows[b]).count { $0.total > 0 && $1.total > 0 }
  }

  package func statements(of actor: Int) -> Int { rows[actor].reduce(0) { $0 + $1.total } }

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
    var conflict = 0.0
    for (x, y) in zip(rows[a], rows[b]) {
      ignore += Double(x.total * y.total)
      let same = x.support * y.support + x.oppose * y.oppose + x.neutral * y.neutral
      let opposite = x.support * y.oppose + x.oppose * y.support
      let halfway =
        x.neutral * (y.support + y.oppose) + y.neutral * (x.support + x.oppose)
      congruence += Double(same) + Double(halfway) / 2
      conflict += Double(opposite) + Double(halfway) / 2
    }
    let raw =
      switch measure {
      case .ignore: ignore
      case .congruence: congruence
      case .conflict: conflict
      case .subtract: congruence - conflict
      }
    let divisor = divisor(a, b, measure, normalization)
    return divisor == 0 ? 0 : raw / divisor
  }

  private func divisor(
    _ a: Int, _ b: Int, _ measure: Measure, _ normalization: Normalization
  ) -> Double {
    switch normalization {
    case .none: return 1
    case .average: return Double(statements(of: a) + statements(of: b)) / 2
    case .dna: return Double(statements(of: a) * statements(of: b))
    case .jaccard:
      var sum = 0
      for (x, y) in zip(rows[a], rows[b]) {
        for level in [\StanceCounts.support, \.oppose, \.neutral] {
          let (one, other) = (x[keyPath: level], y[keyPath: level])
          sum += one == 0 ? other : other == 0 ? one : one * other
        }
      }
      return Double(sum)
    case .cosine:
      func length(_ row: [StanceCounts]) -> Double {
        row.reduce(0.0) { sum, x in
          let square =
            measure == .ignore
            ? x.total * x.total
            : x.support * x.support + x.oppose * x.oppose + x.neutral * x.neutral
          return sum + Double(square)
        }.squareRoot()
      }
      return length(rows[a]) * length(rows[b])
    }
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
