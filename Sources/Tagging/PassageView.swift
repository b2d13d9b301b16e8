// What every coder of a passage sees: the document's tokens and matches, and which of them are the
// passage's own. Built once a document by `Tagger`; coders index into it and allocate little.

package import Ingest
package import Lexicon
package import Text

/// A document after tokenising and matching.
package struct TokenizedDocument: Sendable {
  package var document: Document
  package var tokens: [Token]
  /// Matches by first token, longer first; without those of word classes, which are in `classes`.
  package var matches: [PhraseMatch]
  /// Word classes of each token (cues-component.tsv).
  var classes: [ClassSet] = []
  /// Tokens of each passage.
  package var tokenRanges: [Range<Int>]
  /// Matches of each passage (those that lie wholly in it).
  package var matchRanges: [Range<Int>]

  package init(
    document: Document, tokens: [Token], matches: [PhraseMatch], tokenRanges: [Range<Int>],
    matchRanges: [Range<Int>]
  ) {
    self.document = document
    self.tokens = tokens
    self.matches = matches
    self.tokenRanges = tokenRanges
    self.matchRanges = matchRanges
  }

  /// Made of the same text and passages as `document`: the very same buffers, not equal ones.
  func holds(_ document: Document) -> Bool {
    Self.isSame(self.document.text, document.text)
      && Self.isSame(self.document.passages, document.passages)
  }

  private static func isSame<T>(_ a: [T], _ b: [T]) -> Bool {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { a.baseAddress == $0.baseAddress && a.count == $0.count }
    }
  }
}
