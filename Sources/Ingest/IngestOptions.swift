// What a caller can ask of a reader, limits included.

/// How a document's bytes are to be read.
package struct IngestOptions: Sendable {
  package enum Format: String, Sendable, CaseIterable { case auto, html, text, markdown, jsonl }
  package var format = Format.auto
  package var unit = PassageUnit.sentence
  /// Keep furniture (running heads, references …) as labelled passages (`--keep`).
  package var keepsFurniture = false
  /// Measure the time that finding sentences takes (`Document.segmentTime`).
  package var measures = false
  /// Values of the command line; they win over all others.
  package var overrides = DocumentMetadata()
  /// Largest document in bytes; a larger one is refused with a message.
  package var maximumBytes = 64 << 20
  /// Deepest nesting of HTML elements that is followed; deeper ones are flattened with a warning.
  package var maximumDepth = 512
  /// Most attributes of one tag that are read; the rest is dropped with a warning.
  package var maximumAttributes = 1_000

  /// Most lines of plain text or Markdown that are read; the rest is left out with a warning.
  package var maximumLines = 2_000_000
  /// Most elements and texts of a page that are read; the rest is left out with a warning.
  package var maximumElements = 2_000_000
  /// Most passages of a document; the rest of it is left out with a warning.
  package var maximumPassages = 100_000
  /// Most words of a document; the rest of it is left out with a warning.
  package var maximumWords = 5_000_000
  /// Longest passage in bytes; a longer one is cut at a space with a warning.
  package var maximumPassageBytes = 50_000

  package init() {}
}
