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
    bytes(Array(value.utf8)[...])
  }

  /// With `excelSafe`, text that a spreadsheet would take for a formula gets a leading apostrophe.
  package mutating func bytes(_ value: ArraySlice<UInt8>) {
    separate()
    let isFormula = excelSafe && value.first.map(Self.formulaStarts.contains) == true
    let needsQuotes = value.withUnsafeBufferPointer { bytes in
      for byte in bytes where byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D {
        return true
      }
      return false
    }
    guard needsQuotes || isFormula else { return out.append(value) }
    var quoted: [UInt8] = []
    quoted.reserveCapacity(value.count + 8)
    if needsQuotes { quoted.append(0x22) }
    if isFormula { quoted.append(0x27) }
    value.withUnsafeBufferPointer { bytes in
      for byte in bytes {
        if byte == 0x22 { quoted.append(0x22) }
        quoted.append(byte)
      }
    }
    if needsQuotes { quoted.append(0x22) }
    out.append(quoted)
  }

  /// Fields that were written by another table, with the commas between them.
  mutating func fields(_ rendered: [UInt8]) {
    separate()
    out.append(rendered)
  }

  private static let formulaStarts = Set("=+-@\t\r\n".utf8)

  package mutating func integer(_ value: Int) {
    separate()
    out.append(decimal: value)
  }

  /// Four decimals; nil and NaN are empty.
  package mutating func number(_ value: Double?) {
    separate()
    if let value, value.isFinite { out.append(value, places: 4) }
  }

  package mutating func empty() { separate() }

  package mutating func endRow() {
    out.append(0x0A)
    isRowStart = true
    rows += 1
  }

  /// Takes what has been written so far.
  package mutating func take() -> [UInt8] { out.take() }
}
