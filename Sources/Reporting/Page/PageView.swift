// What the page shows: a choice of actors, issues and pairs, and the cells of its matrices.

internal import Positions
internal import Tagging

/// The page's selection and its cells.
struct PageView {
  let tables: ReportTables
  /// Actors with most statements, most first, as indices of the cube.
  let actors: [Int]
  /// Issues of the upper level on which a shown actor speaks: most statements first, `other` last.
  let issues: [Int]
  /// Statements by actor (of the cube), on issues of the upper level.
  let statements: [Int]
  let hiddenActors: Int
  /// Places of actors and issues in `actors` and `issues`.
  let place: [Int: Int]
  let issuePlace: [Int: Int]
  /// Positions in `tables.named` of the shown ones, in the order of blocs.
  let blocs: [Int]

  init(_ tables: ReportTables) {
    self.tables = tables
    let cube = tables.cube
    var counts = Array(repeating: 0, count: cube.actors.count)
    for cell in tables.overall where !cube.issues[cell.issue].utf8.contains(0x2E) {
      counts[cell.actor] += cell.counts.total
    }
    let sorted = cube.sortedActors.filter { counts[$0] > 0 }.sorted { counts[$0] > counts[$1] }
    let actors = Array(sorted.prefix(ReportPage.actorLimit))
    let shown = Set(actors)
    var weight = Array(repeating: 0, count: cube.issues.count)
    for cell in tables.overall where shown.contains(cell.actor) {
      weight[cell.issue] += cube.issues[cell.issue] == CommonIssue.other ? 0 : cell.counts.total
    }
    let spoken = Set(tables.overall.filter { shown.contains($0.actor) }.map(\.issue))
    issues = tables.issueColumns.filter(spoken.contains).sorted { weight[$0] > weight[$1] }
    statements = counts
    hiddenActors = sorted.count - actors.count
    place = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1, $0) })
    issuePlace = Dictionary(uniqueKeysWithValues: issues.enumerated().map { ($1, $0) })
    let places = tables.named.indices.filter { shown.contains(tables.named[$0]) }
    let order = tables.agreement.subset(places).blocOrder()
    blocs = order.map { places[$0] }
    self.actors = actors
  }

  private var cube: PositionCube { tables.cube }

  func cell(_ actor: Int, _ issue: Int) -> PositionCell? {
    tables.cell(actor, issue)
  }

  /// A code that fits into the head of a row.
  func short(_ actor: Int) -> String {
    let code = cube.actors[actor]
    return code.count > 12 ? "\(code.prefix(11))…" : code
  }

  /// The name of an actor, or its code if the lexicon has none.
  func name(_ actor: Int) -> String {
    tables.codebook.name(of: cube.actors[actor]) ?? cube.actors[actor]
  }

  /// What it means to be for an issue.
  func proposition(_ issue: Int) -> String {
    tables.codebook.proposition(of: cube.issues[issue]) ?? ""
  }

  func isDirectional(_ issue: Int) -> Bool { tables.isDirectional[issue] }

  /// How sure a net position is: 1 less half the width of its interval; little without one.
  static func certainty(_ interval: Bootstrap.Interval?) -> Double {
    interval.map { max(0, 1 - ($0.high - $0.low) / 2) } ?? 0
  }

  var issueHead: [[String: Any]] {
    issues.map {
      [
        "code": cube.issues[$0], "proposition": proposition($0),
        "kind": isDirectional($0) ? "issue" : "issue undirected",
      ]
    }
  }

  /// Rows of the heat map.
  var heatRows: [[String: Any]] {
    actors.enumerated().map { row, actor in
      [
        "actor": short(actor), "full": name(actor),
        "cells": issues.enumerated().map { column, issue in
          heatCell(actor, issue) { cell, shade, data in
            cell.shape = "\(shade) data-r=\"\(row)\" data-c=\"\(column)\" \(data)"
          }.html
        }.joined(),
      ]
    }
  }

  /// - Parameter finish: gives the cell its shape; it gets the attributes of the colour, and those
  ///   that say which sentences belong to the cell.
  func heatCell(
    _ actor: Int, _ issue: Int, _ finish: (inout PageCell, _ shade: String, _ data: String) -> Void
  ) -> PageCell {
    var shown = PageCell()
    guard let place = tables.place(actor, issue) else { return shown }
    let cell = tables.overall[place]
    guard let net = cell.counts.net else { return shown }
    let interval = tables.intervals[place]
    let counts = cell.counts.whole(unit: cube.unit)
    let range =
      interval.map { " (95 %: \(Figure.exact($0.low)) to \(Figure.exact($0.high)))" }
      ?? " (too few documents for an interval)"
    let kind = counts.support == 0 && counts.oppose == 0 ? "; neutral mention only" : ""
    let balance = counts.support == counts.oppose && counts.support > 0 ? "; balanced" : ""
    let documents = cell.documents
    shown.isSpoken = true
    shown.value = Figure.short(net)
    shown.label =
      "\(cube.actors[actor]) on \(cube.issues[issue]): net \(Figure.exact(net))\(range);"
      + " \(counts.support) for, \(counts.oppose) against, \(counts.neutral) neutral in"
      + " \(documents) \(documents == 1 ? "document" : "documents")\(kind)\(balance)"
    finish(
      &shown, PageCell.shade(net, certainty: Self.certainty(interval)),
      "data-a=\"\(self.place[actor] ?? 0)\" data-i=\"\(issuePlace[issue] ?? 0)\""
        + " data-n=\"\(cell.passages)\"")
    return shown
  }

  /// Rows of the agreement matrix. Depth runs from the lowest to the highest value that is shown,
  /// since agreements of real actors differ little.
  var agreementRows: [[String: Any]] {
    let options = tables.options
    func value(_ a: Int, _ b: Int) -> (value: Double, shared: Int)? {
      guard a != b else { return nil }
      let pair = tables.agreement.pair(a, b)
      guard pair.sharedIssues > 0 else { return nil }
      return (pair.value(options.measure, options.normalization), pair.sharedIssues)
    }
    let values = blocs.flatMap { a in blocs.compactMap { value(a, $0)?.value } }
    let low = max(0, values.min() ?? 0)
    let high = max(values.map(\.magnitude).max() ?? 1, low + 1e-9)
    return blocs.enumerated().map { row, a in
      let actor = tables.named[a]
      let cells = blocs.enumerated().map { column, b -> String in
        var cell = PageCell()
        cell.isSelf = a == b
        guard let (value, shared) = value(a, b) else { return cell.html }
        let other = tables.named[b]
        let depth = value < 0 ? min(1, -value / high) : 0.06 + 0.94 * (value - low) / (high - low)
        let shade = PageCell.shade(value < 0 ? "against" : "for", depth: depth, sure: 0.7)
        cell.isSpoken = true
        cell.value = Figure.short(value)
        cell.label =
          "\(cube.actors[actor]) and \(cube.actors[other]): agreement"
          + " \(Figure.exact(value)) over \(shared) shared \(shared == 1 ? "issue" : "issues")"
        cell.shape =
          "\(shade) data-r=\"\(row)\" data-c=\"\(column)\" data-a=\"\(place[actor] ?? 0)\""
          + " data-b=\"\(place[other] ?? 0)\""
        return cell.html
      }
      return ["actor": short(actor), "full": name(actor), "cells": cells.joined()]
    }
  }

  var agreementHead: [[String: Any]] {
    blocs.map { ["code": short(tables.named[$0]), "full": name(tables.named[$0])] }
  }

  /// What the values of the agreement matrix are.
  var agreementMeasure: String {
    "\(tables.options.measure.rawValue), normalization \(tables.options.normalization.rawValue)"
  }
}
