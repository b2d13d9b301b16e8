// timeline.csv and change.csv.

internal import Positions

extension ReportTables {
  func timeline() -> CSVTable {
    var table = CSVTable(
      "timeline",
      [
        .init("actor"), .init("issue"), .init("period"), .init("support", countKind),
        .init("oppose", countKind), .init("neutral", countKind), .init("statements", countKind),
        .init("documents", .integer), .init("net", .number), .init("low", .number),
        .init("high", .number),
      ], options)
    cube.timeline(
      overall, counting, unit: options.timeUnit, window: options.window
    ) { point in
      let actor = cube.actors[point.actor]
      let issue = cube.issues[point.issue]
      table.text(actor)
      table.text(issue)
      table.text(point.period)
      count(point.counts.support, &table)
      count(point.counts.oppose, &table)
      count(point.counts.neutral, &table)
      count(point.counts.total, &table)
      table.integer(point.clusters.count)
      table.number(point.counts.net)
      let interval = interval(point.clusters, seed: "\(actor)\t\(issue)\t\(point.period)")
      table.number(interval?.low)
      table.number(interval?.high)
      table.endRow()
    }
    return table
  }

  /// `verdict`: up or down where the interval of the change leaves out 0, else unclear; `begins` and
  /// `ends` where only one of the two has anything.
  func changes(_ change: TimeChange) -> CSVTable {
    var columns: [CSVTable.Column] = [.init("actor"), .init("issue")]
    for when in ["before", "after"] {
      columns += [
        .init("statements_\(when)", countKind), .init("documents_\(when)", .integer),
        .init("net_\(when)", .number), .init("low_\(when)", .number),
        .init("high_\(when)", .number),
      ]
    }
    columns += [
      .init("change", .number), .init("low", .number), .init("high", .number), .init("verdict"),
    ]
    var table = CSVTable("change", columns, options)
    cube.changes(overall, counting, from: change.before, to: change.after) { found in
      let actor = cube.actors[found.position.actor]
      let issue = cube.issues[found.position.issue]
      table.text(actor)
      table.text(issue)
      var sides: [(value: Double, interval: ScoreInterval)] = []
      for (when, clusters) in [("before", found.before), ("after", found.after)] {
        let counts = clusters.counts
        let interval = interval(clusters, seed: "\(actor)\t\(issue)\t\(when)")
        count(counts.total, &table)
        table.integer(clusters.count)
        table.number(counts.net)
        table.number(interval?.low)
        table.number(interval?.high)
        if let net = counts.net, let interval { sides.append((net, interval)) }
      }
      if let before = found.before.counts.net, let after = found.after.counts.net {
        let interval = sides.count == 2 ? ScoreInterval.difference(sides[1], sides[0]) : nil
        table.number(after - before)
        table.number(interval?.low)
        table.number(interval?.high)
        table.text(
          interval.map { $0.low > 0 ? "up" : $0.high < 0 ? "down" : "unclear" } ?? "unclear")
      } else {
        for _ in 0..<3 { table.empty() }
        table.text(found.before.isEmpty ? "begins" : "ends")
      }
      table.endRow()
    }
    return table
  }
}
