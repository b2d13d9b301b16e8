// Actors as the lexicon lists them: who can hold, be bound by or be addressed with a position.

/// One actor of actors.tsv.
package struct Actor: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case state, organisation, group
    /// A class without names: `INDUSTRY`, `EXPERTS`, `SOME-STATES`.
    case `class`
  }
  /// As whom an actor speaks, where its kind does not tell: the column `speaks`.
  package enum Voice: String, Sendable, CaseIterable {
    /// A group that is only its members speaking together.
    case members
    /// An organisation that stands beside states as one of them.
    case state
    /// A group that puts its own name to joint statements, however many members it has.
    case jointly
    /// A body whose resolution "the resolution" is where a report names nobody else's.
    case resolutions
    /// Who leads a meeting, and who serves it.
    case chair, secretariat
  }
  package var code: String
  package var kind: Kind
  package var name: String
  package var voice: Voice?
  /// Code of the actor that is named with this one as one speaker: "the Group of 77 and China".
  package var partner: String?
  /// Other columns of actors.tsv (region, alliance, regime …) that are not empty.
  var columns: [(name: String, value: String)] = []

  package init(
    code: String, kind: Kind, name: String, columns: [(name: String, value: String)] = []
  ) {
    self.code = code
    self.kind = kind
    self.name = name
    self.columns = columns
  }

  /// A state, or who stands beside states as one of them.
  package var isParty: Bool { kind == .state || voice == .state }

  /// Other columns of actors.tsv that are not empty, by header.
  package var attributes: [String: String] {
    Dictionary(columns.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

/// What a name of an actor is, which decides what it may mean: an adjective alone is no holder.
package enum AliasRole: String, Sendable, CaseIterable {
  case name, adjective, demonym, capital, seat, leader, body
  /// A name that others have too ("the Commission"): it counts where a better one stands in the text.
  case vague
}

/// Membership of a group by date; `from` inclusive, `to` exclusive, ISO dates, nil is open.
package struct Membership: Sendable, Equatable {
  package var group: String
  package var member: String
  package var from: String?
  package var to: String?
  package init(group: String, member: String, from: String?, to: String?) {
    self.group = group
    self.member = member
    self.from = from
    self.to = to
  }
}
