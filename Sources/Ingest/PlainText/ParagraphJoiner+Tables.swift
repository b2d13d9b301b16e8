// Rows of tables: every cell is a passage, with the lines that it goes on in.

extension TextLines {
  /// Whether the cells of line `index` go on with those of the row above: they stand in its columns,
  /// right below it, and begin with a small letter or leave the first column free.
  func continuesRow(_ cells: [Cell], _ index: Int, below row: [Cell]) -> Bool {
    guard lines[index].blanksBefore == 0, lines[index].item == .none else { return false }
    return cells.allSatisfy { cell in
      guard let place = row.firstIndex(where: { abs($0.column - cell.column) <= 1 }) else {
        return false
      }
      return cell.column > row[0].column + 1 && place > 0 && cells.count < row.count
        || bytes[cell.start] &- 0x61 < 26
    }
  }
}

extension ParagraphJoiner {
  /// Takes a line of a table: a row, or more of the row above.
  mutating func takeRow(_ index: Int) {
    let cells = text.cells(index)
    if !row.isEmpty, text.continuesRow(cells, index, below: row.map(\.cell)) {
      for cell in cells {
        guard let place = row.firstIndex(where: { abs($0.cell.column - cell.column) <= 1 }) else {
          continue
        }
        row[place].text.append(0x20)
        row[place].text.append(contentsOf: text.bytes[cell.start..<cell.end])
      }
    } else {
      flushRow()
      row = cells.map { ($0, Array(text.bytes[$0.start..<$0.end])) }
    }
  }
}
