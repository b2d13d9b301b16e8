// The title of a page from what competes for it: its headings, what it tells other sites, and the
// title element, where the site's name stands too.

internal import Text

/// Chooses the title of a page.
struct PageTitle {
  /// First-level headings in order.
  var headings: [String] = []
  /// The title for other sites (`og:title` …).
  var shared: String?
  /// The title element.
  var element: String?
  /// JSON-LD's headline.
  var headline: String?
  var siteName: String?
  /// The page's address.
  var url: String?

  /// Nil if nothing names the page.
  var best: String? {
    let site = Self.squash(siteName ?? "")
    let host = Self.squash(Self.host(url ?? ""))
    func isSite(_ text: String) -> Bool {
      let name = Self.squash(text)
      return !name.isEmpty
        && (name == site || (name.utf8.count >= 4 && host.place(of: name) != nil))
    }
    let pages = [shared, element].compactMap { $0 }
    let parts = pages.map { Self.parts($0).map(Self.squash) }
    let headings = headings.filter { !isSite($0) }
    // A heading that is the page's own title up to one of its marks or for two thirds and more, or
    // one of its parts but the last.
    for heading in headings {
      let name = Self.squash(heading)
      let leads = parts.contains { parts in
        let whole = parts.joined()
        return whole.hasPrefix(name) && name.utf8.count * 3 >= whole.utf8.count * 2
          || parts.indices.contains { parts[...$0].joined() == name }
      }
      if leads || parts.contains(where: { $0.dropLast().contains(name) }) { return heading }
    }
    // A last part that is a heading of all pages names the site or the book.
    let book = Set(headings.map(Self.squash))
    let isName: (String) -> Bool = { isSite($0) || book.contains(Self.squash($0)) }
    if let headline, !isSite(headline) { return strip(headline, isSite: isName) }
    if let page = pages.first { return strip(page, isSite: isName) }
    return headings.first ?? self.headings.first
  }

  /// "Title | Site", "Site | Title" and "Title - Site" without the site.
  private func strip(_ title: String, isSite: (String) -> Bool) -> String {
    for (mark, isBar) in Self.marks {
      let parts = title.components(by: mark)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      if isSite(first) {
        return strip(parts.dropFirst().joined(separator: mark), isSite: isSite)
      }
      if isBar { return first }
      let rest = parts.dropLast().joined(separator: mark)
      // A dash may belong to the title: what follows it has to be the lesser part.
      if isSite(last) || (last.count < rest.count && first.count >= 4) { return rest }
    }
    return title
  }

  private static func parts(_ title: String) -> [String] {
    var parts = [title]
    for (mark, _) in marks { parts = parts.flatMap { $0.components(by: mark) } }
    return parts
  }

  /// A bar and its like only ever part the title from names; a dash has other uses.
  private static let marks: [(String, isBar: Bool)] = [
    (" | ", true), (" — ", false), (" – ", false), (" - ", false), (" · ", true), (" :: ", true),
    (" « ", true), (" » ", true), (" : ", true), (" / ", true),
  ]

  /// Letters and digits in lower case.
  private static func squash(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      let kept = text.utf8.filter { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
      return String(decoding: kept.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
      )
    ).lowercased()
  }

  private static func host(_ url: String) -> String {
    guard let scheme = url.place(of: "://") else { return "" }
    return String(url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" })
  }

  /// A heading without the signs that tools put after it for linking, and without soft hyphens.
  static func heading(_ text: String) -> String {
    let kept = text.unicodeScalars.filter {
      $0 != "\u{B6}" && $0 != "\u{AD}" && !(0xE000...0xF8FF).contains($0.value)
    }
    var heading = String(String.UnicodeScalarView(kept))
    while let last = heading.last, last == "#" || last == " " { heading.removeLast() }
    return heading
  }

  /// Character references that are left in a text because it was escaped twice.
  static func unescape(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    var out = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "&") {
      out += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(10).firstIndex(of: ";"),
        let scalar = scalar(rest[rest.index(after: start)..<end])
      else {
        out += "&"
        rest = rest.dropFirst()
        continue
      }
      out.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return out + rest
  }

  private static func scalar(_ name: Substring) -> Unicode.Scalar? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap { $0 < 0x20 ? nil : Unicode.Scalar($0) }
    }
    return names[String(name)]
  }

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "quot": "\"", "lt": "<", "gt": ">", "apos": "'", "nbsp": " ", "ndash": "\u{2013}",
    "mdash": "\u{2014}", "lsquo": "\u{2018}", "rsquo": "\u{2019}", "ldquo": "\u{201C}",
    "rdquo": "\u{201D}", "hellip": "\u{2026}",
  ]
}

extension StringProtocol {
  fileprivate func components(by mark: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.place(of: mark) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
