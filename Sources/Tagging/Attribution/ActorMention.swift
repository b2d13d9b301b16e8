// Places of a passage that name somebody or hold a noun of somebody's position.

/// A place that names somebody.
struct ActorMention: Sendable {
  enum Kind: Sendable, Equatable {
    /// A name, body, leader, seat or capital; with a role noun the adjective too.
    case name
    case capital
    case adjective
    case anaphor(Anaphor)
    /// "some states", "many delegations".
    case quantity
  }
  var kind: Kind
  /// Index of the actor, or -1.
  var actor: Int32
  /// Tokens of the document.
  var first: Int
  var end: Int
  /// "China's": no subject, but maybe the holder of the noun that follows.
  var isPossessive: Bool
  /// With a noun of office or body ("Dutch minister"): after the name of the person who has it, else 0.
  var nameEnd = 0
}

/// A noun that somebody's position stands in: "white paper", "opposition".
struct NounMark: Sendable {
  var cue: AttributionCue
  var first: Int
  var end: Int
}
