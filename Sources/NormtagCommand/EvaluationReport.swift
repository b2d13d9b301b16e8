// How `evaluate` prints its figures, for people and for machines.

internal import Positions
internal import Tagging
internal import Text

/// The figures of all units and of groups.
struct EvaluationReport {
  let rows: [(reference: UnitCodes, coded: UnitCodes)]

  private func groups(_ by: String) -> [(name: String, evaluation: Evaluation)] {
    var order: [String] = []
    var groups: [String: Evaluation] = [:]
    for row in rows {
      let name = by == "doc" ? row.reference.doc : row.reference.genre
      if groups[name] == nil { order.append(name) }
      groups[name, default: Evaluation()].add(reference: row.reference, coded: row.coded)
    }
    return order.compactMap { name in groups[name].map { (name, $0) } }
  }

  private var whole: Evaluation {
    var all = Evaluation()
    for row in rows { all.add(reference: row.reference, coded: row.coded) }
    return all
  }

  /// 95 % intervals of all figures, from one set of draws of documents.
  private func intervals() -> [String: (low: Double, high: Double)] {
    let parts = groups("doc").map(\.evaluation)
    var intervals: [String: (low: Double, high: Double)] = [:]
    for (index, figure) in whole.figures.enumerated() {
      var bootstrap = ClusterBootstrap()
      let interval = bootstrap.interval(clusters: parts.count, rounds: 200) { draw in
        var sum = Evaluation()
        for part in draw { sum += parts[part] }
        let figures = sum.figures
        return index < figures.count ? figures[index].value : nil
      }
      if let interval { intervals[figure.name] = interval }
    }
    return intervals
  }

  func appendText(by: [String], to out: inout ByteWriter) {
    let all = whole
    let intervals = intervals()
    out.append("units \(all.units)\n")
    for figure in all.figures {
      out.append(figure.name + ": " + Figure.text(figure.value))
      if let interval = intervals[figure.name] {
        out.append(" [\(Figure.text(interval.low)), \(Figure.text(interval.high))]")
      }
      if ["oppose F1", "neutral F1"].contains(figure.name) {
        out.append(" of \(all.references(String(figure.name.dropLast(3))))")
      }
      out.append("\n")
    }
    appendConfusion(all, to: &out)
    for name in by {
      for group in groups(name) {
        out.append("\n\(name) \(group.name): units \(group.evaluation.units)")
        for figure in group.evaluation.figures {
          out.append(", \(figure.name) \(Figure.text(figure.value))")
        }
        out.append("\n")
      }
    }
  }

  private func appendConfusion(_ all: Evaluation, to out: inout ByteWriter) {
    out.append("\nby hand (rows) and coded (columns)\n")
    func cell(_ text: String) -> String { String(repeating: " ", count: 10 - text.count) + text }
    out.append(cell(""))
    for component in Component.allCases { out.append(cell(component.rawValue)) }
    out.append("\n")
    for row in Component.allCases {
      out.append(cell(row.rawValue))
      for column in Component.allCases {
        out.append(cell("\(all.components.confusion[row.index][column.index])"))
      }
      out.append("\n")
    }
  }

  func appendCSV(by: [String], to out: inout ByteWriter) {
    out.append("by,group,figure,value,low,high\n")
    let intervals = intervals()
    append("all", "all", whole, intervals, to: &out)
    for name in by {
      for group in groups(name) { append(name, group.name, group.evaluation, [:], to: &out) }
    }
    let all = whole
    for row in Component.allCases {
      for column in Component.allCases {
        out.append("confusion,\(row.rawValue),\(column.rawValue),")
        out.append(decimal: all.components.confusion[row.index][column.index])
        out.append(",,\n")
      }
    }
  }

  private func append(
    _ by: String, _ group: String, _ evaluation: Evaluation,
    _ intervals: [String: (low: Double, high: Double)], to out: inout ByteWriter
  ) {
    func number(_ value: Double?) { if let value { out.append(value, places: 4) } }
    func line(_ name: String, _ value: Double?) {
      out.append(by + ",")
      out.appendCSV(group.utf8)
      out.append("," + name + ",")
      number(value)
      out.append(",")
      number(intervals[name]?.low)
      out.append(",")
      number(intervals[name]?.high)
      out.append("\n")
    }
    line("units", Double(evaluation.units))
    for figure in evaluation.figures { line(figure.name, figure.value) }
  }
}
