// Whether a line goes on with the paragraph, heading or sentence of the line before: by width, case,
// stops, labels and blank lines.

extension ParagraphJoiner {
  /// "… in paragraph / 12.": a number alone on a wrapped sentence's last line.
  func endsSentence(_ index: Int, after previous: Int?) -> Bool {
    guard let previous, text.isWrapped, text.lines[index].blanksBefore == 0 else { return false }
    return !text.endsWithStop(previous)
  }

  /// "3. Extend and keep our scientific and human / abilities": one line more of a heading.
  func continuesHeading(_ index: Int) -> Bool {
    guard !heading.isEmpty, index > 0, text.lines[index - 1].role == .heading,
      !text.lines[index - 1].isListed,
      text.startsLower(index), text.lines[index].count <= 100, !text.endsWithStop(index - 1),
      !text.endsWithStop(index), text.lines[index].item == .none,
      text.lines[index].blanksBefore <= (text.isDump(at: index) ? 2 : 0)
    else { return false }
    let next = index + 1
    return next == text.lines.count || text.lines[next].role != .body || !text.startsLower(next)
  }

  /// A new heading, not the next line of the one under way.
  func opensHeading(_ index: Int) -> Bool {
    if text.lines[index].continuesTitle { return false }
    if text.lines[index].isListed || text.lines[index - 1].isListed
      || text.lines[index - 1].continuesTitle
      || index + 1 < text.lines.count && text.lines[index + 1].continuesTitle
    {
      return true
    }
    // "… of the Republic / of Cyprus"
    if text.startsLower(index), text.lines[index].item == .none { return false }
    if text.lines[index].blanksBefore > 0,
      !text.isDump(at: index) || text.isRegular && isShort(index - 1, before: index)
    {
      return true
    }
    let line = text.slice(index)
    if text.lines[index].item != .none || text.hasNamedTitle(index) || text.hasNumberedName(index) {
      return true
    }
    return hasLowerCase(line) && !heading.contains { $0 &- 0x61 < 26 }
  }

  func hasLowerCase(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.contains { $0 &- 0x61 < 26 }
  }

  func turn(_ index: Int) -> SpeakerTurn? {
    text.lines[index].opensTurn ? SpeakerTurn.parse(text.slice(index)) : nil
  }

  /// Whether the paragraph of line `a` goes on in line `b`.
  func continues(_ a: Int, _ b: Int) -> Bool {
    let first = text.slice(b)
    let isOpen = !text.endsWithStop(a)
    let turnedPage = b != a + 1
    var blanks = text.lines[b].blanksBefore
    if turnedPage { blanks = isOpen ? 0 : max(blanks, 1) }
    if turn(b) != nil {
      // "… to the council, to / Mr. Greaves of the water company: meet us halfway."
      return isOpen && text.isWrapped && blanks <= (text.isDump(at: b) ? 2 : 0)
        && !isShort(a, before: b)
    }
    if !turnedPage, blanks <= 2, text.closesBracket(b) { return true }
    if let item = text.label(b, first) {
      if isOpen, !turnedPage, isInlineDash(a, b) { return true }
      if isOpen, isInlineRoman(item, first), !turnedPage, blanks == 0 { return true }
      if first[0] &- 0x30 < 10, !turnedPage, text.isWrapped, text.endsInReference(a),
        blanks == 0 || text.isDump(at: b) && blanks <= 2, !isShort(a, before: b)
      {
        return true
      }
      // "Dunn / v. Harbour Board"
      if item.label == "v", isOpen, !turnedPage, text.isWrapped, !isShort(a, before: b),
        blanks == 0 || text.isDump(at: b) && blanks <= 2
      {
        return true
      }
      // "1914. The war" inside a wrapped paragraph is no item.
      guard isOpen, !item.isBullet, text.isWrapped, blanks == 0,
        !isShort(a, before: b)
      else { return false }
      return !(first.first == 0x28) && item.label.map { $0.count > 3 } ?? false
    }
    // "Defence-in-" and "Depth"
    if !turnedPage, blanks <= 2, text.endsInHyphen(a) { return true }
    if turnedPage {
      let isCaption = text.lines[(a + 1)..<b].contains { $0.role == .caption }
      // A page has one number, a column of a table or the axis of a graph has several.
      let between = text.lines[(a + 1)..<b]
      if between.contains(where: { $0.role == .tableCell })
        || between.count(where: { $0.role == .pageNumber }) >= 3
      {
        return isOpen && text.startsLower(b) && !endsEarly(a)
      }
      return isOpen && (!isCaption || text.startsLower(b))
    }
    if blanks == 0 {
      if !text.isWrapped { return isOpen && text.startsLower(b) }
      if isShort(a, before: b) { return isOpen && (text.startsLower(b) || !endsEarly(a)) }
      return true
    }
    // In a dump a line that is full and ends so is followed by more of its sentence.
    if !isOpen, text.startsLower(b),
      text.endsSoftly(a) || text.isRegular && text.endsInPoint(a), blanks <= 2,
      text.isDump(at: b) || text.isRegular && text.isSpaced(at: b)
    {
      return !isShort(a, before: b)
    }
    guard isOpen else {
      // Blank lines after every line say nothing: where the next word had no room the paragraph goes on.
      return blanks <= 2 && text.isRegular && text.isSpaced(at: b)
        && text.lines[a].count + 1 + text.firstWordLength(b) > text.width
    }
    // "on the shelf by the T.V." ends the paragraph where blank lines stand between paragraphs.
    if text.endsInInitial(a), text.first(b) &- 0x41 < 26, !text.isDump(at: b) { return false }
    if text.startsLower(b) {
      if text.endsDangling(a), blanks <= 2, text.lines[a].count > 20 { return true }
      guard text.isWrapped, !text.isSalutation(a) else { return false }
      if text.endsInEllipsis(a), isShort(a, before: b) { return false }
      return blanks <= 2 || text.isDump(at: b) || (blanks <= 8 && !endsEarly(a))
    }
    return continuesWithCapital(a, b, blanks: blanks)
  }

