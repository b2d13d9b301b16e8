// A gold file as documents: units of the same document, in order, read as records.

package import Ingest
internal import Text

/// Gold units and the documents they make.
package struct GoldSet: Sendable {
  package var units: [GoldUnit]

  /// Why a gold file can't be used; `line` counts from 1.
  package struct Failure: Error, Sendable {
    package var line: Int
    package var reason: String
  }

  package init(units: [GoldUnit]) { self.units = units }

  /// - Parameter bytes: JSONL, or a table as `GoldCSV` reads it.
  package init(_ bytes: [UInt8]) throws(Failure) {
    if GoldCSV.isTable(bytes) {
      units = try GoldCSV.units(bytes)
      guard !units.isEmpty else { throw Failure(line: 1, reason: "no unit in it") }
      return
    }
    var units: [GoldUnit] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      do {
        units.append(try Self.unit(Array(line)))
      } catch {
        throw Failure(line: number, reason: error.reason)
      }
    }
    guard !units.isEmpty else { throw Failure(line: 1, reason: "no unit in it") }
    self.units = units
  }

  static func unit(_ line: [UInt8]) throws(JSONError) -> GoldUnit {
    var result: Result<GoldUnit, JSONError> = .failure(JSONError(offset: 0, reason: "empty"))
    line.withUnsafeBufferPointer { buffer in
      do throws(JSONError) { result = .success(try GoldUnit(buffer)) } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  /// The documents, each with the numbers of its units; units of one document are consecutive.
  package func documents() -> [(document: Document, units: Range<Int>)] {
    var options = IngestOptions()
    options.unit = .record
    let reader = RecordReader(options: options)
    var documents: [(Document, Range<Int>)] = []
    var from = 0
    while from < units.count {
      var to = from
      while to < units.count, units[to].doc == units[from].doc { to += 1 }
      let records = units[from..<to].map(\.record)
      documents.append((reader.document(passages: records, id: units[from].doc), from..<to))
      from = to
    }
    return documents
  }
}
