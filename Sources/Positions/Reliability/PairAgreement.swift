// Coefficients for two coders: accuracy, Cohen's kappa, Gwet's AC1, and F1 of each category.

/// Agreement of a coder with a reference on the same units.
package struct PairAgreement: Sendable {
  /// `confusion[reference][coded]`, counts.
  package private(set) var confusion: [[Int]]
  package private(set) var count = 0

  package init(categories: Int) {
    confusion = Array(repeating: Array(repeating: 0, count: categories), count: categories)
  }

  package init(pairs: [(Int, Int)], categories: Int) {
    self.init(categories: categories)
    for pair in pairs { add(reference: pair.0, coded: pair.1) }
  }

  package mutating func add(reference: Int, coded: Int) {
    confusion[reference][coded] += 1
    count += 1
  }

  package static func += (a: inout PairAgreement, b: PairAgreement) {
    a.count += b.count
    for row in a.confusion.indices {
      for column in a.confusion[row].indices {
        a.confusion[row][column] += b.confusion[row][column]
      }
    }
  }

  private var size: Int { confusion.count }
  private func row(_ index: Int) -> Double { Double(confusion[index].reduce(0, +)) }
  private func column(_ index: Int) -> Double {
    Double(confusion.reduce(0) { $0 + $1[index] })
  }

  /// Share of units with the same value, 0…1; 0 without units.
  package var accuracy: Double {
    count == 0 ? 0 : Double((0..<size).reduce(0) { $0 + confusion[$1][$1] }) / Double(count)
  }

  /// Cohen (1960): (po − pe) / (1 − pe), pe from both coders' own margins; 1 where pe is 1.
  package var kappa: Double {
    guard count > 0 else { return 0 }
    let n = Double(count)
    let expected = (0..<size).reduce(0.0) { $0 + row($1) * column($1) } / (n * n)
    return expected < 1 ? (accuracy - expected) / (1 - expected) : 1
  }

  /// Gwet (2008): pe = Σ π (1 − π) / (Q − 1), π the mean share of a category over both coders.
  package var ac1: Double {
    guard count > 0, size > 1 else { return 0 }
    let n = Double(count)
    let expected =
      (0..<size).reduce(0.0) { sum, index in
        let share = (row(index) + column(index)) / (2 * n)
        return sum + share * (1 - share)
      } / Double(size - 1)
    return expected < 1 ? (accuracy - expected) / (1 - expected) : 1
  }

  /// Nominal alpha of the two coders.
  package var alpha: Double? {
    guard count > 0 else { return nil }
    let total = Double(2 * count)
    let observed = (1 - accuracy)
    let expected =
      1
      - (0..<size).reduce(0.0) { sum, index in
        let both = row(index) + column(index)
        return sum + both * (both - 1)
      } / (total * (total - 1))
    return expected > 0 ? 1 - observed / expected : nil
  }

  /// 2 tp / (reference + coded) of a category; nil where neither has it.
  package func f1(_ category: Int) -> Double? {
    let sum = row(category) + column(category)
    return sum > 0 ? 2 * Double(confusion[category][category]) / sum : nil
  }

  /// Whether the reference has the category at all.
  package func isInReference(_ category: Int) -> Bool { row(category) > 0 }

  /// Mean F1 over the categories that the reference has.
  package var macroF1: Double {
    let present = (0..<size).filter(isInReference)
    guard !present.isEmpty else { return 0 }
    return present.reduce(0.0) { $0 + (f1($1) ?? 0) } / Double(present.count)
  }
}
