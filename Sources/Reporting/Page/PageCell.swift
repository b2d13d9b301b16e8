// A cell of a matrix on the page. There are thousands, so what is no text of documents is put together
// here, and the template asks for few values.

internal import Mustache

/// A cell as the template sees it; one that is not spoken is silence.
struct PageCell: MustacheParent {
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

  func child(named name: String) -> Any? {
    switch name {
    case "spoken": isSpoken
    case "silent": !isSpoken
    case "self": isSelf
    case "shape": shape
    case "label": label
    case "value": value
    case "net": net
    case "count": count
    default: nil
    }
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
