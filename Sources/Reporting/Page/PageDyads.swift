// Pairs of actors on the page, issue by issue: the most talkative ones, those that differ first.

internal import Positions
internal import Tagging

struct PageDyads {
  /// Actors of whom every two make a pair.
  static let actorLimit = 5

  private struct Pair {
    var a: Int
    var b: Int
    var rows: [(issue: Int, dyad: Dyad)]

    func count(_ verdict: Verdict) -> Int { rows.count { $0.dyad.verdict == verdict } }
  }
  private let view: PageView
  private let pairs: [Pair]

  init(_ view: PageView) {
    self.view = view
    let tables = view.tables
    let named = Set(tables.named)
    let top = Array(view.actors.filter(named.contains).prefix(Self.actorLimit))
    var pairs: [Pair] = []
    for (index, a) in top.enumerated() {
      for b in top.dropFirst(index + 1) {
        let rows = view.issues.map { (issue: $0, dyad: tables.makeDyad(a, b, $0)) }
          .filter { $0.dyad.verdict != .silent }
          .sorted { Self.rank($0.dyad.verdict) < Self.rank($1.dyad.verdict) }
        if !rows.isEmpty { pairs.append(Pair(a: a, b: b, rows: rows)) }
      }
    }
    self.pairs = pairs
  }

  private static func rank(_ verdict: Verdict) -> Int {
    switch verdict {
    case .differ: 0
    case .agree: 1
    case .unclear: 2
    case .bothSpeak: 3
    case .oneSided: 4
    case .silent: 5
    }
  }

  /// Sentences of the summary: pairs that differ or agree on something.
  var summary: [String] {
    pairs.compactMap { pair in
      func list(_ verdict: Verdict) -> String? {
        let issues = pair.rows.filter { $0.dyad.verdict == verdict }
          .map { view.tables.cube.issues[$0.issue] }
        guard !issues.isEmpty else { return nil }
        let more = issues.count > 4 ? " and \(issues.count - 4) more" : ""
        return "\(verdict.rawValue) on \(issues.prefix(4).joined(separator: ", "))\(more)"
      }
      guard let differ = list(.differ) else { return nil }
      let agree = list(.agree).map { ", \($0)" } ?? ""
      return "\(view.name(pair.a)) and \(view.name(pair.b)) \(differ)\(agree)."
    }
  }

  var sections: [[String: Any]] {
    pairs.enumerated().map { number, pair in
      let counts: [String] = [Verdict.differ, .agree, .unclear, .bothSpeak, .oneSided].compactMap {
        let count = pair.count($0)
        return count > 0 ? "\(count) \($0.rawValue)" : nil
      }
      return [
        "a": view.short(pair.a), "b": view.short(pair.b), "full": view.name(pair.a),
        "other": view.name(pair.b), "counts": counts.joined(separator: " · "),
        "open": number == 0, "rows": pair.rows.map { row(pair, $0.issue, $0.dyad) },
      ]
    }
  }

  private func row(_ pair: Pair, _ issue: Int, _ dyad: Dyad) -> [String: Any] {
    let gap = dyad.gap.map { gap in
      let range =
        dyad.interval.map { " (\(Figure.exact($0.low)) to \(Figure.exact($0.high)))" } ?? ""
      return Figure.exact(gap) + range
    }
    return [
      "issue": view.tables.cube.issues[issue], "proposition": view.proposition(issue),
      "first": side(dyad.first, pair.a, issue).sideHTML,
      "second": side(dyad.second, pair.b, issue).sideHTML,
      "gap": gap ?? "", "verdict": dyad.verdict.rawValue,
      "kind": dyad.verdict == .differ ? "differ" : dyad.verdict == .agree ? "agree" : "",
      "joint": dyad.joint == 0 ? "" : "\(dyad.joint)",
      "mechanisms": ReportTables.names(
        (dyad.first?.mechanisms ?? 0) | (dyad.second?.mechanisms ?? 0), Mechanism.self
      ).split(separator: ";").joined(separator: ", "),
    ]
  }

  private func side(_ cell: PositionCell?, _ actor: Int, _ issue: Int) -> PageCell {
    guard let cell, let net = cell.counts.net else { return PageCell() }
    var shown = view.heatCell(actor, issue) { cell, _, data in cell.shape = data }
    shown.net = Figure.exact(net)
    shown.count = Figure.count(cell.counts.whole(unit: view.tables.cube.unit).total)
    return shown
  }
}
