// `--attributes FILE.csv`: further columns of the researcher's on actors or documents, to put them
// together or tell them apart by.

internal import SwiftCSV
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
    let text = String(decoding: Decoding.decode(bytes).bytes, as: UTF8.self)
    let table: EnumeratedCSV
    do {
      table = try EnumeratedCSV(string: text, delimiter: .comma, loadColumns: false)
    } catch {
      throw MetadataTableError(line: 1, reason: "no CSV: \(error)")
    }
    let header = table.header.map { $0.trimmingPrefix("\u{FEFF}") }.map(String.init)
    guard let key = header.firstIndex(where: { ["actor", "doc", "file"].contains($0) }) else {
      throw MetadataTableError(line: 1, reason: "no column \"actor\", \"doc\" or \"file\"")
    }
    subject = header[key] == "actor" ? .actor : .doc
    for name in header where !name.utf8.allSatisfy(Self.isNameByte) || name.isEmpty {
      throw MetadataTableError(
        line: 1, reason: "column \"\(name)\": letters, digits, '-' and '_' only, it names a file")
    }
    columns = header.enumerated().filter { $0.offset != key }.map(\.element)
    for (number, row) in table.rows.enumerated() {
      if row.count == 1, row[0].isEmpty { continue }
      guard row.count == header.count else {
        throw MetadataTableError(
          line: number + 2, reason: "\(row.count) fields but \(header.count) columns")
      }
      for (index, value) in row.enumerated() where index != key && !value.isEmpty {
        values[row[key], default: [:]][header[index]] = value
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
