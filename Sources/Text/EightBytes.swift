// Eight bytes looked at together, for loops over whole texts in which most bytes need no look of
// their own.

/// Eight bytes of a text in one word. Every answer is the high bit of the byte that it is about, the
/// first byte lowest; all answers are exact.
public struct EightBytes: Sendable {
  /// The bytes, the first one lowest.
  public var bits: UInt64

  /// 1 in every byte.
  @inlinable @inline(__always) public static var ones: UInt64 { 0x0101_0101_0101_0101 }
  /// The high bit of every byte.
  @inlinable @inline(__always) public static var highs: UInt64 { 0x8080_8080_8080_8080 }

  /// - Parameter bits: the bytes, the first one lowest.
  @inlinable @inline(__always) public init(bits: UInt64) { self.bits = bits }

  /// The bytes from `at` on; there must be eight.
  @inlinable @inline(__always)
  public init(_ bytes: UnsafeRawBufferPointer, at: Int) {
    bits = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// The `count` bytes from `at` on, 0…8 that are there, with zeros above them.
  @inlinable @inline(__always)
  public init(_ bytes: UnsafeRawBufferPointer, at: Int, count: Int) {
    if at + 8 <= bytes.count {
      bits = EightBytes(bytes, at: at).prefix(count)
    } else {
      bits = 0
      for offset in 0..<count { bits |= UInt64(bytes[at + offset]) << UInt64(offset * 8) }
    }
  }

  /// The bytes from `at` on, with zeros for those behind the end.
  @inlinable @inline(__always)
  public init(_ bytes: UnsafeRawBufferPointer, paddedAt at: Int) {
    self =
      at + 8 <= bytes.count
      ? EightBytes(bytes, at: at) : EightBytes(bytes, at: at, count: bytes.count - at)
  }

  /// Whether all are ASCII.
  @inlinable @inline(__always) public var isASCII: Bool { bits & Self.highs == 0 }

  /// ASCII letters in lower case; other bytes get the same bit and are not to be asked for.
  @inlinable @inline(__always)
  public var lowercased: EightBytes { EightBytes(bits: bits | Self.ones &* 0x20) }

  /// Bytes of ASCII from `low` to `top`.
  @inlinable @inline(__always)
  public func ascii(from low: UInt8, to top: UInt8) -> UInt64 {
    let lower = bits & ~Self.highs
    let fromLow = lower &+ Self.ones &* UInt64(0x80 &- low)
    let aboveTop = lower &+ Self.ones &* UInt64(0x7F &- top)
    return fromLow & ~aboveTop & ~bits & Self.highs
  }

  /// Bytes that are `byte`.
  @inlinable @inline(__always)
  public func equal(_ byte: UInt8) -> UInt64 {
    let other = bits ^ Self.ones &* UInt64(byte)
    return ~((other & ~Self.highs) &+ ~Self.highs | other) & Self.highs
  }

  /// ASCII letters in either case.
  @inlinable @inline(__always)
  public var letters: UInt64 { lowercased.ascii(from: 0x61, to: 0x7A) }

  /// ASCII digits.
  @inlinable @inline(__always) public var digits: UInt64 { ascii(from: 0x30, to: 0x39) }

  /// Bytes above the space.
  @inlinable @inline(__always)
  public var visible: UInt64 {
    ((bits & ~Self.highs) &+ Self.ones &* 0x5F | bits) & Self.highs
  }

  /// The first `count` bytes, 0…8, with zeros above them.
  @inlinable @inline(__always)
  public func prefix(_ count: Int) -> UInt64 {
    count == 8 ? bits : bits & ((1 << UInt64(count * 8)) &- 1)
  }

  /// How many bytes an answer is about. A product, since the machines that the program is built for
  /// need not count bits.
  @inlinable @inline(__always)
  public static func count(_ answer: UInt64) -> Int {
    Int(truncatingIfNeeded: ((answer >> 7) &* ones) >> 56)
  }

  /// The place of the first byte of an answer that is not 0, 0…7.
  @inlinable @inline(__always)
  public static func first(_ answer: UInt64) -> Int { answer.trailingZeroBitCount / 8 }
}
