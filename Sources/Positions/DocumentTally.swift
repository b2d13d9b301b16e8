// What a document adds to the matrices: integer counts by actor, issue and component. Tallies are
// made in the workers, kept for resume and merge, and are all that most tables are made from.

package import Tagging

/// The counts of one document.
package struct DocumentTally: Sendable, Equatable {
  /// Statements of one actor on one issue in passages of one component. A sub-issue has a cell of
  /// its own and is counted in the cell of its parent, once a passage and stance.
  package struct Cell: Sendable, Equatable {
    package var actor: String
    package var issue: String
    package var component: Component
    package var counts = StanceCounts()
    /// Sums of the statements' probabilities in thousandths, weighted as in `counts`.
    package var confidence = StanceCounts()
    package var passages = 0
    /// Statements that rest on the document's issuer alone, weighted as in `counts`.
    package var fromIssuer = 0
    package var joint = 0
    /// Bit n: the n-th case of `Path` and of `Mechanism` was named.
    package var paths = 0
    package var mechanisms = 0
  }
  /// Passages of a component in which an actor holds a statement, whatever the issue.
  package struct Presence: Sendable, Equatable {
    package var actor: String
    package var component: Component
    package var passages = 0
    package var supporting = 0
    package var opposing = 0
  }
  /// Two actors in one passage on one issue.
  package struct Pair: Sendable, Equatable {
    package var first: String
    package var second: String
    package var issue: String
    /// Passages that give both the same position jointly.
    package var joint = 0
    /// Passages that say that their views differ: both neutral, or one for and one against.
    package var apart = 0
  }
  package var document: CountedDocument
  /// Who said whose it is (a `MetadataSource`); nil after reading coded passages.
  package var issuerSource: String?
  /// Forums named, with the passages that name them.
  package var venues: [String: Int] = [:]
  package var mentioned: [String] = []
  package var cells: [Cell] = []
  package var presences: [Presence] = []
  package var pairs: [Pair] = []

  /// What a whole statement counts where joint ones are divided among their holders: 840 can be
  /// divided by 1 to 8.
  package static let divided = 840

  /// The forum that most passages name, `none` where none is named.
  var venue: String {
    let most = venues.max { ($0.value, $1.key.asBytes) < ($1.value, $0.key.asBytes) }
    return most?.key ?? "none"
  }

  package init(doc: String) { document = CountedDocument(doc: doc) }

  /// - Parameters:
  ///   - minimum: statements below this probability are left out.
  ///   - dividesJoint: a joint position counts 1/k for each of its k holders; all counts are then in
  ///     units of `divided`.
  package init(_ coded: CodedDocument, minimum: Double = 0, dividesJoint: Bool = false) {
    self.init(doc: coded.doc)
    document.title = coded.title
    document.date = coded.date
    document.issuer = coded.issuer
    document.genre = coded.genre
    document.lang = coded.lang
    document.source = coded.source
    mentioned = coded.mentionedActors
    document.passages = coded.passages.count
    var counter = TallyCounter(minimum: minimum, dividesJoint: dividesJoint)
    for index in coded.passages.indices {
      document.components[coded.passages[index].component.index] += 1
      if coded.passages[index].confidence < 0.5 { document.unsure += 1 }
      if coded.passages[index].venue != "none" {
        venues[coded.passages[index].venue, default: 0] += 1
      }
      let held = counter.count(
        coded.passages[index].statements, in: coded.passages[index].component,
        coded.passages[index].path, coded.passages[index].mechanism)
      guard held > 0 else { continue }
      document.withStatements += 1
      document.statements += held
    }
    counter.finish(into: &self)
  }
}

/// A string in the order of its bytes, the same in every locale.
package struct ByteOrder: Comparable {
  let string: String
  package static func < (a: ByteOrder, b: ByteOrder) -> Bool {
    let fast = a.string.utf8.withContiguousStorageIfAvailable { a in
      b.string.utf8.withContiguousStorageIfAvailable { b in precedes(a, b) }
    }
    return (fast ?? nil) ?? a.string.utf8.lexicographicallyPrecedes(b.string.utf8)
  }

  @inline(__always)
  private static func precedes(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for index in 0..<min(a.count, b.count) where a[index] != b[index] { return a[index] < b[index] }
    return a.count < b.count
  }
}

extension String {
  package var asBytes: ByteOrder { ByteOrder(string: self) }
}
