// Which lines of a text occur more than once, by their hashes, without a dictionary of arrays.

/// Lines that share a hash.
enum RepeatedLines {
  private struct Slot {
    var hash: UInt64 = 0
    /// Number of lines with the hash; 0 is free.
    var count: Int32 = 0
    /// Places of the first and the last such line.
    var first: Int32 = 0
    var last: Int32 = 0
  }

  /// - Parameter hash: asked once for each of `indices`.
  /// - Returns: those of `indices` that share a hash, two and more, in order.
  static func groups(of indices: [Int], by hash: (Int) -> UInt64) -> [[Int]] {
    guard indices.count > 1 else { return [] }
    var size = 64
    while size < indices.count * 2 { size *= 2 }
    var slots = [Slot](repeating: Slot(), count: size)
    // For each place the next one with the same hash.
    let next = [Int32](unsafeUninitializedCapacity: indices.count) { next, count in
      slots.withUnsafeMutableBufferPointer { slots in
        for (place, index) in indices.enumerated() {
          let hash = hash(index)
          var at = Int(truncatingIfNeeded: hash >> 32) & (size - 1)
          while slots[at].count != 0, slots[at].hash != hash { at = (at + 1) & (size - 1) }
          if slots[at].count == 0 {
            slots[at].hash = hash
            slots[at].first = Int32(place)
          } else {
            next[Int(slots[at].last)] = Int32(place)
          }
          slots[at].last = Int32(place)
          slots[at].count += 1
        }
      }
      count = indices.count
    }
    var groups: [[Int]] = []
    for slot in slots where slot.count > 1 {
      var group: [Int] = []
      group.reserveCapacity(Int(slot.count))
      var place = Int(slot.first)
      for _ in 0..<(slot.count - 1) {
        group.append(indices[place])
        place = Int(next[place])
      }
      group.append(indices[place])
      groups.append(group)
    }
    return groups
  }
}
