// Words to small numbers by one multiplication a byte and one probe: tag names and the words of class
// values are looked up for every element of a page, where a dictionary's hashing shows.

/// A fixed table of ASCII words, matched by 64-bit hash (FNV-1a).
struct WordTable {
  private var keys: [UInt64]
  private var values: [UInt16]
  private let mask: Int
  private let missing: UInt16

  /// - Parameter missing: what an unknown word gives.
  init(_ entries: [(word: String, value: UInt16)], missing: UInt16 = 0) {
    var size = 64
    while size < entries.count * 4 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: missing, count: size)
    mask = size - 1
    self.missing = missing
    for entry in entries {
      var word = entry.word
      let hash = word.withUTF8 { Self.hash(lowercasing: $0) }
      var slot = Self.slot(hash, mask)
      while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
      // A word of several groups carries the marks of all.
      values[slot] = keys[slot] == hash ? values[slot] | entry.value : entry.value
      keys[slot] = hash
    }
  }

  @inline(__always)
  subscript(hash: UInt64) -> UInt16 {
    var slot = Self.slot(hash, mask)
    while keys[slot] != 0 {
      if keys[slot] == hash { return values[slot] }
      slot = (slot + 1) & mask
    }
    return missing
  }

  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  @inline(__always)
  static func hash(lowercasing word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = start
    for byte in word { hash = step(hash, byte | 0x20) }
    return hash
  }

  @inline(__always)
  private static func slot(_ hash: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
  }
}
