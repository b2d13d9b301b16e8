// What the running text says about its issuer: "the people of X", "my country, X", and, in strategies
// and laws, which state it keeps naming.

internal import Ingest
internal import Lexicon

/// Clues of the text itself.
struct TextClues: Sendable {
  let finder: ActorFinder

  /// How much of the text is looked at, in bytes.
  static let reach = 100_000
  private static let opening = 4_000

  /// What is counted by actor.
  private struct Counts {
    var named: [Double]
    var firstPerson: [Double]
  }

  /// - Parameter view: tokens and matches of `document`; without, the text is matched here.
  func clues(_ document: Document, _ view: TokenizedDocument?) -> [IssuerClue] {
    let zeros = [Double](repeating: 0, count: finder.kinds.count)
    var counts = Counts(named: zeros, firstPerson: zeros)
    if let view {
      var end = 0
      // By number: a passage holds strings, which a loop over passages would count.
      for number in 0..<min(document.passages.count, view.matchRanges.count) {
        let from = document.passages[number].start
        let start = min(from, Self.reach)
        if start - end > 3 { count(document.text[end..<start], document, &counts) }
        guard from < Self.reach else { break }
        finder.longest(view.matches[view.matchRanges[number]], view.tokens) {
          count($0, $1, document, &counts)
        }
        end = max(end, document.passages[number].end)
      }
      let limit = min(document.text.count, Self.reach)
      if limit - end > 3 { count(document.text[end..<limit], document, &counts) }
    } else {
      count(document.text.prefix(Self.reach), document, &counts)
    }
    return clues(counts, document)
  }

  private func count(_ text: ArraySlice<UInt8>, _ document: Document, _ counts: inout Counts) {
    for (range, name) in finder.matches(in: text) { count(range, name, document, &counts) }
  }

  private func count(
    _ range: Range<Int>, _ name: ActorFinder.Name, _ document: Document, _ counts: inout Counts
  ) {
    let actor = Int(name.actor)
    guard finder.isState[actor], name.role != .capital, range.upperBound <= Self.reach
    else { return }
    let first = document.text[range.lowerBound]
    guard first &- 0x41 < 26 || first >= 0x80 else { return }
    counts.named[actor] += 1
    if name.role == .name || name.role == .adjective {
      counts.firstPerson[actor] += owning(document.text, range)
    }
  }

  private func clues(_ counts: Counts, _ document: Document) -> [IssuerClue] {
    var clues: [IssuerClue] = []
    let most = best(counts.named)
    if let (actor, value) = best(counts.firstPerson), value >= 1 {
      let rest = counts.firstPerson.reduce(0, +) - value
      // A greeting to another country is no sign of one's own.
      if value > rest * 1.5, value >= 2 || most?.0 == actor {
        clues.append(IssuerClue(actor: actor, weight: min(2 + value, 5), source: "text"))
      }
    }
    if let (actor, value) = most, value >= 4 {
      let share = value / counts.named.reduce(0, +)
      let isOfOne = [.strategy, .law, nil].contains(document.metadata.genre)
      if share >= 0.4 {
        let weight = isOfOne ? (share >= 0.6 ? 3.0 : 1.5) : 1.5
        clues.append(IssuerClue(actor: actor, weight: weight, source: "text"))
      }
    }
    return clues
  }

  /// The first of the actors with the highest value.
  private func best(_ values: [Double]) -> (Int, Double)? {
    var best: (Int, Double)?
    for (actor, value) in values.enumerated() where value > best?.1 ?? 0 { best = (actor, value) }
    return best
  }

