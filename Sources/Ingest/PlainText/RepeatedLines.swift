// Which lines of a text occur more than once, by their hashes, without a dictionary of arrays.

/// Lines by hash; of interest are those that share one.
struct RepeatedLines {
  private var keys: [UInt64]
  /// Number of lines with the key in the same place; 0 is free.
  private var counts: [Int32]
  private var lines: [(hash: UInt64, index: Int)] = []
  private let mask: Int

  /// - Parameter capacity: the most lines that are inserted.
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    counts = Array(repeating: 0, count: size)
    mask = size - 1
    lines.reserveCapacity(capacity)
  }

  mutating func insert(_ hash: UInt64, at index: Int) {
    let place = place(of: hash)
    keys[place] = hash
    counts[place] += 1
    lines.append((hash, index))
  }

  /// Lines that share a hash, two and more, in order.
  var groups: [[Int]] {
    var groups: [UInt64: [Int]] = [:]
    for line in lines where counts[place(of: line.hash)] > 1 {
      groups[line.hash, default: []].append(line.index)
    }
    return Array(groups.values)
  }

  private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash >> 32) & mask
    while counts[place] != 0, keys[place] != hash { place = (place + 1) & mask }
    return place
  }
}
