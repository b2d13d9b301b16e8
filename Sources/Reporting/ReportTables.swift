// All tables that derive from tallies. Sums and intervals are made once here; each table is an
// extension in its own file.

package import Positions

/// The tables of a report.
package struct ReportTables: Sendable {
  package struct CellKey: Hashable, Sendable {
    package var actor: Int
    package var issue: Int
    package init(actor: Int, issue: Int) {
      self.actor = actor
      self.issue = issue
    }
  }
  package let cube: PositionCube
  package let codebook: ReportCodebook
  package let options: ReportOptions
  let counting: Counting
  /// By actor, component and issue.
  let byComponent: [PositionCell]
  /// By actor and issue, over all components.
  let overall: [PositionCell]
  let cells: [CellKey: PositionCell]
  let intervals: [CellKey: Bootstrap.Interval]
  /// First and last year of a cell's dated documents.
  let years: [CellKey: (first: String, last: String)]
  /// Uses of sentences that documents took over, with `--reuse once`.
  let uses: [ReuseUse]
  /// Actors that enter agreement and dyads, in the order of their codes.
  let named: [Int]
  let agreement: Agreement
  /// Issues of the level that matrices show, in the order of their codes.
  let issueColumns: [Int]

  package init(
    _ cube: PositionCube, codebook: ReportCodebook, options: ReportOptions, uses: [ReuseUse] = []
  ) {
    self.cube = cube
    self.uses = uses
    self.codebook = codebook
    self.options = options
    let counting = Counting(
      cube, rule: options.rule, leavesOutNeutral: options.leavesOutNeutral)
    self.counting = counting
    byComponent = cube.positions(byComponent: true, counting)
    let overall = cube.positions(byComponent: false, counting)
    self.overall = overall
    var cells: [CellKey: PositionCell] = [:]
    var intervals: [CellKey: Bootstrap.Interval] = [:]
    var years: [CellKey: (first: String, last: String)] = [:]
    for cell in overall {
      let key = CellKey(actor: cell.actor, issue: cell.issue)
      cells[key] = cell
      years[key] = cube.years(of: cell)
      guard cell.documents >= Bootstrap.minimumDocuments else { continue }
      var bootstrap = Bootstrap(seed: "\(cube.actors[cell.actor])\t\(cube.issues[cell.issue])")
      intervals[key] = bootstrap.net(cube.clusters(of: cell, counting), options.uncertainty)
    }
    self.cells = cells
    self.intervals = intervals
    self.years = years
    named = cube.sortedActors.filter {
      options.includesAll || codebook.isNamed(actor: cube.actors[$0])
    }
    issueColumns = Self.columns(cube, options.issueLevel)
    let issues = issueColumns.filter {
      options.includesAll || codebook.isDirectional(issue: cube.issues[$0])
    }
    agreement = Agreement(
      rows: named.map { actor in
        issues.map { cells[CellKey(actor: actor, issue: $0)]?.counts ?? StanceCounts() }
      }, unit: cube.unit)
  }

  /// Issues of the upper level; or sub-issues, and beside them the issues that have none here.
  private static func columns(_ cube: PositionCube, _ level: ReportOptions.IssueLevel) -> [Int] {
    let sorted = cube.sortedIssues
    let isSub = sorted.map { cube.issues[$0].utf8.contains(0x2E) }
    if level == .upper { return sorted.indices.filter { !isSub[$0] }.map { sorted[$0] } }
    let parents = Set(
      sorted.indices.filter { isSub[$0] }.map { index in
        cube.issues[sorted[index]].prefix { $0 != "." }
      })
    return sorted.indices.filter { isSub[$0] || !parents.contains(cube.issues[sorted[$0]][...]) }
      .map { sorted[$0] }
  }

  /// Tables made from tallies by name, in the order of their names; each made when asked for.
  private static let makers:
    [(name: String, make: @Sendable (ReportTables, [DocumentOutcome]) -> CSVTable)] = [
      ("actor_actor", { tables, _ in tables.actorActor() }),
      ("actor_component", { tables, _ in tables.actorComponent() }),
      ("actor_issue", { tables, _ in tables.actorIssue(counts: false) }),
      ("actor_issue_n", { tables, _ in tables.actorIssue(counts: true) }),
      ("agreement", { tables, _ in tables.agreementPairs() }),
      ("codebook", { tables, _ in tables.codebookTable() }),
      ("documents", { tables, outcomes in tables.documents(outcomes) }),
      ("dyads", { tables, _ in tables.dyads() }),
      ("positions", { tables, _ in tables.positions() }),
      ("quality", { tables, _ in tables.quality() }),
      ("shares", { tables, _ in tables.shares() }),
      ("timeline", { tables, _ in tables.timeline() }),
    ]

  /// Those that only some options ask for.
  private var optional: [(name: String, make: () -> CSVTable)] {
    var makers: [(name: String, make: () -> CSVTable)] = []
    if let change = options.change { makers.append(("change", { changes(change) })) }
    if let column = options.groupBy {
      makers.append(("positions_by_\(column)", { groups(column) }))
    }
    if let column = options.documentsBy, column != options.groupBy {
      makers.append(("positions_by_\(column)", { kinds(column) }))
    }
    if options.reuse == .once { makers.append(("reuse", { ReuseTable.make(uses, options) })) }
    return makers
  }

  /// Names of the tables that are made from tallies.
  package var tableNames: [String] { Self.makers.map(\.name) + optional.map(\.name) }

  /// One table; nil if there is none of that name.
  package func table(_ name: String, outcomes: [DocumentOutcome]) -> CSVTable? {
    if let maker = Self.makers.first(where: { $0.name == name }) {
      return maker.make(self, outcomes)
    }
    return optional.first { $0.name == name }?.make()
  }

  /// Every table made from tallies.
  package func all(outcomes: [DocumentOutcome]) -> [CSVTable] {
    Self.makers.map { $0.make(self, outcomes) } + optional.map { $0.make() }
  }

  /// How counts of statements are written: whole, or with decimals where joint ones are divided.
  var countKind: CSVTable.Kind { cube.unit == 1 ? .integer : .number }

  func count(_ units: Int, _ table: inout CSVTable) {
    if cube.unit == 1 {
      table.integer(units)
    } else {
      table.number(Double(units) / Double(cube.unit))
    }
  }

  /// Columns of counts and the net position with its interval, and their values.
  var countColumns: [CSVTable.Column] {
    [
      .init("support", countKind), .init("oppose", countKind), .init("neutral", countKind),
      .init("statements", countKind), .init("passages", .integer), .init("documents", .integer),
      .init("net", .number), .init("low", .number), .init("high", .number),
    ]
  }

  func counts(
    of position: PositionCell, _ interval: Bootstrap.Interval?, _ table: inout CSVTable
  ) {
    count(position.counts.support, &table)
    count(position.counts.oppose, &table)
    count(position.counts.neutral, &table)
    count(position.counts.total, &table)
    table.integer(position.passages)
    table.integer(position.documents)
    table.number(position.counts.net)
    table.number(interval?.low)
    table.number(interval?.high)
  }

  /// The interval of a net position; `seed` names what it is of.
  func interval(_ clusters: [Cluster], seed: String) -> Bootstrap.Interval? {
    guard clusters.count >= Bootstrap.minimumDocuments else { return nil }
    var bootstrap = Bootstrap(seed: seed)
    return bootstrap.net(clusters, options.uncertainty)
  }
}
