// positions.csv, actor_component.csv, actor_issue.csv and actor_issue_n.csv.

internal import Positions
internal import Tagging

extension ReportTables {
  static let positionColumns: [CSVTable.Column] = [
    .init("actor"), .init("component"), .init("issue"), .init("support", .integer),
    .init("oppose", .integer), .init("neutral", .integer), .init("statements", .integer),
    .init("passages", .integer), .init("documents", .integer), .init("net", .number),
    .init("low", .number), .init("high", .number),
  ]

  func positions() -> CSVTable {
    var table = CSVTable("positions", Self.positionColumns, options)
    for cell in byComponent {
      let component = Component.allCases[cell.component ?? 4].rawValue
      table.text(cube.actors[cell.actor])
      table.text(component)
      table.text(cube.issues[cell.issue])
      table.integer(cell.counts.support)
      table.integer(cell.counts.oppose)
      table.integer(cell.counts.neutral)
      table.integer(cell.counts.total)
      table.integer(cell.passages)
      table.integer(cell.clusters.count)
      table.number(cell.counts.net)
      interval(cell, component, &table)
      table.endRow()
    }
    return table
  }

  private func interval(_ cell: PositionCell, _ component: String, _ table: inout CSVTable) {
    var bootstrap = Bootstrap(
      seed: "\(cube.actors[cell.actor])\t\(component)\t\(cube.issues[cell.issue])")
    let interval = bootstrap.net(cell.clusters)
    table.number(interval?.low)
    table.number(interval?.high)
  }

  func actorComponent() -> CSVTable {
    let kind: CSVTable.Kind = options.values == .share ? .number : .integer
    var columns = [CSVTable.Column("actor")]
    columns += Component.allCases.map { .init($0.rawValue, kind) }
    columns.append(.init("passages", .integer))
    var table = CSVTable("actor_component", columns, options)
    for actor in cube.sortedActors {
      let counts = cube.presences[actor].map { presence in
        switch options.stance {
        case .any: presence.passages
        case .support: presence.supporting
        case .oppose: presence.opposing
        }
      }
      let sum = counts.reduce(0, +)
      table.text(cube.actors[actor])
      for count in counts {
        if options.values == .share {
          table.number(sum == 0 ? nil : Double(count) / Double(sum))
        } else {
          table.integer(count)
        }
      }
      table.integer(sum)
      table.endRow()
    }
    return table
  }

  /// Issues of the upper level.
  var issueColumns: [Int] { cube.sortedIssues.filter { !cube.issues[$0].utf8.contains(0x2E) } }

  func actorIssue(counts: Bool) -> CSVTable {
    let issues = issueColumns
    let kind: CSVTable.Kind = counts ? .integer : .number
    var table = CSVTable(
      counts ? "actor_issue_n" : "actor_issue",
      [.init("actor")] + issues.map { .init(cube.issues[$0], kind) }, options)
    for actor in cube.sortedActors {
      table.text(cube.actors[actor])
      for issue in issues {
        let cell = cells[CellKey(actor: actor, issue: issue)]
        if counts {
          table.integer(cell?.counts.total ?? 0)
        } else {
          table.number(cell?.counts.net)
        }
      }
      table.endRow()
    }
    return table
  }
}
