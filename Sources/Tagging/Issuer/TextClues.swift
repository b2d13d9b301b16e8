// What the running text says about its issuer: "the people of X", "my country, X", and, in strategies
// and laws, which state it keeps naming.

internal import Ingest
internal import Lexicon

/// Clues of the text itself.
struct TextClues: Sendable {
  let finder: ActorFinder
  let lexicon: Lexicon

  /// How much of the text is looked at, in bytes.
  private static let reach = 100_000
  private static let opening = 4_000

  func clues(_ document: Document) -> [IssuerClue] {
    let bytes = Array(document.text.prefix(Self.reach))
    var counts: [Int: Double] = [:]
    var firstPerson: [Int: Double] = [:]
    for (range, entry) in finder.matches(in: bytes) {
      let actor = Int(entry.target)
      guard lexicon.actors[actor].kind == .state, entry.role != .capital else { continue }
      guard bytes[range.lowerBound] &- 0x41 < 26 || bytes[range.lowerBound] >= 0x80 else {
        continue
      }
      counts[actor, default: 0] += 1
      if entry.role == .name || entry.role == .adjective {
        firstPerson[actor, default: 0] += owning(bytes, range)
      }
    }
    var clues: [IssuerClue] = []
    if let (actor, value) = best(firstPerson), value >= 1 {
      let rest = firstPerson.values.reduce(0, +) - value
      // A greeting to another country is no sign of one's own.
      if value > rest * 1.5, value >= 2 || best(counts)?.0 == actor {
        clues.append(IssuerClue(actor: actor, weight: min(2 + value, 5), source: "text"))
      }
    }
    if let (actor, value) = best(counts), value >= 4 {
      let share = value / counts.values.reduce(0, +)
      let isOfOne = [.strategy, .law, nil].contains(document.metadata.genre)
      if share >= 0.4 {
        let weight = isOfOne ? (share >= 0.6 ? 3.0 : 1.5) : 1.5
        clues.append(IssuerClue(actor: actor, weight: weight, source: "text"))
      }
    }
    return clues
  }

  private func best(_ values: [Int: Double]) -> (Int, Double)? {
    values.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }

  /// How strongly the words before a name make the text its own.
  private func owning(_ bytes: [UInt8], _ range: Range<Int>) -> Double {
    let before = ShortText.words(
      String(decoding: bytes[max(0, range.lowerBound - 60)..<range.lowerBound], as: UTF8.self))
    let after = ShortText.words(
      String(
        decoding: bytes[range.upperBound..<min(bytes.count, range.upperBound + 24)], as: UTF8.self))
    let isOpening = range.lowerBound < Self.opening
    for phrase in Self.own where before.hasSuffix(phrase) || before.hasSuffix(phrase + "the ") {
      return 2
    }
    if isOpening {
      for phrase in Self.greeting
      where before.hasSuffix(phrase) || before.hasSuffix(phrase + "the ") {
        return 1
      }
    }
    if after.hasPrefix(" and its people ") || after.hasPrefix(" and the people of ") { return 0.5 }
    if before.hasSuffix(" we in ") || before.hasSuffix(" we the people of ") { return 1 }
    return 0
  }

  private static let own = [
    " my country ", " our country ", " my delegation ", " on behalf of ", " our nation ",
    " my beloved country ", " behalf of the government of ", " my own country ",
    " behalf of the people of ", " behalf of the republic of ", " i speak for ", " we in ",
    " my homeland ", " behalf of the kingdom of ", " behalf of the government and people of ",
    " behalf of the people and government of ",
  ]
  private static let greeting = [
    " greetings of the people of ", " greetings from the people of ", " greetings from ",
    " salutations of the people of ", " the delegation of ", " government and people of ",
    " people and government of ", " people and the government of ", " i bring greetings from ",
    " the government of ", " the people of ",
  ]
}
