// weights.tsv as `normtag learn` writes it: a readable list, sorted by feature, the same bytes for
// the same units; and read again, as what new weights are drawn to.

package import Text

/// Reads and writes fitted weights.
package enum WeightsTable {
  /// Why a table can't be read; `line` counts from 1.
  package struct Failure: Error, Equatable, Sendable {
    package var line: Int
    package var reason: String
  }

  /// Weights by feature, without the rows in parentheses (bias, temperature, neighbours).
  ///
  /// - Parameters:
  ///   - bytes: a table as `write` makes it.
  ///   - columns: the codes that its header must name, in this order.
  package static func read(
    _ bytes: [UInt8], columns: [String]
  ) throws(Failure) -> [String: [Double]] {
    var weights: [String: [Double]] = [:]
    var header = true
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard let first = line.first, first != 0x23 else { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      if header {
        guard cells == ["feature"] + columns else {
          throw Failure(
            line: number, reason: "a header feature, \(columns.joined(separator: ", ")) is needed")
        }
        header = false
        continue
      }
      let values = cells.dropFirst().compactMap(Double.init)
      guard cells.count == columns.count + 1, values.count == columns.count else {
        throw Failure(line: number, reason: "a feature and \(columns.count) numbers are needed")
      }
      if !cells[0].hasPrefix("(") { weights[cells[0]] = values }
    }
    guard !weights.isEmpty else { throw Failure(line: number, reason: "no weights in it") }
    return weights
  }

  /// - Parameters:
  ///   - threshold: rows whose weights all lie below it are left out.
  ///   - note: comment lines, without `#`.
  package static func write(
    _ fitted: FittedWeights, columns: [String], atLeast threshold: Double, note: [String],
    to out: inout ByteWriter
  ) {
    for line in note { out.append("# \(line)\n") }
    out.append("feature")
    for column in columns { out.append("\t\(column)") }
    out.append("\n")
    append("(bias)", (0..<fitted.model.classes).map { fitted.model.bias($0) }, to: &out)
    append(
      "(temperature)", Array(repeating: fitted.temperature, count: fitted.model.classes), to: &out)
    if fitted.neighbours > 0 {
      append(
        "(neighbours)", Array(repeating: fitted.neighbours, count: fitted.model.classes), to: &out)
    }
    for row in fitted.rows(atLeast: threshold) { append(row.name, row.weights, to: &out) }
  }

  /// Writes two models over the same features side by side, their rows prefixed.
  package static func write(
    _ left: FittedWeights, _ right: FittedWeights, columns: [String], prefix: String,
    atLeast threshold: Double, note: [String], to out: inout ByteWriter
  ) {
    for line in note { out.append("# \(line)\n") }
    out.append("feature")
    for column in columns { out.append("\t\(column)") }
    out.append("\n")
    func biases(_ fitted: FittedWeights) -> [Double] {
      (0..<fitted.model.classes).map { fitted.model.bias($0) }
    }
    append(prefix + "(bias)", biases(left) + biases(right), to: &out)
    var rows: [String: [Double]] = [:]
    let (a, b) = (left.model.classes, right.model.classes)
    for row in left.rows(atLeast: threshold) {
      rows[row.name] = row.weights + Array(repeating: 0, count: b)
    }
    for row in right.rows(atLeast: threshold) {
      rows[row.name, default: Array(repeating: 0, count: a + b)].replaceSubrange(
        a..., with: row.weights)
    }
    for name in rows.keys.sorted() { append(prefix + name, rows[name] ?? [], to: &out) }
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
