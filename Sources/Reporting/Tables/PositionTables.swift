// positions.csv, actor_component.csv, shares.csv, actor_issue.csv and actor_issue_n.csv.

internal import Positions
internal import Tagging

extension ReportTables {
  func positions() -> CSVTable {
    var table = CSVTable(
      "positions", [.init("actor"), .init("component"), .init("issue")] + countColumns, options)
    for cell in byComponent {
      let actor = cube.actors[cell.actor]
      let component = Component.allCases[cell.component ?? 4].rawValue
      let issue = cube.issues[cell.issue]
      table.text(actor)
      table.text(component)
      table.text(issue)
      let clusters = cell.documents < 3 ? [] : cube.clusters(of: cell, counting)
      counts(of: cell, interval(clusters, seed: "\(actor)\t\(component)\t\(issue)"), &table)
      table.endRow()
    }
    return table
  }

  private var presenceChoice: ActorPresence.Choice {
    switch options.stance {
    case .any: .any
    case .support: .support
    case .oppose: .oppose
    }
  }

  /// With shares, their intervals follow the denominators, so that the matrix stays in one piece.
  func actorComponent() -> CSVTable {
    let isShare = options.values == .share
    var columns = [CSVTable.Column("actor")]
    columns += Component.allCases.map { .init($0.rawValue, isShare ? .number : .integer) }
    columns.append(.init("passages", .integer))
    if isShare {
      for component in Component.allCases {
        columns.append(.init("\(component.rawValue)_low", .number))
        columns.append(.init("\(component.rawValue)_high", .number))
      }
    }
    var table = CSVTable("actor_component", columns, options)
    for actor in cube.sortedActors {
      let presence = cube.presences[actor]
      let passages = presence.passages(presenceChoice)
      let sum = passages.reduce(0, +)
      table.text(cube.actors[actor])
      for count in passages {
        if isShare {
          table.number(sum == 0 ? nil : Double(count) / Double(sum))
        } else {
          table.integer(count)
        }
      }
      table.integer(sum)
      if isShare {
        for component in Component.allCases {
          let interval = presence.interval(component.index, presenceChoice)
          table.number(interval?.low)
          table.number(interval?.high)
        }
      }
      table.endRow()
    }
    return table
  }

  /// The shares of the components in what an actor says, one a row, with denominators.
  func shares() -> CSVTable {
    var table = CSVTable(
      "shares",
      [
        .init("actor"), .init("component"), .init("passages", .integer), .init("of", .integer),
        .init("documents", .integer), .init("share", .number), .init("low", .number),
        .init("high", .number),
      ], options)
    for actor in cube.sortedActors {
      let presence = cube.presences[actor]
      let passages = presence.passages(presenceChoice)
      let sum = passages.reduce(0, +)
      guard sum > 0 else { continue }
      for component in Component.allCases {
        let interval = presence.interval(component.index, presenceChoice)
        table.text(cube.actors[actor])
        table.text(component.rawValue)
        table.integer(passages[component.index])
        table.integer(sum)
        table.integer(presence.documents(presenceChoice))
        table.number(Double(passages[component.index]) / Double(sum))
        table.number(interval?.low)
        table.number(interval?.high)
        table.endRow()
      }
    }
    return table
  }

  func actorIssue(counts: Bool) -> CSVTable {
    let kind: CSVTable.Kind = counts ? countKind : .number
    var table = CSVTable(
      counts ? "actor_issue_n" : "actor_issue",
      [.init("actor")] + issueColumns.map { .init(cube.issues[$0], kind) }, options)
    for actor in cube.sortedActors {
      table.text(cube.actors[actor])
      for issue in issueColumns {
        let cell = cell(actor, issue)
        if counts {
          count(cell?.counts.total ?? 0, &table)
        } else {
          table.number(cell?.counts.net)
        }
      }
      table.endRow()
    }
    return table
  }
}
