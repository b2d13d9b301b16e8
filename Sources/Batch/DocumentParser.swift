// The worker's first half: from a raw document to documents with passages. One a thread; all calls
// into Ingest's readers are here.

package import Ingest
internal import Text

/// Reads raw documents; keeps the readers' buffers from one to the next.
package struct DocumentParser {
  package typealias Outcome = Swift.Result<Document, InputFailure>
  private let options: IngestOptions

  package init(options: IngestOptions) { self.options = options }

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
    guard !bytes.isEmpty else {
      return .failure(InputFailure(name: raw.name, reason: "empty"))
    }
    do {
      return .success(try StandInReader.read(bytes, id: raw.id, options: options))
    } catch {
      return .failure(InputFailure(name: raw.name, reason: error.message))
    }
  }

  private mutating func records(
    _ bytes: [UInt8], firstLine: Int, of raw: RawDocument
  ) -> [Outcome] {
    var outcomes: [Outcome] = []
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line == [13] { continue }
      do {
        outcomes.append(
          .success(try StandInReader.record(line, fallback: "\(raw.id)#\(firstLine + index)")))
      } catch {
        outcomes.append(
          .failure(
            InputFailure(
              name: "\(raw.name):\(firstLine + index)", reason: "not a record: \(error.reason)")))
      }
    }
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
