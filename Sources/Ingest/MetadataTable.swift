// `--metadata FILE.csv`: what the researcher knows of her documents, a row a document.

internal import SwiftCSV
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
    let text = String(decoding: Decoding.decode(bytes).bytes, as: UTF8.self)
    let table: EnumeratedCSV
    do {
      table = try EnumeratedCSV(string: text, delimiter: .comma, loadColumns: false)
    } catch {
      throw MetadataTableError(line: 1, reason: "no CSV: \(error)")
    }
    let header = table.header.map { $0.trimmingPrefix("\u{FEFF}") }.map(String.init)
    guard let key = header.firstIndex(where: { $0 == "file" || $0 == "doc" }) else {
      throw MetadataTableError(line: 1, reason: "no column \"file\" or \"doc\"")
    }
    for (index, name) in header.enumerated() where index != key && !Self.columns.contains(name) {
      throw MetadataTableError(
        line: 1,
        reason:
          "unknown column \"\(name)\"; known: file or doc, \(Self.columns.joined(separator: ", "))")
    }
    for (number, row) in table.rows.enumerated() {
      if row.count == 1, row[0].isEmpty { continue }
      guard row.count == header.count else {
        throw MetadataTableError(
          line: number + 2, reason: "\(row.count) fields but \(header.count) columns")
      }
      var metadata = DocumentMetadata()
      for (index, value) in row.enumerated() where index != key && !value.isEmpty {
        metadata.set(header[index], to: value)
        if header[index] == "genre", metadata.genre == nil {
          throw MetadataTableError(line: number + 2, reason: "unknown genre \"\(value)\"")
        }
      }
      rows[row[key]] = metadata
    }
  }

  /// Fills what the command line left open from the row of `doc`.
  package func apply(to metadata: inout DocumentMetadata, doc: String) {
    guard let row = rows[doc] else { return }
    metadata.fill(from: row, source: .metadata)
  }
}
