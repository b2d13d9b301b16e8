// dyads.csv may have half a million rows for a thousand documents, and each repeats what is known of
// two sides: that is written once a side, and the rows copy it.

internal import Positions
internal import Tagging

/// Fields of dyads.csv as the table shows them.
struct DyadParts {
  /// What the rows say of one actor on one issue.
  struct Side {
    /// Net position to documents, and components.
    var counts: [UInt8]
    var components: [UInt8]
    var paths = 0
    var mechanisms = 0
    var first: String?
    var last: String?
  }
  /// By actor and issue of the cube.
  private(set) var actors: [[UInt8]] = []
  private(set) var issues: [[UInt8]] = []
  private var sides: [Side] = []
  private let silent: Side
  /// Place in `sides` by actor and issue; -1 for silence.
  private var places: [Int32]
  private let issueCount: Int
  private var pairs: [UInt64: (joint: Int, apart: Int)] = [:]
  private var pathNames: [Int: [UInt8]] = [:]
  private var mechanismNames: [Int: [UInt8]] = [:]
  private let options: ReportOptions

  /// - Parameter actors: places in `named` of the actors that are asked for; nil: all of the cube.
  init(_ tables: ReportTables, of actors: [Int]?) {
    let cube = tables.cube
    options = tables.options
    issueCount = cube.issues.count
    places = Array(repeating: -1, count: cube.actors.count * cube.issues.count)
    silent = Self.side(nil, nil, tables)
    self.actors = cube.actors.map { name in Self.render(tables.options) { $0.text(name) } }
    issues = cube.issues.map { name in Self.render(tables.options) { $0.text(name) } }
    let wanted = actors.map { Set($0.map { tables.named[$0] }) }
    for (cell, interval) in zip(tables.overall, tables.intervals)
    where wanted?.contains(cell.actor) ?? true {
      places[cell.actor * issueCount + cell.issue] = Int32(sides.count)
      sides.append(Self.side(cell, interval, tables))
    }
    var actorOf: [String: Int] = [:]
    for (index, code) in cube.actors.enumerated() { actorOf[code] = index }
    var issueOf: [String: Int] = [:]
    for (index, code) in cube.issues.enumerated() { issueOf[code] = index }
    for (key, counts) in cube.pairs {
      guard let a = actorOf[key.first], let b = actorOf[key.second], let issue = issueOf[key.issue]
      else { continue }
      pairs[Self.key(a, b, issue)] = counts
    }
  }

  private static func side(
    _ cell: PositionCell?, _ interval: Bootstrap.Interval?, _ tables: ReportTables
  ) -> Side {
    var side = Side(
      counts: render(tables.options) { table in
        table.number(cell?.counts.net)
        table.number(interval?.low)
        table.number(interval?.high)
        tables.count(cell?.counts.total ?? 0, &table)
        table.integer(cell?.documents ?? 0)
      },
      components: render(tables.options) {
        $0.text(ReportTables.names(cell?.components ?? 0, Component.self))
      })
    if let cell {
      side.paths = cell.paths
      side.mechanisms = cell.mechanisms
      let years = tables.cube.years(of: cell)
      side.first = years?.first
      side.last = years?.last
    }
    return side
  }

  /// The fields that `body` writes, with the commas between them.
  private static func render(
    _ options: ReportOptions, _ body: (inout CSVTable) -> Void
  ) -> [UInt8] {
    var table = CSVTable("", [], options)
    _ = table.take()
    body(&table)
    return table.take()
  }

  private static func key(_ a: Int, _ b: Int, _ issue: Int) -> UInt64 {
    UInt64(min(a, b)) << 42 | UInt64(max(a, b)) << 20 | UInt64(issue)
  }

  /// By index of actor and issue in the cube; -1 for silence.
  func side(_ actor: Int, _ issue: Int) -> Int { Int(places[actor * issueCount + issue]) }
  subscript(_ side: Int) -> Side { side < 0 ? silent : sides[side] }

  /// Passages in which two actors speak together, and in which they differ.
  func pair(_ a: Int, _ b: Int, _ issue: Int) -> (joint: Int, apart: Int) {
    pairs.isEmpty ? (0, 0) : pairs[Self.key(a, b, issue)] ?? (0, 0)
  }

  mutating func paths(_ bits: Int) -> [UInt8] {
    if let known = pathNames[bits] { return known }
    let names = Self.render(options) { $0.text(ReportTables.names(bits, Path.self)) }
    pathNames[bits] = names
    return names
  }

  mutating func mechanisms(_ bits: Int) -> [UInt8] {
    if let known = mechanismNames[bits] { return known }
    let names = Self.render(options) { $0.text(ReportTables.names(bits, Mechanism.self)) }
    mechanismNames[bits] = names
    return names
  }

  /// First and last year of two sides.
  func years(_ a: Int, _ b: Int) -> (first: String?, last: String?) {
    let (one, other) = (self[a], self[b])
    guard let first = one.first, let last = one.last else { return (other.first, other.last) }
    guard let otherFirst = other.first, let otherLast = other.last else { return (first, last) }
    return (
      otherFirst.asBytes < first.asBytes ? otherFirst : first,
      last.asBytes < otherLast.asBytes ? otherLast : last
    )
  }
}
