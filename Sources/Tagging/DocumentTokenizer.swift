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
    var tokenized = TokenizedDocument(
      document: document, tokens: [], matches: [], tokenRanges: [], matchRanges: [])
    for passage in document.passages {
      let first = tokenized.tokens.count
      tokenizer.tokenize(
        document.text, range: passage.start..<passage.end, into: &tokenized.tokens)
      tokenized.tokenRanges.append(first..<tokenized.tokens.count)
    }
    var all: [PhraseMatch] = []
    phrases.match(tokenized.tokens, text: document.text, into: &all)
    var next = 0
    for range in tokenized.tokenRanges {
      let from = tokenized.matches.count
      while next < all.count, all[next].first < range.upperBound {
        if all[next].end <= range.upperBound { tokenized.matches.append(all[next]) }
        next += 1
      }
      tokenized.matchRanges.append(from..<tokenized.matches.count)
    }
    return tokenized
  }
}
