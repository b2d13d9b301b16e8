// From a document to its tokens and matches: what every coder starts from.

package import Ingest
package import Lexicon
internal import Text

/// Tokenizes and matches documents; immutable, shared by all workers.
package struct DocumentTokenizer: Sendable {
  private let tokenizer: Tokenizer
  private let phrases: PhraseTrie
  /// By entry: its word class, or -1. More than half of all matches are of word classes, and only one
  /// coder wants them.
  private let classes: [Int16]

  package init(lexicon: Lexicon) {
    tokenizer = Tokenizer(vocabulary: lexicon.vocabulary)
    phrases = lexicon.phrases
    let cues = lexicon.cues.map { cue -> Int16 in
      guard cue.family == .class, let value = LexicalClass(rawValue: cue.value) else { return -1 }
      return Int16(value.index)
    }
    classes = lexicon.entries.map { $0.kind == .cue ? cues[Int($0.target)] : -1 }
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
    view.classes.removeAll(keepingCapacity: true)
    for passage in document.passages {
      let token = view.tokens.count
      let match = view.matches.count
      tokenizer.tokenize(document.text, range: passage.start..<passage.end, into: &view.tokens)
      let range = token..<view.tokens.count
      view.found.removeAll(keepingCapacity: true)
      phrases.match(view.tokens, range: range, text: document.text, into: &view.found)
      view.classes.append(contentsOf: repeatElement(ClassSet(), count: range.count))
      sort(&view)
      view.tokenRanges.append(range)
      view.matchRanges.append(match..<view.matches.count)
    }
  }

  /// Parts what was found in a passage into word classes and other matches.
  private func sort(_ view: inout TokenizedDocument) {
    var (matches, tokenClasses) = (view.matches, view.classes)
    view.matches = []
    view.classes = []
    tokenClasses.withUnsafeMutableBufferPointer { tokenClasses in
      classes.withUnsafeBufferPointer { classes in
        for match in view.found {
          let value = Int(classes[Int(match.entry)])
          if value >= 0 {
            tokenClasses[Int(match.first)].formUnion(ClassSet(index: value))
          } else {
            matches.append(match)
          }
        }
      }
    }
    view.matches = matches
    view.classes = tokenClasses
  }
}
