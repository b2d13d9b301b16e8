// Output is assembled as bytes: a growing buffer that writes numbers, JSON strings and CSV fields
// without passing through String or Foundation.

/// An append-only UTF-8 buffer. One a worker, emptied with `removeAll()` and used again.
package struct ByteWriter: Sendable {
  /// Room for output, of which the first `count` bytes are written.
  private var room: [UInt8]
  package private(set) var count = 0

  package init(reservingCapacity capacity: Int = 0) {
    room = [UInt8](repeating: 0, count: capacity)
  }

  /// A copy of what was written.
  package var bytes: [UInt8] { Array(room[..<count]) }
  package var isEmpty: Bool { count == 0 }

  package mutating func removeAll() { count = 0 }

  /// Takes the bytes out and leaves the writer empty.
  package mutating func take() -> [UInt8] {
    // The bytes themselves, not a copy: some tables are the largest thing in memory.
    var taken: [UInt8] = []
    swap(&taken, &room)
    taken.removeLast(taken.count - count)
    count = 0
    return taken
  }

  /// Calls `body` with a place for `most` bytes; it returns how many it wrote there.
  @inline(__always)
  mutating func write(_ most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if count + most > room.count { grow(most) }
    let at = count
    count += room.withUnsafeMutableBufferPointer { room in
      room.baseAddress.map { body($0 + at) } ?? 0
    }
  }

  @inline(never)
  private mutating func grow(_ most: Int) {
    let more = max(room.count, most, 64)
    room.append(contentsOf: repeatElement(0, count: more))
  }

  package mutating func append(_ byte: UInt8) {
    write(1) {
      $0.pointee = byte
      return 1
    }
  }
  package mutating func append(_ other: [UInt8]) { other.withUnsafeBufferPointer { append($0) } }
  package mutating func append(_ slice: ArraySlice<UInt8>) {
    slice.withUnsafeBufferPointer { append($0) }
  }
  package mutating func append(_ string: String) {
    var string = string
    string.withUTF8 { append($0) }
  }
  package mutating func append(_ string: StaticString) {
    append(UnsafeBufferPointer(start: string.utf8Start, count: string.utf8CodeUnitCount))
  }

  package mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
    guard let source = other.baseAddress else { return }
    write(other.count) {
      Self.copy(source, other.count, to: $0)
      return other.count
    }
  }

  /// Copies bytes; few at a time, as nearly all pieces of a record are, without a call.
  @inline(__always)
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

  /// What was written at `range`, once more.
  package mutating func append(again range: Range<Int>) {
    precondition(range.upperBound <= count, "not written yet")
    let back = count - range.lowerBound
    write(range.count) {
      $0.update(from: $0 - back, count: range.count)
      return range.count
    }
  }

  /// `,"name":`; the first member of a JSON object is written by hand.
  package mutating func appendKey(_ name: StaticString) {
    let length = name.utf8CodeUnitCount
    write(length + 4) {
      Self.put(name, at: $0)
      return length + 4
    }
  }

  @inline(__always)
  static func put(_ name: StaticString, at place: UnsafeMutablePointer<UInt8>) {
    let length = name.utf8CodeUnitCount
    place[0] = 0x2C
    place[1] = 0x22
    copy(name.utf8Start, length, to: place + 2)
    place[length + 2] = 0x22
    place[length + 3] = 0x3A
  }

  /// A decimal integer.
  package mutating func append(decimal value: Int) {
    if value >= 0 && value < 10 { return append(0x30 + UInt8(truncatingIfNeeded: value)) }
    if value < 0 { append(UInt8(ascii: "-")) }
    let magnitude = value.magnitude
    var digits = 1
    var bound: UInt = 10
    while digits < 19, magnitude >= bound {
      digits += 1
      bound &*= 10
    }
    append(magnitude, digits: magnitude >= 10_000_000_000_000_000_000 ? 20 : digits)
  }

  /// The last `digits` decimal digits of a number, zeros included.
  private mutating func append(_ value: UInt, digits: Int) {
    write(digits) {
      var rest = value
      var at = digits - 1
      while at >= 0 {
        let next = rest / 10
        $0[at] = 0x30 &+ UInt8(truncatingIfNeeded: rest &- next &* 10)
        rest = next
        at -= 1
      }
      return digits
    }
  }

  /// A number rounded half away from zero to `places` decimals (0…9), trailing zeros dropped,
  /// so that equal values give equal bytes on every machine. NaN and infinities write `null`.
  package mutating func append(_ value: Double, places: Int) {
    guard value.isFinite else {
      append("null")
      return
    }
    let scaled = value.magnitude * Self.powers[places]
    guard scaled < 9e15 else {
      // A number of this size has no decimals left.
      append(decimal: Int(value.rounded(.toNearestOrAwayFromZero)))
      return
    }
    // Rounded by hand: below 2⁵³ the rest is exact, and the library's way is a call.
    let floor = UInt(scaled)
    let number = scaled - Double(floor) >= 0.5 ? floor + 1 : floor
    if value < 0 && number != 0 { append(0x2D) }
    let power = Self.integers[places]
    let (whole, rest) = number.quotientAndRemainder(dividingBy: power)
    append(decimal: Int(whole))
    guard rest > 0 else { return }
    var (decimals, digits) = (rest, places)
    while true {
      let shorter = decimals / 10
      guard shorter &* 10 == decimals else { break }
      decimals = shorter
      digits -= 1
    }
    write(digits + 1) {
      $0[0] = 0x2E
      var left = decimals
      var at = digits
      while at > 0 {
        let next = left / 10
        $0[at] = 0x30 &+ UInt8(truncatingIfNeeded: left &- next &* 10)
        left = next
        at -= 1
      }
      return digits + 1
    }
  }

  private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
  private static let integers: [UInt] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]

  /// A JSON string with its quotes; control characters, `"` and `\` escaped, all else as UTF-8.
  package mutating func appendJSON(_ utf8: some Collection<UInt8>) {
    append(0x22)
    let isContiguous: Void? = utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
    if isContiguous == nil { Array(utf8).withUnsafeBufferPointer { appendEscaped($0) } }
    append(0x22)
  }

  /// Copies runs that need no escape whole; they end where `firstEscape` says.
  mutating func appendEscaped(_ buffer: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < buffer.count {
      let end = Self.firstEscape(buffer, from: start)
      append(UnsafeBufferPointer(rebasing: buffer[start..<end]))
      guard end < buffer.count else { return }
      escape(buffer[end])
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
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    default:
      append("\\u00")
      append(Self.hex[Int(byte >> 4)])
      append(Self.hex[Int(byte & 15)])
    }
  }

  /// A JSON string, or `null`.
  package mutating func appendJSON(_ string: String?) {
    guard var string else {
      append("null")
      return
    }
    string.withUTF8 { utf8 in
      guard let start = utf8.baseAddress, Self.firstEscape(utf8, from: 0) == utf8.count else {
        return appendJSON(utf8)
      }
      write(utf8.count + 2) {
        $0[0] = 0x22
        Self.copy(start, utf8.count, to: $0 + 1)
        $0[utf8.count + 1] = 0x22
        return utf8.count + 2
      }
    }
  }

  /// A CSV field after RFC 4180: quoted only where it holds a quote, the separator, CR or LF.
  package mutating func appendCSV(_ utf8: some Collection<UInt8>, separator: UInt8 = 0x2C) {
    let needsQuotes = utf8.contains {
      $0 == 0x22 || $0 == separator || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else {
      append(contentsOf: utf8)
      return
    }
    append(0x22)
    for byte in utf8 {
      if byte == 0x22 { append(0x22) }
      append(byte)
    }
    append(0x22)
  }

  private mutating func append(contentsOf utf8: some Collection<UInt8>) {
    let isContiguous: Void? = utf8.withContiguousStorageIfAvailable { append($0) }
    if isContiguous == nil { append(Array(utf8)) }
  }

  private static let hex: [UInt8] = Array("0123456789abcdef".utf8)
}
