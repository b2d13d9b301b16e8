// Why a document could not be read. NormtagCommand renders these with the file's name.

/// A document that cannot be read; the text says what to do.
package enum IngestError: Error, Sendable, Equatable {
  case unreadable(reason: String)
  case binary(kind: String, advice: String)
  case tooLarge(bytes: Int, limit: Int)
  case malformedRecord(line: Int, reason: String)
}
