// From the chosen part of the tree to blocks: inline elements neither glue nor split words, block
// elements do; headings, items, cells, quotes and footnotes keep their roles.

/// Walks the extracted part of a page and feeds a `PassageBuilder`.
struct BlockSerializer {
  private let tree: HTMLTree
  private let dropped: [Bool]
  private let traits: [NodeTraits]
  private var builder: PassageBuilder
  private var text: [UInt8] = []
  private var speaker: String?
  /// A delegation's name alone in a block: it has the floor if the first person follows.
  private var announced: String?
  private var numbering: ListNumbering
  private(set) var letterhead: [String] = []
  private(set) var hasTitle = false

  init(_ extractor: ContentExtractor, options: IngestOptions) {
    tree = extractor.tree
    dropped = extractor.dropped
    traits = extractor.traits
    numbering = ListNumbering(extractor.tree)
    builder = PassageBuilder(options: options)
  }

  mutating func heading(_ title: [UInt8]) { builder.heading(title, level: 1) }

  mutating func finish(into document: inout Document) {
    builder.finish(into: &document)
    document.letterhead = letterhead
  }

  /// Serialises all below `root`.
  mutating func serialize(_ root: Int) {
    var context: [Int] = []
    var node = root
    let end = tree.end(of: root)
    while node < end {
      while let last = context.last, tree.end(of: last) <= node {
        flush(context)
        numbering.leave(last)
        context.removeLast()
      }
      let tag = tree.nodes[node].tag
      let isLeftOut =
        dropped[node] || (tag == .sup && isNoteMark(node))
        || (tag == .a && (isHeadingMark(node) || isNoteLink(node)))
      if isLeftOut {
        node = tree.end(of: node)
        continue
      }
      if tag == .text {
        append(node)
      } else if tag == .br {
        text.append(0x0A)
      } else if tag.isBlock {
        flush(context)
        context.append(node)
        numbering.enter(node)
      }
      node += 1
    }
    while !context.isEmpty {
      flush(context)
      context.removeLast()
    }
    flush([root])
  }

  /// Line ends of the source are spaces; those that show are `br` elements.
  private mutating func append(_ node: Int) {
    let range = Int(tree.nodes[node].textStart)..<Int(tree.nodes[node].textEnd)
    let first = text.count
    text.append(contentsOf: tree.bytes[range])
    for index in first..<text.count where text[index] == 0x0A { text[index] = 0x20 }
  }

  /// A link to a note that is no superscript: "[3]", named for the note.
  private func isNoteLink(_ node: Int) -> Bool {
    guard tree.nodes[node].attributes > 0, traits[node].contains(.noteMark) else { return false }
    return isNumber(node)
  }

  /// "[3]" or "3" that links to a note.
  private func isNoteMark(_ node: Int) -> Bool {
    guard isNumber(node) else { return false }
    var child = tree.firstChild(of: node)
    while child >= 0 {
      if tree.nodes[child].tag == .a { return true }
      child = tree.sibling(of: child)
    }
    return false
  }

  private func isNumber(_ node: Int) -> Bool {
    let text = tree.text(under: node, limit: 20).filter { $0 > 0x20 }
    return !text.isEmpty && text.count <= 5
      && text.allSatisfy {
        $0 &- 0x30 < 10 || $0 == 0x5B || $0 == 0x5D || $0 == 0x2C || $0 == 0x2A
      }
  }

  /// The pilcrow or "#" after a heading that links to the heading itself.
  private func isHeadingMark(_ node: Int) -> Bool {
    let child = tree.firstChild(of: node)
    guard child >= 0, tree.nodes[child].tag == .text, tree.sibling(of: child) < 0 else {
      return false
    }
    let range = Int(tree.nodes[child].textStart)..<Int(tree.nodes[child].textEnd)
    let text = tree.bytes[range].filter { $0 > 0x20 }
    return text == [0x23] || text == [0xC2, 0xB6] || text == [0xC2, 0xA7]
  }

  private mutating func flush(_ context: [Int]) {
    defer { text.removeAll(keepingCapacity: true) }
    guard text.contains(where: { $0 > 0x20 }) else { return }
    if letterhead.count < 14 {
      let line = PassageBuilder.collapse(text)
      letterhead.append(String(decoding: line.prefix(300), as: UTF8.self))
    }
    if let heading = context.last(where: { tree.nodes[$0].tag.isHeading }) {
      if tree.nodes[heading].tag == .h1 { hasTitle = true }
      builder.heading(text, level: tree.nodes[heading].tag.headingLevel)
      speaker = nil
      announced = nil
      return
    }
    if let name = barredSpeaker(context) {
      speaker = name
      return
    }
    let role = role(context)
    let parts = paragraphs()
    if text.count > 1 << 20 { text = [] }
    for part in parts { block(part, role) }
  }

