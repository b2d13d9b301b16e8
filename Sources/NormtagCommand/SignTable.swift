// Weights of named signs as `learn` prints and writes them: a weight a row.

internal import Batch
internal import Learning
internal import Text

enum SignTable {
  typealias Row = (name: String, weight: Double)

  /// Names without their prefix, each with its weight.
  static func list(_ rows: some Sequence<Row>, without prefix: String) -> String {
    rows.map { "\($0.name.dropFirst(prefix.count)) \(Figure.text($0.weight))" }
      .joined(separator: ", ")
  }

  /// - Parameter note: lines that say what the table is.
  static func write(_ rows: [Row], note: [String], to path: String) throws {
    var out = ByteWriter()
    for line in note { out.append("# \(line)\n") }
    out.append("feature\tweight\n")
    for (name, weight) in rows.sorted(by: { $0.name < $1.name }) {
      out.append(name)
      out.append("\t")
      out.append(weight, places: 3)
      out.append("\n")
    }
    _ = try OutputFile.write(out.bytes, to: path)
  }
}

extension HitCount {
  /// F1, precision and recall as `learn` prints them.
  ///
  /// - Parameter more: said after them.
  func text(_ more: String = "") -> String {
    "F1 \(Figure.text(f1)) (P \(Figure.text(precision)) R \(Figure.text(recall))\(more))"
  }
}
