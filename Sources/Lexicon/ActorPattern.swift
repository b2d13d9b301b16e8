// Names that are built from others ("the Ministry of Foreign Affairs of {name}"): composed when a
// document is read, not multiplied out, which would cost every start.

/// One row of patterns.tsv.
package struct ActorPattern: Sendable, Equatable {
  /// `government`, `ministry`, `head`, `delegation` …
  package var role: String
  /// The slot takes a name; otherwise an adjective.
  package var isName: Bool
  /// Folded words before and after the slot.
  package var before: [String]
  package var after: [String]
}
