// Networks for Gephi, visone, UCINET and networkx: actor × issue and actor × actor as GraphML,
// GEXF and DL.

internal import Positions
internal import Tagging
internal import Text

/// Writes network files.
package enum NetworkFiles {
  struct Node {
    var id: String
    var kind: String
    var count: Int
    var components: String
    var first: String
    var last: String
  }
  struct Edge {
    var from: Int
    var to: Int
    var weight: Double
    var count: Int
  }

  /// Names and bytes of all files.
  package static func all(_ tables: ReportTables) -> [(String, [UInt8])] {
    var files: [(String, [UInt8])] = []
    for (name, (nodes, edges)) in [
      ("actor_issue", tables.twoMode()), ("actor_actor", tables.oneMode()),
    ] {
      files.append(("\(name).graphml", GraphML.bytes(nodes, edges)))
      files.append(("\(name).gexf", GEXF.bytes(nodes, edges)))
      files.append(("\(name).dl", DL.bytes(nodes, edges)))
    }
    return files
  }
}

extension ReportTables {
  private func node(_ actor: Int) -> NetworkFiles.Node {
    let own = overall.filter { $0.actor == actor && !cube.issues[$0.issue].utf8.contains(0x2E) }
    return node(cube.actors[actor], "actor", own)
  }

  private func node(_ id: String, _ kind: String, _ own: [PositionCell]) -> NetworkFiles.Node {
    let years = own.compactMap(cube.years(of:))
    return NetworkFiles.Node(
      id: id, kind: kind, count: own.reduce(0) { $0 + $1.counts.total },
      components: Self.names(own.reduce(0) { $0 | $1.components }, Component.self),
      first: years.map(\.first).min { $0.asBytes < $1.asBytes } ?? "",
      last: years.map(\.last).max { $0.asBytes < $1.asBytes } ?? "")
  }

  /// Actors and issues; the weight of a tie is the net position, balance is a tie of weight 0.
  func twoMode() -> ([NetworkFiles.Node], [NetworkFiles.Edge]) {
    let issues = issueColumns
    var byIssue: [Int: [PositionCell]] = [:]
    for cell in overall { byIssue[cell.issue, default: []].append(cell) }
    let nodes =
      cube.sortedActors.map(node)
      + issues.map { node("issue:\(cube.issues[$0])", "issue", byIssue[$0] ?? []) }
    var edges: [NetworkFiles.Edge] = []
    for (i, actor) in cube.sortedActors.enumerated() {
      for (j, issue) in issues.enumerated() {
        guard let cell = cells[CellKey(actor: actor, issue: issue)], let net = cell.counts.net
        else { continue }
        edges.append(
          .init(from: i, to: cube.actors.count + j, weight: net, count: cell.counts.total))
      }
    }
    return (nodes, edges)
  }

  /// Named actors; the weight of a tie is their agreement.
  func oneMode() -> ([NetworkFiles.Node], [NetworkFiles.Edge]) {
    var edges: [NetworkFiles.Edge] = []
    for a in named.indices {
      for b in named.indices where b > a {
        let shared = agreement.sharedIssues(a, b)
        guard shared > 0 else { continue }
        edges.append(
          .init(
            from: a, to: b, weight: agreement.value(a, b, options.measure, options.normalization),
            count: shared))
      }
    }
    return (named.map(node), edges)
  }
}

/// Escapes text for XML.
enum XML {
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n", "\r": escaped += " "
      default:
        // Control characters have no place in XML 1.0.
        if scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }
}
