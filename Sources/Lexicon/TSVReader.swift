// A TSV file line by line, its cells as slices of the file's bytes: no string is made that nobody
// keeps. `#` lines are comments, the first other line is the header.

internal import Text

/// Bytes of a file that outlive their reading.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// Reads one lexicon file; after `next()` the cells are those of a row.
struct TSVReader {
  let file: String
  private(set) var header: [String] = []
  /// 1-based number of the current line.
  private(set) var line = 0
  private(set) var cells: [Bytes] = []
  let bytes: Bytes
  private(set) var at = 0

  init(file: String, bytes: Bytes) {
    self.file = file
    self.bytes = bytes
    // Spreadsheets like to begin a file with a byte-order mark.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    if next() { header = cells.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// Goes to the next row; false at the end of the file.
  mutating func next() -> Bool {
    let bytes = bytes
    while at < bytes.count {
      line += 1
      cells.removeAll(keepingCapacity: true)
      let isComment = bytes[at] == 0x23
      let lineEnd = bytes.place(of: 0x0A, from: at) ?? bytes.count
      var start = at
      at = lineEnd + 1
      if isComment { continue }
      while let tab = bytes.place(of: 0x09, from: start, upTo: lineEnd) {
        cells.append(Bytes(rebasing: bytes[start..<tab]))
        start = tab + 1
      }
      let end = lineEnd > start && bytes[lineEnd - 1] == 0x0D ? lineEnd - 1 : lineEnd
      if end == start && cells.isEmpty { continue }
      cells.append(Bytes(rebasing: bytes[start..<end]))
      return true
    }
    return false
  }

  /// Goes on at `place`, `lines` lines further down.
  mutating func skip(to place: Int, lines: Int) {
    at = place
    line += lines
  }

  /// Bytes of the file.
  var size: Int { bytes.count }

  func column(_ name: String) -> Int? { header.firstIndex(of: name) }

  /// The cell of a column, empty where the row is short.
  func cell(_ column: Int?) -> Bytes {
    guard let column, column < cells.count else { return Bytes(start: nil, count: 0) }
    return cells[column]
  }

  func text(_ column: Int?) -> String { String(decoding: cell(column), as: UTF8.self) }

  /// Calls `body` with the items of a cell that holds a list.
  func forEachItem(_ column: Int?, _ body: (Bytes) -> Void) {
    let cell = cell(column)
    var start = 0
    while start < cell.count {
      var end = start
      while end < cell.count, cell[end] != 0x7C { end += 1 }
      let next = end + 1
      while start < end, cell[start] == 0x20 { start += 1 }
      while end > start, cell[end - 1] == 0x20 { end -= 1 }
      if end > start { body(Bytes(rebasing: cell[start..<end])) }
      start = next
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The same bytes, wherever they stand.
  func equals(_ other: Bytes) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
  func equals(_ other: StaticString) -> Bool {
    equals(Bytes(start: other.utf8Start, count: other.utf8CodeUnitCount))
  }
}
