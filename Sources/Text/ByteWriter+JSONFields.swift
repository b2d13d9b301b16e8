// Members of JSON objects and arrays, for all that writes records: passages, coded passages and
// tallies.

extension ByteWriter {
  /// A member with a string, or `null`.
  package mutating func appendField(_ name: StaticString, _ value: String?) {
    guard var value else {
      appendKey(name)
      return append("null")
    }
    value.withUTF8 { utf8 in
      guard let start = utf8.baseAddress, Self.firstEscape(utf8, from: 0) == utf8.count else {
        appendKey(name)
        return appendJSON(utf8)
      }
      // Both at once: a record has dozens of them.
      let length = name.utf8CodeUnitCount + 4
      write(length + utf8.count + 2) {
        Self.put(name, at: $0)
        $0[length] = 0x22
        Self.copy(start, utf8.count, to: $0 + length + 1)
        $0[length + utf8.count + 1] = 0x22
        return length + utf8.count + 2
      }
    }
  }

  /// A member with a whole number.
  package mutating func appendField(_ name: StaticString, _ value: Int) {
    appendKey(name)
    append(decimal: value)
  }

  /// A member with a number of so many decimals.
  package mutating func appendField(_ name: StaticString, _ value: Double, places: Int) {
    appendKey(name)
    append(value, places: places)
  }

  /// A member with an array of strings.
  package mutating func appendField(_ name: StaticString, _ strings: [String]) {
    appendKey(name)
    append(0x5B)
    for (index, string) in strings.enumerated() {
      if index > 0 { append(0x2C) }
      appendJSON(string)
    }
    append(0x5D)
  }
}
