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

  /// - Returns: how many bytes were written.
  static func collapse(
    _ bytes: [UInt8], into out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    bytes.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      guard let target = out.baseAddress, let source = bytes.baseAddress else { return }
      var pending = false
      var index = 0
      while index < bytes.count {
        // Eight bytes that stay as they are.
        if !pending, count > 0, index + 8 <= bytes.count, isClean(raw, index) {
          (target + count).update(from: source + index, count: 8)
          count += 8
          index += 8
          continue
        }
        let byte = bytes[index]
        let isWide = byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
        if byte <= 0x20 || byte == 0x7F || isWide {
          pending = true
          index += isWide ? 2 : 1
          continue
        }
        if pending, count > 0 {
          out[count] = 0x20
          count += 1
        }
        pending = false
        out[count] = byte
        count += 1
        index += 1
      }
    }
    return count
  }

  /// Has a letter, a digit, or anything outside ASCII but punctuation and glyph noise.
  static func saysSomething(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes.contains { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || ($0 >= 0xC2 && $0 != 0xE2) }
      || bytes.contains(0x21) || bytes.contains(0x3F)
  }

  /// Bytes among the eight at `at` that are no plain text: control characters, what may be a no-break
  /// space, and a space after a space.
  @inline(__always)
  private static func marks(_ raw: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    let own = EightBytes(raw, at: at)
    return own.ascii(from: 0, to: 0x1F) | own.equal(0xA0) | own.equal(0x7F)
      | own.equal(0x20) & EightBytes(raw, at: at - 1).equal(0x20)
  }

  /// Whether the eight bytes at `at`, after plain text, stay as they are whatever follows them.
  @inline(__always)
  private static func isClean(_ raw: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    raw[at + 7] != 0x20 && raw[at + 7] != 0xC2 && marks(raw, at) == 0
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
        bad |= marks(raw, at)
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
