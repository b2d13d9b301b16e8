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
  private let mostWords: Int
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
    passages.reserveCapacity(min(count / 128, options.maximumPassages))
    unit = options.unit
    keepsFurniture = options.keepsFurniture
    measures = options.measures
    most = options.maximumPassages
    mostWords = options.maximumWords
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
    let isFurniture = item.role.isFurniture
    if isFurniture && !keepsFurniture || isFull { return }
    let before = text.count
    separate(item.role)
    let start = text.count
    appendCollapsed(item.text)
    guard keepsFurniture || text.withUnsafeBufferPointer({ Self.saysSomething($0[start...]) }),
      text.count > start, hasRoom()
    else {
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
    if text.count > mostWords, let end = wordLimit() {
      while let last = passages.last, last.end > end { passages.removeLast() }
      text.removeLast(text.count - (passages.last?.end ?? 0))
      document.warnings.append(
        "more than \(mostWords) words; the rest was left out (--max-words)")
    }
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

  /// Where the text has as many words as are taken, nil if it has no more.
  private func wordLimit() -> Int? {
    text.withUnsafeBytes { raw in
      var left = mostWords
      var at = 0
      while at + 8 <= raw.count {
        let eight = EightBytes(raw, at: at)
        left -= (eight.equal(0x20) | eight.equal(0x0A)).nonzeroBitCount
        if left <= 0 { return at }
        at += 8
      }
      return nil
    }
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

  /// Appends `bytes` with white space made even.
  private mutating func appendCollapsed(_ bytes: [UInt8]) {
    if scratch.count < bytes.count { scratch = [UInt8](repeating: 0, count: bytes.count * 2) }
    let count = scratch.withUnsafeMutableBufferPointer { Self.collapse(bytes, into: $0) }
    scratch.withUnsafeBufferPointer {
      text.append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<count]))
    }
  }

  /// A heading that says something: four words or more with a finite verb of the closed class.
  private static func isClause(_ bytes: [UInt8]) -> Bool {
    var words = 0
    var hasVerb = false
    var at = 0
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at] != 0x20 { at += 1 }
      if at > start {
        words += 1
        if words > 1, !hasVerb, at - start <= 8, at - start >= 2 {
          hasVerb = isVerb(bytes[start..<at])
        }
      }
      at += 1
    }
    return hasVerb && words >= 4
  }

  private static func isVerb(_ word: ArraySlice<UInt8>) -> Bool {
    switch word.first {
    case 0x61, 0x63, 0x68, 0x69, 0x6D, 0x6E, 0x72, 0x73, 0x77:
      verbs.contains { $0.elementsEqual(word) }
    default: false
    }
  }

  private static let verbs: [[UInt8]] = [
    "is", "are", "was", "were", "must", "should", "shall", "will", "can", "cannot", "may", "has",
    "have", "needs", "need", "requires", "require",
  ].map { Array($0.utf8) }
}
