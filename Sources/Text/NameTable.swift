// Names that come again and again in records (codes, keys): each is made a String once and has a
// number, found by its bytes without making a String first.

/// Names by number.
package struct NameTable: Sendable {
  package private(set) var names: [String] = []
  private var hashes: [UInt64] = []
  /// Numbers + 1 by the low bits of a hash, linear probing; 0 is free.
  private var places = [UInt32](repeating: 0, count: 64)

  package init() {}

  package subscript(_ number: Int) -> String { names[number] }

  /// The number of a name, a new one if it has none.
  package mutating func number(of name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if hashes[number] == hash, Self.isEqual(names[number], name) { return number }
      place = (place + 1) & (places.count - 1)
    }
    names.append(String(decoding: name, as: UTF8.self))
    hashes.append(hash)
    places[place] = UInt32(names.count)
    if names.count * 2 > places.count { grow() }
    return names.count - 1
  }

  private static func isEqual(_ name: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let fast = name.utf8.withContiguousStorageIfAvailable {
      $0.count == bytes.count && $0.elementsEqual(bytes)
    }
    return fast ?? name.utf8.elementsEqual(bytes)
  }

  private mutating func grow() {
    places = [UInt32](repeating: 0, count: places.count * 2)
    for (number, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = UInt32(number + 1)
    }
  }
}
