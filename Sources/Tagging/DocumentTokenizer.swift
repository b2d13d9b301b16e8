// From a document to its tokens and matches: what every coder starts from.

package import Ingest
package import Lexicon
internal import Text

/// Tokenizes and matches documents; immutable, shared by all workers.
package struct DocumentTokenizer: Sendable {
  private let tokenizer: Tokenizer
  private let phrases: PhraseTrie

  package init(lexicon: Lexicon) {
    tokenizer = Tokenizer(vocabulary: lexicon.vocabulary)
    phrases = lexicon.phrases
  }

  /// The passages' tokens, passage by passage, and the matches that lie within one passage.
  package func tokenize(_ document: Document) -> TokenizedDocument {
    var view = TokenizedDocument(
      document: document, tokens: [], matches: [], tokenRanges: [], matchRanges: [])
    tokenize(document, into: &view)
    return view
  }

  /// The same into a view whose buffers are used again.
  package func tokenize(_ document: Document, into view: inout TokenizedDocument) {
    view.document = document
    view.tokens.removeAll(keepingCapacity: true)
    view.matches.removeAll(keepingCapacity: true)
    view.tokenRanges.removeAll(keepingCapacity: true)
    view.matchRanges.removeAll(keepingCapacity: true)
    for passage in document.passages {
      let token = view.tokens.count
      let match = view.matches.count
      tokenizer.tokenize(document.text, range: passage.start..<passage.end, into: &view.tokens)
      let range = token..<view.tokens.count
      phrases.match(view.tokens, range: range, text: document.text, into: &view.matches)
      view.tokenRanges.append(range)
      view.matchRanges.append(match..<view.matches.count)
    }
  }
}
