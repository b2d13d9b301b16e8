// The fast way into the table: rows of a name and plain decimals, read in one pass over the bytes of
// a file. What looks otherwise is left to the general reader, which also knows what is wrong with it.

extension WeightTable {
  /// Weights of a row that are read in one pass.
  private static let most = 32

  /// Adds the rows from `start` on, up to the first that is not a name with plain decimals.
  ///
  /// - Returns: where it stopped, at the start of a line or the end, and the number of rows read.
  mutating func read(_ bytes: Bytes, from start: Int) -> (end: Int, rows: Int) {
    var at = start
    var rows = 0
    withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.most) { cells in
      while let row = Self.row(bytes, at, cells) {
        set(
          Bytes(rebasing: bytes[at..<row.nameEnd]), row.hash,
          UnsafeBufferPointer(rebasing: cells[..<row.count]))
        at = row.end
        rows += 1
      }
    }
    return (at, rows)
  }

  private struct PlainRow {
    var nameEnd = 0
    /// Of the name.
    var hash: UInt64 = 0
    /// Numbers in `cells`.
    var count = 0
    /// Where the next line begins.
    var end = 0
  }

  /// The row that begins at `start`, or nil if it is none of this kind.
  @inline(__always)
  private static func row(
    _ bytes: Bytes, _ start: Int, _ cells: UnsafeMutableBufferPointer<Double>
  ) -> PlainRow? {
    guard start < bytes.count, bytes[start] != 0x23 else { return nil }
    var row = PlainRow()
    var at = start
    var hash: UInt64 = 0
    while at < bytes.count, bytes[at] != 0x09 {
      guard bytes[at] >= 0x20 else { return nil }
      hash = WeightName.value(hash, followedBy: bytes[at])
      at += 1
    }
    row.nameEnd = at
    row.hash = hash
    while at < bytes.count, bytes[at] == 0x09 {
      at += 1
      guard row.count < cells.count, let number = Number.plain(bytes, &at) else { return nil }
      cells.initializeElement(at: row.count, to: number)
      row.count += 1
    }
    guard row.count > 0, at >= bytes.count || bytes[at] == 0x0A else { return nil }
    row.end = min(at + 1, bytes.count)
    return row
  }
}
