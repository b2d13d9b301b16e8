// Actors as the lexicon lists them: who can hold, be bound by or be addressed with a position.

/// One actor of actors.tsv.
package struct Actor: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case state, organisation, group
    /// A class without names: `INDUSTRY`, `EXPERTS`, `SOME-STATES`.
    case `class`
  }
  package var code: String
  package var kind: Kind
  package var name: String
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

  /// The value of another column of actors.tsv, or nil where it is empty.
  package func attribute(_ name: String) -> String? {
    columns.first { $0.name == name }?.value
  }

  /// Other columns of actors.tsv that are not empty, by header.
  package var attributes: [String: String] {
    Dictionary(columns.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

/// What a name of an actor is, which decides what it may mean: an adjective alone is no holder.
package enum AliasRole: String, Sendable, CaseIterable {
  case name, adjective, demonym, capital, seat, leader, body
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
