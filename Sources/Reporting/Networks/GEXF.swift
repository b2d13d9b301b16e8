// GEXF 1.2 (gexf.net), Gephi's own format.

internal import Text

enum GEXF: XMLNetworkFormat {
  static let nodeEnd: StaticString = "</attvalues></node>\n"
  static let edgeEnd: StaticString = "</attvalues></edge>\n"
  static let between: StaticString = "</nodes>\n<edges>\n"

  static func open(_ out: inout ByteWriter) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n")
    out.append("<graph defaultedgetype=\"undirected\" mode=\"static\">\n")
    for owner in Network.Owner.allCases {
      out.append("<attributes class=\"\(owner.rawValue)\" mode=\"static\">\n")
      for (number, attribute) in Network.attributes(of: owner).enumerated() {
        let type = attribute.kind == .integer ? "integer" : "string"
        out.append("<attribute id=\"\(number)\" title=\"\(attribute.name)\" type=\"\(type)\"/>\n")
      }
      out.append("</attributes>\n")
    }
    out.append("<nodes>\n")
  }

  static func close(_ out: inout ByteWriter) { out.append("</edges>\n</graph>\n</gexf>\n") }

  static func openNode(_ id: String, _ out: inout ByteWriter) {
    out.append("<node id=\"\(id)\" label=\"\(id)\"><attvalues>")
  }

  static func openEdge(
    _ number: Int, from: String, to: String, weight: Double, _ out: inout ByteWriter
  ) {
    out.append("<edge id=\"")
    out.append(decimal: number)
    out.append("\" source=\"")
    out.append(from)
    out.append("\" target=\"")
    out.append(to)
    out.append("\" weight=\"")
    out.append(weight, places: 6)
    out.append("\"><attvalues>")
  }

  static func openValue(_: Network.Owner, _ number: UInt8, _ out: inout ByteWriter) {
    out.append("<attvalue for=\"")
    out.append(0x30 + number)
    out.append("\" value=\"")
  }

  static func closeValue(_ out: inout ByteWriter) { out.append("\"/>") }
}
