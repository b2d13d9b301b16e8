// Weights of features by issue as `learn` writes them: a row a feature, a column an issue, nothing for 0.

internal import Batch
internal import Text

enum IssueTable {
  /// - Parameters:
  ///   - rows: the weights of each in the order of `columns`.
  ///   - note: lines that say what the table is.
  static func write(
    _ rows: some Sequence<(name: String, weights: [Double])>, columns: [String], note: [String],
    to path: String
  ) throws {
    var out = ByteWriter()
    for line in note { out.append("# \(line)\n") }
    out.append((["feature"] + columns).joined(separator: "\t") + "\n")
    for (name, weights) in rows {
      out.append(name)
      for weight in weights {
        out.append("\t")
        if weight != 0 { out.append(weight, places: 2) }
      }
      out.append("\n")
    }
    _ = try OutputFile.write(out.bytes, to: path)
  }
}