  /// A double line break inside a block separates paragraphs, a single one is a space. White space
  /// is left to whoever takes them.
  private func paragraphs() -> [[UInt8]] {
    var lines = 0
    for byte in text where byte == 0x0A { lines += 1 }
    if lines < 2 { return [text] }
    var parts: [[UInt8]] = [[]]
    var breaks = 0
    var marks: [UInt8] = []
    for byte in text {
      if byte == 0x0A {
        breaks += 1
        marks.append(byte)
        continue
      }
      if byte <= 0x20 {
        marks.append(byte)
        continue
      }
      if breaks >= 2, !parts[parts.count - 1].isEmpty, isParagraphBreak(parts[parts.count - 1]) {
        parts.append([])
      } else if !marks.isEmpty {
        parts[parts.count - 1].append(0x20)
      }
      breaks = 0
      marks.removeAll(keepingCapacity: true)
      parts[parts.count - 1].append(byte)
    }
    return parts
  }

  private func isParagraphBreak(_ part: [UInt8]) -> Bool {
    guard let last = part.last(where: { $0 > 0x20 }) else { return false }
    return [0x2E, 0x3F, 0x21, 0x3A, 0x3B, 0x22, 0x29, 0x9D].contains(last) || part.count < 90
  }

  /// "Delegation | Name | Role" in bold type, alone in a block: the first cell.
  private func barredSpeaker(_ context: [Int]) -> String? {
    guard let block = context.last, text.count < 200, let bar = text.firstIndex(of: 0x7C),
      isBold(block)
    else { return nil }
    let name = PassageBuilder.collapse(Array(text[..<bar]))
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  /// All of a block's text is in bold type.
  private func isBold(_ block: Int) -> Bool {
    guard tree.end(of: block) - block <= 64 else { return false }
    for node in block..<tree.end(of: block) where tree.nodes[node].tag == .text {
      let range = Int(tree.nodes[node].textStart)..<Int(tree.nodes[node].textEnd)
      guard tree.bytes[range].contains(where: { $0 > 0x20 }) else { continue }
      var at = Int(tree.nodes[node].parent)
      while at > block, tree.nodes[at].tag != .strong, tree.nodes[at].tag != .b {
        at = Int(tree.nodes[at].parent)
      }
      if at <= block { return false }
    }
    return true
  }

  /// Gives a delegation the floor that was announced, if it speaks.
  private mutating func announce(_ clean: [UInt8], _ role: PassageRole) {
    if let name = announced {
      announced = nil
      speaker = DelegationName.isFirstPerson(clean) ? name : nil
    }
    guard role == .body else { return }
    announced = clean.withUnsafeBufferPointer { DelegationName.parse($0) }
    if announced != nil { speaker = nil }
  }

  private mutating func block(_ bytes: [UInt8], _ role: PassageRole) {
    let clean = PassageBuilder.collapse(bytes)
    guard !clean.isEmpty else { return }
    announce(clean, role)
    let number = numbering.take()
    clean.withUnsafeBufferPointer { buffer in
      var rest = buffer
      var label: String?
      var role = role
      if let level = LegalHeading.level(of: rest) {
        builder.heading(Array(rest), level: level)
        return
      }
      if let turn = SpeakerTurn.parse(rest) {
        speaker = turn.speaker
        rest = UnsafeBufferPointer(rebasing: rest[turn.length...])
      }
      if let item = ItemLabel.parse(rest), role != .tableCell {
        label = item.label
        // A label is part of what the page says; a bullet is not.
        if item.isBullet { rest = UnsafeBufferPointer(rebasing: rest[item.length...]) }
        if role == .body { role = .listItem }
      }
      if role == .listItem, label == nil { label = number }
      let depth = numbering.depth > 0 ? numbering.depth : nil
      builder.append(.init(role, Array(rest), label: label, speaker: speaker, depth: depth))
    }
  }

  private func role(_ context: [Int]) -> PassageRole {
    for node in context.reversed() {
      switch tree.nodes[node].tag {
      case .li, .dd, .dt: return isNote(context) ? .footnote : .listItem
      // A page laid out as a table has its text in a cell.
      case .td, .th:
        if node != context.first { return .tableCell }
      case .blockquote: return .quote
      case .p, .pre:
        if isNote(context) { return .footnote }
        continue
      default: continue
      }
    }
    return isNote(context) ? .footnote : .body
  }

  private func isNote(_ context: [Int]) -> Bool {
    if context.suffix(4).contains(where: { traits[$0].contains(.footnotes) }) { return true }
    // A block that opens with the anchor of a note.
    guard let block = context.last, block + 1 < tree.end(of: block) else { return false }
    return traits[block + 1].contains(.footnotes) && tree.nodes[block + 1].tag == .a
  }
}
