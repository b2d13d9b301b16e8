// The worker's second half: from documents to coded documents. All calls into Tagging are here.

package import Ingest
package import Lexicon
package import Tagging
internal import Text

/// Codes documents; one a thread.
package struct DocumentCoder: Sendable {
  private var tagger: Tagger

  package init(lexicon: Lexicon, options: TaggingOptions) {
    tagger = Tagger(lexicon: lexicon, options: options)
  }

  /// - Parameter lexicons: folders given by --lexicons, later ones win.
  /// - Throws: `BatchError.unreadable` for a lexicon that cannot be used.
  package init(lexicons: [String], options: TaggingOptions) throws(BatchError) {
    self.init(lexicon: try LexiconSet(lexicons).lexicon, options: options)
  }

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

  /// Finds the lexicon's phrases in a document; `complete` and `code` go on from there.
  package mutating func match(_ document: Document) { tagger.match(document) }

  /// Infers issuer, genre and date where nothing names them; adds to the document's warnings.
  package mutating func complete(_ document: inout Document) { tagger.complete(&document) }

  /// The same for a document that is not coded.
  package mutating func infer(_ document: inout Document) { tagger.infer(&document) }

  package mutating func code(_ document: Document) -> CodedDocument { tagger.tag(document) }
}
