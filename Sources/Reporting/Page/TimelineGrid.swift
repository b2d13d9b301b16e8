// Positions over time: for the issues most spoken of, a row an actor and a column a year, in the
// colours of the heat map. Lines would lie upon each other, since most positions are constant.

internal import Positions
internal import Tagging

struct TimelineGrid {
  static let issueLimit = 6
  static let actorLimit = 6
  /// More years are put together in columns of equal length.
  static let columnLimit = 26

  private struct Key: Hashable {
    var actor: Int
    var issue: Int
    var column: Int
  }
  private let view: PageView
  private var first = 0
  private var step = 1
  private var columns = 0
  private var counts: [Key: StanceCounts] = [:]
  private var documents: [Key: Int] = [:]
  private var weight: [Key: Int] = [:]

  /// Nil if no document of a shown actor has a date.
  init?(_ view: PageView) {
    self.view = view
    let tables = view.tables
    let shown = Set(view.actors.filter { tables.named.contains($0) })
    let issues = Set(view.issues.filter { tables.cube.issues[$0] != CommonIssue.other })
    var points: [(actor: Int, issue: Int, period: String, counts: StanceCounts, documents: Int)] =
      []
    tables.cube.timeline(
      tables.overall.filter { shown.contains($0.actor) && issues.contains($0.issue) },
      tables.counting, unit: .year
    ) { points.append(($0.actor, $0.issue, $0.period, $0.counts, $0.clusters.count)) }
    let years = points.compactMap { Int($0.period) }
    guard let first = years.min(), let last = years.max() else { return nil }
    self.first = first
    step = (last - first) / Self.columnLimit + 1
    columns = (last - first) / step + 1
    for point in points {
      guard let year = Int(point.period) else { continue }
      let key = Key(actor: point.actor, issue: point.issue, column: (year - first) / step)
      counts[key, default: StanceCounts()] += point.counts
      documents[key, default: 0] += point.documents
      weight[Key(actor: -1, issue: point.issue, column: 0), default: 0] += point.counts.total
      weight[Key(actor: point.actor, issue: point.issue, column: 0), default: 0] +=
        point.counts.total
    }
  }

  private func years(_ column: Int) -> (first: Int, last: Int) {
    (first + column * step, first + column * step + step - 1)
  }

  private func name(_ column: Int) -> String {
    let years = years(column)
    let tail = years.last % 100
    return step == 1 ? "\(years.first)" : "\(years.first)–\(tail < 10 ? "0" : "")\(tail)"
  }

  var head: [[String: Any]] { (0..<columns).map { ["year": name($0)] } }

  /// One group of rows an issue.
  var groups: [[String: Any]] {
    let cube = view.tables.cube
    let issues = view.issues.filter { weight[Key(actor: -1, issue: $0, column: 0)] != nil }
      .sorted {
        weight[Key(actor: -1, issue: $0, column: 0), default: 0]
          > weight[Key(actor: -1, issue: $1, column: 0), default: 0]
      }
    var row = -1
    return issues.prefix(Self.issueLimit).map { issue in
      let actors = view.actors.filter { weight[Key(actor: $0, issue: issue, column: 0)] != nil }
        .sorted {
          weight[Key(actor: $0, issue: issue, column: 0), default: 0]
            > weight[Key(actor: $1, issue: issue, column: 0), default: 0]
        }
      let rows = actors.prefix(Self.actorLimit).map { actor -> [String: Any] in
        row += 1
        return [
          "actor": view.short(actor), "full": view.name(actor),
          "cells": (0..<columns).map { cell(actor, issue, $0, row).html }.joined(),
        ]
      }
      return [
        "issue": cube.issues[issue], "proposition": view.proposition(issue), "rows": rows,
        "span": columns + 1,
      ]
    }
  }

  private func cell(_ actor: Int, _ issue: Int, _ column: Int, _ row: Int) -> PageCell {
    let key = Key(actor: actor, issue: issue, column: column)
    var cell = PageCell()
    guard let sum = counts[key], let net = sum.net else { return cell }
    let counts = sum.whole(unit: view.tables.cube.unit)
    let documents = documents[key] ?? 0
    let years = years(column)
    cell.isSpoken = true
    cell.value = "\(counts.total)"
    cell.shape =
      PageCell.shade(net, certainty: min(0.9, 0.15 * Double(documents)))
      + " data-r=\"\(row)\" data-c=\"\(column)\" data-a=\"\(view.place[actor] ?? 0)\""
      + " data-i=\"\(view.issuePlace[issue] ?? 0)\" data-y=\"\(years.first)-\(years.last)\""
      + " data-n=\"\(counts.total)\""
    cell.label =
      "\(view.tables.cube.actors[actor]) on \(view.tables.cube.issues[issue]) in \(name(column)):"
      + " net \(Figure.exact(net)); \(counts.support) for, \(counts.oppose) against,"
      + " \(counts.neutral) neutral in \(documents) \(documents == 1 ? "document" : "documents")"
    return cell
  }
}
