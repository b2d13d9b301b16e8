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
    let years = network.dates.map { Double($0.prefix(4)) ?? 0 }
    let zeros = Array(repeatElement([0x20, 0x30] as [UInt8], count: count).joined())
    var ties = Array(repeating: 0.0, count: count * count)
    for matrix in matrices {
      for edge in network.edges {
        let value = matrix.value(edge, years)
        ties[edge.from * count + edge.to] = value
        ties[edge.to * count + edge.from] = value
      }
      for row in 0..<count {
        let ties = ties[row * count..<(row + 1) * count]
        // A space and a number each, and what the last one takes for a moment.
        out.append(atMost: (count + 1) * (1 + ByteCursor.mostOfNumber)) { out in
          put(ties, zeros, to: &out)
        }
        out.append(0x0A)
      }
    }
    return out.take()
  }

  private static func put(
    _ ties: ArraySlice<Double>, _ zeros: [UInt8], to out: inout ByteCursor
  ) {
    // Most ties of two modes are 0: runs of them are copied.
    var pending = 0
    func putPending(_ out: inout ByteCursor) {
      zeros[..<pending].withUnsafeBufferPointer { out.put($0) }
      pending = 0
    }
    for tie in ties {
      if tie == 0 {
        pending += 2
        continue
      }
      if pending > 0 { putPending(&out) }
      out.put(byte: 0x20)
      if tie == 1 {
        out.put(byte: 0x31)
      } else if tie > 0, tie < 1e9, let whole = Int(exactly: tie) {
        out.put(decimal: whole)
      } else {
        out.put(tie, places: 6)
      }
    }
    putPending(&out)
  }

  /// The values of an edge that are numbers, each a matrix of its own: dates as years, components as
  /// 1 or 0.
  private struct Matrix: Sendable {
    var name: String
    var value: @Sendable (_ edge: Network.Edge, _ years: [Double]) -> Double
  }

  private static let matrices: [Matrix] = {
    @Sendable func year(_ date: Int32, _ years: [Double]) -> Double {
      date < 0 ? 0 : years[Int(date)]
    }
    var matrices = [
      Matrix(name: "weight") { edge, _ in edge.weight },
      Matrix(name: "count") { edge, _ in Double(edge.values.count) },
      Matrix(name: "documents") { edge, _ in Double(edge.values.documents) },
      Matrix(name: "first_year") { year($0.values.first, $1) },
      Matrix(name: "last_year") { year($0.values.last, $1) },
    ]
    for component in Component.allCases.dropLast() {
      matrices.append(
        Matrix(name: component.rawValue) { edge, _ in
          Double(edge.values.components >> component.index & 1)
        })
    }
    return matrices
  }()

  private static func label(_ id: String) -> String {
    String(id.map { $0.isWhitespace || $0 == "\"" || $0 == "," ? "_" : $0 })
  }
}
