// White space of blocks made even, eight bytes a step, since most blocks need nothing done.

internal import Text

extension PassageBuilder {
  /// White space runs (NBSP included) to one space, ends trimmed.
  package static func collapse(_ bytes: [UInt8]) -> [UInt8] {
    if isClean(bytes) { return bytes }
    return [UInt8](unsafeUninitializedCapacity: bytes.count) { out, count in
      count = collapse(bytes, into: out)
    }
  }

  /// - Returns: how many bytes were written; `out` has room for all.
  static func collapse(
    _ bytes: [UInt8], into out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      guard let target = out.baseAddress, let source = bytes.baseAddress else { return 0 }
      let raw = UnsafeRawBufferPointer(bytes)
      let room = UnsafeMutableRawPointer(target)
      var count = 0
      // At the start as after a space, one more is none.
      var afterSpace = true
      var at = 0
      while at < bytes.count {
        // Eight bytes are copied; those before the first one that is no plain text stay.
        if at + 8 <= bytes.count {
          let eight = EightBytes(raw, at: at)
          let spaces = eight.equal(0x20)
          let marks = Self.marks(eight, spaces) | spaces & (spaces << 8 | (afterSpace ? 0x80 : 0))
          (room + count).storeBytes(of: eight.bits.littleEndian, as: UInt64.self)
          guard marks != 0 else {
            count += 8
            at += 8
            afterSpace = spaces >> 63 != 0
            continue
          }
          count += EightBytes.first(marks)
          at += EightBytes.first(marks)
        }
        let byte = source[at]
        at += 1
        var isSpace = byte <= 0x20 || byte == 0x7F
        if byte == 0xA0, at > 1, source[at - 2] == 0xC2 {
          // A no-break space: its first byte was taken for a letter's.
          count -= 1
          isSpace = true
        }
        afterSpace = count == 0 || target[count - 1] == 0x20
        if !isSpace {
          target[count] = byte
          count += 1
          afterSpace = false
        } else if !afterSpace {
          target[count] = 0x20
          count += 1
          afterSpace = true
        }
      }
      return count > 0 && target[count - 1] == 0x20 ? count - 1 : count
    }
  }

  /// Has a letter, a digit, or anything outside ASCII but punctuation and glyph noise.
  static func saysSomething(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes.contains { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || ($0 >= 0xC2 && $0 != 0xE2) }
      || bytes.contains(0x21) || bytes.contains(0x3F)
  }

  /// Bytes that are no plain text: control characters and what may be a no-break space.
  @inline(__always)
  private static func marks(_ eight: EightBytes, _ spaces: UInt64) -> UInt64 {
    let marks = ~(eight.visible | spaces) & EightBytes.highs | eight.equal(0x7F)
    return eight.isASCII ? marks : marks | eight.equal(0xA0)
  }

  static func isClean(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      guard let first = buffer.first, let last = buffer.last else { return true }
      if first <= 0x20 || last == 0x20 || first == 0x7F || first == 0xA0 { return false }
      // Eight bytes a step, each beside the one before it; no way out, since most are clean.
      let raw = UnsafeRawBufferPointer(buffer)
      var at = 1
      var bad: UInt64 = 0
      while at + 8 <= buffer.count {
        let eight = EightBytes(raw, at: at)
        let spaces = eight.equal(0x20)
        bad |= marks(eight, spaces) | spaces & EightBytes(raw, at: at - 1).equal(0x20)
        at += 8
      }
      if bad != 0 { return false }
      while at < buffer.count {
        let byte = buffer[at]
        if byte < 0x20 || byte == 0xA0 || byte == 0x7F || byte | buffer[at - 1] == 0x20 {
          return false
        }
        at += 1
      }
      return true
    }
  }
}
