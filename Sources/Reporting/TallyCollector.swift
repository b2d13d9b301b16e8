// From documents or their tallies to the cube; with `--reuse once` only after all have been seen.

package import Positions
package import Tagging

/// Adds documents up.
package struct TallyCollector: Sendable {
  private let options: ReportOptions
  private let recounts: Bool
  private var cube: PositionCube
  private var finder = ReuseFinder()
  /// Actors mentioned in a document, from its tally.
  private var mentioned: [String: [String]] = [:]

  /// - Parameter recounts: the tallies that will come were counted by other options, so counts come
  ///   from passages.
  package init(_ options: ReportOptions, recounts: Bool = false) {
    self.options = options
    self.recounts = recounts
    cube = PositionCube(dividesJoint: options.joint == .divided)
  }

  /// Whether tallies don't do, since what counts depends on the other documents.
  package var needsPassages: Bool { options.reuse == .once }

  /// Takes a document's counts.
  package mutating func add(_ tally: DocumentTally) {
    if needsPassages || recounts {
      mentioned[tally.document.doc] = tally.mentioned
    } else {
      cube.add(tally)
    }
  }

  /// Takes a document whose counts are not known yet.
  package mutating func add(_ document: CodedDocument) {
    if needsPassages {
      finder.add(document)
    } else {
      count(document)
    }
  }

  private mutating func count(_ document: CodedDocument) {
    var tally = options.tally(document)
    if let actors = mentioned[document.doc] { tally.mentioned = actors }
    cube.add(tally)
  }

  /// - Returns: the cube, and with `--reuse once` the documents with the statements that count, and
  ///   the uses of sentences.
  package consuming func finish() -> (
    cube: PositionCube, documents: [CodedDocument], uses: [ReuseUse]
  ) {
    guard needsPassages else { return (cube, [], []) }
    let (documents, uses) = finder.finish()
    for document in documents { count(document) }
    return (cube, documents, uses)
  }
}
