// How to count and what to show. Every choice is in the manifest.

package import Positions
package import Tagging

/// Options of `report`, and of the last step of `run`.
package struct ReportOptions: Sendable {
  package enum Values: String, Sendable, CaseIterable { case count, share }
  package enum StanceChoice: String, Sendable, CaseIterable { case any, support, oppose }
  package enum JointRule: String, Sendable, CaseIterable { case full, divided }
  package enum IssueLevel: String, Sendable, CaseIterable { case upper, lower }
  package enum ReuseRule: String, Sendable, CaseIterable { case each, once }

  package var rule = CountingRule.each
  package var leavesOutNeutral = false
  /// Statements below this probability are left out.
  package var minimumConfidence = 0.0
  /// Whether a joint position counts whole for each of its holders.
  package var joint = JointRule.full
  /// Whether a sentence that documents take over from each other counts again.
  package var reuse = ReuseRule.each
  package var issueLevel = IssueLevel.upper
  package var uncertainty = Bootstrap.Uncertainty.documents
  package var values = Values.count
  package var stance = StanceChoice.any
  package var measure = Agreement.Measure.subtract
  package var normalization = Agreement.Normalization.cosine
  /// Whether two neutral mentions of an issue make actors agree.
  package var countsNeutral = false
  package var timeUnit = TimeUnit.year
  /// Periods a point of the timeline looks back, itself included.
  package var window = 1
  /// Two stretches of time to compare in change.csv.
  package var change: TimeChange?
  /// A column of actors.tsv, or `members`: positions_by_….csv.
  package var groupBy: String?
  /// What documents are told apart by: positions_by_….csv.
  package var documentsBy: String?
  /// SHA-256 of the file with further columns, or empty.
  package var attributes = ""
  /// dyads.csv has the pairs of so many actors, those that speak in most documents; nil: of all.
  package var dyadActors: Int? = 30
  /// `author`, `SOME-STATES`, classes and `other` enter agreement, dyads and scaling.
  package var includesAll = false
  package var excelSafe = false
  package var byteOrderMark = false
  package var writesPage = true

  package init() {}

  /// What a document adds, by these options.
  package func tally(_ document: CodedDocument) -> DocumentTally {
    DocumentTally(document, minimum: minimumConfidence, dividesJoint: joint == .divided)
  }

  /// The options that bear on what tallies hold: tallies that were counted otherwise can't be used.
  package var counted: String { "min_confidence=\(minimumConfidence) joint=\(joint.rawValue)" }

  /// Names and values for the manifest.
  package var described: [(name: String, value: String)] {
    [
      ("once", rule.rawValue), ("neutral", leavesOutNeutral ? "left out" : "counted"),
      ("min_confidence", "\(minimumConfidence)"), ("joint", joint.rawValue),
      ("reuse", reuse.rawValue), ("issues", issueLevel.rawValue),
      ("uncertainty", uncertainty.rawValue), ("bootstrap_draws", "\(Bootstrap.draws)"),
      ("values", values.rawValue), ("stance", stance.rawValue), ("agreement", measure.rawValue),
      ("normalization", normalization.rawValue),
      ("neutral_agreement", countsNeutral ? "yes" : "no"), ("period", timeUnit.rawValue),
      ("window", "\(window)"), ("change", change?.description ?? ""),
      ("group_by", groupBy ?? ""), ("documents_by", documentsBy ?? ""), ("attributes", attributes),
      ("dyads", dyadActors.map { "\($0)" } ?? "all"), ("all_actors", includesAll ? "yes" : "no"),
      ("excel_safe", excelSafe ? "yes" : "no"),
      ("bom", byteOrderMark ? "yes" : "no"),
    ]
  }
}

/// Two stretches of time, as in `2010-2015,2016-2021`.
package struct TimeChange: Sendable, CustomStringConvertible {
  package var before: TimeSpan
  package var after: TimeSpan
  package let description: String

  package init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let before = TimeSpan(parts[0]), let after = TimeSpan(parts[1]) else {
      return nil
    }
    self.before = before
    self.after = after
    description = text
  }
}

/// What documents can be told apart by.
package enum DocumentKind: String, Sendable, CaseIterable {
  case genre, venue, issuer, lang, source

  func value(of document: CountedDocument) -> String? {
    switch self {
    case .genre: document.genre
    case .venue: document.venue
    case .issuer: document.issuer
    case .lang: document.lang
    case .source: document.source
    }
  }
}
