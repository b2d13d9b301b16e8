// Which documents a task of an array job takes: by a stable hash of the id, so that a new document
// moves no other.

/// Shard `index` of `count`, counted from 0.
package struct Shard: Sendable, Equatable, Hashable, Comparable {
  package var index: Int
  package var count: Int

  /// Nil unless 0 ≤ index < count ≤ 99,999.
  package init?(index: Int, count: Int) {
    guard count > 0, count <= 99_999, index >= 0, index < count else { return nil }
    self.index = index
    self.count = count
  }

  /// Reads `5/8`.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(index: index, count: count)
  }

  package var description: String { "\(index)/\(count)" }

  /// `00005-of-00008`.
  package var suffix: String {
    func padded(_ number: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: 5 - digits.count) + digits
    }
    return "\(padded(index))-of-\(padded(count))"
  }

  /// True if the document of this id belongs to the shard: FNV-1a (64 bits) of the id's bytes,
  /// mixed, modulo the number of shards.
  package func contains(_ id: String) -> Bool {
    count == 1 || StableHash.mixed(of: id.utf8) % UInt64(count) == UInt64(index)
  }

  /// True if some document could be in both, whatever its id.
  package func overlaps(_ other: Shard) -> Bool {
    var a = count
    var b = other.count
    while b != 0 { (a, b) = (b, a % b) }
    return index % a == other.index % a
  }

  package static func < (a: Shard, b: Shard) -> Bool {
    (a.count, a.index) < (b.count, b.index)
  }
}

/// Hashes that are the same on every machine and in every version.
package enum StableHash {
  /// FNV-1a with 64 bits.
  package static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  /// FNV-1a through the finalizer of MurmurHash3: its low bits are as good as its high ones.
  package static func mixed(of bytes: some Sequence<UInt8>) -> UInt64 { mix(fnv1a(bytes)) }

  static func mix(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ hash >> 33
  }

  /// A fast hash of a stretch of bytes, eight at a time; for sketches only.
  static func words(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(bytes.count) &* 0x9e37_79b9_7f4a_7c15
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
      hash ^= hash >> 32
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < bytes.count {
      tail = tail << 8 | UInt64(bytes[offset])
      offset += 1
    }
    return mix(hash ^ tail)
  }
}
