// A document as a whole: what is known of it and the counts that are not by actor.

internal import Tagging

/// What tally and cube know of a document besides its cells.
package struct CountedDocument: Sendable, Equatable {
  package var doc: String
  package var title: String?
  package var date: String?
  package var issuer: String?
  package var genre: String?
  package var lang: String?
  package var source: String?
  /// The forum that most of its passages name, `none` where none is named. The cube takes it from
  /// the tally's venues when all of them are known.
  package var venue = "none"
  package var passages = 0
  package var statements = 0
  package var withStatements = 0
  /// Passages whose component has a probability below 0.5.
  package var unsure = 0
  /// Passages by component, in the order of `Component.allCases`.
  package var components = Array(repeating: 0, count: Component.allCases.count)
}
