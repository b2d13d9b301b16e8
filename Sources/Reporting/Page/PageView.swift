// What the page shows, in words and numbers; a choice of the tables.

internal import Positions
internal import Tagging

/// The page's selection of actors, issues and pairs.
struct PageView {
  let tables: ReportTables
  /// Actors with most statements, most first, as indices of the cube.
  let actors: [Int]
  /// Issues of the upper level.
  let issues: [Int]
  let hiddenActors: Int
  /// Positions in `tables.named` of the shown ones, in the order of blocs.
  let blocs: [Int]

  init(_ tables: ReportTables) {
    self.tables = tables
    let cube = tables.cube
    var counts = Array(repeating: 0, count: cube.actors.count)
    for cell in tables.overall where !cube.issues[cell.issue].utf8.contains(0x2E) {
      counts[cell.actor] += cell.counts.total
    }
    let sorted = cube.sortedActors.sorted { counts[$0] > counts[$1] }
    actors = Array(sorted.prefix(ReportPage.actorLimit))
    hiddenActors = sorted.count - actors.count
    issues = tables.issueColumns
    let shown = Set(actors)
    let places = tables.named.indices.filter { shown.contains(tables.named[$0]) }
    let order = tables.agreement.subset(places).blocOrder()
    blocs = order.map { places[$0] }
  }

  private var cube: PositionCube { tables.cube }

  func cell(_ actor: Int, _ issue: Int) -> PositionCell? {
    tables.cells[ReportTables.CellKey(actor: actor, issue: issue)]
  }

  /// Two decimals with a true minus sign.
  static func format(_ value: Double) -> String {
    let hundredths = Int((value.magnitude * 100).rounded())
    let sign = value < 0 && hundredths > 0 ? "−" : ""
    let rest = hundredths % 100
    return "\(sign)\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  var summary: [[String: Any]] {
    let passages = cube.documents.reduce(0) { $0 + $1.passages }
    let held = cube.documents.reduce(0) { $0 + $1.withStatements }
    var lines = [
      "\(cube.documents.count) documents with \(passages) passages were coded;"
        + " \(held) passages hold the position of an actor."
    ]
    for actor in actors.prefix(5) {
      let own = issues.filter { cube.issues[$0] != "other" }.compactMap { cell(actor, $0) }
      let support = own.filter { ($0.counts.net ?? 0) > 0.25 }.max {
        $0.counts.support < $1.counts.support
      }
      let oppose = own.filter { ($0.counts.net ?? 0) < 0 }.max {
        $0.counts.oppose < $1.counts.oppose
      }
      var line =
        "\(cube.actors[actor]): \(own.reduce(0) { $0 + $1.counts.total }) statements on"
        + " \(own.count) issues"
      if let support { line += "; most for \(cube.issues[support.issue])" }
      if let oppose { line += "; against \(cube.issues[oppose.issue])" }
      lines.append(line + ".")
    }
    return lines.map { ["line": $0] }
  }

  /// Rows of the heat map.
  var heatRows: [[String: Any]] {
    actors.map { actor in
      ["actor": cube.actors[actor], "cells": issues.map { heatCell(actor, $0) }]
    }
  }

  private func heatCell(_ actor: Int, _ issue: Int) -> [String: Any] {
    guard let cell = cell(actor, issue), let net = cell.counts.net else { return ["silent": true] }
    let interval = tables.intervals[ReportTables.CellKey(actor: actor, issue: issue)]
    let counts = cell.counts
    let range =
      interval.map { ", 95 % \(Self.format($0.low)) to \(Self.format($0.high))" }
      ?? ", too few documents for an interval"
    let kind = counts.support == 0 && counts.oppose == 0 ? ", neutral mention only" : ""
    let balance = counts.support == counts.oppose && counts.support > 0 ? ", balanced" : ""
    return [
      "spoken": true, "actor": cube.actors[actor], "issue": cube.issues[issue],
      "net": Self.format(net), "class": net > 0.05 ? "for" : net < -0.05 ? "against" : "even",
      "alpha": Self.format(Self.alpha(net, interval)),
      "label": "\(cube.actors[actor]) on \(cube.issues[issue]): net \(Self.format(net))\(range);"
        + " \(counts.support) for, \(counts.oppose) against, \(counts.neutral) neutral in"
        + " \(cell.clusters.count) documents\(kind)\(balance)",
    ]
  }

