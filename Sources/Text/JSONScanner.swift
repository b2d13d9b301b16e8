// A pull parser over the bytes of one JSON value: no tree, no Foundation, no copy but the strings
// that the caller asks for. Records are read through it, both documents and coded passages.

internal import Glibc

/// Why a line is no JSON; `offset` counts bytes from the start of the scanned range.
package struct JSONError: Error, Sendable, Equatable {
  package var offset: Int
  package var reason: String
  package init(offset: Int, reason: String) {
    self.offset = offset
    self.reason = reason
  }
}

/// Walks over one JSON text. The caller asks for what it expects and gets it, or an error.
package struct JSONScanner: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  package internal(set) var at = 0

  /// The buffer must outlive the scanner.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next byte that is no white space, without taking it; 0 at the end.
  package mutating func peek() -> UInt8 {
    while at < bytes.count {
      let byte = bytes[at]
      if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return byte }
      at += 1
    }
    return 0
  }

  package var isAtEnd: Bool { mutating get { peek() == 0 && at >= bytes.count } }

  func failure(_ reason: String) -> JSONError { JSONError(offset: at, reason: reason) }

  /// Takes `byte` (a bracket, comma or colon) or throws.
  package mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard peek() == byte else {
      throw failure("expected '\(Character(Unicode.Scalar(byte)))'")
    }
    at += 1
  }

  /// Takes `byte` if it is next.
  package mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    at += 1
    return true
  }

  /// Walks over an object; `body` must take the value of each key. Keys come as raw bytes.
  package mutating func object(
    _ body: (inout JSONScanner, UnsafeBufferPointer<UInt8>) throws(JSONError) -> Void
  ) throws(JSONError) {
    try members { scanner, key throws(JSONError) in
      try body(&scanner, key)
      return true
    }
  }

  /// The same as long as `body` returns true: what comes after is not looked at.
  @inline(__always)
  package mutating func members(
    while body: (inout JSONScanner, UnsafeBufferPointer<UInt8>) throws(JSONError) -> Bool
  ) throws(JSONError) {
    try expect(0x7B)
    if take(0x7D) { return }
    repeat {
      let key = try rawString()
      try expect(0x3A)
      guard try body(&self, key) else { return }
    } while take(0x2C)
    try expect(0x7D)
  }

  /// Walks over an array; `body` must take each element.
  package mutating func array(
    _ body: (inout JSONScanner) throws(JSONError) -> Void
  ) throws(JSONError) {
    try expect(0x5B)
    if take(0x5D) { return }
    repeat { try body(&self) } while take(0x2C)
    try expect(0x5D)
  }

  /// A string between its quotes as it stands in the source, escapes unresolved.
  mutating func rawString() throws(JSONError) -> UnsafeBufferPointer<UInt8> {
    try expect(0x22)
    let start = at
    while true {
      at = ByteCursor.firstEscape(bytes, from: at)
      guard at < bytes.count else { throw failure("a string without its closing quote") }
      switch bytes[at] {
      case 0x22:
        at += 1
        return UnsafeBufferPointer(rebasing: bytes[start..<(at - 1)])
      case 0x5C: at = min(at + 2, bytes.count)
      default: throw failure("a control character in a string")
      }
    }
  }

  /// Appends the bytes of a string to `text`, escapes resolved; lone surrogates become U+FFFD.
  package mutating func string(into text: inout [UInt8]) throws(JSONError) {
    let raw = try rawString()
    var index = 0
    var run = 0
    while index < raw.count {
      guard raw[index] == 0x5C else {
        index += 1
        continue
      }
      text.append(contentsOf: raw[run..<index])
      guard index + 1 < raw.count else { throw failure("an escape without its character") }
      index += 2
      switch raw[index - 1] {
      case 0x6E: text.append(0x0A)
      case 0x74: text.append(0x09)
      case 0x72: text.append(0x0D)
      case 0x62: text.append(0x08)
      case 0x66: text.append(0x0C)
      case 0x75: try unicodeEscape(raw, &index, &text)
      case 0x22, 0x5C, 0x2F: text.append(raw[index - 1])
      default: throw failure("an unknown escape")
      }
      run = index
    }
    text.append(contentsOf: raw[run...])
  }

  private func unicodeEscape(
    _ raw: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ text: inout [UInt8]
  ) throws(JSONError) {
    var value = try hex4(raw, &index)
    if value & 0xFC00 == 0xD800, index + 6 <= raw.count, raw[index] == 0x5C, raw[index + 1] == 0x75
    {
      var next = index + 2
      let low = try hex4(raw, &next)
      if low & 0xFC00 == 0xDC00 {
        value = 0x10000 + ((value & 0x3FF) << 10) + (low & 0x3FF)
        index = next
      }
    }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private func hex4(
    _ raw: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) throws(JSONError) -> UInt32 {
    guard index + 4 <= raw.count else { throw failure("a short \\u escape") }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = raw[index]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
      default: throw failure("a \\u escape that is no hexadecimal number")
      }
      index += 1
    }
    return value
  }

  /// A string, or nil for `null`; a number or boolean comes as it is written.
  package mutating func optionalString() throws(JSONError) -> String? {
    switch peek() {
    case 0x22:
      let start = at
      let raw = try rawString()
      if !raw.contains(0x5C) { return String(decoding: raw, as: UTF8.self) }
      at = start
      var text: [UInt8] = []
      try string(into: &text)
      return String(decoding: text, as: UTF8.self)
    case 0x7B, 0x5B: throw failure("expected a string")
    default:
      let start = at
      try skipValue()
      let literal = String(decoding: bytes[start..<at], as: UTF8.self)
      return literal == "null" ? nil : literal
    }
  }

  /// A string that must be there.
  package mutating func string() throws(JSONError) -> String {
    guard let string = try optionalString() else { throw failure("expected a string, found null") }
    return string
  }

  /// The number in `names` of a string that must be there.
  package mutating func name(_ names: inout NameTable) throws(JSONError) -> Int {
    let start = at
    let raw = try rawString()
    if !raw.contains(0x5C) { return names.number(of: raw) }
    at = start
    var text: [UInt8] = []
    try string(into: &text)
    return text.withUnsafeBufferPointer { names.number(of: $0) }
  }

  /// The bytes of a value of any type as they stand in the source.
  package mutating func rawValue() throws(JSONError) -> UnsafeBufferPointer<UInt8> {
    _ = peek()
    let start = at
    try skipValue()
    return UnsafeBufferPointer(rebasing: bytes[start..<at])
  }
}

/// Compares a raw key with a literal.
package func == (key: UnsafeBufferPointer<UInt8>, name: StaticString) -> Bool {
  name.utf8CodeUnitCount == key.count
    && (key.isEmpty || key.baseAddress.map { memcmp($0, name.utf8Start, key.count) } == 0)
}
