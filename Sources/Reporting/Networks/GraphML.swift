// GraphML 1.0 (graphml.graphdrawing.org).

internal import Text

enum GraphML {
  static func bytes(_ nodes: [NetworkFiles.Node], _ edges: [NetworkFiles.Edge]) -> [UInt8] {
    var out = ByteWriter()
    out.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="kind" for="node" attr.name="kind" attr.type="string"/>
      <key id="statements" for="node" attr.name="statements" attr.type="int"/>
      <key id="components" for="node" attr.name="components" attr.type="string"/>
      <key id="first" for="node" attr.name="first_year" attr.type="string"/>
      <key id="last" for="node" attr.name="last_year" attr.type="string"/>
      <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
      <key id="count" for="edge" attr.name="count" attr.type="int"/>
      <graph edgedefault="undirected">

      """)
    for node in nodes {
      out.append("<node id=\"\(XML.escape(node.id))\">")
      for (key, value) in [
        ("kind", node.kind), ("statements", "\(node.count)"), ("components", node.components),
        ("first", node.first), ("last", node.last),
      ] {
        out.append("<data key=\"\(key)\">\(XML.escape(value))</data>")
      }
      out.append("</node>\n")
    }
    for edge in edges {
      out.append("<edge source=\"\(XML.escape(nodes[edge.from].id))\"")
      out.append(" target=\"\(XML.escape(nodes[edge.to].id))\"><data key=\"weight\">")
      out.append(edge.weight, places: 6)
      out.append("</data><data key=\"count\">\(edge.count)</data></edge>\n")
    }
    out.append("</graph>\n</graphml>\n")
    return out.take()
  }
}
