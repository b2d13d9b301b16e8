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
  /// By actor, component and issue.
  let byComponent: [PositionCell]
  /// By actor and issue, over all components.
  let overall: [PositionCell]
  let cells: [CellKey: PositionCell]
  let intervals: [CellKey: Bootstrap.Interval]
  /// First and last year of a cell's dated documents.
  let years: [CellKey: (first: String, last: String)]
  /// Actors that enter agreement and dyads, in the order of their codes.
  let named: [Int]
  let agreement: Agreement

  package init(_ cube: PositionCube, codebook: ReportCodebook, options: ReportOptions) {
    self.cube = cube
    self.codebook = codebook
    self.options = options
    byComponent = cube.positions(
      byComponent: true, rule: options.rule, leavesOutNeutral: options.leavesOutNeutral)
    let overall = cube.positions(
      byComponent: false, rule: options.rule, leavesOutNeutral: options.leavesOutNeutral)
    self.overall = overall
    var cells: [CellKey: PositionCell] = [:]
    var intervals: [CellKey: Bootstrap.Interval] = [:]
    var years: [CellKey: (first: String, last: String)] = [:]
    for cell in overall {
      let key = CellKey(actor: cell.actor, issue: cell.issue)
      cells[key] = cell
      var bootstrap = Bootstrap(seed: "\(cube.actors[cell.actor])\t\(cube.issues[cell.issue])")
      intervals[key] = bootstrap.net(cell.clusters)
      years[key] = cube.years(of: cell)
    }
    self.cells = cells
    self.intervals = intervals
    self.years = years
    named = cube.sortedActors.filter {
      options.includesAll || codebook.isNamed(actor: cube.actors[$0])
    }
    let issues = cube.sortedIssues.filter {
      !cube.issues[$0].utf8.contains(0x2E)
        && (options.includesAll || codebook.isDirectional(issue: cube.issues[$0]))
    }
    agreement = Agreement(
      rows: named.map { actor in
        issues.map { cells[CellKey(actor: actor, issue: $0)]?.counts ?? StanceCounts() }
      })
  }

  /// Every table made from tallies by name, in the order of their names; each made when asked for.
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
      ("timeline", { tables, _ in tables.timeline() }),
    ]

  /// Names of the tables that are made from tallies.
  package static var names: [String] { makers.map(\.name) }

  /// One table; nil if there is none of that name.
  package func table(_ name: String, outcomes: [DocumentOutcome]) -> CSVTable? {
    Self.makers.first { $0.name == name }?.make(self, outcomes)
  }

  /// Every table made from tallies.
  package func all(outcomes: [DocumentOutcome]) -> [CSVTable] {
    Self.makers.map { $0.make(self, outcomes) }
  }
}
