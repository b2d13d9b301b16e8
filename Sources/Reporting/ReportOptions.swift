// How to count and what to show. Every choice is in the manifest.

package import Positions

/// Options of `report`, and of the last step of `run`.
package struct ReportOptions: Sendable {
  package enum Values: String, Sendable, CaseIterable { case count, share }
  package enum StanceChoice: String, Sendable, CaseIterable { case any, support, oppose }

  package var rule = CountingRule.each
  package var leavesOutNeutral = false
  /// Statements below this probability are left out.
  package var minimumConfidence = 0.0
  package var values = Values.count
  package var stance = StanceChoice.any
  package var measure = Agreement.Measure.subtract
  package var normalization = Agreement.Normalization.cosine
  package var timeUnit = TimeUnit.year
  /// Years a point of the timeline looks back, itself included.
  package var window = 1
  /// `author`, `SOME-STATES`, classes and `other` enter agreement, dyads and scaling.
  package var includesAll = false
  package var excelSafe = false
  package var byteOrderMark = false
  package var writesPage = true

  package init() {}

  /// The options that bear on what tallies hold: tallies that were counted otherwise can't be used.
  package var counted: String { "min_confidence=\(minimumConfidence)" }

  /// Names and values for the manifest.
  package var described: [(name: String, value: String)] {
    [
      ("once", rule.rawValue), ("neutral", leavesOutNeutral ? "left out" : "counted"),
      ("min_confidence", "\(minimumConfidence)"), ("values", values.rawValue),
      ("stance", stance.rawValue), ("agreement", measure.rawValue),
      ("normalization", normalization.rawValue), ("time", timeUnit.rawValue),
      ("window", "\(window)"), ("all_actors", includesAll ? "yes" : "no"),
      ("excel_safe", excelSafe ? "yes" : "no"), ("bom", byteOrderMark ? "yes" : "no"),
      ("bootstrap_draws", "\(Bootstrap.draws)"), ("joint", "full"),
    ]
  }
}
