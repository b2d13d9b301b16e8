// Headings of plain text, told by their form and by what stands around them.

extension LineClassifier {
  mutating func markHeadings() {
    for index in text.lines.indices where text.lines[index].role == .body {
      let isPair =
        text.lines[index].continuesTitle
        || index + 1 < text.lines.count && text.lines[index + 1].continuesTitle
      let isListed = !listedTitles.isEmpty && isListedTitle(index)
      if isPair || isHeading(index, isListed: isListed) {
        text.lines[index].role = .heading
        if text.lines[index].counts.digits > 0 { numberedHeadings.append(index) }
      }
      if isPair || isListed {
        text.lines[index].isListed =
          !(index + 1 < text.lines.count && text.lines[index + 1].continuesTitle)
      }
    }
  }

  /// "The Council of Harbours / Unions (CHU) consists of …": the first line of a sentence in a narrow
  /// column, all of whose words are capitalised.
  private func opensSentence(_ index: Int, lines: Int = 3) -> Bool {
    let next = index + 1
    let isFirst = lines == 3
    if !isFirst, next < text.lines.count, text.startsLower(next),
      text.lines[next].blanksBefore == 0
    {
      return true
    }
    guard lines > 0, next + 1 < text.lines.count, text.lines[next].blanksBefore == 0,
      text.lines[next + 1].blanksBefore == 0, !text.endsWithStop(next),
      text.lines[index].item == .none, !isCapsOnly(next),
      !isFirst || text.bytes[text.lines[index].end - 1] != 0x29, !text.hasNamedTitle(index),
      !startsSentence(next)
    else { return false }
    let widest = max(text.lines[next].count, text.lines[next + 1].count)
    guard (text.lines[index].count + 1 + text.firstWordLength(next)) * 100 >= widest * 85 else {
      return false
    }
    if isTitleCase(next) { return opensSentence(next, lines: lines - 1) }
    return text.startsLower(next + 1) || text.first(next) == 0x28
      || isFirst && text.slice(index).starts(with: "The ".utf8)
  }

  private static let openers = [
    "The", "This", "These", "It", "In", "A", "An", "We", "For", "To", "As", "All", "Our", "If",
    "On",
  ].map { Array($0.utf8) }

  private func startsSentence(_ index: Int) -> Bool {
    let word = text.slice(index).prefix(text.firstWordLength(index))
    return Self.openers.contains { $0.elementsEqual(word) }
  }

  private func previousBody(_ index: Int) -> Int? {
    var at = index - 1
    while at >= 0 {
      if text.lines[at].role == .body || text.lines[at].role == .heading { return at }
      at -= 1
    }
    return nil
  }

  /// "and …", "of …": the only small words that a title's next line begins with.
  private static func opensWithSmallWord(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    switch line[0] {
    case 0x61: line.starts(with: "and ".utf8)
    case 0x6F: line.starts(with: "of ".utf8)
    default: false
    }
  }

  private func isHeading(_ index: Int, isListed: Bool) -> Bool {
    let line = text.slice(index)
    if text.startsLower(index), !Self.opensWithSmallWord(line) { return false }
    if text.lines[index].item == .bullet { return false }
    if isListed || isNumberedTitle(index) || isLoudTitle(index) { return true }
    guard line.count <= 120, line.count >= 3, !text.endsWithStop(index) || isCapsOnly(index) else {
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
      if text.lines[index].blanksBefore == 0, afterHeading, !isTitleCase(index) { return false }
    }
    let next = index + 1
    if next < text.lines.count, text.startsLower(next),
      text.lines[next].blanksBefore == 0 || text.isDump(at: index),
      !isTitleCase(next)
    {
      return false
    }
    if text.endsDangling(index), next < text.lines.count,
      !isTitleCase(next) || text.endsWithStop(next)
    {
      return false
    }
    if next == text.lines.count, text.lines.count < 3 { return false }
    if text.closesBracket(index), text.lines[index - 1].role != .heading { return false }
    if text.lines[index].isLettered, line.count * 10 > text.width * 8 { return false }
    if !isCapsOnly(index), opensSentence(index) { return false }
    return isTitleCase(index) || isCapsOnly(index) || isShortTitle(index)
  }

