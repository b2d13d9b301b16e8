// Markdown to passages: the block structure that policy texts use (headings, lists, quotes, tables,
// notes); inline marks are dropped, link texts stay.

/// Reads decoded Markdown.
package enum MarkdownReader {
  package static func read(
    _ text: [UInt8], into document: inout Document, options: IngestOptions
  ) {
    var reader = Blocks(builder: PassageBuilder(options: options))
    var taken = 0
    var at = 0
    while at < text.count, taken < options.maximumLines, !reader.builder.isFull {
      let end = text[at...].firstIndex(of: 0x0A) ?? text.count
      reader.line(text[at..<end])
      taken += 1
      at = end + 1
    }
    reader.flush()
    if at < text.count, !reader.builder.isFull {
      document.warnings.append(
        "more than \(options.maximumLines) lines; the rest was left out (--max-lines)")
    }
    reader.builder.finish(into: &document)
    document.letterhead = text.prefix(20_000).split(separator: 0x0A, maxSplits: 14).prefix(14).map {
      String(decoding: MarkdownInline.plain(Array($0)), as: UTF8.self)
    }
  }

  private struct Blocks {
    var builder: PassageBuilder
    private var paragraph: [UInt8] = []
    private var role = PassageRole.body
    private var label: String?
    private var speaker: String?
    private var inCode = false

    init(builder: PassageBuilder) { self.builder = builder }

    mutating func line(_ line: ArraySlice<UInt8>) {
      let content = Array(line.drop { $0 <= 0x20 })
      if content.starts(with: Array("```".utf8)) {
        flush()
        inCode.toggle()
        return
      }
      if inCode { return }
      guard let first = content.first(where: { $0 > 0x20 }) else { return flush() }
      let indent = line.count - content.count
      if first == 0x23, let level = heading(content) {
        flush()
        let title = content.dropFirst(level).filter { $0 != 0x23 }
        builder.heading(MarkdownInline.plain(Array(title)), level: level)
      } else if isUnderline(content), !paragraph.isEmpty, role == .body {
        let title = paragraph
        paragraph.removeAll()
        builder.heading(MarkdownInline.plain(title), level: first == 0x3D ? 1 : 2)
      } else if isRule(content) {
        flush()
      } else if first == 0x7C {
        table(content)
      } else if first == 0x3E {
        if role != .quote { flush() }
        role = .quote
        append(Array(content.dropFirst().drop { $0 <= 0x20 }))
      } else if content.starts(with: Array("[^".utf8)), content.contains(0x3A) {
        flush()
        role = .footnote
        append(content)
      } else {
        text(content, indent: indent)
      }
    }

    private mutating func text(_ content: [UInt8], indent: Int) {
      content.withUnsafeBufferPointer { buffer in
        if let turn = SpeakerTurn.parse(buffer) {
          flush()
          speaker = turn.speaker
          append(Array(buffer[turn.length...]))
        } else if let item = ItemLabel.parse(buffer),
          paragraph.isEmpty || role != .body || item.isBullet || isNumber(item)
        {
          flush()
          role = .listItem
          label = item.label
          append(item.isMarkup ? Array(buffer[item.length...]) : content)
        } else {
          if role == .quote || role == .footnote { flush() }
          append(content)
        }
      }
    }

    private func isNumber(_ item: ItemLabel) -> Bool { item.label.map { $0.count <= 3 } ?? true }

    private mutating func append(_ bytes: [UInt8]) {
      if !paragraph.isEmpty { paragraph.append(0x20) }
      paragraph.append(contentsOf: bytes)
    }

    private func heading(_ line: [UInt8]) -> Int? {
      let level = line.prefix { $0 == 0x23 }.count
      return level <= 6 && line.count > level && line[level] == 0x20 ? level : nil
    }

    private func isUnderline(_ line: [UInt8]) -> Bool {
      let marks = line.filter { $0 > 0x20 }
      return marks.count >= 3
        && (marks.allSatisfy { $0 == 0x3D } || marks.allSatisfy { $0 == 0x2D })
    }

    private func isRule(_ line: [UInt8]) -> Bool {
      let marks = line.filter { $0 > 0x20 }
      guard let first = marks.first, marks.count >= 3 else { return false }
      return "-*_".utf8.contains(first) && marks.allSatisfy { $0 == first }
    }

    private mutating func table(_ line: [UInt8]) {
      flush()
      let cells = line.split(separator: 0x7C).map { MarkdownInline.plain(Array($0)) }
      if cells.allSatisfy({ $0.allSatisfy { "-: ".utf8.contains($0) } }) { return }
      for cell in cells { builder.append(.init(.tableCell, cell, speaker: speaker)) }
    }

    mutating func flush() {
      defer {
        paragraph.removeAll(keepingCapacity: true)
        role = .body
        label = nil
      }
      guard !paragraph.isEmpty else { return }
      builder.append(.init(role, MarkdownInline.plain(paragraph), label: label, speaker: speaker))
    }
  }
}

/// Inline Markdown to plain text.
enum MarkdownInline {
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case 0x5C where at + 1 < bytes.count && !isWord(bytes[at + 1]):
        out.append(bytes[at + 1])
        at += 2
      case 0x2A, 0x60: at += 1
      case 0x5F:
        let inWord =
          at > 0 && at + 1 < bytes.count && isWord(bytes[at - 1]) && isWord(bytes[at + 1])
        if inWord { out.append(0x5F) }
        at += 1
      case 0x21 where at + 1 < bytes.count && bytes[at + 1] == 0x5B: at += 1
      case 0x5B: at = link(bytes, at, &out)
      case 0x3C: at = tag(bytes, at, &out)
      default:
        out.append(bytes[at])
        at += 1
      }
    }
    return out
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
  }

  /// "[text](url)" gives text, "[^1]" nothing; any other bracket stays.
  private static func link(_ bytes: [UInt8], _ at: Int, _ out: inout [UInt8]) -> Int {
    guard let close = bytes[at...].firstIndex(of: 0x5D) else {
      out.append(0x5B)
      return at + 1
    }
    if at + 1 < bytes.count, bytes[at + 1] == 0x5E { return close + 1 }
    guard close + 1 < bytes.count, bytes[close + 1] == 0x28,
      let end = bytes[(close + 1)...].firstIndex(of: 0x29)
    else {
      out.append(0x5B)
      return at + 1
    }
    out.append(contentsOf: plain(Array(bytes[(at + 1)..<close])))
    return end + 1
  }

  private static func tag(_ bytes: [UInt8], _ at: Int, _ out: inout [UInt8]) -> Int {
    guard at + 1 < bytes.count,
      isWord(bytes[at + 1]) || bytes[at + 1] == 0x2F || bytes[at + 1] == 0x21,
      let close = bytes[at...].firstIndex(of: 0x3E)
    else {
      out.append(0x3C)
      return at + 1
    }
    if bytes[at..<close].contains(0x3A) { out.append(contentsOf: bytes[(at + 1)..<close]) }
    return close + 1
  }
}
