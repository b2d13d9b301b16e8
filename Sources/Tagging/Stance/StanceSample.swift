// One holder in one passage as the fitting of opposition sees it.

/// A holder and its signs by the names of weights-stance.tsv.
package struct StanceSample: Sendable {
  package let actor: String
  /// Signs that are not 0.
  package let features: [(name: String, value: Double)]

  /// All names of signs in texts that speak for somebody.
  package static let names = StanceSign.allCases.map(\.row)

  /// Of a text that tells what others hold: its words are features too.
  package let isTold: Bool

  /// What the names of its features begin with, by the kind of text.
  package var kind: String { (isTold ? OppositionModel.Rows.told : .own).rawValue }

  /// The stem of a feature that is a word; nil for a sign.
  package func word(_ feature: String) -> Substring? {
    let prefix = kind + OppositionModel.word
    return feature.hasPrefix(prefix) ? feature.dropFirst(prefix.count) : nil
  }

  /// - Parameter words: stems of the passage; empty but in texts that tell what others hold.
  init(actor: String, signs: StanceSigns, isTold: Bool, words: Set<String>) {
    self.actor = actor
    self.isTold = isTold
    let prefix = (isTold ? OppositionModel.Rows.told : .own).rawValue
    features =
      StanceSign.allCases.compactMap { signs[$0] == 0 ? nil : (prefix + $0.name, signs[$0]) }
      + words.sorted().map { (prefix + OppositionModel.word + $0, 1) }
  }
}
