// One holder in one passage as the fitting of opposition sees it.

/// A holder and its signs by the names of weights-stance.tsv.
package struct StanceSample: Sendable {
  package let actor: String
  /// Signs that are not 0.
  package let features: [(name: String, value: Double)]

  /// All names.
  package static let names = StanceSign.allCases.map(\.row)

  init(actor: String, signs: StanceSigns) {
    self.actor = actor
    features = StanceSign.allCases.compactMap {
      signs[$0] == 0 ? nil : ($0.row, signs[$0])
    }
  }
}
