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
    open(&out)
    var texts = NetworkTexts<Self>(network, .node, from: 1)
    for (node, id) in zip(network.nodes, ids) {
      openNode(id, &out)
      openValue(.node, 0, &out)
      out.append(XML.escape(node.kind))
      closeValue(&out)
      texts.append(node.values, to: &out)
      out.append(nodeEnd)
    }
    out.append(between)
    texts = NetworkTexts(network, .edge, from: 0)
    for (number, edge) in network.edges.enumerated() {
      openEdge(number, from: ids[edge.from], to: ids[edge.to], weight: edge.weight, &out)
      texts.append(edge.values, to: &out)
      out.append(edgeEnd)
    }
    close(&out)
    return out.take()
  }
}

/// What nodes or edges say again and again, with its markup: components and dates.
private struct NetworkTexts<Format: XMLNetworkFormat> {
  private let owner: Network.Owner
  private let number: UInt8
  /// By bits.
  private let components: [[UInt8]]
  private let firstDates: [[UInt8]]
  private let lastDates: [[UInt8]]

  /// - Parameter number: of the attribute that is the count.
  init(_ network: Network, _ owner: Network.Owner, from number: UInt8) {
    self.owner = owner
    self.number = number
    func marked(_ number: UInt8, _ text: String) -> [UInt8] {
      var out = ByteWriter()
      Format.openValue(owner, number, &out)
      out.append(XML.escape(text))
      Format.closeValue(&out)
      return out.take()
    }
    components = (0..<1 << Component.allCases.count).map {
      $0 == 0 ? [] : marked(number + 2, ReportTables.names($0, Component.self))
    }
    firstDates = network.dates.map { marked(number + 3, $0) }
    lastDates = network.dates.map { marked(number + 4, $0) }
  }

  func append(_ values: Network.Values, to out: inout ByteWriter) {
    Format.openValue(owner, number, &out)
    out.append(decimal: values.count)
    Format.closeValue(&out)
    Format.openValue(owner, number + 1, &out)
    out.append(decimal: values.documents)
    Format.closeValue(&out)
    out.append(components[values.components])
    guard values.first >= 0 else { return }
    out.append(firstDates[Int(values.first)])
    out.append(lastDates[Int(values.last)])
  }
}

/// Escapes text for XML.
enum XML {
  static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: mayNeedEscape) else { return text }
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

  /// False for most bytes of ASCII, and for those of other characters but U+F000…U+FFFF.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case ..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0xEF: true
    default: false
    }
  }
}
