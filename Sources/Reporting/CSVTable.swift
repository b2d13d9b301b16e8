// A table in the making: CSV rows and, at the same time, the schema that datapackage.json shows.

package import Text

/// A CSV table with typed columns.
package struct CSVTable: Sendable {
  package enum Kind: String, Sendable { case string, integer, number }
  package struct Column: Sendable {
    package var name: String
    package var kind: Kind

    package init(_ name: String, _ kind: Kind = .string) {
      self.name = name
      self.kind = kind
    }
  }
  package let name: String
  package let columns: [Column]
  package private(set) var out = ByteWriter()
  package private(set) var rows = 0
  private let excelSafe: Bool
  private var isRowStart = true

  package init(_ name: String, _ columns: [Column], _ options: ReportOptions) {
    self.name = name
    self.columns = columns
    excelSafe = options.excelSafe
    if options.byteOrderMark || options.excelSafe { out.append([0xEF, 0xBB, 0xBF]) }
    for column in columns { text(column.name) }
    endRow()
    rows = 0
  }

  private mutating func separate() {
    if !isRowStart { out.append(0x2C) }
    isRowStart = false
  }

  package mutating func text(_ value: String?) {
    guard let value, !value.isEmpty else { return empty() }
    let isContiguous: Void? = value.utf8.withContiguousStorageIfAvailable { field($0) }
    if isContiguous == nil { bytes(Array(value.utf8)[...]) }
  }

  /// The part of a text before the first `end`: of a sub-issue its parent.
  mutating func text(_ value: String, upTo end: UInt8?) {
    guard let end else { return text(value) }
    let isContiguous: Void? = value.utf8.withContiguousStorageIfAvailable { bytes in
      field(UnsafeBufferPointer(rebasing: bytes[..<(bytes.place(of: end) ?? bytes.count)]))
    }
    if isContiguous == nil { bytes(Array(value.utf8.prefix { $0 != end })[...]) }
  }

  package mutating func bytes(_ value: ArraySlice<UInt8>) {
    value.withUnsafeBufferPointer { field($0) }
  }

  /// With `excelSafe`, text that a spreadsheet would take for a formula gets a leading apostrophe.
  private mutating func field(_ value: UnsafeBufferPointer<UInt8>) {
    let isFirst = isRowStart
    isRowStart = false
    let isFormula = excelSafe && value.first.map(Self.formulaStarts.contains) == true
    let needsQuotes = Self.needsQuotes(value)
    guard needsQuotes || isFormula else {
      return out.append(atMost: 1 + value.count) { out in
        if !isFirst { out.put(byte: 0x2C) }
        out.put(value)
      }
    }
    if !isFirst { out.append(0x2C) }
    if needsQuotes { out.append(0x22) }
    if isFormula { out.append(0x27) }
    var start = 0
    for index in value.indices where value[index] == 0x22 {
      out.append(UnsafeBufferPointer(rebasing: value[start...index]))
      start = index
    }
    out.append(UnsafeBufferPointer(rebasing: value[start...]))
    if needsQuotes { out.append(0x22) }
  }

  /// Whether a field holds a quote, a comma or a line end; eight bytes a step.
  private static func needsQuotes(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(value)
    var at = 0
    while at + 8 <= raw.count {
      let eight = EightBytes(raw, at: at)
      let found = eight.equal(0x22) | eight.equal(0x2C) | eight.equal(0x0A) | eight.equal(0x0D)
      if found != 0 { return true }
      at += 8
    }
    for byte in value[at...] where byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D {
      return true
    }
    return false
  }

  /// Fields that were written by another table, with the commas between them.
  mutating func fields(_ rendered: [UInt8]) {
    separate()
    out.append(rendered)
  }

  /// A field that needs no quotes in any case.
  mutating func plain(_ field: StaticString) {
    separate()
    out.append(field)
  }

  private static let formulaStarts = Set("=+-@\t\r\n".utf8)

  package mutating func integer(_ value: Int) {
    let isFirst = isRowStart
    isRowStart = false
    out.append(atMost: 1 + ByteCursor.mostOfNumber) { out in
      if !isFirst { out.put(byte: 0x2C) }
      out.put(decimal: value)
    }
  }

  /// Four decimals; nil and NaN are empty.
  package mutating func number(_ value: Double?) {
    guard let value, value.isFinite else { return empty() }
    let isFirst = isRowStart
    isRowStart = false
    out.append(atMost: 1 + ByteCursor.mostOfNumber) { out in
      if !isFirst { out.put(byte: 0x2C) }
      out.put(value, places: 4)
    }
  }

  package mutating func empty() { separate() }

  /// Where the next field goes.
  var place: Int { out.count }

  /// Ends a row as another one ended, with the fields that were written at `places`.
  mutating func endRow(like places: Range<Int>) {
    out.append(again: places)
    isRowStart = true
    rows += 1
  }

  package mutating func endRow() {
    out.append(0x0A)
    isRowStart = true
    rows += 1
  }

  /// A copy of the rows since the last call, whose room is used again.
  mutating func drain() -> [UInt8] {
    defer { out.removeAll() }
    return out.bytes
  }

  /// Takes what has been written so far; columns remain.
  package mutating func take() -> [UInt8] { out.take() }
}
