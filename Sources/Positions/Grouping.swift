// Actors put together by what they have in common, and documents by their kind.

internal import Tagging

/// Which groups an actor belongs to.
package struct ActorGroups: Sendable {
  /// One membership; dates ISO, `from` inclusive, `to` exclusive, nil is open.
  package struct Membership: Sendable {
    package var group: String
    package var from: String?
    package var to: String?
    package init(group: String, from: String? = nil, to: String? = nil) {
      self.group = group
      self.from = from
      self.to = to
    }

    /// A date less exact than a border counts as its beginning; without a date, only memberships
    /// that are open now hold.
    func holds(on date: String?) -> Bool {
      guard let date else { return to == nil }
      return (from.map { $0.asBytes <= date.asBytes } ?? true)
        && (to.map { date.asBytes < $0.asBytes } ?? true)
    }
  }
  private let groups: [String: [Membership]]

  /// - Parameter groups: by the code of the actor.
  package init(_ groups: [String: [Membership]]) { self.groups = groups }

  package subscript(actor: String) -> [Membership] { groups[actor] ?? [] }
}

/// A group's members that speak on an issue, and the position of them all.
package struct GroupPosition: Sendable {
  package var group: String
  package var actors: Int
  package var position: PositionCell
  package var clusters: [Cluster]
}

/// An actor's position in documents of one kind.
package struct KindPosition: Sendable {
  package var kind: String
  package var position: PositionCell
  package var clusters: [Cluster]
}

extension PositionCube {
  /// Positions of groups in the order of groups and issues. In a document the statements of all
  /// members add up; memberships hold by the date of the document.
  package func positions(of groups: ActorGroups, _ counting: Counting) -> [GroupPosition] {
    var members: [String: [Int: [Int]]] = [:]
    for (index, slot) in slots.enumerated() {
      for group in Set(groups[actors[Int(slot.actor)]].map(\.group)) {
        members[group, default: [:]][Int(slot.issue), default: []].append(index)
      }
    }
    var positions: [GroupPosition] = []
    for group in members.keys.sorted(by: { $0.asBytes < $1.asBytes }) {
      for issue in sortedIssues {
        guard let sources = members[group]?[issue] else { continue }
        // Members of the same dates are asked for together; most groups have no dates at all.
        var parts: [PositionCell] = []
        var clusters: [Cluster] = []
        for source in sources.sorted() {
          let held = groups[actors[Int(slots[source].actor)]].filter { $0.group == group }
          let isOpen = held.contains { $0.from == nil && $0.to == nil }
          let holds: ((Int) -> Bool)? =
            isOpen ? nil : { index in held.contains { $0.holds(on: documents.date(index)) } }
          let part = position(
            actor: 0, issue: issue, component: nil, sources: [source], counting, including: holds)
          guard part.counts.total > 0 else { continue }
          parts.append(part)
          clusters += self.clusters(of: part, counting, including: holds)
        }
        guard !parts.isEmpty else { continue }
        clusters = clusters.mergedByDocument()
        var whole = parts[0]
        for part in parts.dropFirst() {
          whole.passages += part.passages
          whole.fromIssuer += part.fromIssuer
          whole.spoken += part.spoken
          whole.joint += part.joint
          whole.components |= part.components
        }
        whole.counts = clusters.counts
        whole.documents = clusters.count
        positions.append(
          GroupPosition(group: group, actors: parts.count, position: whole, clusters: clusters))
      }
    }
    return positions
  }

  /// Each of `positions` in the documents of each kind, in the order of kinds.
  /// - Parameter kind: of a document; nil leaves it out.
  package func positions(
    _ positions: [PositionCell], by kind: (CountedDocument) -> String?, _ counting: Counting
  ) -> [KindPosition] {
    let kinds = documents.map(kind)
    var found: [KindPosition] = []
    for position in positions {
      let own = Set(clusters(of: position, counting).compactMap { kinds[Int($0.document)] })
      for kind in own {
        let isIncluded = { (index: Int) in kinds[index] == kind }
        let part = self.position(
          actor: position.actor, issue: position.issue, component: position.component,
          sources: position.sources, counting, including: isIncluded)
        guard part.counts.total > 0 else { continue }
        found.append(
          KindPosition(
            kind: kind, position: part,
            clusters: clusters(of: part, counting, including: isIncluded)))
      }
    }
    let order = found.indices.sorted { (found[$0].kind.asBytes, $0) < (found[$1].kind.asBytes, $1) }
    return order.map { found[$0] }
  }
}

extension [Cluster] {
  /// In the order of documents, one for each.
  func mergedByDocument() -> [Cluster] {
    var merged: [Cluster] = []
    for index in indices.sorted(by: { (self[$0].document, $0) < (self[$1].document, $1) }) {
      if merged.last?.document == self[index].document {
        merged[merged.count - 1].add(self[index])
      } else {
        merged.append(self[index])
      }
    }
    return merged
  }
}
