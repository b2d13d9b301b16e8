// Groups by date: "the EU" of 2019 has the United Kingdom in it, that of 2021 has not.

package import Lexicon

/// Members of groups, and what `--groups` makes of them.
package struct GroupExpansion: Sendable {
  private let memberships: [Membership]
  /// Groups that are no body of their own, only their members speaking together.
  private let transparent: [String]

  package init(lexicon: Lexicon) {
    memberships = lexicon.memberships
    transparent = lexicon.actors.filter { $0.voice == .members }.map(\.code)
  }

  /// Members of every group at `date` (ISO 8601, any precision; nil is today's membership).
  package func membersByGroup(date: String?) -> [String: [String]] {
    var members: [String: [String]] = [:]
    for membership in memberships {
      if let date {
        if let from = membership.from, from > date, !from.hasPrefix(date) { continue }
        if let to = membership.to, to <= date { continue }
      } else if membership.to != nil {
        continue
      }
      members[membership.group, default: []].append(membership.member)
    }
    return members
  }

  /// Replaces or accompanies groups by their members; nobody is counted twice.
  ///
  /// - Parameter known: members at `date`, made when they are first needed.
  func apply(
    _ holders: [Holder], date: String?, members known: inout [String: [String]]?,
    options: TaggingOptions
  ) -> [Holder] {
    // By number, so that no holder is copied to look at its actor.
    guard
      holders.indices.contains(where: {
        options.groups != .keep || transparent.contains(holders[$0].actor)
      })
    else { return holders }
    let members = known ?? membersByGroup(date: date)
    known = members
    var result: [Holder] = []
    func add(_ holder: Holder) {
      if !result.contains(where: { $0.actor == holder.actor && $0.scope == holder.scope }) {
        result.append(holder)
      }
    }
    for holder in holders {
      let expands = options.groups != .keep || transparent.contains(holder.actor)
      guard expands, let names = members[holder.actor] else {
        add(holder)
        continue
      }
      if options.groups == .both { add(holder) }
      for name in names {
        var member = holder
        member.actor = name
        if holder.attribution == .explicit { member.attribution = .group }
        member.joint = .mutual
        add(member)
      }
    }
    return result
  }
}
