// UCINET DL, full matrices: the format has no attributes, so each has a matrix of its own, weights
// first. Labels lose quotes, commas and white space, which the format cannot hold.

internal import Tagging
internal import Text

enum DL {
  static func bytes(_ network: Network) -> [UInt8] {
    var out = ByteWriter()
    let count = network.nodes.count
    out.append("dl n = \(count), nm = \(matrices.count), format = fullmatrix\nlabels:\n")
    out.append(network.nodes.map { label($0.id) }.joined(separator: ","))
    out.append("\nmatrix labels:\n" + matrices.map(\.name).joined(separator: ",") + "\ndata:\n")
    for matrix in matrices {
      var ties = Array(repeating: 0.0, count: count * count)
      for edge in network.edges {
        let value = matrix.value(edge)
        ties[edge.from * count + edge.to] = value
        ties[edge.to * count + edge.from] = value
      }
      for row in 0..<count {
        for tie in ties[row * count..<(row + 1) * count] {
          out.append(0x20)
          if tie == 0 { out.append(0x30) } else { out.append(tie, places: 6) }
        }
        out.append(0x0A)
      }
    }
    return out.take()
  }

  /// The values of an edge that are numbers, each a matrix of its own: dates as years, components as
  /// 1 or 0.
  private struct Matrix: Sendable {
    var name: String
    var value: @Sendable (Network.Edge) -> Double
  }

  private static let matrices: [Matrix] = {
    @Sendable func number(_ text: String) -> Double { Double(text) ?? 0 }
    var matrices = [
      Matrix(name: "weight") { $0.weight }, Matrix(name: "count") { number($0.values[0]) },
      Matrix(name: "documents") { number($0.values[1]) },
      Matrix(name: "first_year") { number(String($0.values[3].prefix(4))) },
      Matrix(name: "last_year") { number(String($0.values[4].prefix(4))) },
    ]
    for component in Component.allCases.dropLast() {
      matrices.append(
        Matrix(name: component.rawValue) { edge in
          edge.values[2].split(separator: ";").contains { $0 == component.rawValue } ? 1 : 0
        })
    }
    return matrices
  }()

  private static func label(_ id: String) -> String {
    String(id.map { $0.isWhitespace || $0 == "\"" || $0 == "," ? "_" : $0 })
  }
}
