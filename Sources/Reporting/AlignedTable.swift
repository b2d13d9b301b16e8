// A CSV table for people and pipes: aligned columns, or tabs.

internal import Text

/// Reads back a CSV table that this program wrote.
package struct AlignedTable {
  private var rows: [[String]] = []
  /// Columns with numbers that are no counts: positions, shares, agreement.
  private var isMeasure: [Bool] = []

  package init(_ table: CSVTable) {
    self.init(csv: table.out.bytes)
    isMeasure = table.columns.map { $0.kind == .number }
  }

  package init(csv: [UInt8]) {
    var field: [UInt8] = []
    var row: [String] = []
    var isQuoted = false
    var index = csv.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < csv.count {
      let byte = csv[index]
      index += 1
      if isQuoted {
        if byte != 0x22 {
          field.append(byte)
        } else if index < csv.count, csv[index] == 0x22 {
          field.append(0x22)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == 0x22 {
        isQuoted = true
      } else if byte == 0x2C || byte == 0x0A {
        row.append(String(decoding: field, as: UTF8.self))
        field.removeAll()
        if byte == 0x0A {
          rows.append(row)
          row = []
        }
      } else {
        field.append(byte)
      }
    }
  }

  /// Tabs between fields; tabs and line ends within become blanks.
  package var tsv: [UInt8] {
    var out = ByteWriter()
    for row in rows {
      out.append(row.map(Self.oneLine).joined(separator: "\t"))
      out.append(0x0A)
    }
    return out.take()
  }

  /// How a terminal shows a table.
  package struct Style {
    /// Colours for a reader; never in a file or pipe.
    package var isColoured: Bool
    /// Columns of the terminal; nil: as wide as it gets.
    package var width: Int?

    package init(isColoured: Bool = false, width: Int? = nil) {
      self.isColoured = isColoured
      self.width = width
    }
  }

  /// Rows and columns exchanged.
  package var turned: AlignedTable {
    var turned = self
    let width = rows.first?.count ?? 0
    turned.rows = (0..<width).map { column in
      rows.map { column < $0.count ? $0[column] : "" }
    }
    let isMatrix = isMeasure.count > 1 && !isMeasure.dropFirst().contains(false)
    turned.isMeasure = [false] + rows.dropFirst().map { _ in isMatrix }
    return turned
  }

  /// Columns as wide as their widest field; numbers to the right. Control characters are left out,
  /// so that no text can move the cursor. Columns that do not fit are left out, and a last line
  /// says how many.
  package func text(_ style: Style = Style()) -> [UInt8] {
    let clean = rows.map { $0.map { Self.clipped(Self.oneLine($0)) } }
    let count = clean.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      clean.map { column < $0.count ? Self.columns($0[column]) : 0 }.max() ?? 0
    }
    let isNumber = (0..<count).map { column in
      clean.dropFirst().allSatisfy {
        column >= $0.count || $0[column].isEmpty || Double($0[column]) != nil
      }
    }
    var shown = count
    if let width = style.width {
      var used = widths.first ?? 0
      shown = min(1, count)
      while shown < count, used + 2 + widths[shown] <= width {
        used += 2 + widths[shown]
        shown += 1
      }
    }
    var out = ByteWriter()
    for (number, row) in clean.enumerated() {
      var line = ""
      var blanks = 0
      for (column, field) in row.prefix(shown).enumerated() {
        if column > 0 { blanks += 2 }
        let padding = widths[column] - Self.columns(field)
        if isNumber[column] { blanks += padding }
        if !field.isEmpty {
          line += String(repeating: " ", count: blanks)
          let isMeasure = column < isMeasure.count && isMeasure[column]
          line +=
            style.isColoured
            ? Self.painted(field, isHeader: number == 0, isMeasure: isMeasure) : field
          blanks = 0
        }
        if !isNumber[column] { blanks += padding }
      }
      out.append(line)
      out.append(0x0A)
    }
    if shown < count {
      out.append("… \(count - shown) more columns: --format csv has them all\n")
    }
    return out.take()
  }

  /// The header bold; negative positions in orange (yellow of the 16 colours), positive in blue,
  /// as on the page.
  private static func painted(_ field: String, isHeader: Bool, isMeasure: Bool) -> String {
    if isHeader { return "\u{1B}[1m\(field)\u{1B}[0m" }
    guard isMeasure, let value = Double(field), value != 0, abs(value) <= 1 else {
      return field
    }
    return "\u{1B}[\(value < 0 ? 33 : 34)m\(field)\u{1B}[0m"
  }

  private static func clipped(_ field: String) -> String {
    field.count > 60 ? "\(field.prefix(59))…" : field
  }

  /// Columns of a terminal: wide characters of East Asia take two.
  private static func columns(_ text: String) -> Int {
    text.reduce(0) { sum, character in
      guard let value = character.unicodeScalars.first?.value else { return sum }
      let isWide =
        (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value)
        || (0xAC00...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
        || (0xFE30...0xFE6F).contains(value) || (0xFF00...0xFF60).contains(value)
        || (0x1F300...0x1FAFF).contains(value) || (0x20000...0x3FFFD).contains(value)
      return sum + (isWide ? 2 : 1)
    }
  }

  private static func oneLine(_ field: String) -> String {
    String(
      String.UnicodeScalarView(
        field.unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? " " : $0 }
      ))
  }
}
