// Words of the names of states and others. Who is named is no evidence of what is said, nor for or
// against what: matrices that compare actors would compare what the weights think of them.

package import Lexicon
internal import Text

/// Stems that no weight is fitted to.
package struct NameWords: Sendable {
  /// A word in the names of so many actors says who nobody is: "republic", "union".
  private static let commonness = 3

  private let stems: Set<String>

  package init(lexicon: Lexicon) {
    let tokenizer = Tokenizer(vocabulary: lexicon.vocabulary)
    var bearers: [String: Set<Int32>] = [:]
    for entry in lexicon.entries where entry.kind == .actor {
      let text = Array(lexicon.phrase(entry))
      var tokens: [Token] = []
      tokenizer.tokenize(text, range: 0..<text.count, into: &tokens)
      let words = tokens.filter(\.isWord)
      guard words.count == 1 || Self.isState(entry, lexicon) else { continue }
      text.withUnsafeBufferPointer { bytes in
        for word in words where word.shape.contains(.capitalized) || word.isAllCaps {
          bearers[WordTable.stem(word, bytes), default: []].insert(entry.target)
        }
      }
    }
    stems = Set(bearers.filter { $0.value.count < Self.commonness }.keys)
  }

  /// A state or who leads it; long names of bodies and seats say what they are for.
  private static func isState(_ entry: Entry, _ lexicon: Lexicon) -> Bool {
    guard lexicon.actors[Int(entry.target)].kind == .state else { return false }
    switch entry.role {
    case .name, .adjective, .demonym, .capital, .leader: return true
    case .seat, .body, .vague: return false
    }
  }

  package func contains(_ stem: String) -> Bool { stems.contains(stem) }

  /// Features without those of names, for which `prefix` stands before the stem.
  package func without(
    _ features: [(name: String, value: Double)], prefix: String
  ) -> [(name: String, value: Double)] {
    features.filter {
      !$0.name.hasPrefix(prefix) || !stems.contains(String($0.name.dropFirst(prefix.count)))
    }
  }
}
