// `--metadata FILE.csv`: what the researcher knows of her documents, a row a document.

internal import Text

/// A metadata file whose rows can't be used.
package struct MetadataTableError: Error, Sendable, Equatable {
  /// 1-based line of the file.
  package var line: Int
  package var reason: String
}

/// Metadata by document id or file name.
package struct MetadataTable: Sendable {
  private var rows: [String: DocumentMetadata] = [:]

  package static let columns = ["title", "date", "issuer", "genre", "lang", "url"]

  /// - Parameter bytes: CSV with a header; one column is `file` or `doc`.
  package init(_ bytes: [UInt8]) throws(MetadataTableError) {
    let table = CSVRows(Decoding.decode(bytes).bytes)
    if let line = table.openQuote {
      throw MetadataTableError(line: line, reason: "a quote is not closed")
    }
    let header = table.rows.first?.fields.map { Self.trimmed($0) } ?? []
    guard let key = header.firstIndex(where: { $0 == "file" || $0 == "doc" }) else {
      throw MetadataTableError(line: 1, reason: "no column \"file\" or \"doc\"")
    }
    for (index, name) in header.enumerated() where index != key && !Self.columns.contains(name) {
      throw MetadataTableError(
        line: 1,
        reason:
          "unknown column \"\(name)\"; known: file or doc, \(Self.columns.joined(separator: ", "))")
    }
    for row in table.rows.dropFirst() {
      // Cells missing at a row's end are empty ones.
      guard row.fields.count <= header.count, row.fields.count > key else {
        throw MetadataTableError(
          line: row.line, reason: "\(row.fields.count) fields but \(header.count) columns")
      }
      var metadata = DocumentMetadata()
      for (index, value) in row.fields.enumerated() where index != key && !value.isEmpty {
        metadata.set(header[index], to: value)
        if header[index] == "genre", metadata.genre == nil {
          throw MetadataTableError(line: row.line, reason: "unknown genre \"\(value)\"")
        }
      }
      rows[row.fields[key]] = metadata
    }
  }

  private static func trimmed(_ text: String) -> String {
    String(decoding: PassageBuilder.collapse(Array(text.utf8)), as: UTF8.self)
  }

  /// Fills what the command line left open from the row of `doc`.
  package func apply(to metadata: inout DocumentMetadata, doc: String) {
    guard let row = rows[doc] else { return }
    metadata.fill(from: row, source: .metadata)
  }
}
