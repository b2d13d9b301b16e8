// Rows of tables: cells that are kept apart by three blanks or more.

extension TextLines {
  /// A part of a line between wide gaps.
  struct Cell {
    /// Characters before it on its line.
    var column: Int
    /// Where it is in `bytes`.
    var start: Int
    var end: Int
    /// The column after it.
    var columnEnd: Int
  }

  /// The cells of a line; one if it has no gaps. Blanks after a label or a stop are no gap.
  func cells(_ index: Int) -> [Cell] {
    let line = lines[index]
    var at = line.start
    var column = indent(of: line)
    var cells = [Cell(column: column, start: at, end: at, columnEnd: column)]
    while at < line.end {
      let open = at
      while at < line.end, bytes[at] <= 0x20 { at += 1 }
      let blanks = at - open
      column += blanks
      if blanks >= 3, isGap(blanks, from: cells[cells.count - 1], line) {
        cells.append(Cell(column: column, start: at, end: at, columnEnd: column))
      }
      while at < line.end, bytes[at] > 0x20 {
        if bytes[at] & 0xC0 != 0x80 { column += 1 }
        at += 1
      }
      cells[cells.count - 1].end = at
      cells[cells.count - 1].columnEnd = column
    }
    return cells
  }

  /// Whether so many blanks after a cell part it from the next one.
  private func isGap(_ blanks: Int, from cell: Cell, _ line: TextLine) -> Bool {
    if cell.start == line.start, line.item != .none, cell.end - cell.start <= 6 { return false }
    switch bytes[cell.end - 1] {
    case 0x2E, 0x3A, 0x3B, 0x3F, 0x21: return blanks > 4
    default: return true
    }
  }

  /// Blanks before a line.
  private func indent(of line: TextLine) -> Int {
    var at = line.start
    while at > 0, bytes[at - 1] == 0x20 { at -= 1 }
    return line.start - at
  }
}
