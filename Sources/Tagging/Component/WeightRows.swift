// Rows of weights in memory of their own: one row lies in one cache line. The rows of an array would
// lie across two, and a passage looks at some seventy.

/// Rows of numbers, each at an address that its size divides.
final class WeightRows<Row: SIMD & Sendable>: @unchecked Sendable {
  /// Of the first row; lives as long as the object does.
  let start: UnsafeMutablePointer<Row>

  init(_ rows: [Row]) {
    let stride = MemoryLayout<Row>.stride
    start = UnsafeMutableRawPointer.allocate(
      byteCount: max(rows.count, 1) * stride, alignment: stride
    ).bindMemory(to: Row.self, capacity: max(rows.count, 1))
    rows.withUnsafeBufferPointer { rows in
      guard let first = rows.baseAddress else { return }
      start.initialize(from: first, count: rows.count)
    }
  }

  deinit { start.deallocate() }
}
