// The worker's second half: from documents to coded documents. All calls into Tagging are here.

package import Ingest
package import Tagging
internal import Text

/// Codes documents; one a thread.
package struct DocumentCoder: Sendable {
  /// Digest of all lexicon files in use.
  package let lexiconDigest = ""

  /// - Parameter lexicons: folders given by --lexicons, later ones win.
  /// - Throws: `BatchError.unreadable` for a lexicon that cannot be used.
  package init(lexicons: [String], options: TaggingOptions) throws(BatchError) {}

  /// Languages that are coded, as primary subtags.
  package static let languages: Set<String> = ["en"]

  /// The language of a document that is not coded, or nil if it is one of ours or not known.
  /// Records as passages are never left out: one line in gives one line out.
  package static func foreignLanguage(of document: Document) -> String? {
    guard document.unit != .record, let lang = document.metadata.lang,
      let primary = lang.split(separator: "-").first?.lowercased(), !languages.contains(primary)
    else { return nil }
    return primary
  }

  /// The warning for a document that is left out for its language.
  package static func warning(language: String) -> String {
    "in '\(language)', which is not coded: skipped (--lang en if it is not)"
  }

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
