// positions_by_….csv: actors put together by region, alliance or regime, and documents by kind.

internal import Positions

extension ReportTables {
  /// A row a group and issue: `actors` of the group speak on it.
  func groups(_ column: String) -> CSVTable {
    var table = CSVTable(
      "positions_by_\(column)",
      [.init(column), .init("issue"), .init("actors", .integer)] + countColumns, options)
    for found in cube.positions(of: codebook.groups(by: column), counting) {
      let issue = cube.issues[found.position.issue]
      table.text(found.group)
      table.text(issue)
      table.integer(found.actors)
      counts(
        of: found.position, interval(found.clusters, seed: "\(column)\t\(found.group)\t\(issue)"),
        &table)
      table.endRow()
    }
    return table
  }

  /// A row a kind of documents, actor and issue.
  func kinds(_ column: String) -> CSVTable {
    var table = CSVTable(
      "positions_by_\(column)",
      [.init(column), .init("actor"), .init("issue")] + countColumns, options)
    let positions = cube.positions(
      overall, by: { codebook.kind(of: $0, by: column) ?? "unknown" }, counting)
    for found in positions {
      let actor = cube.actors[found.position.actor]
      let issue = cube.issues[found.position.issue]
      table.text(found.kind)
      table.text(actor)
      table.text(issue)
      counts(
        of: found.position, interval(found.clusters, seed: "\(found.kind)\t\(actor)\t\(issue)"),
        &table)
      table.endRow()
    }
    return table
  }
}
