// All tables that derive from tallies. Sums and intervals are made once here; each table is an
// extension in its own file.

package import Positions

/// The tables of a report.
package struct ReportTables: Sendable {
  package let cube: PositionCube
  package let codebook: ReportCodebook
  package let options: ReportOptions
  let counting: Counting
  /// By actor, component and issue.
  let byComponent: [PositionCell]
  /// By actor and issue, over all components.
  let overall: [PositionCell]
  /// Intervals of the cells in `overall`.
  let intervals: [Bootstrap.Interval?]
  /// Places in `overall` by actor and issue of the cube; -1 is silence.
  private let places: [Int32]
  /// By issue of the cube, whether it is a proposition.
  let isDirectional: [Bool]
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
    let positions = cube.positions(counting)
    byComponent = positions.byComponent
    let overall = positions.overall
    self.overall = overall
    var places = Array(repeating: Int32(-1), count: cube.actors.count * cube.issues.count)
    for (place, cell) in overall.enumerated() {
      places[cell.actor * cube.issues.count + cell.issue] = Int32(place)
    }
    self.places = places
    intervals = overall.map { cell in
      guard cell.documents >= Bootstrap.minimumDocuments else { return nil }
      var bootstrap = Bootstrap(seed: "\(cube.actors[cell.actor])\t\(cube.issues[cell.issue])")
      return bootstrap.net(cube.clusters(of: cell, counting), options.uncertainty)
    }
    isDirectional = cube.issues.map { codebook.isDirectional(issue: $0) }
    named = cube.sortedActors.filter {
      options.includesAll || codebook.isNamed(actor: cube.actors[$0])
    }
    issueColumns = Self.columns(cube, options.issueLevel)
    let isDirectional = isDirectional
    let issues = issueColumns.filter { options.includesAll || isDirectional[$0] }
    agreement = Agreement(
      rows: named.map { actor in
        issues.map { issue in
          let place = places[actor * cube.issues.count + issue]
          return place < 0 ? StanceCounts() : overall[Int(place)].counts
        }
      }, countsNeutral: options.countsNeutral, unit: cube.unit)
  }

  /// Where an actor's cell on an issue stands in `overall`; nil is silence.
  func place(_ actor: Int, _ issue: Int) -> Int? {
    let place = places[actor * cube.issues.count + issue]
    return place < 0 ? nil : Int(place)
  }

  /// An actor's position on an issue; nil is silence.
  package func cell(_ actor: Int, _ issue: Int) -> PositionCell? {
    place(actor, issue).map { overall[$0] }
  }

  /// The interval of an actor's position on an issue.
  package func interval(_ actor: Int, _ issue: Int) -> Bootstrap.Interval? {
    place(actor, issue).flatMap { intervals[$0] }
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

  /// A table by its name, made when asked for.
  package struct Maker: Sendable {
    package let name: String
    package let make: @Sendable () -> CSVTable
  }

  /// Tables made from tallies, in the order of their names, then those that only some options ask
  /// for.
  package func makers(outcomes: [DocumentOutcome]) -> [Maker] {
    var makers = [
      Maker(name: "actor_actor") { actorActor() },
      Maker(name: "actor_component") { actorComponent() },
      Maker(name: "actor_issue") { actorIssue(counts: false) },
      Maker(name: "actor_issue_n") { actorIssue(counts: true) },
      Maker(name: "agreement") { agreementPairs() },
      Maker(name: "codebook") { codebookTable() },
      Maker(name: "documents") { documents(outcomes) },
      Maker(name: "dyads") { dyads() },
      Maker(name: "positions") { positions() },
      Maker(name: "quality") { quality() },
      Maker(name: "shares") { shares() },
      Maker(name: "timeline") { timeline() },
    ]
    if let change = options.change {
      makers.append(Maker(name: "change") { changes(change) })
    }
    if let column = options.groupBy {
      makers.append(Maker(name: "positions_by_\(column)") { groups(column) })
    }
    if let column = options.documentsBy, column != options.groupBy {
      makers.append(Maker(name: "positions_by_\(column)") { kinds(column) })
    }
    if options.reuse == .once {
      makers.append(Maker(name: "reuse") { ReuseTable.make(uses, options) })
    }
    return makers
  }

  /// Names of the tables that are made from tallies.
  package var tableNames: [String] { makers(outcomes: []).map(\.name) }

  /// One table; nil if there is none of that name.
  package func table(_ name: String, outcomes: [DocumentOutcome]) -> CSVTable? {
    makers(outcomes: outcomes).first { $0.name == name }?.make()
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
