// Components by actor as stacked bars.

internal import Positions
internal import Tagging

enum ComponentBars {
  /// Okabe & Ito (2008), told apart by colour-blind readers.
  static let colours = ["#0072b2", "#e69f00", "#cc79a7", "#009e73", "#999999"]

  static func svg(_ view: PageView) -> String {
    let cube = view.tables.cube
    let height = view.actors.count * 22 + 34
    var svg = SVG.open(
      width: 720, height: height,
      label: "Share of principles, norms, rules and procedures in what each actor says")
    for (index, component) in Component.allCases.enumerated() {
      svg += "<rect x=\"\(120 + index * 110)\" y=\"4\" width=\"12\" height=\"12\""
      svg += " fill=\"\(colours[index])\"/>"
      svg += SVG.text(component.rawValue, x: 136 + Double(index) * 110, y: 14)
    }
    for (row, actor) in view.actors.enumerated() {
      let counts = cube.presences[actor].map(\.passages)
      let sum = counts.reduce(0, +)
      let y = 28 + row * 22
      svg += SVG.text(cube.actors[actor], x: 112, y: Double(y) + 13, anchor: "end")
      guard sum > 0 else { continue }
      var x = 120.0
      for (index, count) in counts.enumerated() where count > 0 {
        let width = 520 * Double(count) / Double(sum)
        svg += "<rect x=\"\(SVG.number(x))\" y=\"\(y)\" width=\"\(SVG.number(width))\""
        svg += " height=\"16\" fill=\"\(colours[index])\"><title>"
        svg += XML.escape(
          "\(cube.actors[actor]): \(count) of \(sum) passages \(Component.allCases[index].rawValue)"
        )
        svg += "</title></rect>"
        x += width
      }
      svg += SVG.text("n = \(sum)", x: 648, y: Double(y) + 13)
    }
    return svg + "</svg>"
  }
}

/// Pieces of SVG.
enum SVG {
  static func open(width: Int, height: Int, label: String) -> String {
    "<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(XML.escape(label))\">"
  }

  static func text(_ text: String, x: Double, y: Double, anchor: String = "start") -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">\(XML.escape(text))</text>"
  }

  /// One decimal.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }
}
