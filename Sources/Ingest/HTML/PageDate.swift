// When a page was published: what its head says, then marked dates in the text, then dates that stand
// alone or behind a word such as "Published".

/// Looks for the date of a page.
struct PageDate {
  /// `YYYY-MM-DD` if a day is known.
  let chosen: String?

  /// - Parameters:
  ///   - published: what the head says of publication.
  ///   - modified: what it says of changes, which is less.
  init(_ tree: HTMLTree, traits: [NodeTraits], published: String?, modified: String?) {
    let visible = Self.visible(tree)
    chosen =
      published.flatMap(ISODate.normalize) ?? Self.marked(tree, traits) ?? visible.labelled
      ?? modified.flatMap(ISODate.normalize) ?? visible.alone
  }

  /// The first `itemprop="datePublished"`, else the first `time` of the article, else of the page.
  private static func marked(_ tree: HTMLTree, _ traits: [NodeTraits]) -> String? {
    var inside: String?
    var outside: String?
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      let stamp = node.attributes > 0 ? tree.string(.datetime, of: index) : nil
      let isNamed =
        node.attributes > 0
        && ["datePublished", "dateCreated"].contains(tree.string(.itemprop, of: index))
      guard node.tag == .time || stamp != nil || isNamed else { continue }
      let text =
        stamp ?? String(decoding: tree.text(under: index, limit: 80).prefix(80), as: UTF8.self)
      guard let date = ISODate.normalize(text), date.utf8.count == 10 else { continue }
      if isNamed { return date }
      if traits[index].contains(.insideArticle) {
        if inside == nil { inside = date }
      } else if outside == nil {
        outside = date
      }
    }
    return inside ?? outside
  }

  private static func visible(_ tree: HTMLTree) -> (labelled: String?, alone: String?) {
    var seen = 0
    var alone: String?
    for node in tree.nodes where node.tag == .text {
      let range = Int(node.textStart)..<Int(node.textEnd)
      guard range.count >= 8 else { continue }
      seen += 1
      guard tree.nodes[Int(node.parent)].tag != .title, hasYear(tree.bytes[range]) else { continue }
      let bytes = PassageBuilder.collapse(Array(tree.bytes[range]))
      guard bytes.count <= 90 else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      guard let date = ISODate.normalize(text), date.utf8.count == 10 else { continue }
      if isLabelled(bytes) { return (date, alone) }
      if alone == nil, seen <= 250, bytes.count <= 60 { alone = date }
    }
    return (nil, alone)
  }

  /// Two digits and "19" or "20" before them.
  private static func hasYear(_ bytes: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    for byte in bytes {
      digits = byte &- 0x30 < 10 ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  /// Holds one of `labels`, in any case.
  private static func isLabelled(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { at in
      labels.contains { label in
        at + label.utf8.count <= bytes.count
          && label.utf8.elementsEqual(bytes[at..<(at + label.utf8.count)].lazy.map { $0 | 0x20 })
      }
    }
  }

  private static let labels = [
    "publish", "posted", "updated", "modified", "reviewed", "released", "issued", "date:",
  ]
}
