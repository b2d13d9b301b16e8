// The worker's second half: from documents to coded documents. All calls into Tagging are here.

package import Ingest
package import Tagging
internal import Text

/// Codes documents; one a thread.
package struct DocumentCoder {
  /// - Parameter lexicons: folders given by --lexicons, later ones win.
  /// - Throws: `BatchError.unreadable` for a lexicon that cannot be used.
  package init(lexicons: [String], options: TaggingOptions) throws(BatchError) {}

  package func code(_ document: Document) -> CodedDocument {
    var coded = CodedDocument(doc: document.id)
    coded.text = document.text
    coded.sections = document.sections
    var counter = CodePointCounter(document.text)
    for (number, passage) in document.passages.enumerated() {
      coded.passages.append(
        CodedPassage(
          passage: number, unit: document.unit.rawValue,
          start: counter.codePoints(before: passage.start, in: document.text),
          end: counter.codePoints(before: passage.end, in: document.text),
          textStart: passage.start, textEnd: passage.end))
    }
    return coded
  }
}
