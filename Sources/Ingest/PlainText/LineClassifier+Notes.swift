// Footnotes of plain text: labelled, so that no claim of a cited title is coded.

internal import Text

extension LineClassifier {
  /// "3 MYOB Business Monitor": a number that stands glued to a word above opens a note.
  mutating func markFootnotes() {
    let marks = noteMarks()
    guard !marks.afterWords.isEmpty || !marks.afterAcronyms.isEmpty else { return }
    var index = 0
    // The number of the note above.
    var above = 0
    var noted: Set<Int> = []
    while index < text.lines.count {
      defer { index += 1 }
      let line = text.slice(index)
      if text.lines[index].isStrayNumber, let number = loneMark(index, marks) {
        text.lines[index].role = .footnote
        text.lines[index + 1].role = .footnote
        text.lines[index + 1].continuesNote = true
        index += 1
        above = number
      } else if let number = leadingNumber(line), isNote(index, number, above, marks),
        // A number that a note had stands for another one only on a page with its mark.
        !noted.contains(number) || hasMark(number, near: index, marks)
      {
        text.lines[index].role = .footnote
        above = number
      } else {
        continue
      }
      noted.insert(above)
      while continuesNote(index + 1, above) {
        index += 1
        text.lines[index].role = .footnote
        text.lines[index].continuesNote = true
      }
    }
  }

  private func isNote(_ index: Int, _ number: Int, _ above: Int, _ marks: NoteMarks) -> Bool {
    guard
      marks.afterWords.contains(number) || followsNote(index, number, above)
        || marks.afterAcronyms.contains(number) && text.lines[index].count >= 25
          && (marks.afterWords.contains(number + 1) || marks.afterWords.contains(number - 1)),
      opensNote(index)
    else { return false }
    return text.lines[index].role == .body
      || text.lines[index].role == .heading && isBesideNote(index, number, marks.afterWords)
  }

  /// "3" alone on a line, a mark of its page but not the number of it, above the text of the note.
  private func loneMark(_ index: Int, _ marks: NoteMarks) -> Int? {
    guard index + 1 < text.lines.count, let pages else { return nil }
    let next = text.lines[index + 1]
    let number = text.slice(index).reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    guard marks.onPages.contains(NoteMarks.key(number, pages[index])), !next.startsPage,
      next.role == .body || next.role == .heading, next.blanksBefore <= 1, next.item == .none,
      index == 0 || !text.lines[index - 1].isStrayNumber
    else { return nil }
    return number
  }

  /// Whether the mark of a note stands on the page of line `index` or the one before.
  private func hasMark(_ number: Int, near index: Int, _ marks: NoteMarks) -> Bool {
    guard let pages else { return true }
    return (pages[index] - 1...pages[index]).contains {
      marks.onPages.contains(NoteMarks.key(number, $0))
    }
  }

  /// "10 https://…" right below note 9: its mark was lost in the dump.
  private func followsNote(_ index: Int, _ number: Int, _ above: Int) -> Bool {
    index > 0 && number == above + 1 && text.lines[index - 1].role == .footnote
      && text.lines[index].blanksBefore <= 1 && !text.lines[index].startsPage
  }

  /// Whether line `index` is another line of the note that ends above it and has the number `above`.
  private func continuesNote(_ index: Int, _ above: Int) -> Bool {
    guard index < text.lines.count, !text.lines[index].startsPage,
      text.lines[index].role == .body
        || text.lines[index].role == .heading && text.lines[index].blanksBefore == 0
          && !text.endsWithStop(index - 1)
    else { return false }
    if let number = leadingNumber(text.slice(index)) {
      // "… of the Act, Article / 81. Available at http://…"
      return number > above + 1 && text.lines[index].item != .none
        && text.lines[index].blanksBefore == 0 && !text.endsWithStop(index - 1)
    }
    // One line between two notes, and "Last accessed: / 24/09/14. http://…"
    if text.lines[index].blanksBefore <= 1, text.lines[index].item == .none {
      if text.endsWithColon(index - 1), contains(text.slice(index), "http") { return true }
      if index + 1 < text.lines.count, !text.lines[index + 1].startsPage,
        text.lines[index + 1].role == .body,
        leadingNumber(text.slice(index + 1)) == above + 1
      {
        return true
      }
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
    guard marks.contains(number + 1) else { return false }
    // The note may go over three lines.
    for next in (index + 1)..<min(text.lines.count, index + 4) {
      let line = text.lines[next]
      guard line.role == .body || line.role == .heading, line.blanksBefore <= 1 else {
        return false
      }
      if leadingNumber(text.slice(next)) == number + 1 { return true }
    }
    return false
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
    let isGlued = line[at] > 0x20
    while at < line.count, line[at] <= 0x20 { at += 1 }
    guard at + 1 < line.count else { return nil }
    let next = line[at]
    if isGlued {
      // "3D printing" and "5G" are no notes.
      return next &- 0x41 < 26 && line[at + 1] &- 0x61 < 26
        || next == 0x68 && contains(line, "http")
        ? number : nil
    }
    let isAddress = next == 0x77 && line[at...].starts(with: "www.".utf8)
    return next &- 0x41 < 26 || next == 0x22 || next == 0xE2 || next == 0x68 || isAddress
      ? number : nil
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
  private func noteMarks() -> NoteMarks {
    var marks = NoteMarks()
    for (index, line) in text.lines.enumerated()
    where line.role == .body && line.counts.digits > 0 {
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
          || (before == 0x2E || before == 0x2C || before == 0x3A || before == 0x3B)
            && ((text.bytes[start - 2] | 0x20) &- 0x61 < 26 || isYear(start - 1, line.start)
              || text.bytes[start - 2] == 0x9D || text.bytes[start - 2] == 0x29)
          || before == 0x9D || before == 0x29
        let isAfterAcronym = before &- 0x41 < 26 && text.bytes[start - 2] &- 0x41 < 26
        if isAfterWord || isAfterAcronym, at - start <= 3,
          at == line.end || text.bytes[at] <= 0x20
            || ".,;)\"".utf8.contains(text.bytes[at]) || text.bytes[at] == 0xE2
        {
          if isAfterWord {
            marks.afterWords.insert(number)
          } else {
            marks.afterAcronyms.insert(number)
          }
          if let pages { marks.onPages.append(NoteMarks.key(number, pages[index])) }
        }
      }
    }
    return marks
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

  func contains(_ line: UnsafeBufferPointer<UInt8>, _ needle: StaticString) -> Bool {
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

/// The numbers of notes that stand in the text.
private struct NoteMarks {
  /// Glued to a word or its stop.
  var afterWords: Set<Int> = []
  /// Glued to capitals.
  var afterAcronyms: Set<Int> = []
  /// Either, with the page.
  var onPages: [Int] = []

  static func key(_ number: Int, _ page: Int) -> Int { page << 10 | number }
}
