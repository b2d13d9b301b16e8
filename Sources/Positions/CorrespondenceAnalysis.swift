// Actors on a map: correspondence analysis (Benzécri 1973; Greenacre 2007) of a table of counts.
// The singular values come from LAPACK; no C type leaves this file.

internal import CLapack

/// Coordinates of rows and columns with their shares of inertia.
package struct CorrespondenceAnalysis: Sendable {
  /// Principal coordinates of rows, by row and axis.
  package private(set) var rows: [[Double]]
  /// Share of the total inertia of each axis, 0…1, largest first.
  package private(set) var inertia: [Double]

  /// - Parameter table: counts, rows of equal length; rows and columns of zeros only are not
  ///   allowed in `table`'s rows, empty columns are dropped.
  /// - Returns: nil where there are fewer than 3 rows or 2 columns, or LAPACK gives up.
  ///
  /// S = (P − rc′)/√(rc′) = U D V′; rows in principal coordinates are D_r^(−1/2) U D. The sign of
  /// an axis is free: here the row that is farthest out is positive.
  package init?(_ table: [[Double]], axes: Int = 2) {
    let width = table.first?.count ?? 0
    let columns = (0..<width).filter { column in table.contains { $0[column] > 0 } }
    let total = table.reduce(0) { $0 + $1.reduce(0, +) }
    guard table.count >= 3, columns.count >= 2, total > 0 else { return nil }
    let rowMass = table.map { $0.reduce(0, +) / total }
    let columnMass = columns.map { column in table.reduce(0) { $0 + $1[column] } / total }
    guard rowMass.allSatisfy({ $0 > 0 }) else { return nil }
    let m = table.count
    let n = columns.count
    var s = Array(repeating: 0.0, count: m * n)
    for i in 0..<m {
      for (j, column) in columns.enumerated() {
        let expected = rowMass[i] * columnMass[j]
        s[i * n + j] = (table[i][column] / total - expected) / expected.squareRoot()
      }
    }
    let k = min(m, n)
    var values = Array(repeating: 0.0, count: k)
    var u = Array(repeating: 0.0, count: m * k)
    var vt = Array(repeating: 0.0, count: k * n)
    var work = Array(repeating: 0.0, count: k)
    let status = LAPACKE_dgesvd(
      LAPACK_ROW_MAJOR, CChar(bitPattern: UInt8(ascii: "S")), CChar(bitPattern: UInt8(ascii: "S")),
      Int32(m), Int32(n), &s, Int32(n), &values, &u, Int32(k), &vt, Int32(n), &work)
    guard status == 0 else { return nil }
    let sum = values.reduce(0) { $0 + $1 * $1 }
    guard sum > 1e-12 else { return nil }
    inertia = values.prefix(axes).map { $0 * $0 / sum }
    rows = Array(repeating: [], count: m)
    for axis in 0..<min(axes, k) {
      var coordinates = (0..<m).map { u[$0 * k + axis] * values[axis] / rowMass[$0].squareRoot() }
      let farthest = coordinates.max { abs($0) < abs($1) } ?? 0
      if farthest < 0 { coordinates = coordinates.map { -$0 } }
      for i in 0..<m { rows[i].append(coordinates[i]) }
    }
  }
}
