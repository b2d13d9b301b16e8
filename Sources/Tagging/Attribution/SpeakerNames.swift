// Who a speaker heading names: "CHINA", "Mr. Smith (Australia)", "SENIOR ADMINISTRATION OFFICIAL".

internal import Lexicon
internal import Text

struct SpeakerNames: Sendable {
  private let lexicon: Lexicon
  private let tokenizer: Tokenizer

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    tokenizer = Tokenizer(vocabulary: lexicon.vocabulary)
  }

  /// Codes of the actors; who only asks or chairs holds nothing; the issuers for an unknown name in
  /// an official text.
  func codes(_ heading: String, issuers: [String]) -> [String] {
    let text = Array(heading.utf8)
    var tokens: [Token] = []
    tokenizer.tokenize(text, range: 0..<text.count, into: &tokens)
    var matches: [PhraseMatch] = []
    lexicon.phrases.match(tokens, text: text, into: &matches)
    for match in matches {
      let entry = lexicon.entries[Int(match.entry)]
      if entry.kind == .actor, tokens[Int(match.end) - 1].isCapitalized {
        return [lexicon.actors[Int(entry.target)].code]
      }
    }
    let folded = heading.lowercased()
    let asks = ["q", "question", "questioner", "moderator", "operator", "reporter", "journalist"]
    if asks.contains(folded) || folded.hasPrefix("q:") || folded.hasPrefix("moderator") {
      return []
    }
    return issuers
  }
}
