// Where every reader ends: blocks in document order go in, clean text and passages come out. It
// alone decides how blocks are joined and cut, so that offsets are right for all formats.

internal import Text

/// Assembles a document from its blocks.
package struct PassageBuilder {
  /// One paragraph, list item, cell, heading …; the text may hold line breaks and double spaces.
  package struct Block: Sendable {
    package var role: PassageRole
    package var text: [UInt8]
    package var label: String?
    package var speaker: String?
    /// Cut into sentences (false: the block is one passage whatever the unit).
    package var isDivisible: Bool
    /// How many lists the block is in, where markup says so; else labels tell.
    package var depth: Int?

    package init(
      _ role: PassageRole, _ text: [UInt8], label: String? = nil, speaker: String? = nil,
      isDivisible: Bool = true, depth: Int? = nil
    ) {
      self.role = role
      self.text = text
      self.label = label
      self.speaker = speaker
      self.isDivisible = isDivisible
      self.depth = depth
    }
  }

  private let unit: PassageUnit
  private let keepsFurniture: Bool
  private let measures: Bool
  private var segmentTime = 0
  private let most: Int
  private let longest: Int
  private var isCut = false
  /// As many passages as are taken; the rest is left out.
  package private(set) var isFull = false
  private let segmenter = SentenceSegmenter()
  private var text: [UInt8] = []
  private var passages: [Passage] = []
  private var sections: [[String]] = [[]]
  private var section = 0
  private var path: [(level: Int, title: String)] = []
  private var block = 0
  private var lastRole = PassageRole.body
  /// The passage that introduces the list under way, or -1.
  private var leadIn = -1
  /// The label of the block that introduces the list, if it has one.
  private var leadInLevel: ListLevel?
  private var leadInDepth = 0
  /// The first item of the list.
  private var listLevel: ListLevel?
  private var ranges: [Range<Int>] = []
  /// A block whose white space is made even.
  private var scratch: [UInt8] = []

  /// - Parameter count: bytes of text to be expected.
  package init(options: IngestOptions, count: Int = 0) {
    text.reserveCapacity(count)
    unit = options.unit
    keepsFurniture = options.keepsFurniture
    measures = options.measures
    most = options.maximumPassages
    longest = max(16, options.maximumPassageBytes)
  }

  /// Bytes of clean text so far.
  package var count: Int { text.count }

  /// A heading of `level` (1 outermost): opens a section and stands in the text; it is a passage
  /// only where it is a full clause.
  package mutating func heading(_ title: [UInt8], level: Int) {
    let clean = Self.collapse(title)
    guard !clean.isEmpty, hasRoom() else { return }
    while let last = path.last, last.level >= level { path.removeLast() }
    path.append((level, String(decoding: clean, as: UTF8.self)))
    sections.append(path.map(\.title))
    section = sections.count - 1
    leadIn = -1
    separate(.heading)
    let start = text.count
    text.append(contentsOf: clean)
    if keepsFurniture || Self.isClause(clean) {
      passages.append(
        Passage(start: start, end: text.count, role: .heading, section: section, block: block))
    }
    block += 1
    lastRole = .heading
  }

  package mutating func append(_ item: Block) {
    let isFurniture = Self.furniture.contains(item.role)
    if isFurniture && !keepsFurniture || isFull { return }
    let before = text.count
    separate(item.role)
    let start = text.count
    appendCollapsed(item.text)
    guard text.withUnsafeBufferPointer({ Self.saysSomething($0[start...]) }), hasRoom() else {
      text.removeLast(text.count - before)
      return
    }
    let last = text.last
    ranges.removeAll(keepingCapacity: true)
    if unit == .sentence, item.isDivisible, !isFurniture {
      let before = measures ? CPUClock.now() : 0
      defer { if measures { segmentTime += CPUClock.now() - before } }
      text.withUnsafeBufferPointer {
        segmenter.sentences(in: $0, range: start..<$0.count, into: &ranges)
      }
    } else {
      ranges.append(start..<text.count)
    }
    if ranges.contains(where: { $0.count > longest }) { cutRanges() }
    if passages.count + ranges.count > most {
      ranges.removeLast(passages.count + ranges.count - most)
      text.removeLast(text.count - (ranges.last?.upperBound ?? start))
      isFull = true
    }
    let isItem = item.role == .listItem || item.label != nil
    if !isItem || leadIn >= 0 && leavesList(item) { leadIn = -1 }
    if leadIn >= 0, listLevel == nil { listLevel = ListLevel(item.label) }
    for range in ranges {
      passages.append(
        Passage(
          start: range.lowerBound, end: range.upperBound, role: item.role, section: section,
          block: block, label: item.label, speaker: item.speaker, leadIn: isItem ? leadIn : -1))
    }
    if last == 0x3A, !isFurniture {
      leadIn = passages.count - 1
      leadInLevel = item.label.map { ListLevel($0) }
      leadInDepth = item.depth ?? 0
      listLevel = nil
    }
    block += 1
    lastRole = item.role
  }

  /// Cuts ranges that are too long, at a space near the limit or else between two characters.
  private mutating func cutRanges() {
    isCut = true
    var parts: [Range<Int>] = []
    for range in ranges {
      var start = range.lowerBound
      while range.upperBound - start > longest {
        var end = start + longest
        while end > start + longest - min(1_000, longest / 2), text[end] != 0x20 { end -= 1 }
        if text[end] != 0x20 {
          end = start + longest
          while end > start + 1, text[end] & 0xC0 == 0x80 { end -= 1 }
        }
        parts.append(start..<end)
        start = text[end] == 0x20 ? end + 1 : end
      }
      if start < range.upperBound { parts.append(start..<range.upperBound) }
    }
    ranges = parts
  }

  /// Whether a labelled block stands beside or above the lead-in of the list, or above its items.
  private func leavesList(_ item: Block) -> Bool {
    if let depth = item.depth { return depth <= leadInDepth }
    guard let label = item.label else { return false }
    let level = ListLevel(label)
    if let leadInLevel, level <= leadInLevel { return true }
    return listLevel.map { level < $0 } ?? false
  }

  /// Hands the text, sections and passages over.
  package mutating func finish(into document: inout Document) {
    document.text = text
    document.sections = sections
    document.passages = passages
    if isFull {
      document.warnings.append(
        "more than \(most) passages; the rest was left out (--max-passages)")
    }
    if isCut {
      document.warnings.append(
        "passages of more than \(longest) bytes were cut into shorter ones (--max-passage-size)")
    }
    text = []
    passages = []
    document.unit = unit
    document.segmentTime = segmentTime
  }

  private mutating func hasRoom() -> Bool {
    // Headings are no passages, but take room as well.
    if passages.count >= most || block >= 2 * most { isFull = true }
    return !isFull
  }

  private mutating func separate(_ role: PassageRole) {
    guard !text.isEmpty else { return }
    let isTight = role == lastRole && (role == .listItem || role == .tableCell)
    text.append(0x0A)
    if !isTight { text.append(0x0A) }
  }

  private static let furniture: Set<PassageRole> = [
    .reference, .contents, .runningHead, .pageNumber, .outline, .letterhead, .caption, .footnote,
  ]

  /// White space runs (NBSP included) to one space, ends trimmed.
  package static func collapse(_ bytes: [UInt8]) -> [UInt8] {
    if isClean(bytes) { return bytes }
    return [UInt8](unsafeUninitializedCapacity: bytes.count) { out, count in
      count = collapse(bytes, into: out)
    }
  }

  /// Appends `bytes` with white space made even.
  private mutating func appendCollapsed(_ bytes: [UInt8]) {
    guard !Self.isClean(bytes) else {
      text.append(contentsOf: bytes)
      return
    }
    if scratch.count < bytes.count { scratch = [UInt8](repeating: 0, count: bytes.count * 2) }
    let count = scratch.withUnsafeMutableBufferPointer { Self.collapse(bytes, into: $0) }
    scratch.withUnsafeBufferPointer {
      text.append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<count]))
    }
  }

  /// - Returns: how many bytes were written.
  private static func collapse(
    _ bytes: [UInt8], into out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    bytes.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      guard let target = out.baseAddress, let source = bytes.baseAddress else { return }
      var pending = false
      var index = 0
      while index < bytes.count {
        // Eight bytes that stay as they are.
        if !pending, count > 0, index + 8 <= bytes.count, isClean(raw, index) {
          (target + count).update(from: source + index, count: 8)
          count += 8
          index += 8
          continue
        }
        let byte = bytes[index]
        let isWide = byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
        if byte <= 0x20 || byte == 0x7F || isWide {
          pending = true
          index += isWide ? 2 : 1
          continue
        }
        if pending, count > 0 {
          out[count] = 0x20
          count += 1
        }
        pending = false
        out[count] = byte
        count += 1
        index += 1
      }
    }
    return count
  }

  /// Has a letter, a digit, or anything outside ASCII but punctuation and glyph noise.
  private static func saysSomething(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes.contains { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || ($0 >= 0xC2 && $0 != 0xE2) }
      || bytes.contains(0x21) || bytes.contains(0x3F)
  }

  /// Bytes among the eight at `at` that are no plain text: control characters, what may be a no-break
  /// space, and a space after a space.
  @inline(__always)
  private static func marks(_ raw: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    let own = EightBytes(raw, at: at)
    return own.ascii(from: 0, to: 0x1F) | own.equal(0xA0) | own.equal(0x7F)
      | own.equal(0x20) & EightBytes(raw, at: at - 1).equal(0x20)
  }

  /// Whether the eight bytes at `at`, after plain text, stay as they are whatever follows them.
  @inline(__always)
  private static func isClean(_ raw: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    raw[at + 7] != 0x20 && raw[at + 7] != 0xC2 && marks(raw, at) == 0
  }

  private static func isClean(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      guard let first = buffer.first, let last = buffer.last else { return true }
      if first <= 0x20 || last == 0x20 || first == 0x7F || first == 0xA0 { return false }
      // Eight bytes a step, each beside the one before it; no way out, since most are clean.
      let raw = UnsafeRawBufferPointer(buffer)
      var at = 1
      var bad: UInt64 = 0
      while at + 8 <= buffer.count {
        bad |= marks(raw, at)
        at += 8
      }
      if bad != 0 { return false }
      while at < buffer.count {
        let byte = buffer[at]
        if byte < 0x20 || byte == 0xA0 || byte == 0x7F || byte | buffer[at - 1] == 0x20 {
          return false
        }
        at += 1
      }
      return true
    }
  }

  /// A heading that says something: four words or more with a finite verb of the closed class.
  private static func isClause(_ bytes: [UInt8]) -> Bool {
    let words = bytes.split(separator: 0x20)
    guard words.count >= 4 else { return false }
    return words.dropFirst().contains { verbs.contains(Array($0)) }
  }
  private static let verbs: Set<[UInt8]> = Set(
    [
      "is", "are", "was", "were", "must", "should", "shall", "will", "can", "cannot", "may", "has",
      "have", "needs", "need", "requires", "require",
    ].map { Array($0.utf8) })
}
