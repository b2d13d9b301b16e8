// A researcher's own coded table as gold: the columns of the gold sets, or of `tag --format csv`
// after correction. Each row becomes the JSON object that a gold line would be.

internal import Text

/// Reads comma- or tab-separated gold (RFC 4180: quotes may hold separators and line ends).
struct GoldCSV {
  /// A row: the line it begins on, counted from 1, and its cells.
  private struct Row {
    var line: Int
    var cells: [ArraySlice<UInt8>]
  }

  private static let texts: Set<String> = [
    "doc", "text", "title", "date", "issuer", "genre", "lang", "block", "unit", "label", "speaker",
    "component", "second", "force", "polarity",
  ]

  /// Whether a file is a table: its first line has separators and begins no JSON object.
  static func isTable(_ bytes: [UInt8]) -> Bool {
    let body = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    let line = body.prefix { $0 != 0x0A }
    let start = line.first { $0 != 0x20 && $0 != 0x09 }
    return start != 0x7B && (line.contains(0x2C) || line.contains(0x09))
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func units(_ bytes: [UInt8]) throws(GoldSet.Failure) -> [GoldUnit] {
    let body = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    let line = body.prefix { $0 != 0x0A }
    let separator: UInt8 = line.contains(0x09) && !line.contains(0x2C) ? 0x09 : 0x2C
    var rows = try rows(body, separator)
    guard !rows.isEmpty else { throw GoldSet.Failure(line: 1, reason: "no unit in it") }
    let columns = rows.removeFirst().cells.map { String(decoding: $0, as: UTF8.self) }
    for column in ["doc", "text"] where !columns.contains(column) {
      throw GoldSet.Failure(line: 1, reason: "no column is called '\(column)'")
    }
    var units: [GoldUnit] = []
    for row in rows {
      guard row.cells.count == columns.count else {
        throw GoldSet.Failure(
          line: row.line, reason: "\(row.cells.count) cells under \(columns.count) columns")
      }
      let object = try object(row, columns)
      do {
        units.append(try GoldSet.unit(object))
      } catch {
        throw GoldSet.Failure(line: row.line, reason: error.reason)
      }
    }
    return units
  }

  private static func object(
    _ row: Row, _ columns: [String]
  ) throws(GoldSet.Failure) -> [UInt8] {
    var out = ByteWriter()
    var isFirst = true
    func key(_ name: String, _ out: inout ByteWriter) {
      out.append(isFirst ? 0x7B : 0x2C)
      isFirst = false
      out.appendJSON(name.utf8)
      out.append(0x3A)
    }
    for (column, cell) in zip(columns, row.cells) where !cell.isEmpty {
      if texts.contains(column) {
        key(column, &out)
        out.appendJSON(cell)
      } else if column == "sure" {
        guard cell.count == 1, let digit = cell.first, (0x31...0x33).contains(digit) else {
          throw GoldSet.Failure(line: row.line, reason: "sure is 1, 2 or 3")
        }
        key(column, &out)
        out.append(digit)
      } else if column == "statements" {
        key(column, &out)
        try statements(cell, row.line, &out)
      }
    }
    guard !isFirst else { throw GoldSet.Failure(line: row.line, reason: "an empty row") }
    out.append(0x7D)
    return out.bytes
  }

  /// `CHN:cyber-sovereignty:support;USA:new-treaty:oppose`.
  private static func statements(
    _ cell: ArraySlice<UInt8>, _ line: Int, _ out: inout ByteWriter
  ) throws(GoldSet.Failure) {
    out.append(0x5B)
    for (number, item) in cell.split(separator: 0x3B).enumerated() {
      let trimmed = item.drop { $0 == 0x20 }
      let parts = trimmed.split(separator: 0x3A, omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else {
        throw GoldSet.Failure(
          line: line,
          reason: "'\(String(decoding: item, as: UTF8.self))' is no ACTOR:issue:stance")
      }
      if number > 0 { out.append(0x2C) }
      for (name, part) in zip(["{\"actor\":", ",\"issue\":", ",\"stance\":"], parts) {
        out.append(name)
        out.appendJSON(part)
      }
      out.append(0x7D)
    }
    out.append(0x5D)
  }

  private static func rows(
    _ bytes: [UInt8], _ separator: UInt8
  ) throws(GoldSet.Failure) -> [Row] {
    var rows: [Row] = []
    var line = 1
    var at = 0
    while at < bytes.count {
      var row = Row(line: line, cells: [])
      var isOpen = true
      while isOpen {
        var cell: [UInt8] = []
        if at < bytes.count, bytes[at] == 0x22 {
          at += 1
          while true {
            guard at < bytes.count else {
              throw GoldSet.Failure(line: row.line, reason: "a quotation mark is not closed")
            }
            if bytes[at] == 0x22 {
              guard at + 1 < bytes.count, bytes[at + 1] == 0x22 else { break }
              at += 1
            }
            if bytes[at] == 0x0A { line += 1 }
            cell.append(bytes[at])
            at += 1
          }
          at += 1
        }
        while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A {
          if bytes[at] != 0x0D { cell.append(bytes[at]) }
          at += 1
        }
        row.cells.append(cell[...])
        isOpen = at < bytes.count && bytes[at] == separator
        if at < bytes.count {
          if bytes[at] == 0x0A { line += 1 }
          at += 1
        }
      }
      if row.cells.count > 1 || row.cells[0].isEmpty == false { rows.append(row) }
    }
    return rows
  }
}
