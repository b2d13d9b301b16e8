// Actors on a map: correspondence analysis of the actor × issue table, support and opposition as
// columns of their own (doubling, Greenacre 2007, chapter 23), so that net opposition has a place.

internal import Positions

struct PositionMap {
  /// A handful of statements would put an actor at the rim by chance; so would a column that hardly
  /// anybody fills (rare categories, Greenacre 2007, chapter 21).
  static let fewestStatements = 10
  static let fewestActors = 3
  private static let width = 640.0
  private static let height = 480.0

  private struct Box {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    func meets(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height
        && other.y < y + height
    }
  }

  static func svg(_ view: PageView) -> String {
    let tables = view.tables
    let cube = tables.cube
    let issues = view.issues.filter {
      tables.options.includesAll || tables.codebook.isDirectional(issue: cube.issues[$0])
    }
    var actors = view.actors.filter { tables.named.contains($0) }
    var rows = actors.map { actor in
      issues.flatMap { issue -> [Double] in
        let counts = view.cell(actor, issue)?.counts ?? StanceCounts()
        return [Double(counts.support), Double(counts.oppose)]
      }
    }
    let kept = (0..<issues.count * 2).filter { column in
      rows.count { $0[column] > 0 } >= fewestActors
    }
    rows = rows.map { row in kept.map { row[$0] } }
    let enough = rows.indices.filter { rows[$0].reduce(0, +) >= Double(fewestStatements) }
    actors = enough.map { actors[$0] }
    rows = enough.map { rows[$0] }
    guard let analysis = CorrespondenceAnalysis(rows), analysis.inertia.count == 2,
      analysis.rows.allSatisfy({ $0.count == 2 })
    else {
      return "<p>Fewer than three actors hold \(fewestStatements) statements: no map.</p>"
    }
    return draw(
      actors.map { (cube.actors[$0], view.name($0)) }, analysis.rows.map { ($0[0], $0[1]) },
      analysis.inertia)
  }

  /// One scale for both axes, so that distances are true; the frame holds nine actors of ten, and
  /// those outside stand at its rim as triangles.
  private static func draw(
    _ names: [(code: String, full: String)], _ points: [(Double, Double)], _ inertia: [Double]
  ) -> String {
    let reaches = points.map {
      max($0.0.magnitude / (width / 2), $0.1.magnitude / (Self.height / 2))
    }
    .sorted()
    let reach = max(reaches[(reaches.count - 1) * 9 / 10] * 1.15, 1e-9)
    // No higher than the points inside the frame need.
    let highest = points.map(\.1.magnitude).filter { $0 / reach <= Self.height / 2 }.max() ?? 0
    let height = min(Self.height, max(160, (2 * highest / reach + 60).rounded()))
    var svg = SVG.open(
      width: Int(width), height: Int(height) + 20,
      label: "Map of \(names.count) actors by what they say: those who say the same are close")
    svg += "<path d=\"M0 \(height / 2)H\(width)M\(width / 2) 0V\(height)\" class=\"axis\"/>"
    svg += SVG.text(
      "axis 1: \(Figure.exact(inertia[0] * 100)) % of the inertia", x: width - 4, y: height + 14,
      anchor: "end")
    svg += SVG.text(
      "axis 2 (upright): \(Figure.exact(inertia[1] * 100)) % of the inertia", x: 4, y: height + 14)
    var taken: [Box] = []
    var places: [(x: Double, y: Double, isOutside: Bool)] = []
    for (x, y) in points {
      let place = (x: width / 2 + x / reach, y: height / 2 - y / reach)
      let inside = (x: min(max(place.x, 8), width - 8), y: min(max(place.y, 8), height - 8))
      places.append((inside.x, inside.y, inside != place))
      taken.append(Box(x: inside.x - 5, y: inside.y - 5, width: 10, height: 10))
    }
    for (index, place) in places.enumerated() {
      let (code, full) = names[index]
      let title = XML.escape(
        "\(full) (\(code)): \(Figure.exact(points[index].0)), \(Figure.exact(points[index].1))"
          + (place.isOutside ? "; outside the frame" : ""))
      let x = SVG.number(place.x)
      let y = SVG.number(place.y)
      let shape =
        place.isOutside
        ? "<path d=\"M\(x) \(SVG.number(place.y - 6))l6 10h-12z\" fill=\"#d55e00\"/>"
        : "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4.5\" fill=\"#0072b2\"/>"
      svg += "<g><title>\(title)</title>\(shape)"
      if let label = label(code, place.x, place.y, height, &taken) {
        svg += SVG.text(code, x: label.x, y: label.y)
      }
      svg += "</g>"
    }
    return svg + "</svg>"
  }

  /// A free place for a label near its point; nil where there is none.
  private static func label(
    _ code: String, _ x: Double, _ y: Double, _ height: Double, _ taken: inout [Box]
  ) -> (x: Double, y: Double)? {
    let wide = Double(code.count) * 8.2
    for distance in [7.0, 14, 22] {
      for (dx, dy) in [
        (distance, 4.0), (-distance - wide, 4), (-wide / 2, -distance), (-wide / 2, distance + 9),
        (distance * 0.7, -distance * 0.6), (distance * 0.7, distance * 0.6 + 8),
        (-distance * 0.7 - wide, -distance * 0.6), (-distance * 0.7 - wide, distance * 0.6 + 8),
      ] {
        let box = Box(x: x + dx - 1, y: y + dy - 11, width: wide + 2, height: 13)
        let fits =
          box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height
        guard fits, !taken.contains(where: box.meets) else { continue }
        taken.append(box)
        return (x + dx, y + dy)
      }
    }
    return nil
  }
}
