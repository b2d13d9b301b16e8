// Networks for Gephi, visone, UCINET and networkx: actor × issue and actor × actor as GraphML,
// GEXF and DL.

internal import Positions
internal import Tagging
internal import Text

/// Writes network files.
package enum NetworkFiles {
  /// Names and bytes of all files.
  package static func all(_ tables: ReportTables) -> [(String, [UInt8])] {
    var files: [(String, [UInt8])] = []
    for (name, network) in [
      ("actor_issue", tables.twoMode()), ("actor_actor", tables.oneMode()),
    ] {
      files.append(("\(name).graphml", GraphML.bytes(network)))
      files.append(("\(name).gexf", GEXF.bytes(network)))
      files.append(("\(name).dl", DL.bytes(network)))
    }
    return files
  }
}

extension ReportTables {
  /// What cells have in common for a node or an edge: components, first and last date.
  private func span(_ cells: [PositionCell]) -> [String] {
    [
      Self.names(cells.reduce(0) { $0 | $1.components }, Component.self),
      cells.compactMap(\.firstDate).min { $0.asBytes < $1.asBytes } ?? "",
      cells.compactMap(\.lastDate).max { $0.asBytes < $1.asBytes } ?? "",
    ]
  }

  /// Whole statements; a part of one counts as one, since the formats have integers there.
  private func whole(_ units: Int) -> String { "\((units + cube.unit - 1) / cube.unit)" }

  private func node(
    _ id: String, _ kind: String, _ own: [PositionCell], documents: Int
  ) -> Network.Node {
    let statements = own.reduce(0) { $0 + $1.counts.total }
    return Network.Node(
      id: id, values: [kind, whole(statements), "\(documents)"] + span(own))
  }

  /// Cells of the issues that matrices show, by actor.
  private var cellsByActor: [Int: [PositionCell]] {
    let shown = Set(issueColumns)
    return Dictionary(grouping: overall.filter { shown.contains($0.issue) }, by: \.actor)
  }

  private func actorNodes(_ actors: [Int], _ byActor: [Int: [PositionCell]]) -> [Network.Node] {
    actors.map { actor in
      node(
        cube.actors[actor], "actor", byActor[actor] ?? [],
        documents: cube.presences[actor].documents())
    }
  }

  /// Actors and issues; the weight of a tie is the net position, balance is a tie of weight 0.
  func twoMode() -> Network {
    let byActor = cellsByActor
    let byIssue = Dictionary(grouping: overall, by: \.issue)
    let actors = cube.sortedActors
    var network = Network(nodes: actorNodes(actors, byActor), edges: [])
    var placeOfIssue: [Int: Int] = [:]
    for issue in issueColumns {
      placeOfIssue[issue] = network.nodes.count
      let own = byIssue[issue] ?? []
      let documents = Set(
        own.flatMap { cube.clusters(of: $0, counting).map(\.document) })
      network.nodes.append(
        node("issue:\(cube.issues[issue])", "issue", own, documents: documents.count))
    }
    for (place, actor) in actors.enumerated() {
      for cell in byActor[actor] ?? [] {
        guard let to = placeOfIssue[cell.issue], let net = cell.counts.net else { continue }
        network.edges.append(
          .init(
            from: place, to: to, weight: net,
            values: [whole(cell.counts.total), "\(cell.documents)"] + span([cell])))
      }
    }
    return network
  }

  /// Named actors; the weight of a tie is their agreement, its count the issues that they share; its
  /// other values are those of both on these issues.
  func oneMode() -> Network {
    let byActor = cellsByActor
    var network = Network(nodes: actorNodes(named, byActor), edges: [])
    for a in named.indices {
      for b in named.indices where b > a {
        let shared = agreement.sharedIssues(a, b)
        guard shared > 0 else { continue }
        let (one, other) = (byActor[named[a]] ?? [], byActor[named[b]] ?? [])
        let issues = Set(one.map(\.issue)).intersection(other.map(\.issue))
        let both = (one + other).filter { issues.contains($0.issue) }
        network.edges.append(
          .init(
            from: a, to: b,
            weight: agreement.value(a, b, options.measure, options.normalization),
            values: ["\(shared)", "\(both.reduce(0) { $0 + $1.documents })"] + span(both)))
      }
    }
    return network
  }
}
