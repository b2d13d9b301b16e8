// What points to an actor without being its name.

/// One row of signs.tsv.
package struct ActorSign: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// A web host that the actor runs, with all below it.
    case host
    /// Words with which the actor enacts, at the head of a paragraph.
    case formula
    /// The same, but only where they fill a line.
    case heading
    /// A noun beside the name of somebody on no list that tells whom they speak for ("analyst").
    case noun
    /// The same, and where it stands in the name of a body it tells what the body is ("institute").
    case name
    /// What people are called by what they are or do ("insurers"): alone it tells whom they speak for.
    case people
  }
  package var kind: Kind
  /// Index into `Lexicon.actors`.
  package var actor: Int
  package var text: String
}
