// The page in words: what was coded, who speaks, what is contested; and how far to trust it.

internal import Positions
internal import Tagging

struct PageSummary {
  private let view: PageView
  private let outcomes: [DocumentOutcome]
  private var cube: PositionCube { view.tables.cube }

  init(_ view: PageView, outcomes: [DocumentOutcome]) {
    self.view = view
    self.outcomes = outcomes
  }

  private var passages: Int { cube.documents.reduce(0) { $0 + $1.passages } }
  private var held: Int { cube.documents.reduce(0) { $0 + $1.withStatements } }

  func lines(_ dyads: PageDyads) -> [[String: Any]] {
    let dates = cube.documents.compactMap { $0.date?.prefix(4) }
    let years =
      dates.min().flatMap { first in
        dates.max().map { first == $0 ? " of \(first)" : " of \(first) to \($0)" }
      } ?? ""
    var lines = [
      "\(Self.plural(cube.documents.count, "document"))\(years) with"
        + " \(Self.plural(passages, "passage")) were coded. \(Figure.count(held)) of the passages"
        + " (\(Figure.percent(held, of: passages))) hold a position of one of"
        + " \(Self.plural(view.actors.count + view.hiddenActors, "actor"))."
    ]
    let total = view.statements.reduce(0, +)
    let speakers = view.actors.prefix(5).map { actor in
      let count = view.statements[actor]
      return "\(view.name(actor)) (\(Self.plural(count, "statement")),"
        + " \(Figure.percent(count, of: total)))"
    }
    if !speakers.isEmpty { lines.append("Who speaks most: \(speakers.joined(separator: ", ")).") }
    lines += contested()
    lines += dyads.summary.prefix(3)
    return lines.map { ["line": $0] }
  }

  /// Issues that named actors are for and against, the most even ones first.
  private func contested() -> [String] {
    let named = Set(view.tables.named)
    var found: [(issue: Int, pro: [Int], contra: [Int])] = []
    for issue in view.issues
    where view.isDirectional(issue) && cube.issues[issue] != CommonIssue.other {
      let cells = view.actors.filter(named.contains).compactMap { actor in
        view.cell(actor, issue).flatMap { cell in cell.counts.net.map { (actor, $0) } }
      }
      let pro = cells.filter { $0.1 > 0.25 }.map(\.0)
      let contra = cells.filter { $0.1 < -0.25 }.map(\.0)
      if !pro.isEmpty, !contra.isEmpty { found.append((issue, pro, contra)) }
    }
    found.sort { min($0.pro.count, $0.contra.count) > min($1.pro.count, $1.contra.count) }
    if found.isEmpty {
      return ["No issue has actors on balance for it and actors on balance against it."]
    }
    func list(_ actors: [Int]) -> String {
      let more = actors.count > 4 ? " and \(actors.count - 4) more" : ""
      return actors.prefix(4).map { view.name($0) }.joined(separator: ", ") + more
    }
    return found.prefix(3).map { found in
      "Contested: \(cube.issues[found.issue]). For it: \(list(found.pro)); against it:"
        + " \(list(found.contra))."
    }
  }

  /// What to keep in mind, with counts.
  var warnings: [[String: Any]] {
    let upper = view.tables.overall.filter { !cube.issues[$0.issue].utf8.contains(0x2E) }
    let unsure = cube.documents.reduce(0) { $0 + $1.unsure }
    let cells = upper.count
    func share(_ count: Int) -> String {
      "\(Figure.count(count)) of \(Figure.count(cells)) cells (\(Figure.percent(count, of: cells)))"
    }
    var lines = [
      "Opposition is harder to recognise than support: a net position near 1 may hide criticism"
        + " that was not understood. Read the sentences before you write that two actors agree.",
      "\(share(upper.count { $0.documents == 1 })) rest on one document,"
        + " \(share(upper.count { $0.passages == 1 })) on one passage,"
        + " \(share(upper.count { $0.restsOnIssuer })) on the issuer of the"
        + " document alone.",
      "\(Figure.count(passages - held)) of \(Self.plural(passages, "passage"))"
        + " (\(Figure.percent(passages - held, of: passages))) hold nobody's position;"
        + " \(Figure.count(unsure)) (\(Figure.percent(unsure, of: passages))) have a component of"
        + " low confidence (below 0.5).",
    ]
    let undated = cube.documents.count { $0.date == nil }
    if undated > 0 {
      lines.append("\(Self.plural(undated, "document")) without a date: not in the timeline.")
    }
    let inferred = outcomes.count { $0.status == "coded" && $0.issuerSource == "inferred" }
    if inferred > 0 {
      lines.append("\(Self.plural(inferred, "document")) with an issuer that was inferred.")
    }
    for (status, words) in [
      ("language", "in a language that is not coded"), ("duplicate", "left out as duplicates"),
      ("failed", "that could not be read"),
    ] {
      let count = outcomes.count { $0.status == status }
      if count > 0 { lines.append("\(Self.plural(count, "document")) \(words).") }
    }
    let holders = Set(cube.actors)
    let silent = cube.mentions.filter { !holders.contains($0.key) }
      .sorted { ($1.value, $0.key.asBytes) < ($0.value, $1.key.asBytes) }
    if !silent.isEmpty {
      let names = silent.prefix(8).map { view.tables.codebook.name(of: $0.key) ?? $0.key }
      let more = silent.count > 8 ? " and \(silent.count - 8) more" : ""
      lines.append(
        "Mentioned, but never with a position: \(names.joined(separator: ", "))\(more).")
    }
    return lines.map { ["line": $0] }
  }

  static func plural(_ count: Int, _ noun: String) -> String {
    "\(Figure.count(count)) \(noun)\(count == 1 ? "" : "s")"
  }
}
