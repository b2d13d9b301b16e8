// Networks for Gephi, visone, UCINET and networkx: actor × issue and actor × actor as GraphML,
// GEXF and DL.

internal import Positions
internal import Tagging
internal import Text

/// Writes network files.
package enum NetworkFiles {
  /// Each makes the names and bytes of a network's files.
  package static func makers(
    _ tables: ReportTables
  ) -> [@Sendable () -> [(name: String, bytes: [UInt8])]] {
    @Sendable func files(_ name: String, _ network: Network) -> [(name: String, bytes: [UInt8])] {
      [
        ("\(name).graphml", GraphML.bytes(network)), ("\(name).gexf", GEXF.bytes(network)),
        ("\(name).dl", DL.bytes(network)),
      ]
    }
    return [
      { files("actor_actor", tables.oneMode()) }, { files("actor_issue", tables.twoMode()) },
    ]
  }
}

extension Network.Values {
  /// Takes the components and dates of a position in.
  fileprivate mutating func add(_ other: Network.Values) {
    components |= other.components
    if other.first >= 0, first < 0 || other.first < first { first = other.first }
    if other.last >= 0 { last = max(last, other.last) }
  }
}

/// What edges and nodes tell of each cell, with dates as numbers.
private struct NetworkCells {
  let dates: [String]
  /// By place in `ReportTables.overall`: statements, in the units of the cube, and documents, components, dates.
  let values: [Network.Values]

  init(_ tables: ReportTables) {
    let cells = tables.overall
    dates = Set(cells.compactMap(\.firstDate) + cells.compactMap(\.lastDate))
      .sorted { $0.asBytes < $1.asBytes }
    var numbers: [String: Int32] = [:]
    for (number, date) in dates.enumerated() { numbers[date] = Int32(number) }
    values = cells.map { cell in
      Network.Values(
        count: cell.counts.total, documents: cell.documents, components: cell.components,
        first: cell.firstDate.flatMap { numbers[$0] } ?? -1,
        last: cell.lastDate.flatMap { numbers[$0] } ?? -1)
    }
  }
}

extension ReportTables {
  /// Whole statements; a part of one counts as one, since the formats have integers there.
  private func whole(_ units: Int) -> Int { (units + cube.unit - 1) / cube.unit }

  private func node(
    _ id: String, _ kind: String, _ own: [Network.Values], documents: Int
  ) -> Network.Node {
    var values = Network.Values(documents: documents)
    for cell in own {
      values.count += cell.count
      values.add(cell)
    }
    values.count = whole(values.count)
    return Network.Node(id: id, kind: kind, values: values)
  }

  private func actorNode(_ actor: Int, _ cells: NetworkCells) -> Network.Node {
    node(
      cube.actors[actor], "actor",
      issueColumns.compactMap { place(actor, $0).map { cells.values[$0] } },
      documents: cube.presences[actor].documents())
  }

  /// Actors and issues; the weight of a tie is the net position, balance is a tie of weight 0.
  func twoMode() -> Network {
    let cells = NetworkCells(self)
    let actors = cube.sortedActors
    var network = Network(nodes: actors.map { actorNode($0, cells) }, dates: cells.dates)
    for issue in issueColumns {
      let own = overall.indices.filter { overall[$0].issue == issue }
      var speaks = Array(repeating: false, count: cube.documents.count)
      for cell in own {
        for cluster in cube.clusters(of: overall[cell], counting) {
          speaks[Int(cluster.document)] = true
        }
      }
      network.nodes.append(
        node(
          "issue:\(cube.issues[issue])", "issue", own.map { cells.values[$0] },
          documents: speaks.count { $0 }))
    }
    for (from, actor) in actors.enumerated() {
      for (column, issue) in issueColumns.enumerated() {
        guard let place = place(actor, issue), let net = overall[place].counts.net else { continue }
        var values = cells.values[place]
        values.count = whole(values.count)
        network.edges.append(
          .init(from: from, to: actors.count + column, weight: net, values: values))
      }
    }
    return network
  }

  /// Named actors; the weight of a tie is their agreement, its count the issues that they share; its
  /// other values are those of both on these issues.
  func oneMode() -> Network {
    let cells = NetworkCells(self)
    var network = Network(nodes: named.map { actorNode($0, cells) }, dates: cells.dates)
    let places = named.map { actor in issueColumns.map { place(actor, $0) ?? -1 } }
    for a in named.indices {
      for b in named.indices where b > a {
        let pair = agreement.pair(a, b)
        guard pair.sharedIssues > 0 else { continue }
        var values = Network.Values(count: pair.sharedIssues)
        for column in issueColumns.indices {
          let (one, other) = (places[a][column], places[b][column])
          guard one >= 0 && other >= 0 else { continue }
          values.documents += cells.values[one].documents + cells.values[other].documents
          values.add(cells.values[one])
          values.add(cells.values[other])
        }
        network.edges.append(
          .init(
            from: a, to: b, weight: pair.value(options.measure, options.normalization),
            values: values))
      }
    }
    return network
  }
}
