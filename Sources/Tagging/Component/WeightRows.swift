// Rows of weights in memory of their own: one row, one cache line. The rows of an array would lie
// across two, and a passage looks at some seventy.

/// Rows of sixteen numbers, each at an address that 64 divides.
final class WeightRows: @unchecked Sendable {
  /// Of the first row; lives as long as the object does.
  let start: UnsafeMutablePointer<SIMD16<Float>>

  init(_ rows: [SIMD16<Float>]) {
    let stride = MemoryLayout<SIMD16<Float>>.stride
    start = UnsafeMutableRawPointer.allocate(
      byteCount: max(rows.count, 1) * stride, alignment: stride
    ).bindMemory(to: SIMD16<Float>.self, capacity: max(rows.count, 1))
    rows.withUnsafeBufferPointer { rows in
      guard let first = rows.baseAddress else { return }
      start.initialize(from: first, count: rows.count)
    }
  }

  deinit { start.deallocate() }
}
