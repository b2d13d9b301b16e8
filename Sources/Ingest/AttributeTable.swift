// `--attributes FILE.csv`: further columns of the researcher's on actors or documents, to put them
// together or tell them apart by.

internal import Text

/// Columns by actor or by document.
package struct AttributeTable: Sendable {
  package enum Subject: String, Sendable { case actor, doc }
  package let subject: Subject
  package let columns: [String]
  /// By the code of the actor or the id of the document, then by column.
  package private(set) var values: [String: [String: String]] = [:]

  /// - Parameter bytes: CSV with a header; one column is `actor`, `doc` or `file`.
  package init(_ bytes: [UInt8]) throws(MetadataTableError) {
    let table = CSVRows(Decoding.decode(bytes).bytes)
    if let line = table.openQuote {
      throw MetadataTableError(line: line, reason: "a quote is not closed")
    }
    let header = table.rows.first?.fields ?? []
    guard let key = header.firstIndex(where: { ["actor", "doc", "file"].contains($0) }) else {
      throw MetadataTableError(line: 1, reason: "no column \"actor\", \"doc\" or \"file\"")
    }
    subject = header[key] == "actor" ? .actor : .doc
    for name in header where !name.utf8.allSatisfy(Self.isNameByte) || name.isEmpty {
      throw MetadataTableError(
        line: 1, reason: "column \"\(name)\": letters, digits, '-' and '_' only, it names a file")
    }
    columns = header.enumerated().filter { $0.offset != key }.map(\.element)
    for row in table.rows.dropFirst() {
      // Cells missing at a row's end are empty ones.
      guard row.fields.count <= header.count, row.fields.count > key else {
        throw MetadataTableError(
          line: row.line, reason: "\(row.fields.count) fields but \(header.count) columns")
      }
      for (index, value) in row.fields.enumerated() where index != key && !value.isEmpty {
        values[row.fields[key], default: [:]][header[index]] = value
      }
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }
}
