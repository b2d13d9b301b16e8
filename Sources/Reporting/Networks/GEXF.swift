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
    out.append("<edge id=\"\(number)\" source=\"\(from)\" target=\"\(to)\" weight=\"")
    out.append(weight, places: 6)
    out.append("\"><attvalues>")
  }

  static func value(
    _ value: String, of owner: Network.Owner, _ number: Int, _ out: inout ByteWriter
  ) {
    out.append("<attvalue for=\"\(number)\" value=\"\(value)\"/>")
  }
}
