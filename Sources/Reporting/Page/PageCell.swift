// A cell of a matrix on the page. There are thousands, so they are written here, and the template takes
// a row of them as it stands.

/// A cell; one that is not spoken is silence.
struct PageCell {
  /// Attributes: the program's own words and numbers only, they are not escaped.
  var shape = ""
  var label = ""
  var value = ""
  /// Net position and statements, of a pair's side.
  var net = ""
  var count = ""
  var isSpoken = false
  /// The diagonal of a matrix of actors.
  var isSelf = false

  /// The cell of a matrix.
  var html: String {
    "<td\(isSelf ? " class=\"self\"" : "")>\(isSpoken ? button(XML.escape(value)) : "")</td>"
  }

  /// The cell of a pair's side.
  var sideHTML: String {
    guard isSpoken else { return "<td><span class=\"silent\">silent</span></td>" }
    return "<td>\(button("\(XML.escape(net)) <small>(\(XML.escape(count)))</small>"))</td>"
  }

  private func button(_ content: String) -> String {
    "<button type=\"button\" \(shape) aria-label=\"\(XML.escape(label))\">\(content)</button>"
  }

  /// The colour of a cell: hue and depth say the position, saturation how sure it is.
  /// - Parameter certainty: 0…1.
  static func shade(_ net: Double, certainty: Double) -> String {
    shade(
      net > 0.05 ? "for" : net < -0.05 ? "against" : "even", depth: min(1, net.magnitude),
      sure: 0.2 + 0.7 * max(0, min(1, certainty)))
  }

  static func shade(_ side: StaticString, depth: Double, sure: Double) -> String {
    "class=\"\(side)\" style=\"--d:\(Figure.exact(depth));--s:\(Figure.exact(sure))\""
  }
}
