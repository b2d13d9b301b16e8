// What the serial side of a run hands to the workers: where a document's bytes are, or the bytes.

package import Ingest

/// A document, or a run of records, before it is parsed.
package struct RawDocument: Sendable {
  package enum Content: Sendable {
    /// A file that the worker reads itself.
    case file(String)
    case bytes([UInt8])
    /// Whole JSON lines; documents of several records are never cut.
    case records([UInt8], firstLine: Int)
    /// The bytes could not be had.
    case failure(String)
  }
  package var id: String
  /// What messages call it: the path, or archive and member.
  package var name: String
  package var content: Content
  /// What the container says of it: URL and date of a WARC record, columns of a CSV row.
  package var metadata: DocumentMetadata

  /// Number of the file in the list of inputs.
  package var file = 0
  /// Number of the document in its file; records count on from it by their lines.
  package var member = 0
  /// Bytes of the file that were read when it was handed out; 0 for a file of its own.
  package var position = 0

  package init(
    id: String, name: String, content: Content, metadata: DocumentMetadata = DocumentMetadata()
  ) {
    self.id = id
    self.name = name
    self.content = content
    self.metadata = metadata
  }
}
