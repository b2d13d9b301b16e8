// Values that several coders gave to the same units, the form that every coefficient starts from.

/// A table coder × unit of category numbers; nil is missing.
package struct ReliabilityData: Sendable {
  /// `values[unit][coder]`.
  package var values: [[Int?]]
  /// Number of categories; values are `0..<categories`.
  package var categories: Int

  package init(values: [[Int?]], categories: Int) {
    self.values = values
    self.categories = categories
  }

  /// Two coders with a value each for every unit.
  package init(pairs: [(Int, Int)], categories: Int) {
    values = pairs.map { [$0.0, $0.1] }
    self.categories = categories
  }
}
