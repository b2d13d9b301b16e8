// Where many small pieces are written one after the other, asking for room before each is most of the
// work. A cursor writes into room that was asked for once.

/// A place to write at, with room enough for all that is put there: whoever makes it sees to that.
public struct ByteCursor {
  /// Where the next byte goes.
  @usableFromInline var at: UnsafeMutablePointer<UInt8>

  @inlinable init(_ at: UnsafeMutablePointer<UInt8>) { self.at = at }

  /// Bytes that a number takes at most.
  package static let mostOfNumber = 32

  /// Bytes that a string takes at most in JSON, with its quotes and what is written past it for a
  /// moment: pieces of eight bytes.
  @inlinable @inline(__always)
  public static func most(_ string: String?) -> Int { 10 + 6 * (string?.utf8.count ?? 1) }

  /// Text that needs no escape.
  @inlinable @inline(__always)
  public mutating func put(_ literal: StaticString) {
    Self.copy(literal.utf8Start, literal.utf8CodeUnitCount, to: at)
    at += literal.utf8CodeUnitCount
  }

  /// One byte.
  @inlinable @inline(__always)
  public mutating func put(byte: UInt8) {
    at.pointee = byte
    at += 1
  }

  /// Bytes as they are.
  @inlinable @inline(__always)
  public mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    Self.copy(start, bytes.count, to: at)
    at += bytes.count
  }

  /// Copies bytes; few at a time, as nearly all pieces of a record are, without a call.
  @inlinable @inline(__always)
  static func copy(_ from: UnsafePointer<UInt8>, _ count: Int, to: UnsafeMutablePointer<UInt8>) {
    let (source, target) = (UnsafeRawPointer(from), UnsafeMutableRawPointer(to))
    // The first and the last eight or four may overlap.
    switch count {
    case 8...16:
      let first = source.loadUnaligned(as: UInt64.self)
      let last = source.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      target.storeBytes(of: first, as: UInt64.self)
      target.storeBytes(of: last, toByteOffset: count - 8, as: UInt64.self)
    case 4..<8:
      let first = source.loadUnaligned(as: UInt32.self)
      let last = source.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      target.storeBytes(of: first, as: UInt32.self)
      target.storeBytes(of: last, toByteOffset: count - 4, as: UInt32.self)
    case ..<4:
      for at in 0..<count { to[at] = from[at] }
    default: to.update(from: from, count: count)
    }
  }

  /// A decimal integer.
  @usableFromInline
  package mutating func put(decimal value: Int) {
    if value < 0 { put("-") }
    let magnitude = value.magnitude
    if magnitude < 100_000_000 { return put(short: magnitude) }
    var digits = 9
    var bound: UInt = 1_000_000_000
    while digits < 19, magnitude >= bound {
      digits += 1
      bound &*= 10
    }
    put(magnitude, digits: magnitude >= 10_000_000_000_000_000_000 ? 20 : digits)
  }

  /// A number below 10⁸.
  @inline(__always)
  private mutating func put(short value: UInt) {
    let digits = Self.digits(value)
    // What is 0 before the first digit is left out, but never the last digit.
    let zeros = min(7, digits.trailingZeroBitCount >> 3)
    store((digits | Self.zeros) >> UInt64(zeros * 8))
    at += 8 - zeros
  }

  /// `0` in every byte.
  private static var zeros: UInt64 { 0x3030_3030_3030_3030 }

  /// The eight decimal digits of a number below 10⁸, the first one lowest: halves, then quarters, then
  /// single digits are parted side by side in one word.
  @inline(__always)
  private static func digits(_ value: UInt) -> UInt64 {
    let number = UInt64(value)
    let high = number / 10_000
    let halves = high | (number &- high &* 10_000) << 32
    let hundreds = (halves &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let quarters = hundreds | (halves &- hundreds &* 100) << 16
    let tens = (quarters &* 103) >> 10 & 0x000F_000F_000F_000F
    return tens | (quarters &- tens &* 10) << 8
  }

  /// Eight bytes, the first one lowest, without going on: more than stays may be written.
  @inline(__always)
  private func store(_ bytes: UInt64) {
    UnsafeMutableRawPointer(at).storeBytes(of: bytes.littleEndian, as: UInt64.self)
  }

  /// `,"name":` as it is given, and a string or `null`.
  @inlinable @inline(__always)
  public mutating func put(_ key: StaticString, json value: String?) {
    put(key)
    put(json: value)
  }

  /// The same with a whole number.
  @inlinable @inline(__always)
  public mutating func put(_ key: StaticString, decimal value: Int) {
    put(key)
    put(decimal: value)
  }

  /// The same with a number of so many decimals.
  @inlinable @inline(__always)
  public mutating func put(_ key: StaticString, _ value: Double, places: Int) {
    put(key)
    put(value, places: places)
  }

  /// A comma and a decimal integer, in a list.
  package mutating func put(next value: Int) {
    put(",")
    put(decimal: value)
  }

  /// The last `digits` decimal digits of a number, zeros included.
  @inline(__always)
  private mutating func put(_ value: UInt, digits: Int) {
    var rest = value
    var place = digits - 1
    while place >= 0 {
      let next = rest / 10
      at[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest &- next &* 10)
      rest = next
      place -= 1
    }
    at += digits
  }

  /// A number rounded half away from zero to `places` decimals (0…9), trailing zeros dropped,
  /// so that equal values give equal bytes on every machine. NaN and infinities write `null`.
  @usableFromInline
  package mutating func put(_ value: Double, places: Int) {
    guard value != 0 else { return put("0") }
    guard value.isFinite else { return put("null") }
    let scaled = value.magnitude * Self.powers[places]
    guard scaled < 9e15 else {
      // A number of this size has no decimals left.
      return put(decimal: Int(value.rounded(.toNearestOrAwayFromZero)))
    }
    // Rounded by hand: below 2⁵³ the rest is exact, and the library's way is a call.
    let floor = UInt(scaled)
    let number = scaled - Double(floor) >= 0.5 ? floor + 1 : floor
    if value < 0 && number != 0 { put("-") }
    let (whole, rest) = Self.parts(number, places)
    if whole < 10 { put(whole, digits: 1) } else { put(decimal: Int(whole)) }
    guard rest > 0 else { return }
    if places < 8 { return put(decimals: rest, places) }
    var (decimals, digits) = (rest, places)
    while true {
      let shorter = decimals / 10
      guard shorter &* 10 == decimals else { break }
      decimals = shorter
      digits -= 1
    }
    put(".")
    put(decimals, digits: digits)
  }

  /// A point and at most seven decimals, of which one is not 0, without the zeros at their end.
  @inline(__always)
  private mutating func put(decimals value: UInt, _ places: Int) {
    let digits = Self.digits(value) >> UInt64((8 - places) * 8)
    let count = 8 - digits.leadingZeroBitCount >> 3
    store((digits | Self.zeros) << 8 | 0x2E)
    at += 1 + count
  }

  /// What stands before and after the point. The usual numbers of places are written out: dividing by
  /// a constant is a product.
  @inline(__always)
  private static func parts(_ number: UInt, _ places: Int) -> (whole: UInt, rest: UInt) {
    let whole: UInt
    switch places {
    case 3: whole = number / 1_000
    case 4: whole = number / 10_000
    case 6: whole = number / 1_000_000
    default: whole = number / integers[places]
    }
    return (whole, number &- whole &* integers[places])
  }

  private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
  private static let integers: [UInt] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]

  /// A JSON string, or `null`.
  @usableFromInline
  package mutating func put(json string: String?) {
    guard let string else { return put("null") }
    // Nothing is made for a string that lies in one piece, as nearly all do.
    let isWhole: Void? = string.utf8.withContiguousStorageIfAvailable { put(json: $0) }
    if isWhole == nil { Array(string.utf8).withUnsafeBufferPointer { put(json: $0) } }
  }

  /// A JSON string with its quotes; control characters, `"` and `\` escaped, all else as UTF-8.
  @inline(__always)
  package mutating func put(json utf8: UnsafeBufferPointer<UInt8>) {
    at[0] = 0x22
    at += 1
    if let start = utf8.baseAddress, !putPlain(UnsafeRawPointer(start), utf8.count) {
      putEscaped(utf8)
    }
    at[0] = 0x22
    at += 1
  }

  /// Copies a string in which nothing needs an escape, as in nearly all: pieces of eight bytes are
  /// looked at while they go by.
  ///
  /// - Returns: false where something does; then nothing was put.
  @inline(__always)
  private mutating func putPlain(_ source: UnsafeRawPointer, _ count: Int) -> Bool {
    let target = UnsafeMutableRawPointer(at)
    if count >= 8 {
      var offset = 0
      while offset + 8 <= count {
        guard copyPlain(source + offset, to: target + offset) else { return false }
        offset += 8
      }
      // The last eight once more where fewer are left.
      if offset < count, !copyPlain(source + count - 8, to: target + count - 8) { return false }
    } else if count > 0 {
      let bytes = Self.short(source, count)
      guard Self.isPlain(bytes | 0x2020_2020_2020_2020 << UInt64(count * 8)) else { return false }
      store(bytes)
    }
    at += count
    return true
  }

  @inline(__always)
  private func copyPlain(_ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer) -> Bool {
    let eight = source.loadUnaligned(as: UInt64.self)
    target.storeBytes(of: eight, as: UInt64.self)
    return Self.isPlain(eight)
  }

  /// One to seven bytes, the first one lowest; those in the middle are read twice.
  @inline(__always)
  private static func short(_ source: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 4 {
      let first = UInt32(littleEndian: source.loadUnaligned(as: UInt32.self))
      let last = UInt32(
        littleEndian: source.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      return UInt64(first) | UInt64(last) << UInt64((count - 4) * 8)
    }
    func byte(_ at: Int) -> UInt64 {
      UInt64(source.load(fromByteOffset: at, as: UInt8.self)) << UInt64(at * 8)
    }
    return byte(0) | byte(count / 2) | byte(count - 1)
  }

  /// Whether none of eight bytes needs an escape. Below the first that does no byte is taken for one.
  @inline(__always)
  private static func isPlain(_ bytes: UInt64) -> Bool {
    let quote = bytes ^ EightBytes.ones &* 0x22
    let backslash = bytes ^ EightBytes.ones &* 0x5C
    let hits =
      (bytes &- EightBytes.ones &* 0x20) & ~bytes | (quote &- EightBytes.ones) & ~quote
      | (backslash &- EightBytes.ones) & ~backslash
    return hits & EightBytes.highs == 0
  }

  @inline(never)
  private mutating func putEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < utf8.count {
      // Runs that need no escape are copied whole.
      let end = Self.firstEscape(utf8, from: start)
      put(UnsafeBufferPointer(rebasing: utf8[start..<end]))
      guard end < utf8.count else { break }
      escape(utf8[end])
      start = end + 1
    }
  }

  /// The next byte below 0x20, `"` or `\`, or the end.
  static func firstEscape(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(buffer)
    var index = start
    while index + 8 <= raw.count {
      let eight = EightBytes(raw, at: index)
      let hit = eight.ascii(from: 0, to: 0x1F) | eight.equal(0x22) | eight.equal(0x5C)
      if hit != 0 { return index + EightBytes.first(hit) }
      index += 8
    }
    while index < buffer.count {
      let byte = buffer[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { return index }
      index += 1
    }
    return buffer.count
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: put("\\\"")
    case 0x5C: put("\\\\")
    case 0x0A: put("\\n")
    case 0x0D: put("\\r")
    case 0x09: put("\\t")
    default:
      put("\\u00")
      at[0] = Self.hex[Int(byte >> 4)]
      at[1] = Self.hex[Int(byte & 15)]
      at += 2
    }
  }

  private static let hex: [UInt8] = Array("0123456789abcdef".utf8)
}
