// Eight bytes looked at together, for loops over whole texts in which most bytes need no look of
// their own.

/// Eight bytes of a text in one word. Every answer is the high bit of the byte that it is about, the
/// first byte lowest; all answers are exact.
package struct EightBytes: Sendable {
  package var bits: UInt64

  @inlinable @inline(__always) package static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable @inline(__always) package static var highs: UInt64 { 0x8080_8080_8080_8080 }

  @inlinable @inline(__always) package init(bits: UInt64) { self.bits = bits }

  /// The bytes from `at` on; there must be eight.
  @inlinable @inline(__always)
  package init(_ bytes: UnsafeRawBufferPointer, at: Int) {
    bits = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  @inlinable @inline(__always) package var isASCII: Bool { bits & Self.highs == 0 }

  /// ASCII letters in lower case; other bytes get the same bit and are not to be asked for.
  @inlinable @inline(__always)
  package var lowercased: EightBytes { EightBytes(bits: bits | Self.ones &* 0x20) }

  /// Bytes of ASCII from `low` to `top`.
  @inlinable @inline(__always)
  package func ascii(from low: UInt8, to top: UInt8) -> UInt64 {
    let lower = bits & ~Self.highs
    let fromLow = lower &+ Self.ones &* UInt64(0x80 &- low)
    let aboveTop = lower &+ Self.ones &* UInt64(0x7F &- top)
    return fromLow & ~aboveTop & ~bits & Self.highs
  }

  /// Bytes that are `byte`.
  @inlinable @inline(__always)
  package func equal(_ byte: UInt8) -> UInt64 {
    let other = bits ^ Self.ones &* UInt64(byte)
    return ~((other & ~Self.highs) &+ ~Self.highs | other) & Self.highs
  }

  /// ASCII letters in either case.
  @inlinable @inline(__always)
  package var letters: UInt64 { lowercased.ascii(from: 0x61, to: 0x7A) }

  @inlinable @inline(__always) package var digits: UInt64 { ascii(from: 0x30, to: 0x39) }

  /// The first `count` bytes, 0…8, with zeros above them.
  @inlinable @inline(__always)
  package func prefix(_ count: Int) -> UInt64 {
    count == 8 ? bits : bits & ((1 << UInt64(count * 8)) &- 1)
  }

  /// The place of the first byte of an answer that is not 0, 0…7.
  @inlinable @inline(__always)
  package static func first(_ answer: UInt64) -> Int { answer.trailingZeroBitCount / 8 }
}
