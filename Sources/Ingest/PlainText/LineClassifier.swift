// Furniture of a dumped page (running heads, page numbers, contents, references) and headings,
// told by form and repetition. Lines are labelled here; `PlainTextReader` joins what is left.

/// Gives each line its role.
struct LineClassifier {
  var text: TextLines

  init(_ text: TextLines) { self.text = text }

  /// - Returns: the lines with `role` set; headings are marked where they stand alone.
  mutating func classify() -> TextLines {
    markPageFurniture()
    markContents()
    markHeadings()
    markReferences()
    markFootnotes()
    return text
  }

  /// Hash of a line's letters with digits and spaces made equal.
  private func folded(_ index: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.slice(index) where byte > 0x20 {
      let folded = byte &- 0x30 < 10 ? 0x23 : byte &- 0x41 < 26 ? byte | 0x20 : byte
      hash = (hash ^ UInt64(folded)) &* 0x100_0000_01b3
    }
    return hash
  }

  private mutating func markPageFurniture() {
    for index in text.lines.indices where isPageNumber(index) {
      text.lines[index].role = .pageNumber
    }
    var seen: [UInt64: [Int]] = [:]
    for index in text.lines.indices
    where text.lines[index].count <= 100 && text.lines[index].role == .body {
      guard isAtPageEdge(index) else { continue }
      seen[folded(index), default: []].append(index)
    }
    for places in seen.values where places.count > 1 && text.lines[places[0]].count >= 4 {
      let isCaps = !text.slice(places[0]).contains { $0 &- 0x61 < 26 }
      let byNumber = places.contains { nearPageNumber($0) }
      if places.count >= 3 && !looksLikeItem(places[0]) || (isCaps && byNumber) {
        for place in places { text.lines[place].role = .runningHead }
      }
    }
  }

  private func looksLikeItem(_ index: Int) -> Bool {
    ItemLabel.parse(text.slice(index)) != nil || text.endsWithStop(index)
  }

  private func isPageNumber(_ index: Int) -> Bool {
    let line = text.slice(index)
    guard line.count <= 24 else { return false }
    let words = line.split(separator: 0x20)
    let isLoneNumber =
      words.count == 1 && line.count <= 4
      && (line.allSatisfy { $0 &- 0x30 < 10 }
        || (line.count > 1 && line.allSatisfy { "ivx".utf8.contains($0) }))
    if isLoneNumber {
      return isAtPageEdge(index)
    }
    let low = line.map { $0 | 0x20 }
    if low.starts(with: Array("page ".utf8)), line.last.map({ $0 &- 0x30 < 10 }) ?? false {
      return true
    }
    // "- 3 -", "3 | Page"
    let digits = line.lazy.filter { $0 &- 0x30 < 10 }.count
    let letters = line.lazy.filter { ($0 | 0x20) &- 0x61 < 26 }.count
    return digits > 0 && digits <= 4 && letters == 0 && line.count <= 9 && words.count == 3
      && words[0].elementsEqual(words[2])
  }

  private func isAtPageEdge(_ index: Int) -> Bool {
    let line = text.lines[index]
    if line.blanksBefore > 0 || line.startsPage { return true }
    if index == 0 || index + 1 == text.lines.count { return true }
    return text.lines[index + 1].blanksBefore > 0 || text.lines[index + 1].startsPage
      || isNeighbourFurniture(index)
  }

  private func isNeighbourFurniture(_ index: Int) -> Bool {
    (index > 0 && text.lines[index - 1].role == .pageNumber)
      || (index + 1 < text.lines.count && text.lines[index + 1].role == .pageNumber)
  }

  private func nearPageNumber(_ index: Int) -> Bool {
    isNeighbourFurniture(index)
  }

  /// Dot leaders: four stops in a row and a number at the end.
  private mutating func markContents() {
    for index in text.lines.indices {
      let line = text.slice(index)
      guard let last = line.last, last &- 0x30 < 10, line.count > 8 else { continue }
      var run = 0
      var best = 0
      for byte in line {
        if byte == 0x2E {
          run += 1
          best = max(best, run)
        } else if byte != 0x20 {
          run = 0
        }
      }
      if best >= 4 { text.lines[index].role = .contents }
    }
  }

  private mutating func markHeadings() {
    for index in text.lines.indices where text.lines[index].role == .body {
      if isHeading(index) { text.lines[index].role = .heading }
    }
  }

