// How often a position was taken, for and against; every share is computed from these at the end.

package import Tagging

/// Statements by stance.
package struct StanceCounts: Sendable, Equatable {
  package var support: Int
  package var oppose: Int
  package var neutral: Int

  package init(support: Int = 0, oppose: Int = 0, neutral: Int = 0) {
    self.support = support
    self.oppose = oppose
    self.neutral = neutral
  }

  package var total: Int { support + oppose + neutral }

  /// `(support − oppose) / (support + oppose + neutral)`, −1…1; nil is silence.
  package var net: Double? {
    total == 0 ? nil : Double(support - oppose) / Double(total)
  }

  package subscript(_ stance: Stance) -> Int {
    get {
      switch stance {
      case .support: support
      case .oppose: oppose
      case .neutral: neutral
      }
    }
    set {
      switch stance {
      case .support: support = newValue
      case .oppose: oppose = newValue
      case .neutral: neutral = newValue
      }
    }
  }

  package static func + (a: StanceCounts, b: StanceCounts) -> StanceCounts {
    StanceCounts(
      support: a.support + b.support, oppose: a.oppose + b.oppose, neutral: a.neutral + b.neutral)
  }

  package static func += (a: inout StanceCounts, b: StanceCounts) { a = a + b }

  /// Whole statements, rounded; `unit` is what a whole statement counts.
  package func whole(unit: Int) -> StanceCounts {
    unit == 1
      ? self
      : StanceCounts(
        support: (support + unit / 2) / unit, oppose: (oppose + unit / 2) / unit,
        neutral: (neutral + unit / 2) / unit)
  }

  /// Each stance at most once; `unit` is what a whole statement counts.
  package func clamped(unit: Int = 1) -> StanceCounts {
    StanceCounts(
      support: min(unit, support), oppose: min(unit, oppose), neutral: min(unit, neutral))
  }
}
