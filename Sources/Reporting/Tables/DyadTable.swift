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

  /// Pairs of the actors that speak in most documents (`ReportOptions.dyadActors`), if they have an
  /// issue in common, on every issue on which one of them speaks.
  func dyads() -> CSVTable {
    var table = CSVTable("dyads", dyadColumns, options)
    let actors = dyadActors
    var parts = DyadParts(self, of: actors)
    for (place, a) in actors.enumerated() {
      for b in actors[(place + 1)...] where agreement.pair(a, b).sharedIssues > 0 {
        for issue in issueColumns {
          let (first, second) = (parts.side(named[a], issue), parts.side(named[b], issue))
          if first < 0 && second < 0 { continue }
          let names = (named[a], named[b], issue)
          let dyad = first < 0 || second < 0 ? nil : makeDyad(names.0, names.1, issue, parts)
          row(names, (first, second), dyad, &parts, &table)
        }
      }
    }
    return table
  }

  /// Places in `named` of the actors whose pairs are in dyads.csv, in the order of their codes.
  private var dyadActors: [Int] {
    guard let limit = options.dyadActors, limit < named.count else { return Array(named.indices) }
    let documents = named.map { cube.presences[$0].documents() }
    let most = named.indices.sorted { (documents[$1], $0) < (documents[$0], $1) }
    return most.prefix(limit).sorted()
  }

  /// One pair on every issue, silence included.
  ///
  /// - Returns: nil where one of the actors holds no statement.
  package func dyad(_ first: String, _ second: String) -> CSVTable? {
    guard let a = cube.actors.firstIndex(of: first), let b = cube.actors.firstIndex(of: second)
    else { return nil }
    var table = CSVTable("dyads", dyadColumns, options)
    var parts = DyadParts(self, of: nil)
    for issue in issueColumns {
      let sides = (parts.side(a, issue), parts.side(b, issue))
      row((a, b, issue), sides, makeDyad(a, b, issue), &parts, &table)
    }
    return table
  }

  /// - Parameter parts: where the pairs are found by number, for many dyads.
  func makeDyad(_ a: Int, _ b: Int, _ issue: Int, _ parts: DyadParts? = nil) -> Dyad {
    func side(_ actor: Int) -> Dyad.Side? {
      place(actor, issue).map { Dyad.Side(overall[$0], interval: intervals[$0]) }
    }
    let (first, second) = (side(a), side(b))
    var pair: (joint: Int, apart: Int)?
    if first != nil && second != nil { pair = parts?.pair(a, b, issue) ?? self.pair(a, b, issue) }
    func correlation() -> Double {
      guard let one = first?.position, let other = second?.position else { return 0 }
      return cube.correlation(one, other, counting)
    }
    return Dyad(
      first, second, correlation: correlation(), unit: cube.unit,
      isDirectional: isDirectional[issue], joint: pair?.joint ?? 0, apart: pair?.apart ?? 0)
  }

  private func pair(_ a: Int, _ b: Int, _ issue: Int) -> (joint: Int, apart: Int)? {
    let isInOrder = cube.actors[a].asBytes < cube.actors[b].asBytes
    let (low, high) = isInOrder ? (a, b) : (b, a)
    return cube.pairs[
      .init(first: cube.actors[low], second: cube.actors[high], issue: cube.issues[issue])]
  }

  /// A row; `dyad` is nil where only one side speaks.
  private func row(
    _ names: (a: Int, b: Int, issue: Int), _ sides: (Int, Int), _ dyad: Dyad?,
    _ parts: inout DyadParts, _ table: inout CSVTable
  ) {
    table.fields(parts.actors[names.a])
    table.fields(parts.actors[names.b])
    table.fields(parts.issues[names.issue])
    table.fields(parts[sides.0].counts)
    table.fields(parts[sides.1].counts)
    table.number(dyad?.gap)
    table.number(dyad?.interval?.low)
    table.number(dyad?.interval?.high)
    table.text((dyad?.verdict ?? .oneSided).rawValue)
    table.text(dyad?.outlook?.rawValue)
    table.fields(parts[sides.0].components)
    table.fields(parts[sides.1].components)
    table.integer(dyad?.joint ?? 0)
    table.integer(dyad?.apart ?? 0)
    table.fields(parts.paths(parts[sides.0].paths | parts[sides.1].paths))
    table.fields(parts.mechanisms(parts[sides.0].mechanisms | parts[sides.1].mechanisms))
    let years = parts.years(sides.0, sides.1)
    table.text(years.first)
    table.text(years.last)
    table.endRow()
  }

  /// Names of the set bits, joined by ';'.
  static func names<Code: CaseIterable & RawRepresentable>(_ bits: Int, _: Code.Type) -> String
  where Code.RawValue == String {
    Code.allCases.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element.rawValue)
      .joined(separator: ";")
  }
}
