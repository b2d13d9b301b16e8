// Rows of tables: every cell is a passage, with the lines that it goes on in.

extension TextLines {
  /// The places in the row above of the cells of line `index`, if they go on with it: they stand in its
  /// columns, right below it, and begin with a small letter or leave the first column free.
  func places(of cells: [Cell], _ index: Int, below row: [Cell]) -> [Int]? {
    guard lines[index].blanksBefore == 0, lines[index].item == .none else { return nil }
    var places: [Int] = []
    for cell in cells {
      guard let place = row.firstIndex(where: { abs($0.column - cell.column) <= 1 }),
        cell.column > row[0].column + 1 && place > 0 && cells.count < row.count
          || bytes[cell.start] &- 0x61 < 26
      else { return nil }
      places.append(place)
    }
    return places
  }
}

extension ParagraphJoiner {
  /// Takes a line of a table: a row, or more of the row above.
  mutating func takeRow(_ index: Int) {
    let cells = text.cells(index)
    if !row.isEmpty, let places = text.places(of: cells, index, below: row.map(\.cell)) {
      for (cell, place) in zip(cells, places) {
        row[place].text.append(0x20)
        row[place].text.append(contentsOf: text.bytes[cell.start..<cell.end])
      }
    } else {
      flushRow()
      row = cells.map { ($0, Array(text.bytes[$0.start..<$0.end])) }
    }
  }
}
