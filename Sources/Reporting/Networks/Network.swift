// A network with the attributes of its nodes and edges: what GraphML, GEXF and DL are written from.

internal import Text

/// Nodes and undirected edges.
struct Network {
  enum Kind { case text, integer }
  enum Owner: String, CaseIterable { case node, edge }
  struct Attribute {
    var name: String
    var kind: Kind
  }
  struct Node {
    var id: String
    /// In the order of `nodeAttributes`.
    var values: [String]
  }
  struct Edge {
    var from: Int
    var to: Int
    var weight: Double
    /// In the order of `edgeAttributes`.
    var values: [String]
  }
  static let nodeAttributes: [Attribute] = [
    .init(name: "kind", kind: .text), .init(name: "statements", kind: .integer),
    .init(name: "documents", kind: .integer), .init(name: "components", kind: .text),
    .init(name: "first_date", kind: .text), .init(name: "last_date", kind: .text),
  ]
  static let edgeAttributes: [Attribute] = [
    .init(name: "count", kind: .integer), .init(name: "documents", kind: .integer),
    .init(name: "components", kind: .text), .init(name: "first_date", kind: .text),
    .init(name: "last_date", kind: .text),
  ]
  var nodes: [Node]
  var edges: [Edge]

  static func attributes(of owner: Owner) -> [Attribute] {
    owner == .node ? nodeAttributes : edgeAttributes
  }
}

/// A format of XML in which nodes and edges carry values under declared keys.
protocol XMLNetworkFormat {
  /// Appends the beginning, down to the first node.
  static func open(_ out: inout ByteWriter)
  static func close(_ out: inout ByteWriter)
  static func openNode(_ id: String, _ out: inout ByteWriter)
  static func openEdge(
    _ number: Int, from: String, to: String, weight: Double, _ out: inout ByteWriter)
  /// Appends the escaped value of attribute `number`.
  static func value(
    _ value: String, of owner: Network.Owner, _ number: Int, _ out: inout ByteWriter)
  static var nodeEnd: StaticString { get }
  static var edgeEnd: StaticString { get }
  static var between: StaticString { get }
}

extension XMLNetworkFormat {
  static func bytes(_ network: Network) -> [UInt8] {
    var out = ByteWriter()
    let ids = network.nodes.map { XML.escape($0.id) }
    open(&out)
    for (node, id) in zip(network.nodes, ids) {
      openNode(id, &out)
      values(node.values, of: .node, &out)
      out.append(nodeEnd)
    }
    out.append(between)
    for (number, edge) in network.edges.enumerated() {
      openEdge(number, from: ids[edge.from], to: ids[edge.to], weight: edge.weight, &out)
      values(edge.values, of: .edge, &out)
      out.append(edgeEnd)
    }
    close(&out)
    return out.take()
  }

  private static func values(
    _ values: [String], of owner: Network.Owner, _ out: inout ByteWriter
  ) {
    for (number, text) in values.enumerated() where !text.isEmpty {
      value(XML.escape(text), of: owner, number, &out)
    }
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
