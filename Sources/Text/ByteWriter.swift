// Output is assembled as bytes: a growing buffer that writes numbers, JSON strings and CSV fields
// without passing through String or Foundation.

/// An append-only UTF-8 buffer. One a worker, emptied with `removeAll()` and used again.
public struct ByteWriter: Sendable {
  /// Room for output, of which the first `filled` bytes are written.
  @usableFromInline var room: [UInt8]
  @usableFromInline var filled = 0
  /// Bytes written.
  package var count: Int { filled }

  package init(reservingCapacity capacity: Int = 0) {
    room = [UInt8](repeating: 0, count: capacity)
  }

  /// A copy of what was written.
  package var bytes: [UInt8] { Array(room[..<count]) }
  package var isEmpty: Bool { count == 0 }

  /// Calls `body` with what was written.
  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try room.withUnsafeBufferPointer { room throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: room[..<count]))
    }
  }

  package mutating func removeAll() { filled = 0 }

  /// Takes the bytes out and leaves the writer empty.
  package mutating func take() -> [UInt8] {
    // The bytes themselves, not a copy: some tables are the largest thing in memory.
    var taken: [UInt8] = []
    swap(&taken, &room)
    taken.removeLast(taken.count - count)
    filled = 0
    return taken
  }

  /// Calls `body` with a place for `most` bytes; it returns how many it wrote there.
  @inlinable @inline(__always)
  mutating func write(_ most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if filled + most > room.count { grow(most) }
    let at = filled
    filled += room.withUnsafeMutableBufferPointer { room in
      room.baseAddress.map { body($0 + at) } ?? 0
    }
  }

  @usableFromInline @inline(never)
  mutating func grow(_ most: Int) {
    let more = max(room.count, most, 64)
    room.append(contentsOf: repeatElement(0, count: more))
  }

  /// One byte.
  @inlinable
  public mutating func append(_ byte: UInt8) {
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
    let isContiguous: Void? = string.utf8.withContiguousStorageIfAvailable { append($0) }
    if isContiguous == nil { append(Array(string.utf8)) }
  }
  package mutating func append(_ string: StaticString) {
    append(UnsafeBufferPointer(start: string.utf8Start, count: string.utf8CodeUnitCount))
  }

  package mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
    guard let source = other.baseAddress else { return }
    write(other.count) {
      ByteCursor.copy(source, other.count, to: $0)
      return other.count
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
      $0[0] = 0x2C
      $0[1] = 0x22
      ByteCursor.copy(name.utf8Start, length, to: $0 + 2)
      $0[length + 2] = 0x22
      $0[length + 3] = 0x3A
      return length + 4
    }
  }

  /// Calls `body` with a cursor in room for `most` bytes.
  @inlinable @inline(__always)
  public mutating func append(atMost most: Int, _ body: (inout ByteCursor) -> Void) {
    write(most) {
      var cursor = ByteCursor($0)
      body(&cursor)
      return cursor.at - $0
    }
  }

  /// A decimal integer.
  package mutating func append(decimal value: Int) {
    if value >= 0 && value < 10 { return append(0x30 + UInt8(truncatingIfNeeded: value)) }
    append(atMost: ByteCursor.mostOfNumber) { $0.put(decimal: value) }
  }

  /// A number as `ByteCursor.put(_:places:)` writes it.
  package mutating func append(_ value: Double, places: Int) {
    append(atMost: ByteCursor.mostOfNumber) { $0.put(value, places: places) }
  }

  /// A JSON string with its quotes; control characters, `"` and `\` escaped, all else as UTF-8.
  package mutating func appendJSON(_ utf8: some Collection<UInt8>) {
    let isContiguous: Void? = utf8.withContiguousStorageIfAvailable { appendJSON(bytes: $0) }
    if isContiguous == nil { Array(utf8).withUnsafeBufferPointer { appendJSON(bytes: $0) } }
  }

  private mutating func appendJSON(bytes: UnsafeBufferPointer<UInt8>) {
    // Where nothing needs an escape no more room is asked for than is taken.
    let isPlain = ByteCursor.firstEscape(bytes, from: 0) == bytes.count
    append(atMost: 10 + bytes.count * (isPlain ? 1 : 6)) { $0.put(json: bytes) }
  }

  /// A JSON string, or `null`.
  package mutating func appendJSON(_ string: String?) {
    guard var string else {
      append("null")
      return
    }
    string.withUTF8 { appendJSON(bytes: $0) }
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
}
