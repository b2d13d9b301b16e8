// The fast way into the table: rows of a name and plain decimals or nothing under each issue, read in
// one pass over the bytes of a file. What looks otherwise is left to the general reader, which also
// knows what is wrong with it.

extension IssueWeights {
  /// Adds the rows from `start` on, up to the first that is not a name with plain decimals.
  ///
  /// - Parameter issues: by column, the issue or `any`; -1 for none.
  /// - Returns: where it stopped, at the start of a line or the end, and the number of rows read.
  mutating func read(
    _ bytes: Bytes, from start: Int, issues: [Int32]
  ) -> (end: Int, rows: Int) {
    var (at, rows) = (start, 0)
    while let end = row(bytes, at, issues) {
      at = end
      rows += 1
    }
    return (at, rows)
  }

  /// Adds the row that begins at `start`; nil, and adds nothing, if it is none of this kind.
  ///
  /// - Returns: where the next line begins.
  private mutating func row(_ bytes: Bytes, _ start: Int, _ issues: [Int32]) -> Int? {
    guard start < bytes.count, bytes[start] != 0x23 else { return nil }
    var at = start
    while at < bytes.count, bytes[at] != 0x09 {
      guard bytes[at] >= 0x20 else { return nil }
      at += 1
    }
    let nameEnd = at
    let known = entryCount
    var column = 0
    while at < bytes.count, bytes[at] == 0x09 {
      at += 1
      column += 1
      if at >= bytes.count || bytes[at] == 0x09 || bytes[at] == 0x0A { continue }
      guard column < issues.count, issues[column] != -1, let number = Number.plain(bytes, &at)
      else {
        dropEntries(from: known)
        return nil
      }
      append(Entry(issue: issues[column], weight: Float(number)))
    }
    guard column > 0, at >= bytes.count || bytes[at] == 0x0A else {
      dropEntries(from: known)
      return nil
    }
    close(Bytes(rebasing: bytes[start..<nameEnd]), from: known)
    return min(at + 1, bytes.count)
  }
}
