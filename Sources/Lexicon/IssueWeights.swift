// The rows of weights-issues.tsv and weights-issue-stance.tsv: a feature and, under each issue's code,
// its weight; most cells are empty, so that only the others are kept.

internal import Text

/// Weights of features for issues.
package struct IssueWeights: Sendable {
  /// A weight that is not 0.
  package struct Entry: Sendable {
    /// Index into `Lexicon.issues`, or `any`.
    package var issue: Int32
    package var weight: Float
  }

  /// In place of an issue: the weight counts for every one.
  package static let any: Int32 = -2
  /// The column of such weights.
  package static let anyColumn = "any"

  private struct Row: Sendable {
    var name: Range<Int32>
    var entries: Range<Int32>
  }
  private var rows: [Row] = []
  private var names: [UInt8] = []
  private var entries: [Entry] = []

  package init() {}

  package var isEmpty: Bool { rows.isEmpty }

  /// Adds a row.
  mutating func add(_ name: Bytes, _ weights: [Entry]) {
    let start = entries.count
    entries += weights
    close(name, from: start)
  }

  // MARK: The row under way

  var entryCount: Int { entries.count }
  mutating func append(_ entry: Entry) { entries.append(entry) }
  mutating func dropEntries(from start: Int) { entries.removeSubrange(start...) }

  /// Makes a row of the entries from `start` on.
  mutating func close(_ name: Bytes, from start: Int) {
    let nameStart = Int32(names.count)
    names.append(contentsOf: name)
    rows.append(
      Row(name: nameStart..<Int32(names.count), entries: Int32(start)..<Int32(entries.count)))
  }

  /// Calls `body` with the name of every row, in UTF-8, and its weights.
  package func forEachRow(_ body: (UnsafeBufferPointer<UInt8>, ArraySlice<Entry>) -> Void) {
    names.withUnsafeBufferPointer { names in
      for row in rows {
        body(
          Bytes(rebasing: names[Int(row.name.lowerBound)..<Int(row.name.upperBound)]),
          entries[Int(row.entries.lowerBound)..<Int(row.entries.upperBound)])
      }
    }
  }
}
