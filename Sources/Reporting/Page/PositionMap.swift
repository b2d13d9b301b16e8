// Actors on a map: correspondence analysis of the actor × issue table, support and opposition as
// columns of their own (doubling, Greenacre 2007, chapter 23), so that net opposition has a place.

internal import Positions

enum PositionMap {
  static func svg(_ view: PageView) -> String {
    let tables = view.tables
    let cube = tables.cube
    let issues = view.issues.filter {
      tables.options.includesAll || tables.codebook.isDirectional(issue: cube.issues[$0])
    }
    var actors: [Int] = []
    var rows: [[Double]] = []
    for actor in view.actors where tables.named.contains(actor) {
      let row = issues.flatMap { issue -> [Double] in
        let counts = view.cell(actor, issue)?.counts ?? StanceCounts()
        return [Double(counts.support), Double(counts.oppose)]
      }
      // A handful of statements would put an actor at the rim by chance.
      guard row.reduce(0, +) >= 5 else { continue }
      actors.append(actor)
      rows.append(row)
    }
    guard let analysis = CorrespondenceAnalysis(rows), analysis.inertia.count == 2 else {
      return "<p>Too few actors with five statements for a map.</p>"
    }
    let reach = analysis.rows.flatMap { $0 }.map { abs($0) }.max() ?? 1
    var svg = SVG.open(
      width: 720, height: 480,
      label: "Actors by their positions; those who say the same stand close together")
    svg += "<path d=\"M40 240H680M360 20V460\" class=\"axis\"/>"
    for (actor, point) in zip(actors, analysis.rows) where point.count == 2 {
      let x = 360 + 300 * point[0] / max(reach, 1e-9)
      let y = 240 - 210 * point[1] / max(reach, 1e-9)
      svg += "<circle cx=\"\(SVG.number(x))\" cy=\"\(SVG.number(y))\" r=\"4\" fill=\"#0072b2\"/>"
      svg += SVG.text(cube.actors[actor], x: x + 6, y: y + 4)
    }
    let shares = analysis.inertia.map { PageView.format($0 * 100) }
    svg += SVG.text("axis 1: \(shares[0]) % of the inertia", x: 680, y: 256, anchor: "end")
    svg += SVG.text("axis 2: \(shares[1]) %", x: 366, y: 32)
    return svg + "</svg>"
  }
}
