// Tables whose columns stand apart by blanks, as `pdftotext -layout` prints them.

internal import Text

extension LineClassifier {
  /// Three rows and more whose cells stand below each other, with the lines that their cells go on in.
  mutating func markTables() {
    var index = 0
    while index < text.lines.count {
      let rows = rows(from: index)
      if rows.isTable {
        for row in index..<rows.end { text.lines[row].role = .tableCell }
      }
      index = rows.end
    }
  }

  /// The line after the rows from `start` on, and whether they are a table.
  private func rows(from start: Int) -> (end: Int, isTable: Bool) {
    guard mayBeRow(start) else { return (start + 1, false) }
    var rows = [text.cells(start)]
    guard rows[0].count > 1 else { return (start + 1, false) }
    var at = start + 1
    while at < text.lines.count, text.lines[at].role == .body, !text.lines[at].startsPage,
      text.lines[at].blanksBefore <= 1
    {
      if mayBeRow(at), case let cells = text.cells(at), cells.count > 1 {
        guard Self.align(cells, rows[rows.count - 1]) else { break }
        rows.append(cells)
      } else if text.places(of: text.cells(at), at, below: rows[rows.count - 1]) == nil,
        !opensRow(at, below: rows[rows.count - 1])
      {
        break
      }
      at += 1
    }
    return (at, Self.isTable(rows, in: text))
  }

  /// "Quay Row and the" above "islands   12   1": the first cell of a row goes over two lines.
  private func opensRow(_ index: Int, below row: [TextLines.Cell]) -> Bool {
    let next = index + 1
    guard next < text.lines.count, text.startsLower(next), text.lines[next].blanksBefore == 0,
      mayBeRow(next), abs(text.cells(index)[0].column - row[0].column) <= 1
    else { return false }
    return Self.align(text.cells(next), row)
  }

  /// Lines of words have one blank for five letters.
  private func mayBeRow(_ index: Int) -> Bool {
    let line = text.lines[index]
    return line.role == .body && line.count <= LineCounts.longest && line.counts.spaces >= 4
      && Int(line.counts.spaces) * 4 >= line.count && hasGap(line)
  }

  /// Three blanks in a row.
  private func hasGap(_ line: TextLine) -> Bool {
    let raw = UnsafeRawBufferPointer(text.bytes)
    var at = line.start
    while at + 8 <= line.end {
      let visible = EightBytes(raw, at: at).visible
      // The last two of the eight are looked at again in the next step.
      if ~(visible | visible >> 8 | visible >> 16) & 0x8080_8080_8080 != 0 { return true }
      at += 6
    }
    return text.bytes[at..<line.end].split(whereSeparator: { $0 > 0x20 }).contains { $0.count >= 3 }
  }

  /// Whether a cell behind the first one begins or ends below another one.
  private static func align(_ row: [TextLines.Cell], _ above: [TextLines.Cell]) -> Bool {
    row.dropFirst().contains { cell in
      above.dropFirst().contains {
        abs($0.column - cell.column) <= 1 || abs($0.columnEnd - cell.columnEnd) <= 1
      }
    }
  }

  /// Not the columns of a printed page: their lines go on in small letters and are long.
  private static func isTable(_ rows: [[TextLines.Cell]], in text: TextLines) -> Bool {
    guard rows.count >= 3 else { return false }
    let cells = rows.flatMap { $0 }
    let small = cells.count { text.bytes[$0.start] &- 0x61 < 26 }
    guard small * 5 < cells.count * 2 else { return false }
    if rows.count(where: { $0.count >= 3 }) * 2 >= rows.count { return true }
    let short = rows.count { $0[$0.count - 1].end - $0[$0.count - 1].start <= 20 }
    return short * 5 >= rows.count * 3
  }
}
