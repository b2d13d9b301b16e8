// Pieces of SVG, and the colours of the page's pictures.

enum SVG {
  /// Okabe & Ito (2008), told apart by colour-blind readers: principle, norm, rule, procedure, none.
  static let colours = ["#0072b2", "#e69f00", "#cc79a7", "#009e73", "#999999"]

  static func open(width: Int, height: Int, label: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" role=\"group\""
      + " aria-label=\"\(XML.escape(label))\">"
  }

  static func text(
    _ text: String, x: Double, y: Double, anchor: String = "start", attributes: String = ""
  ) -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\"\(attributes)>"
      + "\(XML.escape(text))</text>"
  }

  /// One decimal.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }
}

/// Numbers for readers.
enum Figure {
  /// Two decimals with a true minus sign.
  static func exact(_ value: Double) -> String {
    let hundredths = Int((value.magnitude * 100).rounded())
    let sign = value < 0 && hundredths > 0 ? "−" : ""
    let rest = hundredths % 100
    return "\(sign)\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// For a narrow cell: `1`, `.25`, `−.5`, `0`.
  static func short(_ value: Double) -> String {
    var text = exact(value)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    if text.hasPrefix("0.") { return String(text.dropFirst()) }
    if text.hasPrefix("−0.") { return "−\(text.dropFirst(2))" }
    return text.isEmpty ? "0" : text
  }

  /// With commas between thousands.
  static func count(_ value: Int) -> String {
    var text = String(value.magnitude)
    var at = text.count - 3
    while at > 0 {
      text.insert(",", at: text.index(text.startIndex, offsetBy: at))
      at -= 3
    }
    return value < 0 ? "−\(text)" : text
  }

  /// A share in whole per cent.
  static func percent(_ part: Int, of whole: Int) -> String {
    "\(whole == 0 ? 0 : Int((Double(part) / Double(whole) * 100).rounded()))\u{A0}%"
  }
}
