// From a document to its tokens and matches: what every coder starts from.

package import Ingest
package import Lexicon
internal import Text

/// Tokenizes and matches documents; immutable, shared by all workers.
package struct DocumentTokenizer: Sendable {
  private let tokenizer: Tokenizer
  /// All phrases but word classes of one word.
  private let phrases: PhraseTrie
  /// By word id: where its classes are in `classSets`. More than half of what a text holds of the
  /// lexicon are word classes of one word, and they are found here by one load.
  private let classNumbers: [UInt16]
  private let classSets: [ClassSet]
  /// By entry: its word class, or -1.
  private let classes: [Int16]

  package init(lexicon: Lexicon) {
    tokenizer = Tokenizer(vocabulary: lexicon.vocabulary)
    let cues = lexicon.cues.map { cue -> Int16 in
      guard cue.family == .class, let value = LexicalClass(rawValue: cue.value) else { return -1 }
      return Int16(value.index)
    }
    let classes = lexicon.entries.map { $0.kind == .cue ? cues[Int($0.target)] : -1 }
    let (rest, words) = lexicon.phrases.partingWords { classes[Int($0)] >= 0 }
    phrases = rest
    self.classes = classes
    (classNumbers, classSets) = Self.number(
      words.map { ($0.word, Int(classes[Int($0.entry)])) }, wordCount: lexicon.vocabulary.count)
  }

  /// Numbers the sets of classes that words have; 0 is the empty one.
  private static func number(
    _ words: [(word: WordID, value: Int)], wordCount: Int
  ) -> ([UInt16], [ClassSet]) {
    var numbers = [UInt16](repeating: 0, count: wordCount + 1)
    var sets = [ClassSet()]
    var known: [ClassSet: UInt16] = [ClassSet(): 0]
    for (word, value) in words {
      var set = sets[Int(numbers[Int(word.rawValue)])]
      set.formUnion(ClassSet(index: value))
      if let number = known[set] {
        numbers[Int(word.rawValue)] = number
      } else {
        numbers[Int(word.rawValue)] = UInt16(sets.count)
        known[set] = UInt16(sets.count)
        sets.append(set)
      }
    }
    return (numbers, sets)
  }

  /// The passages' tokens, passage by passage, and the matches that lie within one passage.
  package func tokenize(_ document: Document) -> TokenizedDocument {
    var view = TokenizedDocument(
      document: document, tokens: [], matches: [], tokenRanges: [], matchRanges: [])
    tokenize(document, into: &view)
    return view
  }

  /// The same into a view whose buffers are used again.
  ///
  /// - Parameter reach: bytes of the text beyond which nothing is looked at.
  package func tokenize(
    _ document: Document, into view: inout TokenizedDocument, reach: Int = .max
  ) {
    view.document = document
    view.tokens.removeAll(keepingCapacity: true)
    view.matches.removeAll(keepingCapacity: true)
    view.tokenRanges.removeAll(keepingCapacity: true)
    view.matchRanges.removeAll(keepingCapacity: true)
    view.classes.removeAll(keepingCapacity: true)
    for passage in document.passages {
      guard passage.start < reach else { break }
      let token = view.tokens.count
      let match = view.matches.count
      tokenizer.tokenize(
        document.text, range: passage.start..<min(passage.end, reach), into: &view.tokens)
      let range = token..<view.tokens.count
      phrases.match(view.tokens, range: range, text: document.text, into: &view.matches)
      appendClasses(range, &view)
      part(from: match, &view)
      view.tokenRanges.append(range)
      view.matchRanges.append(match..<view.matches.count)
    }
  }

  /// Appends the classes that the words of `range` have by themselves.
  private func appendClasses(_ range: Range<Int>, _ view: inout TokenizedDocument) {
    let number = phrases.numberWord
    view.tokens.withUnsafeBufferPointer { tokens in
      classNumbers.withUnsafeBufferPointer { numbers in
        classSets.withUnsafeBufferPointer { sets in
          for token in UnsafeBufferPointer(rebasing: tokens[range]) {
            view.classes.append(sets[Int(numbers[Int(token.word(numbersAs: number).rawValue)])])
          }
        }
      }
    }
  }

  /// Takes word classes of several words out of the matches from `start` on.
  private func part(from start: Int, _ view: inout TokenizedDocument) {
    var kept = start
    for index in start..<view.matches.count {
      let match = view.matches[index]
      let value = Int(classes[Int(match.entry)])
      if value >= 0 {
        view.classes[Int(match.first)].formUnion(ClassSet(index: value))
      } else {
        view.matches[kept] = match
        kept += 1
      }
    }
    view.matches.removeLast(view.matches.count - kept)
  }
}
