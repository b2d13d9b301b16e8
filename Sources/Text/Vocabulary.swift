// The words that the lexicon knows, as an immutable hash table from folded words to ids, shared by
// all workers. Words outside it are `WordID.unknown`: no interner grows while documents are read.

/// Folded words and their ids, 1…count.
package struct Vocabulary: Sendable {
  private var ids: [String: WordID]
  private var words: [String]

  package init(words: [String]) {
    self.words = words
    ids = [:]
    for (index, word) in words.enumerated() { ids[word] = WordID(Int32(index + 1)) }
  }

  package var count: Int { words.count }
  /// The id of a word that is folded already (lower case, straight apostrophe), or `unknown`.
  package func id(of folded: String) -> WordID { ids[folded] ?? .unknown }
  package func word(_ id: WordID) -> String? {
    id == .unknown ? nil : words[Int(id.rawValue) - 1]
  }
}
