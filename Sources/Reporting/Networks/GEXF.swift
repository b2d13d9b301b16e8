// GEXF 1.2 (gexf.net), Gephi's own format.

internal import Text

enum GEXF {
  static func bytes(_ nodes: [NetworkFiles.Node], _ edges: [NetworkFiles.Edge]) -> [UInt8] {
    var out = ByteWriter()
    out.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
      <graph defaultedgetype="undirected" mode="static">
      <attributes class="node" mode="static">
      <attribute id="0" title="kind" type="string"/>
      <attribute id="1" title="statements" type="integer"/>
      <attribute id="2" title="components" type="string"/>
      <attribute id="3" title="first_year" type="string"/>
      <attribute id="4" title="last_year" type="string"/>
      </attributes>
      <attributes class="edge" mode="static"><attribute id="0" title="count" type="integer"/></attributes>
      <nodes>

      """)
    for node in nodes {
      let id = XML.escape(node.id)
      out.append("<node id=\"\(id)\" label=\"\(id)\"><attvalues>")
      let values = [node.kind, "\(node.count)", node.components, node.first, node.last]
      for (number, value) in values.enumerated() {
        out.append("<attvalue for=\"\(number)\" value=\"\(XML.escape(value))\"/>")
      }
      out.append("</attvalues></node>\n")
    }
    out.append("</nodes>\n<edges>\n")
    for (number, edge) in edges.enumerated() {
      out.append("<edge id=\"\(number)\" source=\"\(XML.escape(nodes[edge.from].id))\"")
      out.append(" target=\"\(XML.escape(nodes[edge.to].id))\" weight=\"")
      out.append(edge.weight, places: 6)
      out.append("\"><attvalues><attvalue for=\"0\" value=\"\(edge.count)\"/></attvalues></edge>\n")
    }
    out.append("</edges>\n</graph>\n</gexf>\n")
    return out.take()
  }
}
