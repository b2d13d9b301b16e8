// The worker's first half: from a raw document to documents with passages. One a thread; all calls
// into Ingest's readers are here.

package import Ingest
internal import Text

/// Reads raw documents; keeps the readers' buffers from one to the next.
package struct DocumentParser {
  package typealias Outcome = Swift.Result<Document, InputFailure>
  private let options: IngestOptions
  private let reader: DocumentReader
  private let recordReader: RecordReader

  package init(options: IngestOptions, metadata: MetadataTable? = nil) {
    self.options = options
    reader = DocumentReader(options: options, metadata: metadata)
    recordReader = RecordReader(options: options, metadata: metadata)
  }

  /// The documents of a raw document, in order: one, or those of its records.
  package mutating func documents(of raw: RawDocument) -> [Outcome] {
    switch raw.content {
    case .failure(let reason):
      return [.failure(InputFailure(name: raw.name, reason: reason))]
    case .file(let path):
      do {
        let bytes = try PosixFile.read(path, limit: options.maximumBytes)
        return [document(bytes, of: raw)]
      } catch {
        return [.failure(error)]
      }
    case .bytes(let bytes): return [document(bytes, of: raw)]
    case .records(let bytes, let firstLine): return records(bytes, firstLine: firstLine, of: raw)
    }
  }

  private mutating func document(_ bytes: [UInt8], of raw: RawDocument) -> Outcome {
    do throws(IngestError) {
      return .success(
        try reader.read(
          bytes, id: raw.id, fileExtension: Self.fileExtension(raw.name), carried: raw.metadata))
    } catch {
      return .failure(InputFailure(name: raw.name, reason: error.message))
    }
  }

  private static func fileExtension(_ name: String) -> String? {
    let name = name.utf8.suffix(12)
    guard let dot = name.lastIndex(of: 0x2E) else { return nil }
    return String(Substring(name[name.index(after: dot)...])).lowercased()
  }

  private mutating func records(
    _ bytes: [UInt8], firstLine: Int, of raw: RawDocument
  ) -> [Outcome] {
    var outcomes: [Outcome] = []
    var open: (id: String, records: [InputRecord])?
    func close() {
      if let (id, records) = open {
        outcomes.append(.success(recordReader.document(passages: records, id: id)))
      }
      open = nil
    }
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line == [13] { continue }
      let number = firstLine + index
      do throws(JSONError) {
        let record = try line.withUnsafeBufferPointer { line throws(JSONError) in
          try InputRecord(line)
        }
        let id = record.doc ?? "\(raw.id)#\(number)"
        guard options.unit == .record else {
          outcomes.append(.success(recordReader.document(record, id: id)))
          continue
        }
        if open?.id != id { close() }
        if open == nil { open = (id, []) }
        open?.records.append(record)
      } catch {
        close()
        outcomes.append(
          .failure(
            InputFailure(name: "\(raw.name):\(number)", reason: "not a record: \(error.reason)")))
      }
    }
    close()
    return outcomes
  }
}

extension IngestError {
  /// One line for people, without the file's name.
  package var message: String {
    switch self {
    case .unreadable(let reason): reason
    case .binary(let kind, let advice): "\(kind), not text; \(advice)"
    case .empty: "empty: no text in it"
    case .tooLarge(let bytes, let limit):
      "\(bytes) bytes is more than the limit of \(limit); split the document"
    case .malformedRecord(let line, let reason): "line \(line): \(reason)"
    }
  }
}
