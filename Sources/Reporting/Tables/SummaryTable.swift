// What `report` says on the terminal: who speaks, how much, and on what most.

internal import Positions
internal import Tagging

extension ReportTables {
  /// One row an actor, those with most statements first.
  package func summary(limit: Int = 20) -> CSVTable {
    var plain = options
    plain.byteOrderMark = false
    plain.excelSafe = false
    var table = CSVTable(
      "summary",
      [
        .init("actor"), .init("statements", countKind), .init("documents", .integer),
        .init("principle", .integer), .init("norm", .integer), .init("rule", .integer),
        .init("procedure", .integer), .init("for most"), .init("against most"),
      ], plain)
    var byActor: [Int: [PositionCell]] = [:]
    for cell in overall where !cube.issues[cell.issue].utf8.contains(0x2E) {
      byActor[cell.actor, default: []].append(cell)
    }
    let rows = cube.sortedActors.map { actor in
      let own = byActor[actor] ?? []
      return (actor: actor, cells: own, count: own.reduce(0) { $0 + $1.counts.total })
    }
    // Equal counts keep the order of codes: the sort of the standard library is stable.
    for row in rows.sorted(by: { $0.count > $1.count }).prefix(limit) {
      table.text(cube.actors[row.actor])
      count(row.count, &table)
      table.integer(cube.presences[row.actor].documents())
      for count in cube.presences[row.actor].passages().dropLast() { table.integer(count) }
      table.text(most(row.cells, \.support))
      table.text(most(row.cells, \.oppose))
      table.endRow()
    }
    return table
  }

  private func most(_ cells: [PositionCell], _ stance: KeyPath<StanceCounts, Int>) -> String {
    let best = cells.filter { cube.issues[$0.issue] != CommonIssue.other }
      .max { $0.counts[keyPath: stance] < $1.counts[keyPath: stance] }
    guard let best, best.counts[keyPath: stance] > 0 else { return "" }
    let count = (best.counts[keyPath: stance] + cube.unit / 2) / cube.unit
    return "\(cube.issues[best.issue]) (\(count))"
  }
}
