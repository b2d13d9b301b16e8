// How a sentence opens where no capital or no space tells: in lower case, glued to the stop before it,
// inside brackets. And what stands before a stop that is no abbreviation there.

extension SentenceScan {
  /// "it", "they", "i": a pronoun in lower case that opens a clause.
  func opensClause(_ at: Int) -> Bool { Abbreviation.isPronoun(word(at)) }

  /// Whether a stop before a small letter may be one. After "and", after "In 2020" and "To that end" it is a
  /// comma that was misread.
  func mayEndBeforeSmall(
    _ word: UnsafeBufferPointer<UInt8>, _ start: Int, _ sentenceStart: Int
  ) -> Bool {
    guard !Abbreviation.isNeverLast(word) else { return false }
    let head = text[sentenceStart..<start]
    return head.count > 24
      || !Self.fronts.contains { UnsafeBufferPointer(rebasing: head).starts(with: $0.utf8) }
  }

  private static let fronts = [
    "In ", "On ", "At ", "To ", "By ", "As ", "For ", "Since ", "From ", "After ", "Before ",
  ]

  /// "was great.The food", "Why not?Because": no space between the stop at `at` and the next sentence. The
  /// word before is a plain one, the next one often opens sentences; so it is no address and no code.
  func isGlued(_ at: Int, _ floor: Int) -> Bool {
    guard byte(at + 1) &- 0x41 < 26 else { return false }
    let start = wordStart(at, floor)
    guard start == floor || byte(start - 1) <= 0x20 else { return false }
    let next = word(at + 1)
    let after = byte(at + 1 + next.count)
    return after <= 0x20 || after == 0x2C || after == 0x27 || after == 0xE2
      ? Abbreviation.isPlainWord(UnsafeBufferPointer(rebasing: text[start..<at]))
        && Abbreviation.isSentenceOpener(next)
      : false
  }

  /// "(He left early. The rest stayed.)": the bracket holds the whole sentence.
  func isAside(_ sentenceStart: Int, _ following: Int) -> Bool {
    depth == 1 && opened == sentenceStart && text[opened] == 0x28
      && byte(following) &- 0x41 < 26 && startsSentence(following)
  }

  /// "10 min.", "48 h.", "200 C.": a measure behind its number, which else would be a title or an initial.
  func isMeasure(_ word: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard byte(start - 1) == 0x20, Self.isDigit(byte(start - 2)), let first = word.first else {
      return false
    }
    if word.count == 1 { return first &- 0x61 < 26 || [0x43, 0x46, 0x4B].contains(first) }
    return ["min", "sec", "ft"].contains { $0.utf8.elementsEqual(word) }
  }
}
