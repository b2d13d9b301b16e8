// What the cube keeps of a document besides its cells.

/// A document in the cube.
package struct CountedDocument: Sendable {
  package var doc: String
  package var title: String?
  package var date: String?
  package var issuer: String?
  package var genre: String?
  package var lang: String?
  package var source: String?
  /// The forum that most of its passages name, `none` where none is named.
  package var venue: String
  package var passages: Int
  package var statements: Int
  package var withStatements: Int
  package var unsure: Int
  package var components: [Int]
}

extension CountedDocument {
  init(_ tally: DocumentTally) {
    doc = tally.doc
    title = tally.title
    date = tally.date
    issuer = tally.issuer
    genre = tally.genre
    lang = tally.lang
    source = tally.source
    let best = tally.venues.max {
      ($0.value, $1.key.asBytes) < ($1.value, $0.key.asBytes)
    }
    venue = best?.key ?? "none"
    passages = tally.passages
    statements = tally.statements
    withStatements = tally.withStatements
    unsure = tally.unsure
    components = tally.components
  }
}
