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

  /// - Parameters:
  ///   - key: cheap, the same for lines with the same hash.
  ///   - hash: asked only for those of `indices` that share a key, once for each.
  /// - Returns: those of `indices` that share a hash, two and more, in order.
  static func groups(
    of indices: [Int], key: (Int) -> UInt64, hash: (Int) -> UInt64
  ) -> [[Int]] {
    let indices = alike(indices, by: key)
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

  /// Those of `indices` that share a key, and rarely others: counted by some bits of the keys.
  private static func alike(_ indices: [Int], by key: (Int) -> UInt64) -> [Int] {
    guard indices.count > 1 else { return [] }
    var size = 256
    while size < indices.count * 16 { size *= 2 }
    var counts = [UInt8](repeating: 0, count: size)
    let places = indices.map { index in
      let place = Int(truncatingIfNeeded: key(index) >> 32) & (size - 1)
      counts[place] = min(2, counts[place] + 1)
      return place
    }
    return zip(indices, places).filter { counts[$0.1] > 1 }.map(\.0)
  }
}