  private func previousBody(_ index: Int) -> Int? {
    var at = index - 1
    while at >= 0 {
      if text.lines[at].role == .body || text.lines[at].role == .heading { return at }
      at -= 1
    }
    return nil
  }

  private func isHeading(_ index: Int) -> Bool {
    let line = text.slice(index)
    guard line.count <= 120, line.count >= 3, !text.endsWithStop(index) || isCapsOnly(line) else {
      return false
    }
    guard line.last != 0x2C, line.last != 0x2D else { return false }
    if let previous = previousBody(index) {
      let isApart = text.lines[index].blanksBefore > 0 || text.lines[index].startsPage
      let afterHeading = text.lines[previous].role == .heading
      if !text.endsWithStop(previous), !afterHeading, !isApart || text.isDump(at: index) {
        return false
      }
      if !isApart, !afterHeading, line.count * 10 > text.width * 7, !isLongTitle(index) {
        return false
      }
      if text.lines[index].blanksBefore == 0, afterHeading, !isTitleCase(line) { return false }
    }
    let next = index + 1
    if next < text.lines.count, text.startsLower(next),
      text.lines[next].blanksBefore == 0 || text.isDump(at: index),
      !isTitleCase(text.slice(next))
    {
      return false
    }
    if text.endsDangling(index), next < text.lines.count, !isTitleCase(text.slice(next)) {
      return false
    }
    if next == text.lines.count, text.lines.count < 3 { return false }
    return isTitleCase(line) || isCapsOnly(line) || isShortTitle(index)
  }

  /// "Cyber crime": a few words between paragraphs of a long text that is wrapped.
  private func isShortTitle(_ index: Int) -> Bool {
    let line = text.slice(index)
    guard text.isWrapped, text.lines.count >= 30, line[0] &- 0x41 < 26,
      line.count * 10 < text.width * 5, text.lines[index].blanksBefore > 0, index > 0,
      index + 1 < text.lines.count, text.first(index + 1) &- 0x41 < 26,
      text.endsWithStop(index - 1), text.lines[index + 1].count * 10 > text.width * 7
    else { return false }
    return line.split(separator: 0x20).count <= 6
  }

  /// A whole line of capitalised words and function words: a title even at full width.
  private func isLongTitle(_ index: Int) -> Bool {
    var long = 0
    for word in text.slice(index).split(separator: 0x20) {
      guard let first = word.first(where: { ($0 | 0x20) &- 0x61 < 26 }) else { continue }
      if first &- 0x41 < 26 {
        long += word.count > 3 ? 1 : 0
      } else if word.count > 3 {
        return false
      }
    }
    return long >= 4
  }

  private func isCapsOnly(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var upper = 0
    for byte in line {
      if byte &- 0x61 < 26 { return false }
      if byte &- 0x41 < 26 { upper += 1 }
    }
    return upper >= 3
  }

  /// Every word of four letters or more is capitalised; a number or label may stand first.
  private func isTitleCase(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var long = 0
    var capitals = 0
    var words = 0
    for word in line.split(whereSeparator: { $0 <= 0x20 || $0 == 0x2D || $0 == 0x2F }) {
      guard let first = word.first(where: { ($0 | 0x20) &- 0x61 < 26 }) else { continue }
      words += 1
      guard word.count >= 4 else { continue }
      long += 1
      if first &- 0x41 < 26 { capitals += 1 }
    }
    guard words > 0, words <= 16, long > 0 else { return false }
    let start = line.first(where: { ($0 | 0x20) &- 0x61 < 26 }) ?? 0
    let opensWithCapital =
      start &- 0x41 < 26 || line.starts(with: Array("and ".utf8))
      || line.starts(with: Array("of ".utf8))
    if capitals == long, opensWithCapital { return true }
    // Sentence-case headings: short and labelled.
    return ItemLabel.parse(line).map { !$0.isBullet && !$0.isBracketed } ?? false && words <= 8
      && start &- 0x41 < 26 && line.count * 10 < text.width * 7
  }

  private static let referenceTitles: Set<String> = [
    "references", "bibliography", "works cited", "literature", "endnotes", "notes",
    "reference list",
    "literature cited", "sources",
  ]

