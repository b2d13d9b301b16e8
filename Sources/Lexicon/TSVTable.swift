// A TSV file as rows of strings with line numbers: `#` lines are comments, the first other line is
// the header.

/// The rows of one lexicon file.
struct TSVTable {
  struct Row {
    var line: Int
    var cells: [Substring]
  }
  var file: String
  private(set) var header: [Substring] = []
  private(set) var rows: [Row] = []

  init(file: String, bytes: UnsafeBufferPointer<UInt8>) {
    self.file = file
    let text = String(decoding: bytes, as: UTF8.self)
    var number = 0
    for raw in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      var line = Substring(raw)
      if line.utf8.last == 0x0D { line = Substring(raw.dropLast()) }
      if line.isEmpty || line.utf8.first == 0x23 { continue }
      let cells = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { Substring($0) }
      if header.isEmpty {
        header = cells
      } else {
        rows.append(Row(line: number, cells: cells))
      }
    }
  }

  func column(_ name: String) -> Int? { header.firstIndex { $0 == name } }
}

extension TSVTable.Row {
  /// The cell of a column, empty where the row is short.
  func cell(_ column: Int?) -> Substring {
    guard let column, column < cells.count else { return "" }
    return cells[column]
  }

  /// The items of a cell that holds a list.
  func list(_ column: Int?) -> [Substring] {
    cell(column).split(separator: "|").compactMap { item in
      let trimmed = item.drop { $0 == " " }
      var end = trimmed
      while end.last == " " { end.removeLast() }
      return end.isEmpty ? nil : end
    }
  }
}
