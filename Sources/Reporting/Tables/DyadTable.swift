// dyads.csv: pairs of actors issue by issue, with the verdict and what could bring them together.

internal import Positions
internal import Tagging

extension ReportTables {
  private var dyadColumns: [CSVTable.Column] {
    [
      .init("actor_a"), .init("actor_b"), .init("issue"), .init("net_a", .number),
      .init("low_a", .number), .init("high_a", .number), .init("statements_a", countKind),
      .init("documents_a", .integer), .init("net_b", .number), .init("low_b", .number),
      .init("high_b", .number), .init("statements_b", countKind), .init("documents_b", .integer),
      .init("gap", .number), .init("gap_low", .number), .init("gap_high", .number),
      .init("verdict"), .init("outlook"), .init("components_a"), .init("components_b"),
      .init("joint", .integer), .init("apart", .integer), .init("paths"), .init("mechanisms"),
      .init("first_year"), .init("last_year"),
    ]
  }

  /// All pairs that speak on a common issue, on every issue on which one of them speaks.
  func dyads() -> CSVTable {
    var table = CSVTable("dyads", dyadColumns, options)
    for a in named.indices {
      for b in named.indices where b > a && agreement.sharedIssues(a, b) > 0 {
        for issue in issueColumns { dyad(named[a], named[b], issue, showsSilence: false, &table) }
      }
    }
    return table
  }

  /// One pair on every issue, silence included.
  ///
  /// - Returns: nil where one of the actors holds no statement.
  package func dyad(_ first: String, _ second: String) -> CSVTable? {
    guard let a = cube.actors.firstIndex(of: first), let b = cube.actors.firstIndex(of: second)
    else { return nil }
    var table = CSVTable("dyads", dyadColumns, options)
    for issue in issueColumns { dyad(a, b, issue, showsSilence: true, &table) }
    return table
  }

  func makeDyad(_ a: Int, _ b: Int, _ issue: Int) -> Dyad {
    func side(_ actor: Int) -> Dyad.Side? {
      let key = CellKey(actor: actor, issue: issue)
      return cells[key].map { Dyad.Side($0, interval: intervals[key]) }
    }
    let code = cube.issues[issue]
    let (first, second) = (side(a), side(b))
    let isInOrder = cube.actors[a].asBytes < cube.actors[b].asBytes
    let (low, high) = isInOrder ? (a, b) : (b, a)
    let pair =
      first == nil || second == nil
      ? nil : cube.pairs[.init(first: cube.actors[low], second: cube.actors[high], issue: code)]
    func correlation() -> Double {
      guard let one = first?.position, let other = second?.position else { return 0 }
      return cube.correlation(one, other, counting)
    }
    return Dyad(
      first, second, correlation: correlation(), unit: cube.unit,
      isDirectional: codebook.isDirectional(issue: code), joint: pair?.joint ?? 0,
      apart: pair?.apart ?? 0)
  }

  private func dyad(
    _ a: Int, _ b: Int, _ issue: Int, showsSilence: Bool, _ table: inout CSVTable
  ) {
    let dyad = makeDyad(a, b, issue)
    guard showsSilence || dyad.verdict != .silent else { return }
    table.text(cube.actors[a])
    table.text(cube.actors[b])
    table.text(cube.issues[issue])
    for cell in [dyad.first, dyad.second] {
      let interval = cell.flatMap { intervals[CellKey(actor: $0.actor, issue: $0.issue)] }
      table.number(cell?.counts.net)
      table.number(interval?.low)
      table.number(interval?.high)
      count(cell?.counts.total ?? 0, &table)
      table.integer(cell?.documents ?? 0)
    }
    table.number(dyad.gap)
    table.number(dyad.interval?.low)
    table.number(dyad.interval?.high)
    table.text(dyad.verdict.rawValue)
    table.text(dyad.outlook?.rawValue)
    table.text(Self.names(dyad.first?.components ?? 0, Component.self))
    table.text(Self.names(dyad.second?.components ?? 0, Component.self))
    table.integer(dyad.joint)
    table.integer(dyad.apart)
    table.text(Self.names(dyad.paths, Path.self))
    table.text(Self.names(dyad.mechanisms, Mechanism.self))
    let years = [a, b].compactMap { self.years[CellKey(actor: $0, issue: issue)] }
    table.text(years.map(\.first).min { $0.asBytes < $1.asBytes })
    table.text(years.map(\.last).max { $0.asBytes < $1.asBytes })
    table.endRow()
  }

  /// Names of the set bits, joined by ';'.
  static func names<Code: CaseIterable & RawRepresentable>(_ bits: Int, _: Code.Type) -> String
  where Code.RawValue == String {
    Code.allCases.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element.rawValue)
      .joined(separator: ";")
  }
}