  /// How strongly the words before a name make the text its own.
  private func owning(_ text: [UInt8], _ range: Range<Int>) -> Double {
    guard mayOwn(text, range) else { return 0 }
    let before = FoldedWords(text[max(0, range.lowerBound - 60)..<range.lowerBound])
    if before.ends(withOneOf: Self.own) { return 2 }
    if range.lowerBound < Self.opening, before.ends(withOneOf: Self.greeting) { return 1 }
    let end = min(text.count, range.upperBound + 24, Self.reach)
    let tail = text[range.upperBound..<end]
    // Both begin with "and".
    if let letter = tail.first(where: { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 }),
      letter >= 0x80 || letter | 0x20 == 0x61
    {
      let after = FoldedWords(tail)
      if after.starts(with: " and its people ") || after.starts(with: " and the people of ") {
        return 0.5
      }
    }
    if before.ends(with: " we in ") || before.ends(with: " we the people of ") { return 1 }
    return 0
  }

  /// False where neither the word before, but for "the", nor the letter after can belong to a phrase
  /// below: most names need no more.
  private func mayOwn(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    text.withUnsafeBufferPointer { text in
      func isLetter(_ at: Int) -> Bool { (text[at] | 0x20) &- 0x61 < 26 }
      // "and", or a letter that may fold to one of it.
      func isAnd(_ at: Int) -> Bool {
        for (offset, letter) in "and".utf8.enumerated() where at + offset < text.count {
          if text[at + offset] >= 0x80 { return true }
          if text[at + offset] | 0x20 != letter { return false }
        }
        return true
      }
      var after = range.upperBound
      while after < text.count, text[after] < 0x80, !isLetter(after) { after += 1 }
      if after < text.count, isAnd(after) { return true }
      var end = range.lowerBound
      for _ in 0..<2 {
        while end > 0, text[end - 1] < 0x80, !isLetter(end - 1) { end -= 1 }
        guard end > 1 else { return false }
        guard text[end - 1] < 0x80, text[end - 2] < 0x80 else { return true }
        let isArticle =
          end > 2 && text[end - 1] | 0x20 == 0x65 && text[end - 2] | 0x20 == 0x68
          && text[end - 3] | 0x20 == 0x74
        guard isArticle else { break }
        end -= 3
      }
      // country, of, delegation, nation, for, in, from, homeland
      let ending = (text[end - 2] | 0x20, text[end - 1] | 0x20)
      switch ending {
      case (0x72, 0x79), (0x6F, 0x66), (0x6F, 0x6E), (0x6F, 0x72), (0x69, 0x6E), (0x6F, 0x6D),
        (0x6E, 0x64):
        break
      default: return false
      }
      // And the word before: "my", "our", "own", "beloved"; "behalf", "government", "people",
      // "republic", "kingdom", "delegation"; "speak"; "we"; "greetings".
      while end > 0, text[end - 1] < 0x80, isLetter(end - 1) { end -= 1 }
      while end > 0, text[end - 1] < 0x80, !isLetter(end - 1) { end -= 1 }
      guard end > 0 else { return false }
      guard text[end - 1] < 0x80, end < 2 || text[end - 2] < 0x80 else { return true }
      guard end > 1 else { return false }
      switch (text[end - 2] | 0x20, text[end - 1] | 0x20) {
      case (0x6D, 0x79), (0x75, 0x72), (0x77, 0x6E), (0x65, 0x64), (0x6C, 0x66), (0x6E, 0x74),
        (0x6C, 0x65), (0x69, 0x63), (0x6F, 0x6D), (0x6F, 0x6E), (0x61, 0x6B), (0x77, 0x65),
        (0x67, 0x73):
        return true
      default: return false
      }
    }
  }

  private static let own: [StaticString] = [
    " my country ", " our country ", " my delegation ", " on behalf of ", " our nation ",
    " my beloved country ", " behalf of the government of ", " my own country ",
    " behalf of the people of ", " behalf of the republic of ", " i speak for ", " we in ",
    " my homeland ", " behalf of the kingdom of ", " behalf of the government and people of ",
    " behalf of the people and government of ",
  ]
  private static let greeting: [StaticString] = [
    " greetings of the people of ", " greetings from the people of ", " greetings from ",
    " salutations of the people of ", " the delegation of ", " government and people of ",
    " people and government of ", " people and the government of ", " i bring greetings from ",
    " the government of ", " the people of ",
  ]
}
