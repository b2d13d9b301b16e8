// Reference lists and footnotes of plain text: labelled, so that no claim of a cited title is coded.

internal import Text

extension LineClassifier {
  private static let referenceTitles: Set<String> = [
    "references", "bibliography", "works cited", "literature", "endnotes", "notes",
    "reference list",
    "literature cited", "sources",
  ]

  /// First letters and numbers of letters of these titles.
  private static let referenceShapes: [UInt32] = referenceTitles.reduce(
    into: [UInt32](repeating: 0, count: 26)
  ) { shapes, title in
    guard let first = title.utf8.first else { return }
    shapes[Int(first - 0x61)] |= 1 << UInt32(title.utf8.count { $0 != 0x20 })
  }

  mutating func markReferences() {
    let shapes = Self.referenceShapes
    guard
      let start = text.lines.indices.last(where: { index in
        let line = text.lines[index]
        guard line.count >= 5, line.count <= 24, line.role != .contents,
          let first = text.slice(index).first(where: { ($0 | 0x20) &- 0x61 < 26 }),
          // A title without its number has the letters of one of them.
          shapes[Int((first | 0x20) &- 0x61)] >> UInt32(min(31, line.counts.letters)) & 1 != 0
        else { return false }
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
  mutating func markFootnotes() {
    let (marks, acronymMarks) = noteMarks()
    guard !marks.isEmpty || !acronymMarks.isEmpty else { return }
    var index = 0
    // The number of the note above.
    var above = 0
    while index < text.lines.count {
      defer { index += 1 }
      let line = text.slice(index)
      guard let number = leadingNumber(line),
        marks.contains(number) || followsNote(index, number, above)
          || acronymMarks.contains(number) && line.count >= 25
            && (marks.contains(number + 1) || marks.contains(number - 1)),
        opensNote(index),
        text.lines[index].role == .body
          || text.lines[index].role == .heading && isBesideNote(index, number, marks)
      else { continue }
      text.lines[index].role = .footnote
      above = number
      while continuesNote(index + 1, number) {
        index += 1
        text.lines[index].role = .footnote
        text.lines[index].continuesNote = true
      }
    }
  }

  /// "10 https://…" right below note 9: its mark was lost in the dump.
  private func followsNote(_ index: Int, _ number: Int, _ above: Int) -> Bool {
    index > 0 && number == above + 1 && text.lines[index - 1].role == .footnote
      && text.lines[index].blanksBefore <= 1 && !text.lines[index].startsPage
  }

  /// Whether line `index` is another line of the note that ends above it and has the number `above`.
  private func continuesNote(_ index: Int, _ above: Int) -> Bool {
    guard index < text.lines.count, text.lines[index].role == .body,
      !text.lines[index].startsPage
    else { return false }
    if let number = leadingNumber(text.slice(index)) {
      // "… of the Act, Article / 81. Available at http://…"
      return number > above + 1 && text.lines[index].item != .none
        && text.lines[index].blanksBefore == 0 && !text.endsWithStop(index - 1)
    }
    // An address belongs to the source above it, and so does the rest of one that is cut.
    if text.lines[index].blanksBefore <= 2, text.lines[index].count < 200 {
      let line = text.slice(index)
      if line.starts(with: Array("http".utf8)) { return true }
      if !line.contains(0x20), endsInAddress(index - 1),
        text.startsLower(index) || line.contains(0x2F)
      {
        return true
      }
    }
    guard !text.endsWithStop(index - 1) else { return false }
    return text.lines[index].blanksBefore == 0
      || text.lines[index].blanksBefore <= 2 && text.startsLower(index)
  }

  /// Whether the last word of a line is an address of the web.
  private func endsInAddress(_ index: Int) -> Bool {
    let line = text.slice(index)
    let start = line.lastIndex(of: 0x20).map { $0 + 1 } ?? 0
    let word = UnsafeBufferPointer(rebasing: line[start...])
    return contains(word, "://") || contains(word, "www.")
  }

  /// A note that looks like a numbered heading: the note before or after it stands next to it.
  private func isBesideNote(_ index: Int, _ number: Int, _ marks: Set<Int>) -> Bool {
    if index > 0, text.lines[index - 1].role == .footnote { return true }
    guard index + 1 < text.lines.count, text.lines[index + 1].role == .body,
      marks.contains(number + 1)
    else { return false }
    return leadingNumber(text.slice(index + 1)) == number + 1
  }

  private func opensNote(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    return text.lines[index].blanksBefore > 0 || text.lines[index - 1].role == .footnote
      || text.endsWithStop(index - 1)
  }

  /// The number of "12 See above" and "12See above", nil for "12. See above" and "12 states".
  private func leadingNumber(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    var at = 0
    var number = 0
    while at < line.count, at < 3, line[at] &- 0x30 < 10 {
      number = number * 10 + Int(line[at] - 0x30)
      at += 1
    }
    guard at > 0, at + 1 < line.count, number > 0 else { return nil }
    let isGlued = line[at] != 0x20
    while at < line.count, line[at] == 0x20 { at += 1 }
    guard at + 1 < line.count else { return nil }
    let next = line[at]
    if isGlued {
      // "3D printing" and "5G" are no notes.
      return next &- 0x41 < 26 && line[at + 1] &- 0x61 < 26 || contains(line, "http") ? number : nil
    }
    return next &- 0x41 < 26 || next == 0x22 || next == 0xE2 || next == 0x68 ? number : nil
  }

  /// "2015" before `end`.
  private func isYear(_ end: Int, _ floor: Int) -> Bool {
    guard end - 4 >= floor, text.bytes[end - 4] == 0x31 || text.bytes[end - 4] == 0x32 else {
      return false
    }
    return text.bytes[(end - 4)..<end].allSatisfy { $0 &- 0x30 < 10 }
      && (end - 4 == floor || text.bytes[end - 5] <= 0x20)
  }

  /// Numbers glued to a word or its stop at the end of a sentence: "at home.1", "norms12"; those behind
  /// capitals ("CERT1") are weaker.
  private func noteMarks() -> (marks: Set<Int>, acronymMarks: Set<Int>) {
    var marks: Set<Int> = []
    var acronymMarks: Set<Int> = []
    for line in text.lines where line.role == .body && line.counts.digits > 0 {
      var at = line.start + 2
      while at < line.end {
        guard text.bytes[at] &- 0x30 < 10 else {
          at = nextDigit(after: at, upTo: line.end)
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
            && ((text.bytes[start - 2] | 0x20) &- 0x61 < 26 || isYear(start - 1, line.start)
              || text.bytes[start - 2] == 0x9D || text.bytes[start - 2] == 0x29)
          || before == 0x9D || before == 0x29
        let isAfterAcronym = before &- 0x41 < 26 && text.bytes[start - 2] &- 0x41 < 26
        if isAfterWord || isAfterAcronym, at - start <= 3,
          at == line.end || text.bytes[at] <= 0x20
            || ".,;)".utf8.contains(text.bytes[at])
        {
          if isAfterWord { marks.insert(number) } else { acronymMarks.insert(number) }
        }
      }
    }
    return (marks, acronymMarks)
  }

  /// The next digit after `at`, or `end`; eight bytes a step.
  private func nextDigit(after at: Int, upTo end: Int) -> Int {
    let raw = UnsafeRawBufferPointer(text.bytes)
    var at = at + 1
    while at + 8 <= end {
      let digits = EightBytes(raw, at: at).digits
      if digits != 0 { return at + EightBytes.first(digits) }
      at += 8
    }
    while at < end, text.bytes[at] &- 0x30 >= 10 { at += 1 }
    return at
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
