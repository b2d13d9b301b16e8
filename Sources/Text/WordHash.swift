// The hash by which words are looked up. It takes eight bytes a step, so that most words of a text
// cost one product instead of one for each letter.

/// A running hash over the folded bytes of a word.
public struct WordHash: Sendable {
  /// What a hash begins with.
  @inlinable @inline(__always) public static var seed: UInt64 { 0xcbf2_9ce4_8422_2325 }
  @usableFromInline var state = Self.seed
  /// Bytes that do not make eight yet, the first one lowest.
  @usableFromInline var pending: UInt64 = 0
  @usableFromInline var count: UInt64 = 0

  /// The hash of nothing yet.
  @inlinable public init() {}

  /// Takes eight bytes, or at the end of a word fewer, with zeros above them. Both halves of the
  /// product bear on the result, so that each byte reaches all bits.
  @inlinable @inline(__always)
  public static func mix(_ hash: UInt64, _ eight: UInt64) -> UInt64 {
    let product = (hash ^ eight).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// Hash of bytes that are folded already.
  @inlinable
  public static func hash(_ folded: some Sequence<UInt8>) -> UInt64 {
    var hash = WordHash()
    for byte in folded { hash.append(byte) }
    return hash.value
  }

  /// Takes the next byte.
  @inlinable
  public mutating func append(_ byte: UInt8) {
    pending |= UInt64(byte) << ((count & 7) * 8)
    count += 1
    guard count & 7 == 0 else { return }
    state = Self.mix(state, pending)
    pending = 0
  }

  /// The hash of the bytes so far.
  @inlinable public var value: UInt64 { count & 7 == 0 ? state : Self.mix(state, pending) }
}
