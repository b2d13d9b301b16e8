// Sentences of one paragraph. A full stop is judged by the word before it (abbreviation, initial,
// number) and by what follows; quotes and brackets that close with it belong to the sentence.

/// Splits a paragraph of clean text (no hard line breaks) into sentences.
package struct SentenceSegmenter: Sendable {
  package init() {}

  /// Whether `line` ends in a stop that is an abbreviation's or an initial's.
  package static func endsInAbbreviation(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.last == 0x2E else { return false }
    var start = line.count - 1
    while start > 0, line[start - 1] > 0x20, line[start - 1] != 0x28 { start -= 1 }
    let word = UnsafeBufferPointer(rebasing: line[start..<(line.count - 1)])
    // "B." is an initial, "g." the end of "e. g."; "I." and "1." are not.
    if word.count == 1 { return (word[0] | 0x20) &- 0x61 < 26 && word[0] | 0x20 != 0x69 }
    return Abbreviation.kind(of: word).map { $0 != .state } ?? false
  }

  /// Appends the sentences of `text[range]`: byte ranges without outer white space, in order.
  package func sentences(
    in text: UnsafeBufferPointer<UInt8>, range: Range<Int>, into sentences: inout [Range<Int>]
  ) {
    var paragraph = SentenceScan(text: text, end: range.upperBound)
    var start = paragraph.skipSpace(range.lowerBound)
    var at = start
    var list = InlineList(text: text, start: start, end: range.upperBound)
    if list.isOpen { at = list.afterLabel }
    while at < range.upperBound {
      let byte = text[at]
      let boundary: Int?
      switch byte {
      case 0x2E: boundary = paragraph.boundaryAfterStop(at, sentenceStart: start)
      case 0x21, 0x3F: boundary = paragraph.boundaryAfterMark(at, sentenceStart: start)
      case 0x28, 0x5B:
        if !paragraph.isMouth(at) { paragraph.open(at) }
        boundary = nil
      case 0x29, 0x5D:
        paragraph.close()
        boundary = nil
      case 0x20 where list.isOpen && list.takesItem(at + 1): boundary = at + 1
      case 0x3A, 0x3B, 0xF0:
        boundary = paragraph.boundaryAfterEmoticon(at, sentenceStart: start)
      case 0xE2, 0xE3, 0xEF: boundary = paragraph.boundaryAfterWideMark(at)
      default:
        at += 1
        at = Self.skipPlain(text, at, range.upperBound, stopsAtSpaces: list.isOpen)
        continue
      }
      guard let boundary else {
        at += 1
        continue
      }
      append(text, start, boundary, &sentences)
      start = paragraph.skipSpace(boundary)
      at = max(start, at + 1)
      paragraph.startSentence()
      if list.isOpen, list.takesItem(start) || list.afterLabel > start {
        at = max(at, list.afterLabel)
      }
    }
    append(text, start, range.upperBound, &sentences)
  }

  /// The next byte from `at` on that may be a stop, a bracket, an ellipsis or the space before a label;
  /// eight bytes a step.
  @inline(__always)
  private static func skipPlain(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int, stopsAtSpaces: Bool
  ) -> Int {
    let lowest: UInt8 = stopsAtSpaces ? 0x20 : 0x21
    let raw = UnsafeRawBufferPointer(text)
    var at = at
    while at + 8 <= end {
      let eight = EightBytes(raw, at: at)
      let marks =
        eight.ascii(from: lowest, to: 0x2E) | eight.ascii(from: 0x3A, to: 0x3F)
        | eight.ascii(from: 0x5B, to: 0x5D) | eight.bits & EightBytes.highs
      if marks != 0 { return at + EightBytes.first(marks) }
      at += 8
    }
    return at
  }

  private func append(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
    _ sentences: inout [Range<Int>]
  ) {
    var end = end
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    if end > start { sentences.append(start..<end) }
  }
}
