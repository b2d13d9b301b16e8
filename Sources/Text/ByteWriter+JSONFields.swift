// Members of JSON objects and arrays, for all that writes records: passages, coded passages and
// tallies.

extension ByteWriter {
  /// A member with a string, or `null`.
  package mutating func appendField(_ name: StaticString, _ value: String?) {
    appendKey(name)
    appendJSON(value)
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
