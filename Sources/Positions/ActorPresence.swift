// How an actor's passages divide over the components, with what the intervals of the shares need:
// sums and sums of squares over documents, so that nothing is kept by document.

internal import Tagging

/// The passages in which an actor holds a statement.
package struct ActorPresence: Sendable {
  /// Which passages count: all, those with support, or those with opposition.
  package enum Choice: Int, Sendable, CaseIterable { case any, support, oppose }

  /// Sums over documents, by component.
  private struct Sums: Sendable {
    var passages = SIMD8<Int64>()
    var squares = SIMD8<Double>()
    var products = SIMD8<Double>()
    var documents = 0
    var totalSquares = 0.0
  }
  private var any = Sums()
  private var supporting = Sums()
  private var opposing = Sums()

  private subscript(_ choice: Choice) -> Sums {
    get {
      switch choice {
      case .any: any
      case .support: supporting
      case .oppose: opposing
      }
    }
    set {
      switch choice {
      case .any: any = newValue
      case .support: supporting = newValue
      case .oppose: opposing = newValue
      }
    }
  }

  /// Takes a document's passages of each component.
  mutating func add(_ presences: ArraySlice<DocumentTally.Presence>) {
    for choice in Choice.allCases {
      var counts = SIMD8<Int64>()
      for presence in presences {
        let count =
          switch choice {
          case .any: presence.passages
          case .support: presence.supporting
          case .oppose: presence.opposing
          }
        counts[presence.component.index] += Int64(count)
      }
      let total = Double(counts.wrappedSum())
      guard total > 0 else { continue }
      let values = SIMD8<Double>(counts)
      var sums = self[choice]
      sums.passages &+= counts
      sums.squares += values * values
      sums.products += values * total
      sums.documents += 1
      sums.totalSquares += total * total
      self[choice] = sums
    }
  }

  /// Passages by component, in the order of `Component.allCases`.
  package func passages(_ choice: Choice = .any) -> [Int] {
    Component.allCases.map { Int(self[choice].passages[$0.index]) }
  }

  package func documents(_ choice: Choice = .any) -> Int { self[choice].documents }

  /// The interval of a component's share of the passages; nil below 3 documents. The spread over
  /// documents is that of a ratio of sums in closed form, Σ(x − p·m)² / M², which draws of
  /// documents converge to.
  package func interval(_ component: Int, _ choice: Choice = .any) -> ScoreInterval? {
    let sums = self[choice]
    let total = Double(sums.passages.wrappedSum())
    guard sums.documents >= Bootstrap.minimumDocuments, total > 0 else { return nil }
    return .ratio(
      count: Double(sums.passages[component]), of: total, squares: sums.squares[component],
      products: sums.products[component], totalSquares: sums.totalSquares,
      documents: sums.documents)
  }
}

extension ScoreInterval {
  /// The interval of a ratio of sums over documents, Σx / Σm, from Σx², Σxm and Σm².
  package static func ratio(
    count: Double, of total: Double, squares: Double, products: Double, totalSquares: Double,
    documents: Int
  ) -> ScoreInterval? {
    guard documents >= Bootstrap.minimumDocuments, total > 0 else { return nil }
    let share = count / total
    let residual = squares - 2 * share * products + share * share * totalSquares
    let n = Double(documents)
    let isFlat = residual <= 1e-9 * max(squares, 1)
    return ScoreInterval(
      share: share, variance: isFlat ? 0 : residual / (total * total) * n / (n - 1), documents: n,
      degrees: max(2, total * total / totalSquares - 1))
  }
}
