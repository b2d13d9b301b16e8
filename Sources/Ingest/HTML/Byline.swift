// Who wrote a page, where only its text says so: elements marked or named for the author, and lines that
// begin with "By".

internal import Text

/// Looks for the author's name in the text of a page.
struct Byline {
  let name: String?

  init(_ tree: HTMLTree, traits: [NodeTraits]) {
    name = Self.marked(tree, traits) ?? Self.written(tree)
  }

  private static func marked(_ tree: HTMLTree, _ traits: [NodeTraits]) -> String? {
    for index in tree.nodes.indices where tree.nodes[index].attributes > 0 {
      let isMarked = [HTMLTree.Name.rel, .itemprop].contains { name in
        tree.value(name, of: index)?.elementsEqual("author".utf8) ?? false
      }
      guard isMarked || traits[index].contains(.byline) else { continue }
      let text = tree.text(under: index, limit: 400)
      if text.count < 400, let name = trimmed(text) { return name }
    }
    return nil
  }

  /// "By Ada Example" at the start of a line, or "By" and the name in the next element.
  private static func written(_ tree: HTMLTree) -> String? {
    var isNext = false
    var seen = 0
    for node in tree.nodes where node.tag == .text {
      let range = Int(node.textStart)..<Int(node.textEnd)
      guard tree.bytes[range].contains(where: { $0 > 0x20 }) else { continue }
      seen += 1
      if seen > 400 { return nil }
      if isNext {
        if range.count <= 80, let name = trimmed(Array(tree.bytes[range])) { return name }
        isNext = false
      }
      guard range.count <= 100 else { continue }
      let text = PassageBuilder.collapse(Array(tree.bytes[range]))
      guard text.count >= 2, text[0] | 0x20 == 0x62 || text[0] | 0x20 == 0x77 || text[0] == 0x41
      else { continue }
      let line = String(decoding: text, as: UTF8.self)
      for lead in leads where line.hasPrefix(lead) {
        if line.utf8.count == lead.utf8.count {
          isNext = true
        } else if line.dropFirst(lead.count).first == " ", let name = trimmed(text),
          name.contains(" ")
        {
          return name
        }
      }
    }
    return nil
  }

  private static let leads = ["By", "by", "BY", "Written by", "Author:", "By:"]

  /// The name in a byline: without "By", and without what follows a mark, a comma or a date.
  private static func trimmed(_ bytes: [UInt8]) -> String? {
    var text = String(decoding: PassageBuilder.collapse(bytes), as: UTF8.self)
    for lead in ["Written by ", "Posted by ", "Author: ", "By: ", "By ", "by ", "BY "]
    where text.hasPrefix(lead) {
      text = String(text.dropFirst(lead.count))
    }
    for mark in [" | ", " · ", " • ", " — ", " – ", " - ", ", ", " on ", " (", " / "] {
      if let cut = text.place(of: mark) { text = String(text[..<cut.lowerBound]) }
    }
    let words = text.split(separator: " ")
    guard (1...5).contains(words.count), text.count <= 60, !text.contains(where: \.isNumber),
      text.first?.isLetter ?? false, words.allSatisfy({ isNameWord($0) })
    else { return nil }
    return text
  }

  private static func isNameWord(_ word: Substring) -> Bool {
    if particles.contains(String(word)) { return true }
    guard let first = word.first, !stops.contains(word.lowercased()) else { return false }
    return first.isUppercase || !first.isCased
  }

  private static let particles: Set<String> = [
    "de", "del", "della", "der", "den", "van", "von", "da", "di", "du", "la", "le", "bin", "ibn",
    "al", "el", "and", "y", "e", "of", "the",
  ]
  private static let stops: Set<String> = [
    "about", "all", "author", "authors", "by", "contributor", "editor", "follow", "home", "more",
    "posted", "posts", "published", "read", "share", "subscribe", "updated", "view", "writer",
    "written", "log", "sign", "search", "menu",
  ]
}