  /// Whether the sentence of line `a`, which has no stop, goes on in line `b`, which begins with a capital or a
  /// number, behind blank lines.
  private func continuesWithCapital(_ a: Int, _ b: Int, blanks: Int) -> Bool {
    let isDump = text.isDump(at: b)
    if blanks <= 2, text.lines[a].count > 20 {
      if text.endsInArticle(a) || text.hasOpenBracket(text.lines[a]) { return true }
      if text.endsDangling(a), isDump || !text.hasCleanBreaks, !isShort(a, before: b) {
        return true
      }
    }
    // A page of a dump has blanks inside its paragraphs even where most of the file has none: a
    // full line that stops in mid-sentence goes on.
    return text.isWrapped && (isDump || !text.hasCleanBreaks) && blanks <= (isDump ? 2 : 1)
      && !isShort(a, before: b)
  }

  /// "– and a pilot": a dash of the sentence, by chance at a line's start, no bullet of a list.
  private func isInlineDash(_ a: Int, _ b: Int) -> Bool {
    let line = text.slice(b)
    guard text.isWrapped, line.count > 5, line[0] == 0xE2, line[2] == 0x93 || line[2] == 0x94,
      line[4] &- 0x61 < 26, text.lines[b].blanksBefore <= (text.isDump(at: b) ? 2 : 0),
      !isShort(a, before: b)
    else { return false }
    return (max(0, b - 3)..<min(text.lines.count, b + 4)).allSatisfy { near in
      near == b || text.lines[near].item != .bullet || text.first(near) != 0xE2
    }
  }

  /// "iii) by sea": goes on with the roman numbers inside the paragraph, by chance at a line's start.
  private func isInlineRoman(_ item: ItemLabel, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let label = item.label, label.utf8.count > 1,
      label.utf8.allSatisfy({ "ivx".utf8.contains($0) })
    else { return false }
    var at = 3
    while at + 2 < paragraph.count {
      if paragraph[at] == 0x69, paragraph[at + 1] == 0x29,
        paragraph[at - 1] == 0x20 || paragraph[at - 1] == 0x28 || paragraph[at - 1] == 0x69
      {
        return true
      }
      at += 1
    }
    return false
  }

  /// The first word of line `b` would have had room on line `a`.
  private func isShort(_ a: Int, before b: Int) -> Bool {
    // A column is no wider than the text.
    text.hasRoom(a, before: b, in: text.width) && text.hasRoom(a, before: b, in: text.localWidth(b))
  }

  private func endsEarly(_ a: Int) -> Bool { text.lines[a].count * 10 < text.width * 7 }
}
