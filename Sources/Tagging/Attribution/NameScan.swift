// Names that no list holds, told by their capital letters.

internal import Text

extension AttributionLexicon {
  /// A word that may be part of a name: capitalised and none of grammar.
  @inline(__always)
  func isNamePart(_ token: Token) -> Bool {
    token.isCapitalized && !token.isPunctuation && flags(token).isEmpty
  }

  /// After the name that begins at `start`; `start` where none does.
  ///
  /// - Parameters:
  ///   - limit: where a name ends at the latest.
  ///   - links: words of grammar that a name may have inside ("Museum of History"); with them
  ///     capitalised ones are parts of it too.
  ///   - isFree: false for tokens that are something else.
  @inline(__always)
  func nameEnd(
    _ tokens: [Token], from start: Int, upTo limit: Int, links: WordFlags = [],
    where isFree: (Int) -> Bool
  ) -> Int {
    var end = start
    var at = start
    while at < limit {
      let token = tokens[at]
      if isNamePart(token) || !links.isEmpty && token.isCapitalized && !token.isPunctuation {
        guard isFree(at) else { break }
        end = at + 1
      } else if flags(token).isDisjoint(with: links) {
        break
      }
      at += 1
    }
    return end
  }
}
