// actor_actor.csv and agreement.csv: pairs of actors, as a matrix and tidy with their parts.

internal import Positions

extension ReportTables {
  func actorActor() -> CSVTable {
    var table = CSVTable(
      "actor_actor", [.init("actor")] + named.map { .init(cube.actors[$0], .number) }, options)
    for a in named.indices {
      table.text(cube.actors[named[a]])
      for b in named.indices {
        let pair = a == b ? nil : agreement.pair(a, b)
        if let pair, pair.sharedIssues > 0 {
          table.number(pair.value(options.measure, options.normalization))
        } else {
          table.empty()
        }
      }
      table.endRow()
    }
    return table
  }

  func agreementPairs() -> CSVTable {
    var columns: [CSVTable.Column] = [
      .init("actor_a"), .init("actor_b"), .init("shared_issues", .integer),
      .init("statements_a", countKind), .init("statements_b", countKind),
    ]
    for measure in Agreement.Measure.allCases {
      for normalization in Agreement.Normalization.allCases {
        let suffix = normalization == .none ? "" : "_\(normalization.rawValue)"
        columns.append(.init(measure.rawValue + suffix, .number))
      }
    }
    var table = CSVTable("agreement", columns, options)
    for a in named.indices {
      for b in named.indices where b > a {
        let pair = agreement.pair(a, b)
        guard pair.sharedIssues > 0 else { continue }
        table.text(cube.actors[named[a]])
        table.text(cube.actors[named[b]])
        table.integer(pair.sharedIssues)
        table.number(agreement.statements(of: a))
        table.number(agreement.statements(of: b))
        for measure in Agreement.Measure.allCases {
          for normalization in Agreement.Normalization.allCases {
            table.number(pair.value(measure, normalization))
          }
        }
        table.endRow()
      }
    }
    return table
  }
}
