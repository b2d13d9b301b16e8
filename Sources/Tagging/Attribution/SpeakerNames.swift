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

  /// Codes of the states that a title names, each once: "Japan–Korea cyber dialogue".
  func states(_ title: String) -> [String] {
    var codes: [String] = []
    forEachActor(of: title) { actor, _ in
      if actor.kind == .state, !codes.contains(actor.code) { codes.append(actor.code) }
      return true
    }
    return codes
  }

  /// Codes of the actors; who only asks or chairs holds nothing; the issuers for an unknown name in
  /// an official text.
  func codes(_ heading: String, issuers: [String]) -> [String] {
    var named: String?
    forEachActor(of: heading) { actor, isCapitalized in
      if isCapitalized { named = actor.code }
      return !isCapitalized
    }
    if let named { return [named] }
    let folded = heading.lowercased()
    let asks = ["q", "question", "questioner", "moderator", "operator", "reporter", "journalist"]
    if asks.contains(folded) || folded.hasPrefix("q:") || folded.hasPrefix("moderator") {
      return []
    }
    return issuers
  }

  /// Calls `body` with the actors of `text`, in order, and whether the name ends in a capitalised word,
  /// until it returns false.
  private func forEachActor(of text: String, _ body: (Actor, Bool) -> Bool) {
    let text = Array(text.utf8)
    var tokens: [Token] = []
    tokenizer.tokenize(text, range: 0..<text.count, into: &tokens)
    var matches: [PhraseMatch] = []
    lexicon.phrases.match(tokens, text: text, into: &matches)
    for match in matches {
      let entry = lexicon.entries[Int(match.entry)]
      guard entry.kind == .actor else { continue }
      let isCapitalized = tokens[Int(match.end) - 1].isCapitalized
      guard body(lexicon.actors[Int(entry.target)], isCapitalized) else { return }
    }
  }
}
