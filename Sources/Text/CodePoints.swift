// Records count in code points, the program in bytes. The turn from one to the other is one
// forward pass a document.

/// Turns ascending byte offsets of a UTF-8 text into code points.
package struct CodePointCounter: Sendable {
  private var byte = 0
  private var points = 0
  private let isASCII: Bool

  package init(_ text: [UInt8]) {
    isASCII = text.withUnsafeBufferPointer { buffer in
      var mask: UInt8 = 0
      for byte in buffer { mask |= byte }
      return mask < 0x80
    }
  }

  /// The number of code points before `offset`; offsets should ascend (a step back starts over).
  package mutating func codePoints(before offset: Int, in text: [UInt8]) -> Int {
    if isASCII { return offset }
    if offset < byte {
      byte = 0
      points = 0
    }
    points += Self.count(byte..<offset, in: text)
    byte = offset
    return points
  }

  /// The number of code points that begin in `range`.
  package static func count(_ range: Range<Int>, in text: [UInt8]) -> Int {
    text.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var points = 0
      var byte = range.lowerBound
      while byte + 8 <= range.upperBound {
        let next = EightBytes(raw, at: byte).bits
        // A byte that goes on has its high bit set and the next one not.
        points &+= 8 &- EightBytes.count(next & ~(next << 1) & EightBytes.highs)
        byte += 8
      }
      for value in buffer[byte..<range.upperBound] {
        points &+= Int8(bitPattern: value) > -65 ? 1 : 0
      }
      return points
    }
  }
}
