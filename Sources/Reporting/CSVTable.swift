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
    guard let value else { return empty() }
    if excelSafe { return bytes(Array(value.utf8)[...]) }
    separate()
    var copy = value
    copy.withUTF8 { out.appendCSV($0) }
  }

  /// With `excelSafe`, text that a spreadsheet would take for a formula gets a leading apostrophe.
  package mutating func bytes(_ value: ArraySlice<UInt8>) {
    separate()
    if excelSafe, let first = value.first, Self.formulaStarts.contains(first) {
      out.appendCSV([0x27] + value)
    } else {
      out.appendCSV(value)
    }
  }

  private static let formulaStarts = Set("=+-@\t\r".utf8)

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
