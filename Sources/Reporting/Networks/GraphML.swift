// GraphML 1.0 (graphml.graphdrawing.org).

internal import Text

enum GraphML: XMLNetworkFormat {
  static let nodeEnd: StaticString = "</node>\n"
  static let edgeEnd: StaticString = "</edge>\n"
  static let between: StaticString = ""

  static func open(_ out: inout ByteWriter) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    for owner in Network.Owner.allCases {
      for (number, attribute) in Network.attributes(of: owner).enumerated() {
        let type = attribute.kind == .integer ? "int" : "string"
        out.append("<key id=\"\(owner.rawValue)\(number)\" for=\"\(owner.rawValue)\"")
        out.append(" attr.name=\"\(attribute.name)\" attr.type=\"\(type)\"/>\n")
      }
    }
    out.append("<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n")
    out.append("<graph edgedefault=\"undirected\">\n")
  }

  static func close(_ out: inout ByteWriter) { out.append("</graph>\n</graphml>\n") }

  static func openNode(_ id: String, _ out: inout ByteWriter) {
    out.append("<node id=\"")
    out.append(id)
    out.append("\">")
  }

  static func openEdge(
    _ number: Int, from: String, to: String, weight: Double, _ out: inout ByteWriter
  ) {
    out.append("<edge source=\"")
    out.append(from)
    out.append("\" target=\"")
    out.append(to)
    out.append("\"><data key=\"weight\">")
    out.append(weight, places: 6)
    out.append("</data>")
  }

  static func openValue(_ owner: Network.Owner, _ number: UInt8, _ out: inout ByteWriter) {
    out.append(owner == .node ? "<data key=\"node" : "<data key=\"edge")
    out.append(0x30 + number)
    out.append("\">")
  }

  static func closeValue(_ out: inout ByteWriter) { out.append("</data>") }
}
