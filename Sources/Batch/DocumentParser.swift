// The worker's first half: from a raw document to documents with passages. One a thread; all calls
// into Ingest's readers are here.

package import Ingest
internal import Text

/// A document as it was read, or why it was not.
package struct ParsedDocument: Sendable {
  package var id: String
  /// What messages call it.
  package var name: String
  /// Place in its file: see `RawDocument.member`.
  package var member: Int
  package var digest: String
  package var bytes: Int
  /// Nil if the caller had it done already.
  package var outcome: Swift.Result<Document, InputFailure>?
}

/// Reads raw documents; keeps the readers' buffers from one to the next.
package struct DocumentParser {
  private let options: IngestOptions
  private let reader: DocumentReader
  private let recordReader: RecordReader
  /// Whether inputs are digested: for manifests only.
  private let digests: Bool

  package init(options: IngestOptions, metadata: MetadataTable? = nil, digests: Bool = false) {
    self.options = options
    reader = DocumentReader(options: options, metadata: metadata)
    recordReader = RecordReader(options: options, metadata: metadata)
    self.digests = digests
  }

  /// The documents of a raw document, in order: one, or those of its records.
  /// - Parameter isDone: told id and digest, says that the document need not be parsed again.
  package mutating func documents(
    of raw: RawDocument, isDone: (String, String) -> Bool = { _, _ in false },
    timings: inout StageTimes
  ) -> [ParsedDocument] {
    switch raw.content {
    case .failure(let reason):
      return [failed(raw, InputFailure(name: raw.name, reason: reason))]
    case .file(let path):
      do {
        let bytes = try timings.measure(.read) { () throws(InputFailure) in
          try PosixFile.read(path, limit: options.maximumBytes)
        }
        return [parse(bytes, of: raw, isDone: isDone, &timings)]
      } catch {
        return [failed(raw, error)]
      }
    case .bytes(let bytes): return [parse(bytes, of: raw, isDone: isDone, &timings)]
    case .records(let bytes, let firstLine):
      return records(bytes, firstLine: firstLine, of: raw, isDone: isDone, &timings)
    }
  }

  private func failed(_ raw: RawDocument, _ failure: InputFailure) -> ParsedDocument {
    ParsedDocument(
      id: raw.id, name: raw.name, member: raw.member, digest: "", bytes: 0,
      outcome: .failure(failure))
  }

  private mutating func parse(
    _ bytes: [UInt8], of raw: RawDocument, isDone: (String, String) -> Bool,
    _ timings: inout StageTimes
  ) -> ParsedDocument {
    let digest = timings.measure(.read) { digests ? SHA256.hex(bytes) : "" }
    var parsed = ParsedDocument(
      id: raw.id, name: raw.name, member: raw.member, digest: digest, bytes: bytes.count,
      outcome: nil)
    if digests, isDone(raw.id, digest) { return parsed }
    parsed.outcome = measure(&timings) { $0.document(bytes, of: raw) }
    return parsed
  }

  /// Times what finds sentences apart from the rest of reading.
  private mutating func measure(
    _ timings: inout StageTimes,
    _ read: (inout DocumentParser) -> Swift.Result<Document, InputFailure>
  ) -> Swift.Result<Document, InputFailure> {
    let outcome = timings.measure(.parse) { read(&self) }
    if case .success(let document) = outcome {
      timings.move(document.segmentTime, from: .parse, to: .segment)
    }
    return outcome
  }

  private mutating func document(
    _ bytes: [UInt8], of raw: RawDocument
  ) -> Swift.Result<Document, InputFailure> {
    do throws(IngestError) {
      return .success(
        try reader.read(
          bytes, id: raw.id, fileExtension: InputDiscovery.fileExtension(raw.name),
          carried: raw.metadata))
    } catch {
      return .failure(InputFailure(name: raw.name, reason: error.message))
    }
  }

  private mutating func records(
    _ bytes: [UInt8], firstLine: Int, of raw: RawDocument, isDone: (String, String) -> Bool,
    _ timings: inout StageTimes
  ) -> [ParsedDocument] {
    var parsed: [ParsedDocument] = []
    for group in RecordSplitter.documents(
      in: bytes, joined: options.unit == .record, firstLine: firstLine)
    {
      let id = "\(raw.id)#\(group.firstLine)"
      let name = "\(raw.name):\(group.firstLine)"
      let lines = bytes[group.range]
      var document = ParsedDocument(
        id: id, name: name, member: raw.member + group.firstLine,
        digest: digests ? SHA256.hex(Array(lines)) : "", bytes: lines.count, outcome: nil)
      let outcome = measure(&timings) {
        $0.record(lines, id: id, firstLine: group.firstLine, of: raw)
      }
      if case .success(let read) = outcome { document.id = read.id }
      if !digests || !isDone(document.id, document.digest) { document.outcome = outcome }
      parsed.append(document)
    }
    return parsed
  }

  private mutating func record(
    _ lines: ArraySlice<UInt8>, id: String, firstLine: Int, of raw: RawDocument
  ) -> Swift.Result<Document, InputFailure> {
    var records: [InputRecord] = []
    for (index, line) in lines.split(separator: 0x0A).enumerated() where line != [0x0D] {
      do throws(JSONError) {
        records.append(
          try line.withUnsafeBufferPointer { line throws(JSONError) in try InputRecord(line) })
      } catch {
        return .failure(
          InputFailure(
            name: "\(raw.name):\(firstLine + index)", reason: "not a record: \(error.reason)"))
      }
    }
    let doc = records.first?.doc ?? id
    guard options.unit != .record else {
      return .success(recordReader.document(passages: records, id: doc))
    }
    guard let record = records.first else {
      return .failure(InputFailure(name: id, reason: "not a record"))
    }
    return .success(recordReader.document(record, id: doc))
  }
}

extension IngestError {
  /// One line for people, without the file's name.
  package var message: String {
    switch self {
    case .unreadable(let reason): reason
    case .binary(let kind, let advice): "\(kind), not text; \(advice)"
    case .tooLarge(let bytes, let limit):
      "\(bytes) bytes is more than the limit of \(limit); split the document"
    case .malformedRecord(let line, let reason): "line \(line): \(reason)"
    }
  }
}
