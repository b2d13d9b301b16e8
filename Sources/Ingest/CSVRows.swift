// Rows of CSV with the line that each begins on, so that a message can name it.

/// RFC 4180, and `;` or a tab as separator where the header has no comma.
struct CSVRows {
  struct Row {
    /// 1-based line of the file.
    var line: Int
    var fields: [String]
  }

  private(set) var rows: [Row] = []
  /// The line of a quote that is never closed.
  private(set) var openQuote: Int?

  /// - Parameter bytes: UTF-8 with LF line ends; empty lines are passed over.
  init(_ bytes: [UInt8]) {
    let header = bytes.prefix { $0 != 0x0A }
    let separators: [UInt8] = [0x2C, 0x3B, 0x09]
    let separator = separators.first { header.contains($0) } ?? 0x2C
    var line = 1
    var row = Row(line: 1, fields: [])
    var field: [UInt8] = []
    var quote: Int?
    var isEmpty = true
    var at = 0
    func closeField() {
      row.fields.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
    }
    func closeRow() {
      closeField()
      if !isEmpty { rows.append(row) }
      row = Row(line: line + 1, fields: [])
      isEmpty = true
    }
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case 0x22 where quote != nil && at < bytes.count && bytes[at] == 0x22:
        field.append(byte)
        at += 1
      case 0x22:
        quote = quote == nil ? line : nil
        isEmpty = false
      case 0x0A where quote == nil:
        closeRow()
        line += 1
      case separator where quote == nil:
        closeField()
        isEmpty = false
      default:
        if byte == 0x0A { line += 1 }
        if byte > 0x20 { isEmpty = false }
        field.append(byte)
      }
    }
    if !isEmpty || !field.isEmpty { closeRow() }
    openQuote = quote
  }
}
