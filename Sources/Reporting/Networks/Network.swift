// A network with the attributes of its nodes and edges: what GraphML, GEXF and DL are written from.

internal import Tagging
internal import Text

/// Nodes and undirected edges.
struct Network {
  enum Kind { case text, integer }
  enum Owner: String, CaseIterable { case node, edge }
  struct Attribute {
    var name: String
    var kind: Kind
  }
  /// What nodes and edges tell.
  struct Values: Sendable {
    /// Statements of a node, or of the tie; issues that two actors share.
    var count = 0
    var documents = 0
    /// Bits, in the order of `Component.allCases`.
    var components = 0
    /// Numbers in `dates`; -1 where nothing is dated.
    var first: Int32 = -1
    var last: Int32 = -1
  }
  struct Node: Sendable {
    var id: String
    var kind: String
    var values: Values
  }
  struct Edge: Sendable {
    var from: Int
    var to: Int
    var weight: Double
    var values: Values
  }
  static let edgeAttributes: [Attribute] = [
    .init(name: "count", kind: .integer), .init(name: "documents", kind: .integer),
    .init(name: "components", kind: .text), .init(name: "first_date", kind: .text),
    .init(name: "last_date", kind: .text),
  ]
  static let nodeAttributes: [Attribute] =
    [.init(name: "kind", kind: .text), .init(name: "statements", kind: .integer)]
    + edgeAttributes.dropFirst()
  var nodes: [Node]
  var edges: [Edge] = []
  /// Dates in their order.
  var dates: [String]

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
  /// Appends what comes before and after a value, up to the next number of its attribute.
  static func openValue(_ owner: Network.Owner, _ number: UInt8, _ out: inout ByteWriter)
  static func closeValue(_ out: inout ByteWriter)
  static var nodeEnd: StaticString { get }
  static var edgeEnd: StaticString { get }
  static var between: StaticString { get }
}

extension XMLNetworkFormat {
  static func bytes(_ network: Network) -> [UInt8] {
    var out = ByteWriter(
      reservingCapacity: 1 << 12 + 512 * (network.nodes.count + network.edges.count))
    let ids = network.nodes.map { XML.escape($0.id) }
    let names = NetworkNames(network)
    open(&out)
    for (node, id) in zip(network.nodes, ids) {
      openNode(id, &out)
      openValue(.node, 0, &out)
      out.append(XML.escape(node.kind))
      closeValue(&out)
      values(node.values, of: .node, from: 1, names, &out)
      out.append(nodeEnd)
    }
    out.append(between)
    for (number, edge) in network.edges.enumerated() {
      openEdge(number, from: ids[edge.from], to: ids[edge.to], weight: edge.weight, &out)
      values(edge.values, of: .edge, from: 0, names, &out)
      out.append(edgeEnd)
    }
    close(&out)
    return out.finish()
  }

  private static func values(
    _ values: Network.Values, of owner: Network.Owner, from first: UInt8, _ names: NetworkNames,
    _ out: inout ByteWriter
  ) {
    openValue(owner, first, &out)
    out.append(decimal: values.count)
    closeValue(&out)
    openValue(owner, first + 1, &out)
    out.append(decimal: values.documents)
    closeValue(&out)
    if values.components != 0 {
      openValue(owner, first + 2, &out)
      out.append(names.components[values.components])
      closeValue(&out)
    }
    guard values.first >= 0 else { return }
    openValue(owner, first + 3, &out)
    out.append(names.dates[Int(values.first)])
    closeValue(&out)
    openValue(owner, first + 4, &out)
    out.append(names.dates[Int(values.last)])
    closeValue(&out)
  }
}

/// The texts of a network's values, escaped for XML.
struct NetworkNames {
  /// By bits.
  let components: [[UInt8]]
  let dates: [[UInt8]]

  init(_ network: Network) {
    components = (0..<1 << Component.allCases.count).map {
      Array(XML.escape(ReportTables.names($0, Component.self)).utf8)
    }
    dates = network.dates.map { Array(XML.escape($0).utf8) }
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
