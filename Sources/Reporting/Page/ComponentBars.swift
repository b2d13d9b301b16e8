// Components by actor as stacked bars; each piece lists its sentences like a cell of the heat map.

internal import Positions
internal import Tagging

enum ComponentBars {
  private static let left = 112
  private static let width = 380.0

  static func svg(_ view: PageView) -> String {
    let cube = view.tables.cube
    var svg = SVG.open(
      width: 560, height: view.actors.count * 22 + 34,
      label: "Share of principles, norms, rules and procedures in what each actor says")
    for (index, component) in Component.allCases.enumerated() {
      let x = 6 + index * 108
      svg += "<rect x=\"\(x)\" y=\"4\" width=\"12\" height=\"12\" fill=\"\(SVG.colours[index])\"/>"
      svg += SVG.text(component.rawValue, x: Double(x) + 17, y: 15)
    }
    for (row, actor) in view.actors.enumerated() {
      let counts = cube.presences[actor].passages()
      let sum = counts.reduce(0, +)
      let y = 28 + row * 22
      svg += SVG.text(
        view.short(actor), x: Double(left) - 6, y: Double(y) + 13, anchor: "end",
        attributes: " class=\"name\"")
      guard sum > 0 else { continue }
      var x = Double(left)
      for (index, count) in counts.enumerated() where count > 0 {
        let piece = width * Double(count) / Double(sum)
        let share = Figure.percent(count, of: sum)
        let label = XML.escape(
          "\(cube.actors[actor]): \(Figure.count(count)) of \(Figure.count(sum)) passages"
            + " (\(share)) state \(Self.noun(Component.allCases[index]))")
        svg +=
          "<g role=\"button\" tabindex=\"0\" class=\"hit\" data-r=\"\(row)\" data-c=\"\(index)\""
        svg += " data-a=\"\(row)\" data-k=\"\(index)\" data-n=\"\(count)\" aria-label=\"\(label)\">"
        svg += "<title>\(label)</title><rect x=\"\(SVG.number(x))\" y=\"\(y)\""
        svg += " width=\"\(SVG.number(piece))\" height=\"18\" fill=\"\(SVG.colours[index])\"/>"
        if piece > 32 {
          svg += SVG.text(
            share, x: x + piece / 2, y: Double(y) + 13, anchor: "middle",
            attributes: " class=\"\(index == 0 ? "light" : "dark")\"")
        }
        svg += "</g>"
        x += piece
      }
      svg += SVG.text(Figure.count(sum), x: 554, y: Double(y) + 13, anchor: "end")
    }
    return svg + "</svg>"
  }

  static func noun(_ component: Component) -> String {
    switch component {
    case .principle: "a principle"
    case .norm: "a norm"
    case .rule: "a rule"
    case .procedure: "a procedure"
    case .none: "none of them"
    }
  }
}