  /// A line that the table of contents lists, standing apart from what goes before.
  private func isListedTitle(_ index: Int) -> Bool {
    guard listedShapes.contains(text.lines[index].counts), text.lines[index].count <= 120,
      !text.startsLower(index), listedTitles.contains(titleKey(index)), !text.endsDangling(index)
    else { return false }
    // The list has the first line only of a title, or of an item of that title.
    let next = index + 1
    if next < text.lines.count, text.startsLower(next),
      text.lines[next].blanksBefore == 0 || text.isDump(at: next)
    {
      return false
    }
    // "… of the requirements of / National Security": the title's words at a line's start.
    if index > 0, text.lines[index - 1].role == .body, text.endsDangling(index - 1) { return false }
    return index == 0 || text.lines[index].blanksBefore > 0 || text.lines[index].startsPage
      || text.lines[index - 1].role != .body || text.endsWithStop(index - 1)
  }

  /// "Goal 2: Build capability", "Main aim No. 1 – Skills": some capitalised words with a number and
  /// a mark before the title.
  private func isNumberedTitle(_ index: Int) -> Bool {
    guard text.lines[index].counts.digits > 0 else { return false }
    let line = text.slice(index)
    guard line.count >= 8, line.count <= 110, line[0] &- 0x41 < 26, !text.endsWithStop(index),
      line.last != 0x2C, line.count * 10 < text.width * 9, text.hasNumberedName(index),
      !text.endsDangling(index)
    else { return false }
    let next = index + 1
    guard next < text.lines.count else { return true }
    return !text.startsLower(next) || text.lines[next].blanksBefore > 0 && !text.isDump(at: index)
  }

  /// Two words and more in capitals only, below a line that is not.
  private func isLoudTitle(_ index: Int) -> Bool {
    let line = text.slice(index)
    guard line.count >= 10, line.count <= 120, isCapsOnly(index), line.contains(0x20),
      line.last != 0x2C, line.last != 0x2D, !text.endsDangling(index)
    else { return false }
    let letters = Int(text.lines[index].counts.uppers)
    guard letters >= 8, letters * 10 > line.count * 7 else { return false }
    let next = index + 1
    if next < text.lines.count, text.startsLower(next), text.lines[next].blanksBefore == 0 {
      return false
    }
    return index == 0 || text.lines[index - 1].role != .body || !isCapsOnly(index - 1)
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
    let line = text.slice(index)
    var long = 0
    var at = 0
    while at < line.count {
      let open = at
      var first: UInt8 = 0
      while at < line.count, line[at] != 0x20 {
        if first == 0, (line[at] | 0x20) &- 0x61 < 26 { first = line[at] }
        at += 1
      }
      let count = at - open
      at += 1
      guard first != 0, count > 3 else { continue }
      guard first &- 0x41 < 26 else { return false }
      long += 1
    }
    return long >= 4
  }

  private func isCapsOnly(_ index: Int) -> Bool {
    guard text.lines[index].count <= LineCounts.longest else {
      return !text.slice(index).contains { $0 &- 0x61 < 26 }
        && text.slice(index).count { $0 &- 0x41 < 26 } >= 3
    }
    let counts = text.lines[index].counts
    return counts.lowers == 0 && counts.uppers >= 3
  }

  /// Every word of four letters or more is capitalised; a number or label may stand first.
  private func isTitleCase(_ index: Int) -> Bool {
    let line = text.slice(index)
    var long = 0
    var capitals = 0
    var words = 0
    var start: UInt8 = 0
    var at = 0
    while at < line.count {
      // One word: its first letter tells.
      let open = at
      var first: UInt8 = 0
      while at < line.count, line[at] > 0x20, line[at] != 0x2D, line[at] != 0x2F {
        if first == 0, (line[at] | 0x20) &- 0x61 < 26 { first = line[at] }
        at += 1
      }
      let count = at - open
      at += 1
      guard first != 0 else { continue }
      if words == 0 { start = first }
      words += 1
      guard count >= 4 else { continue }
      long += 1
      if first &- 0x41 < 26 { capitals += 1 }
      if capitals < long, text.lines[index].item != .other { return false }
    }
    guard words > 0, words <= 16, long > 0 else { return false }
    let opensWithCapital = start &- 0x41 < 26 || Self.opensWithSmallWord(line)
    if capitals == long, opensWithCapital { return true }
    // Sentence-case headings: short and labelled.
    return text.lines[index].item == .other && words <= 8
      && start &- 0x41 < 26 && line.count * 10 < text.width * 7
  }
}
