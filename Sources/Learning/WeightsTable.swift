// weights.tsv as `normtag learn` writes it: a readable list, sorted by feature, the same bytes for
// the same units.

internal import Tagging
package import Text

/// Writes fitted weights.
package enum WeightsTable {
  /// - Parameters:
  ///   - threshold: rows whose weights all lie below it are left out.
  ///   - note: comment lines, without `#`.
  package static func write(
    _ fitted: FittedWeights, atLeast threshold: Double, note: [String], to out: inout ByteWriter
  ) {
    for line in note { out.append("# \(line)\n") }
    out.append("feature")
    for component in Component.allCases { out.append("\t\(component.rawValue)") }
    out.append("\n")
    append("(bias)", (0..<fitted.model.classes).map { fitted.model.bias($0) }, to: &out)
    append(
      "(temperature)", Array(repeating: fitted.temperature, count: fitted.model.classes), to: &out)
    for row in fitted.rows(atLeast: threshold) { append(row.name, row.weights, to: &out) }
  }

  private static func append(_ name: String, _ weights: [Double], to out: inout ByteWriter) {
    out.append(name)
    for weight in weights {
      out.append("\t")
      out.append(weight, places: 3)
    }
    out.append("\n")
  }
}
