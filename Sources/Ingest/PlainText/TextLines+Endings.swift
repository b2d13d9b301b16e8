// How lines end: whether more of their sentence has to follow.

internal import Text

extension TextLines {
  /// What `endsWithStop` of a line is set to.
  func judgeStop(_ line: TextLine) -> Bool {
    var last = line.end - 1
    while last > line.start {
      let byte = bytes[last]
      if byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x5D {
        last -= 1
      } else if last >= line.start + 3, bytes[last - 2] == 0xE2, bytes[last - 1] == 0x80,
        byte == 0x9D || byte == 0x99
      {
        last -= 3
      } else {
        break
      }
    }
    switch bytes[last] {
    // "the U.S." at a line's end says nothing.
    case 0x2E where last >= line.start + 3 && bytes[last - 2] == 0x2E && bytes[last - 1] < 0x5B:
      return false
    case 0x2E: return last + 1 < line.end || !SentenceSegmenter.endsInAbbreviation(slice(line))
    case 0x3B: return !hasOpenBracket(line)
    case 0x3F, 0x21, 0x3A: return true
    // " :(", " :-("
    case 0x28 where last >= line.start + 3:
      let eyes = bytes[last - 1] == 0x2D ? last - 2 : last - 1
      return bytes[eyes] == 0x3A && bytes[eyes - 1] == 0x20
    case 0x30...0x39: return endsWithNoteMark(line)
    case 0x82: return last >= line.start + 2 && bytes[last - 2] == 0xE3
    default: return false
    }
  }

  /// "(Hale, 2009;": the citation goes on.
  func hasOpenBracket(_ line: TextLine) -> Bool {
    var depth = 0
    for byte in bytes[line.start..<line.end] {
      if byte == 0x28 { depth += 1 } else if byte == 0x29 { depth = max(0, depth - 1) }
    }
    return depth > 0
  }

  /// "at home.1": a stop with the mark of a note glued to it.
  private func endsWithNoteMark(_ line: TextLine) -> Bool {
    var at = line.end - 1
    while at > line.start, bytes[at] &- 0x30 < 10 { at -= 1 }
    return line.end - at <= 4 && at > line.start + 1 && bytes[at] == 0x2E
      && (bytes[at - 1] | 0x20) &- 0x61 < 26
  }

  /// "… (hereafter: the / Office)" and "… F(2, / 94)": the line closes a bracket of the line before.
  func closesBracket(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let slice = slice(index)
    guard let close = slice.place(of: 0x29), close > 2 || close > 0 && !endsWithStop(index - 1),
      slice[close - 1] > 0x20, slice.place(of: 0x28, upTo: close) == nil
    else { return false }
    return hasOpenBracket(lines[index - 1])
  }

  func endsWithColon(_ index: Int) -> Bool { bytes[lines[index].end - 1] == 0x3A }

  /// Ends in a comma or in a word that a heading or the line of a sentence hardly ends in.
  func endsDangling(_ index: Int) -> Bool {
    bytes[lines[index].end - 1] == 0x2C || endsInOne(of: Self.dangling, index)
  }

  /// Ends in a word that needs another one: "the", "of", "and", but not "with that".
  func endsInArticle(_ index: Int) -> Bool { endsInOne(of: Self.articles, index) }

  private func endsInOne(of words: [UInt64], _ index: Int) -> Bool {
    let line = lines[index]
    var start = line.end
    while start > line.start, bytes[start - 1] > 0x20 { start -= 1 }
    guard line.end - start <= 7, line.end > start, bytes[start] &- 0x61 < 26 else { return false }
    return words.contains(Self.packed(bytes[start..<line.end]))
  }

  /// A word of up to eight bytes as a number.
  private static func packed(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let articles: [UInt64] = [
    "the", "a", "an", "of", "to", "in", "for", "from", "with", "by", "and", "or", "its", "their",
    "our", "between", "into", "than",
  ].map { packed($0.utf8) }

  private static let dangling: [UInt64] = [
    "the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "as",
    "that", "which", "is", "are", "was", "were", "be", "its", "their", "our", "this", "these",
    "between", "into", "will", "should", "shall", "must", "has", "have", "not", "than", "but",
  ].map { packed($0.utf8) }

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

  /// Ends in a full stop or a colon.
  func endsInPoint(_ index: Int) -> Bool {
    bytes[lines[index].end - 1] == 0x2E || endsWithColon(index)
  }

  /// "Defence-in-"
  @inline(__always)
  func endsInHyphen(_ index: Int) -> Bool {
    let line = lines[index]
    return line.count > 2 && bytes[line.end - 1] == 0x2D
      && (bytes[line.end - 2] | 0x20) &- 0x61 < 26
  }

  /// "and then..."
  func endsInEllipsis(_ index: Int) -> Bool {
    let line = lines[index]
    return line.count > 3 && bytes[(line.end - 3)..<line.end].allSatisfy { $0 == 0x2E }
      || line.count > 3 && bytes[(line.end - 3)..<line.end].elementsEqual([0xE2, 0x80, 0xA6])
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
    guard lines[index].count <= 40, bytes[lines[index].end - 1] == 0x2C else { return false }
    let word = slice(index).prefix { ($0 | 0x20) &- 0x61 < 26 }
    return Self.salutations.contains { $0.elementsEqual(word.lazy.map { $0 | 0x20 }) }
  }

  private static let salutations = [
    "dear", "hi", "hello", "hey", "greetings", "thanks", "regards", "best", "cheers", "sincerely",
    "yours",
  ].map { Array($0.utf8) }
}
