// Lines that were judged become paragraphs, headings and notes. What goes on in the next line is
// asked in `ParagraphJoiner+Continuation`.

/// Joins lines to paragraphs and hands them to a `PassageBuilder`.
struct ParagraphJoiner {
  let text: TextLines
  private var builder: PassageBuilder
  private(set) var paragraph: [UInt8] = []
  private var label: String?
  private var isItem = false
  /// "Article 5" while its paragraphs are read.
  private var provision: String?
  /// The numbered paragraph under which bracketed items stand.
  private var parent: String?
  private var speaker: String?
  private(set) var heading: [UInt8] = []
  /// Labels that stand alone, several in a row, before the paragraphs that they belong to.
  private var labels: [[UInt8]] = []
  /// Heads and page numbers of a page turn inside the paragraph or below the heading; they stand after it.
  private var held: [(PassageRole, [UInt8])] = []
  private let keepsFurniture: Bool
  /// The row of a table under way.
  var row: [(cell: TextLines.Cell, text: [UInt8])] = []
  /// A footnote of several lines.
  private var note: [UInt8] = []
  private var hyphenation: Hyphenation?
  private let delegations: DelegationTurns
  /// The last byte of the block before: a colon or semicolon lets a list go on.
  private var lastByte: UInt8 = 0

  init(_ text: TextLines, options: IngestOptions) {
    self.text = text
    delegations = DelegationTurns(text)
    builder = PassageBuilder(options: options, count: text.bytes.count)
    keepsFurniture = options.keepsFurniture
  }

  mutating func read() {
    var previous: Int?
    for index in text.lines.indices where !builder.isFull {
      let line = text.lines[index]
      if line.role != .tableCell { flushRow() }
      if !delegations.names.isEmpty, let name = delegations.names[index] {
        giveFloor(to: name, index)
        previous = nil
        continue
      }
      switch line.role {
      case .body where text.isLoneLabel(index) && !endsSentence(index, after: previous):
        flush()
        labels.append(Array(text.slice(index)))
        previous = nil
      case .body where continuesHeading(index):
        heading.append(0x20)
        heading.append(contentsOf: text.slice(index))
        previous = nil
      case .body:
        flushHeading()
        flushNote()
        if let previous, continues(previous, index) {
          join(index)
        } else {
          flush()
          open(index)
        }
        previous = index
      case .heading:
        flush()
        flushNote()
        if !heading.isEmpty, opensHeading(index) { flushHeading() }
        if !heading.isEmpty { heading.append(0x20) }
        heading.append(contentsOf: text.slice(index))
        previous = nil
      case .runningHead, .pageNumber, .caption,
        .tableCell
      where row.isEmpty && !paragraph.isEmpty && text.cells(index).count < 2:
        // A page turn inside a sentence: the paragraph goes on after it.
        flushNote()
        guard keepsFurniture || line.role == .tableCell else { continue }
        let text = Array(text.slice(index))
        if paragraph.isEmpty, heading.isEmpty {
          builder.append(.init(line.role, text, isDivisible: false))
        } else {
          held.append((line.role, text))
        }
      case .footnote where line.continuesNote && !note.isEmpty:
        swap(&note, &paragraph)
        join(index)
        swap(&note, &paragraph)
      default:
        flush()
        flushHeading()
        flushNote()
        if line.role == .tableCell {
          takeRow(index)
        } else if line.role == .footnote {
          note = Array(text.slice(index))
        } else if keepsFurniture || !line.role.isFurniture {
          builder.append(.init(line.role, Array(text.slice(index)), isDivisible: false))
        }
        previous = nil
      }
    }
    flushRow()
    flush()
    flushHeading()
    flushNote()
  }

  /// Hands the cells of a row over.
  mutating func flushRow() {
    guard !row.isEmpty else { return }
    for (_, cell) in row {
      builder.append(.init(.tableCell, cell, speaker: speaker, isDivisible: row.count > 1))
    }
    row.removeAll()
  }

  /// A delegation's name: the heading of its statement and the speaker of what follows.
  private mutating func giveFloor(to name: String, _ index: Int) {
    flush()
    flushHeading()
    flushNote()
    speaker = name
    heading.append(contentsOf: text.slice(index))
    flushHeading()
  }

  private mutating func flushNote() {
    guard !note.isEmpty else { return }
    builder.append(.init(.footnote, note, isDivisible: false))
    note.removeAll()
  }

  mutating func finish(into document: inout Document) {
    builder.finish(into: &document)
    document.letterhead = text.lines.prefix(14).indices.map {
      String(decoding: text.slice($0).prefix(400), as: UTF8.self)
    }
  }

  private mutating func open(_ index: Int) {
    var line = text.slice(index)
    if let turn = turn(index) {
      speaker = turn.speaker
      line = UnsafeBufferPointer(rebasing: line[turn.length...])
    }
    let item = text.label(index, line)
    if item == nil, !labels.isEmpty {
      let labelled = labels.removeFirst() + [0x20] + Array(line)
      labelled.withUnsafeBufferPointer { take($0, ItemLabel.parse($0), index) }
    } else {
      take(line, item, index)
    }
  }