  private mutating func markReferences() {
    guard
      let start = text.lines.indices.last(where: { index in
        let line = text.lines[index]
        guard line.count <= 24, line.role != .contents else { return false }
        let title = String(
          decoding: text.slice(index).filter { $0 == 0x20 || ($0 | 0x20) &- 0x61 < 26 }
            .map { $0 | 0x20 }, as: UTF8.self)
        let trimmed = title.drop { $0 == " " }
        return Self.referenceTitles.contains(String(trimmed))
      })
    else { return }
    var marks = 0
    for index in (start + 1)..<max(start + 1, text.lines.count) where isReferenceLike(index) {
      marks += 1
    }
    let rest = text.lines.count - start - 1
    guard rest > 0, marks * 6 >= rest || marks >= 5 else { return }
    var at = start
    while at < text.lines.count {
      let line = text.slice(at)
      let isAnnex = ["annex", "appendix", "schedule"].contains { name in
        line.count < 80 && line.lazy.map { $0 | 0x20 }.starts(with: Array(name.utf8))
      }
      if isAnnex, text.lines[at].blanksBefore > 0, marks > 0 { return }
      text.lines[at].role = .reference
      at += 1
    }
  }

  /// "(2016).", "Retrieved from", a URL, "pp. 3".
  private func isReferenceLike(_ index: Int) -> Bool {
    let line = text.slice(index)
    if contains(line, "http") || contains(line, "Retrieved from") || contains(line, "pp. ") {
      return true
    }
    var digits = 0
    for (offset, byte) in line.enumerated() {
      digits = byte &- 0x30 < 10 ? digits + 1 : 0
      if digits == 4, offset >= 4, line[offset - 4] == 0x28 { return true }
    }
    return false
  }

  /// "3 MYOB Business Monitor": a number that stands glued to a word above opens a note.
  private mutating func markFootnotes() {
    let marks = noteMarks()
    guard !marks.isEmpty else { return }
    var index = 0
    while index < text.lines.count {
      defer { index += 1 }
      let line = text.slice(index)
      guard text.lines[index].role == .body, let number = leadingNumber(line),
        marks.contains(number), opensNote(index)
      else { continue }
      text.lines[index].role = .footnote
      while index + 1 < text.lines.count, text.lines[index + 1].role == .body,
        text.lines[index + 1].blanksBefore == 0, !text.lines[index + 1].startsPage,
        leadingNumber(text.slice(index + 1)) == nil, !text.endsWithStop(index)
      {
        index += 1
        text.lines[index].role = .footnote
      }
    }
  }

  private func opensNote(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    return text.lines[index].blanksBefore > 0 || text.lines[index - 1].role == .footnote
      || text.endsWithStop(index - 1)
  }

  /// The number of "12 See above", nil for "12. See above" and "12 states".
  private func leadingNumber(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    var at = 0
    var number = 0
    while at < line.count, at < 3, line[at] &- 0x30 < 10 {
      number = number * 10 + Int(line[at] - 0x30)
      at += 1
    }
    guard at > 0, at + 1 < line.count, line[at] == 0x20, number > 0 else { return nil }
    while at < line.count, line[at] == 0x20 { at += 1 }
    let next = line[at]
    return next &- 0x41 < 26 || next == 0x22 || next == 0xE2 || next == 0x68 ? number : nil
  }

  /// Numbers glued to a word or its stop at the end of a sentence: "at home.1", "norms12".
  private func noteMarks() -> Set<Int> {
    var marks: Set<Int> = []
    for line in text.lines where line.role == .body {
      var at = line.start + 2
      while at < line.end {
        guard text.bytes[at] &- 0x30 < 10 else {
          at += 1
          continue
        }
        let start = at
        var number = 0
        while at < line.end, text.bytes[at] &- 0x30 < 10 {
          number = number &* 10 &+ Int(text.bytes[at] - 0x30)
          at += 1
        }
        let before = text.bytes[start - 1]
        let isAfterWord =
          before &- 0x61 < 26
          || (before == 0x2E || before == 0x2C || before == 0x3B)
            && (text.bytes[start - 2] | 0x20) &- 0x61 < 26
          || before == 0x9D || before == 0x29
        if isAfterWord, at - start <= 3,
          at == line.end || text.bytes[at] <= 0x20
            || ".,;)".utf8.contains(text.bytes[at])
        {
          marks.insert(number)
        }
      }
    }
    return marks
  }

  private func contains(_ line: UnsafeBufferPointer<UInt8>, _ needle: StaticString) -> Bool {
    let count = needle.utf8CodeUnitCount
    guard line.count >= count else { return false }
    let first = needle.utf8Start.pointee
    for start in 0...(line.count - count) where line[start] == first {
      var offset = 1
      while offset < count, line[start + offset] == needle.utf8Start[offset] { offset += 1 }
      if offset == count { return true }
    }
    return false
  }
}
