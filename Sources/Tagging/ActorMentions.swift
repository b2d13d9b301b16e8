// The actors that a document names, whether or not they hold anything: for the tables of quality.

internal import Lexicon

/// Finds the actors named; immutable, shared by all workers.
struct ActorMentions: Sendable {
  /// By entry: the actor's place in `codes`, -1 for other entries, `unnamed` for a word that only
  /// belongs to an actor.
  private let actors: [Int32]
  /// In ascending order.
  private let codes: [String]

  private static let unnamed: Int32 = -2

  init(lexicon: Lexicon) {
    let order = lexicon.actors.indices.sorted { lexicon.actors[$0].code < lexicon.actors[$1].code }
    var places = [Int32](repeating: 0, count: order.count)
    for (place, actor) in order.enumerated() { places[actor] = Int32(place) }
    codes = order.map { lexicon.actors[$0].code }
    actors = lexicon.entries.map { entry in
      guard entry.kind == .actor else { return -1 }
      let isName = entry.role != .adjective && entry.role != .capital
      return isName ? places[Int(entry.target)] : Self.unnamed
    }
  }

  /// Codes of the actors that the text names, ascending; the longest name at a place only.
  func codes(_ document: TokenizedDocument) -> [String] {
    var isNamed = [Bool](repeating: false, count: codes.count)
    var covered: Int32 = 0
    document.matches.withUnsafeBufferPointer { matches in
      actors.withUnsafeBufferPointer { actors in
        for match in matches {
          let actor = actors[Int(match.entry)]
          guard actor != -1, match.end > covered else { continue }
          covered = match.end
          if actor >= 0 { isNamed[Int(actor)] = true }
        }
      }
    }
    return codes.indices.filter { isNamed[$0] }.map { codes[$0] }
  }
}
