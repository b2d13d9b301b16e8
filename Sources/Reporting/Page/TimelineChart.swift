// Net positions by year, one small chart for each of the issues most spoken of.

internal import Positions

enum TimelineChart {
  static let issueLimit = 6
  static let actorLimit = 5

  static func svg(_ view: PageView) -> String {
    let tables = view.tables
    let cube = tables.cube
    let points = cube.timeline(tables.overall, unit: .year)
    let years = points.compactMap { Int($0.period) }
    guard let first = years.min(), let last = years.max() else {
      return "<p>No document has a date.</p>"
    }
    var weight: [Int: Int] = [:]
    for point in points
    where view.issues.contains(point.issue) && cube.issues[point.issue] != "other" {
      weight[point.issue, default: 0] += point.counts.total
    }
    let issues = view.issues.filter { weight[$0] != nil }
      .sorted { (weight[$0] ?? 0) > (weight[$1] ?? 0) }.prefix(issueLimit)
    let actors = Array(view.actors.filter { tables.named.contains($0) }.prefix(actorLimit))
    var html = ""
    for issue in issues {
      var svg = SVG.open(
        width: 720, height: 150, label: "Net position on \(cube.issues[issue]) by year")
      svg += SVG.text(cube.issues[issue], x: 60, y: 14)
      svg += SVG.text("for", x: 52, y: 34, anchor: "end")
      svg += SVG.text("against", x: 52, y: 130, anchor: "end")
      svg += "<path d=\"M60 78H600\" class=\"axis\"/>"
      svg += SVG.text("\(first)", x: 60, y: 146)
      svg += SVG.text("\(last)", x: 600, y: 146, anchor: "end")
      for (index, actor) in actors.enumerated() {
        let own = points.filter { $0.actor == actor && $0.issue == issue }
        let colour = ComponentBars.colours[index]
        var path = ""
        var dots = ""
        for point in own {
          guard let year = Int(point.period), let net = point.counts.net else { continue }
          let x = 60 + 540 * Double(year - first) / Double(max(1, last - first))
          let y = 78 - 48 * net
          path += "\(path.isEmpty ? "M" : "L")\(SVG.number(x)) \(SVG.number(y))"
          dots +=
            "<circle cx=\"\(SVG.number(x))\" cy=\"\(SVG.number(y))\" r=\"3\" fill=\"\(colour)\"><title>"
          dots += XML.escape(
            "\(cube.actors[actor]) \(point.period): \(PageView.format(net)),"
              + " \(point.counts.total) statements")
          dots += "</title></circle>"
        }
        guard !path.isEmpty else { continue }
        svg += "<path d=\"\(path)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\"/>\(dots)"
        svg +=
          "<rect x=\"612\" y=\"\(24 + index * 20)\" width=\"10\" height=\"10\" fill=\"\(colour)\"/>"
        svg += SVG.text(cube.actors[actor], x: 626, y: Double(33 + index * 20))
      }
      html += svg + "</svg>"
    }
    return html
  }
}
