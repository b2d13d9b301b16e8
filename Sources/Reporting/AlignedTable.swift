// A CSV table for people and pipes: aligned columns, or tabs.

internal import Text

/// Reads back a CSV table that this program wrote.
package struct AlignedTable {
  private var rows: [[String]] = []

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

  /// Columns as wide as their widest field; numbers to the right. Control characters are left out,
  /// so that no text can move the cursor.
  package var text: [UInt8] {
    let clean = rows.map { $0.map { String(Self.oneLine($0).prefix(60)) } }
    let width = clean.map(\.count).max() ?? 0
    let widths = (0..<width).map { column in
      clean.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    var out = ByteWriter()
    for row in clean {
      var line = ""
      for (column, field) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - field.count)
        if column > 0 { line += "  " }
        line += Double(field) != nil ? padding + field : field + padding
      }
      while line.last == " " { line.removeLast() }
      out.append(line)
      out.append(0x0A)
    }
    return out.take()
  }

  private static func oneLine(_ field: String) -> String {
    String(
      String.UnicodeScalarView(
        field.unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? " " : $0 }
      ))
  }
}
