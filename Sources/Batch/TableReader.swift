// CSV files with a column of text: a row a document, the other columns its metadata. Read row by
// row, so that a table may be larger than memory.

internal import Ingest

/// Reads documents from rows of CSV (RFC 4180; `;` or tab as separator if the header has them).
struct TableReader {
  private let stream: ByteStream
  private let limit: Int
  private var header: [String] = []
  private var separator: UInt8 = 0x2C
  private(set) var row = 0
  private let text: Int

  /// - Throws: if the column is not there.
  init(_ stream: ByteStream, column: String, limit: Int) throws(InputFailure) {
    self.stream = stream
    self.limit = limit
    guard let line = try stream.line(limit: limit) else {
      throw InputFailure(name: "", reason: "empty: no header line")
    }
    var bytes = Array(line)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if !bytes.contains(0x2C) {
      if bytes.contains(0x3B) { separator = 0x3B } else if bytes.contains(0x09) { separator = 0x09 }
    }
    let names = Self.fields(bytes, separator).map { String(decoding: $0, as: UTF8.self).trimmed }
    guard let index = names.firstIndex(of: column) else {
      throw InputFailure(
        name: "",
        reason: "no column '\(column)'; there are: \(names.joined(separator: ", "))")
    }
    text = index
    header = names
  }

  /// The next row: its text, metadata and, if it has one, id; nil at the end.
  mutating func next() throws(InputFailure) -> (
    doc: String?, text: [UInt8], metadata: DocumentMetadata
  )? {
    var record: [UInt8] = []
    var quotes = 0
    while let line = try stream.line(limit: limit) {
      record += line
      quotes += line.count { $0 == 0x22 }
      guard record.count <= limit else {
        throw InputFailure(name: "", reason: "row \(row + 1) is longer than \(limit) bytes")
      }
      if quotes % 2 == 1 { continue }
      if record.contains(where: { $0 > 0x20 }) { break }
      record.removeAll()
    }
    guard !record.isEmpty else { return nil }
    guard quotes % 2 == 0 else {
      throw InputFailure(name: "", reason: "row \(row + 1): a quote is not closed")
    }
    row += 1
    let fields = Self.fields(record, separator)
    guard text < fields.count else {
      throw InputFailure(
        name: "", reason: "row \(row): \(fields.count) fields but \(header.count) columns")
    }
    var metadata = DocumentMetadata()
    var doc: String?
    for (name, field) in zip(header, fields) where !field.isEmpty {
      let value = String(decoding: field, as: UTF8.self)
      switch name {
      case "doc", "file", "id": if doc == nil { doc = value }
      case "title": metadata.title = value
      case "date": metadata.date = value
      case "issuer": metadata.issuer = value
      case "genre": metadata.genre = Genre(rawValue: value)
      case "lang": metadata.lang = value
      case "url": metadata.url = value
      default: break
      }
    }
    return (doc, fields[text], metadata)
  }

  private static func fields(_ record: [UInt8], _ separator: UInt8) -> [[UInt8]] {
    var bytes = record[...]
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      if byte == 0x22 {
        if isQuoted, at < bytes.endIndex, bytes[at] == 0x22 {
          fields[fields.count - 1].append(0x22)
          at += 1
        } else {
          isQuoted.toggle()
        }
      } else if byte == separator, !isQuoted {
        fields.append([])
      } else {
        fields[fields.count - 1].append(byte)
      }
    }
    return fields
  }
}
