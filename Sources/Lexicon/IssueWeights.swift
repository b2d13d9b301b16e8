// The rows of weights-issues.tsv: a feature and, under each issue's code, its weight; most cells are
// empty, so that only the others are kept.

internal import Text

/// Weights of features for issues.
package struct IssueWeights: Sendable {
  /// A weight that is not 0.
  package struct Entry: Sendable {
    /// Index into `Lexicon.issues`.
    package var issue: Int32
    package var weight: Float

    package init(issue: Int32, weight: Float) {
      self.issue = issue
      self.weight = weight
    }
  }

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
    let (nameStart, start) = (Int32(names.count), Int32(entries.count))
    names.append(contentsOf: name)
    entries += weights
    rows.append(Row(name: nameStart..<Int32(names.count), entries: start..<Int32(entries.count)))
  }

  /// Adds a row that comes from no file.
  package mutating func add(_ name: String, _ weights: [Entry]) {
    Array(name.utf8).withUnsafeBufferPointer { add($0, weights) }
  }

  package mutating func removeAll() { self = IssueWeights() }

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
