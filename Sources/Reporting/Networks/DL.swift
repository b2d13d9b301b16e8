// UCINET DL, full matrix. Labels keep their length but lose quotes, commas and white space, which
// the format cannot hold.
internal import Text

enum DL {
  static func bytes(_ nodes: [NetworkFiles.Node], _ edges: [NetworkFiles.Edge]) -> [UInt8] {
    var out = ByteWriter()
    out.append("dl n = \(nodes.count), format = fullmatrix\nlabels:\n")
    let labels = nodes.map { node in
      String(node.id.map { $0.isWhitespace || $0 == "\"" || $0 == "," ? "_" : $0 })
    }
    out.append(labels.joined(separator: ",") + "\ndata:\n")
    var ties: [[Int: Double]] = Array(repeating: [:], count: nodes.count)
    for edge in edges {
      ties[edge.from][edge.to] = edge.weight
      ties[edge.to][edge.from] = edge.weight
    }
    for row in ties {
      for column in nodes.indices {
        out.append(0x20)
        out.append(row[column] ?? 0, places: 6)
      }
      out.append(0x0A)
    }
    return out.take()
  }
}