  /// Begins a paragraph with the text of line `index`.
  private mutating func take(
    _ line: UnsafeBufferPointer<UInt8>, _ item: ItemLabel?, _ index: Int
  ) {
    var line = line
    if let item {
      isItem = !item.isProvision
      label = path(to: item)
    } else {
      label = provision
      // "a) …" and its list end where a paragraph without a label stands.
      if !text.endsWithColon(index) || parent?.utf8.allSatisfy({ $0 > 0x39 }) ?? false {
        parent = nil
      }
    }
    // A bullet of a symbol font is a glyph of nothing.
    if line.count > 3, line[0] == 0xEF, line[1] & 0xFC == 0x80 {
      line = UnsafeBufferPointer(rebasing: line[3...])
    }
    paragraph.append(contentsOf: line)
  }

  /// The label with those above it: "(c)" below "13" is `13(c)`, below Article 5 `Article 5(c)`.
  private mutating func path(to item: ItemLabel) -> String? {
    guard let own = item.label else { return parent ?? provision }
    if item.isProvision {
      provision = own
      parent = nil
      return own
    }
    if item.isBracketed { return (parent ?? provision).map { "\($0)(\(own))" } ?? own }
    let full = provision.map { "\($0)(\(own))" } ?? own
    parent = full
    return full
  }

  private mutating func join(_ index: Int) {
    let line = text.slice(index)
    guard let last = paragraph.last else {
      paragraph.append(contentsOf: line)
      return
    }
    if last == 0x2D, paragraph.count > 1, paragraph[paragraph.count - 2] > 0x20 {
      let isWord = (paragraph[paragraph.count - 2] | 0x20) &- 0x61 < 26
      if isWord, text.startsLower(index), !endsInAddress {
        if hyphenation == nil { hyphenation = Hyphenation(text) }
        var start = paragraph.count - 1
        let floor = max(0, start - 40)
        while start > floor, (paragraph[start - 1] | 0x20) &- 0x61 < 26 { start -= 1 }
        // Copied: a slice would still hold the paragraph when it is changed.
        let first = Array(paragraph[start..<(paragraph.count - 1)])
        let second = line.prefix(40).prefix { ($0 | 0x20) &- 0x61 < 26 }
        // "brother-" and "in-law"
        let isCompound =
          start > 0 && paragraph[start - 1] == 0x2D
          || second.endIndex < line.count && line[second.endIndex] == 0x2D
        if hyphenation?.joins(first, second, isCompound: isCompound) ?? false {
          paragraph.removeLast()
        }
      }
      // "the pilots --" and "the crane": a dash between spaces.
      if !isWord, endsInDash { paragraph.append(0x20) }
    } else if last == 0xAD, paragraph.count > 2, paragraph[paragraph.count - 2] == 0xC2 {
      paragraph.removeLast(2)
    } else {
      paragraph.append(0x20)
    }
    paragraph.append(contentsOf: line)
  }

  /// Whether the last word of the paragraph has a slash and a point, as addresses have: its hyphens
  /// stay.
  private var endsInAddress: Bool {
    var hasSlash = false
    var hasPoint = false
    var at = paragraph.count
    let floor = max(0, at - 200)
    while at > floor, paragraph[at - 1] > 0x20 {
      hasSlash = hasSlash || paragraph[at - 1] == 0x2F
      hasPoint = hasPoint || paragraph[at - 1] == 0x2E
      at -= 1
    }
    return hasSlash && hasPoint
  }

  /// Whether the paragraph ends in hyphens behind a space.
  private var endsInDash: Bool {
    var at = paragraph.count
    let floor = max(1, at - 40)
    while at > floor, paragraph[at - 1] == 0x2D { at -= 1 }
    return paragraph[at - 1] == 0x20
  }

  private mutating func flush() {
    defer {
      paragraph.removeAll(keepingCapacity: true)
      label = nil
      isItem = false
    }
    guard !paragraph.isEmpty else { return }
    defer { flushHeld() }
    if !isItem, paragraph[0] &- 0x61 < 26, lastByte == 0x3A || lastByte == 0x3B { isItem = true }
    lastByte = endsInLink ? 0x3B : paragraph.last ?? 0
    builder.append(
      .init(isItem ? .listItem : .body, paragraph, label: label, speaker: speaker))
  }

  private mutating func flushHeld() {
    for (role, line) in held { builder.append(.init(role, line, isDivisible: false)) }
    held.removeAll()
  }

  /// Ends in "; and" or "; or".
  private var endsInLink: Bool {
    guard let last = paragraph.last, last == 0x64 || last == 0x72 else { return false }
    let tail = paragraph.suffix(5)
    return tail.elementsEqual("; and".utf8) || tail.elementsEqual(";  or".utf8)
      || tail.dropFirst().elementsEqual("; or".utf8)
  }

  private mutating func flushHeading() {
    guard !heading.isEmpty else { return }
    heading.withUnsafeBufferPointer { title in
      let level: Int
      let item = ItemLabel.parse(title)
      parent = nil
      provision = item.flatMap { $0.isProvision ? $0.label : nil }
      if let label = item?.label {
        // "5.0" stands above "5.1".
        level = (label.hasSuffix(".0") ? 0 : 1) + label.utf8.lazy.filter { $0 == 0x2E }.count
      } else {
        level = title.contains { $0 &- 0x61 < 26 } ? 2 : 1
      }
      builder.heading(Array(title), level: level)
    }
    flushHeld()
    heading.removeAll()
    labels.removeAll()
  }
}