  /// Strength of a colour: how far the position goes, and how sure it is.
  static func alpha(_ net: Double, _ interval: Bootstrap.Interval?) -> Double {
    let sure = interval.map { 1 - ($0.high - $0.low) / 2 } ?? 0.2
    return max(0.12, min(1, net.magnitude)) * (0.3 + 0.6 * max(0, sure))
  }

  var agreementRows: [[String: Any]] {
    let options = tables.options
    return blocs.map { a in
      let name = cube.actors[tables.named[a]]
      let cells = blocs.map { b -> [String: Any] in
        let shared = a == b ? 0 : tables.agreement.sharedIssues(a, b)
        guard shared > 0 else { return ["silent": true] }
        let value = tables.agreement.value(a, b, options.measure, options.normalization)
        let other = cube.actors[tables.named[b]]
        return [
          "spoken": true, "value": Self.format(value), "class": value < 0 ? "against" : "for",
          "alpha": Self.format(max(0.08, min(1, value.magnitude)) * 0.85),
          "label": "\(name) and \(other): \(Self.format(value)) over \(shared) shared issues",
        ]
      }
      return ["actor": name, "cells": cells]
    }
  }

  /// The most talkative pairs, issue by issue.
  var dyads: [[String: Any]] {
    let top = actors.filter { tables.named.contains($0) }.prefix(4)
    var pairs: [(Int, Int)] = []
    for (index, a) in top.enumerated() {
      for b in top.dropFirst(index + 1) { pairs.append((a, b)) }
    }
    return pairs.prefix(ReportPage.dyadLimit).map { a, b in
      let rows = issues.compactMap { issue -> [String: Any]? in
        let dyad = tables.makeDyad(a, b, issue)
        guard dyad.verdict != .silent else { return nil }
        func text(_ cell: PositionCell?) -> String {
          guard let cell, let net = cell.counts.net else { return "silent" }
          return "\(Self.format(net)) (\(cell.counts.total))"
        }
        return [
          "issue": cube.issues[issue], "first": text(dyad.first), "second": text(dyad.second),
          "verdict": dyad.verdict.rawValue, "joint": dyad.joint,
          "mechanisms": ReportTables.names(
            (dyad.first?.mechanisms ?? 0) | (dyad.second?.mechanisms ?? 0), Mechanism.self),
        ]
      }
      return ["a": cube.actors[a], "b": cube.actors[b], "rows": rows]
    }
  }

  var warnings: [[String: Any]] {
    let passages = cube.documents.reduce(0) { $0 + $1.passages }
    let held = cube.documents.reduce(0) { $0 + $1.withStatements }
    let unsure = cube.documents.reduce(0) { $0 + $1.unsure }
    let upper = tables.overall.filter { !cube.issues[$0.issue].utf8.contains(0x2E) }
    return [
      "\(passages - held) of \(passages) passages hold nobody's position.",
      "\(unsure) of \(passages) passages have a component of low confidence (below 0.5).",
      "\(upper.count { $0.clusters.count == 1 }) of \(upper.count) cells rest on one document.",
      "\(upper.count { $0.passages == 1 }) of \(upper.count) cells rest on one passage.",
      "\(upper.count { $0.fromIssuer >= $0.counts.total }) of \(upper.count) cells rest on the"
        + " issuer of the document alone.",
      "\(cube.documents.count { $0.date == nil }) of \(cube.documents.count) documents have no"
        + " date and are not in the timeline.",
    ].map { ["line": $0] }
  }
}
