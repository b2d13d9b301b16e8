// Labels of lines that need a look at other lines.

extension TextLines {
  /// Marks the lines that open with a speaker's name.
  mutating func markTurns() {
    var byForm = 0
    for index in lines.indices {
      guard let turn = SpeakerTurn.parse(slice(index)) else { continue }
      lines[index].opensTurn = true
      if turn.isByForm, lines[index].count - turn.length >= 12 { byForm += 1 }
    }
    hasCapitalTurns = byForm >= 2
  }

  /// The label of line `index` whose text, behind a speaker's name, is `line`.
  func label(_ index: Int, _ line: UnsafeBufferPointer<UInt8>) -> ItemLabel? {
    let isWhole = line.count == lines[index].count
    guard lines[index].isLettered, isWhole else {
      return isWhole && lines[index].item == .none ? nil : ItemLabel.parse(line)
    }
    var length = 2
    while length < line.count, line[length] <= 0x20 { length += 1 }
    return ItemLabel(label: String(decoding: line[..<1], as: UTF8.self), length: length)
  }

  /// "until at least Jan." and "see Table": a number on the next line is no label.
  func endsInReference(_ index: Int) -> Bool {
    let line = lines[index]
    var end = line.end
    if end > line.start, bytes[end - 1] == 0x2E { end -= 1 }
    var start = end
    while start > line.start, (bytes[start - 1] | 0x20) &- 0x61 < 26 { start -= 1 }
    guard end - start >= 2, end - start <= 9, start == line.start || bytes[start - 1] <= 0x28 else {
      return false
    }
    let word = bytes[start..<end]
    return Self.references.contains { $0.elementsEqual(word.lazy.map { $0 | 0x20 }) }
  }

  private static let references = [
    "table", "figure", "fig", "section", "sec", "article", "art", "chapter", "chap", "paragraph",
    "para", "no", "nos", "number", "page", "pp", "annex", "rule", "item", "vol", "clause", "room",
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr",
    "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
  ].map { Array($0.utf8) }

  /// "the T.V.", "Appendix B."
  func endsInInitial(_ index: Int) -> Bool {
    let line = lines[index]
    return line.count > 2 && bytes[line.end - 1] == 0x2E && bytes[line.end - 2] &- 0x41 < 26
  }

  /// Ends in what a sentence may go on after: a semicolon, or a question in quotes or brackets.
  func endsSoftly(_ index: Int) -> Bool {
    let line = lines[index]
    var last = line.end - 1
    if bytes[last] == 0x3B { return true }
    let end = last
    while last > line.start, bytes[last] == 0x22 || bytes[last] == 0x27 || bytes[last] == 0x29 {
      last -= 1
    }
    if last >= line.start + 3, bytes[last] == 0x9D, bytes[last - 2] == 0xE2 { last -= 3 }
    return last < end && (bytes[last] == 0x3F || bytes[last] == 0x21)
  }

  /// "Dear Tom," and "Best," open and close a letter: what follows is not their sentence.
  func isSalutation(_ index: Int) -> Bool {
    guard lines[index].count <= 40, bytes[lines[index].end - 1] == 0x2C, first(index) &- 0x41 < 26
    else { return false }
    let word = slice(index).prefix { ($0 | 0x20) &- 0x61 < 26 }
    return Self.salutations.contains { $0.elementsEqual(word) }
  }

  private static let salutations = [
    "Dear", "Hi", "Hello", "Hey", "Greetings", "Thanks", "Regards", "Best", "Cheers", "Sincerely",
    "Yours",
  ].map { Array($0.utf8) }

  /// "Objective: Keep the ports open": a capitalised word or two and a colon before the title.
  func hasNamedTitle(_ index: Int) -> Bool {
    let line = slice(index)
    guard first(index) &- 0x41 < 26, let colon = line.prefix(24).firstIndex(of: 0x3A),
      colon + 2 < line.count, line[colon + 1] == 0x20, line[colon + 2] &- 0x41 < 26
    else { return false }
    return line[..<colon].allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 == 0x20 }
  }

  /// "Goal 2: Build capability", "Main aim No. 1 – Skills": one to three words, a number and a mark.
  func hasNumberedName(_ index: Int) -> Bool {
    let line = slice(index)
    guard first(index) &- 0x41 < 26 else { return false }
    var at = 0
    var words = 0
    while at < line.count, words < 4, (line[at] | 0x20) &- 0x61 < 26 {
      while at < line.count, (line[at] | 0x20) &- 0x61 < 26 || line[at] == 0x2E { at += 1 }
      guard at < line.count, line[at] == 0x20 else { return false }
      at += 1
      words += 1
    }
    let digits = at
    while at < line.count, line[at] &- 0x30 < 10 || line[at] == 0x2E { at += 1 }
    guard words > 0, at > digits, at - digits <= 4, at + 2 < line.count else { return false }
    return line[at] == 0x3A || (line[at] == 0x20 && line[at + 1] == 0xE2)
  }
}
