// A plain text as lines with what is needed to tell a wrapped line from a paragraph's end.

internal import Text

/// The non-empty lines of a text and their usual width.
struct TextLines {
  let bytes: UnsafeBufferPointer<UInt8>
  var lines: [TextLine] = []
  /// 90th percentile of line lengths in bytes.
  private(set) var width = 0
  /// Lines are broken at a width, not at paragraph ends.
  private(set) var isWrapped = false
  /// Blank lines stand inside paragraphs somewhere; see `isDump(at:)`.
  private(set) var hasDump = false
  /// Hardly a blank line stands inside a sentence.
  private(set) var hasCleanBreaks = false
  /// Lines inside sentences are as long as they can be: one that ends early ends its paragraph.
  private(set) var isRegular = false
  /// Lines with a blank line before them; of these, inside a sentence.
  private struct Gaps {
    var all: Int32 = 0
    var open: Int32 = 0
  }

  /// Up to each line.
  private var gaps: [Gaps] = []

  /// Lines with a form feed before them.
  private(set) var pageStarts: [Int32] = []

  /// Text stood behind the last line that was taken.
  private(set) var isCut = false

  /// - Parameter most: lines after which the rest is left out.
  init(_ bytes: UnsafeBufferPointer<UInt8>, most: Int = .max) {
    self.bytes = bytes
    split(most)
    measure()
  }

  /// Whether the line is nothing but a bullet or a label ("1.", "(a)"), whose text follows below.
  private func isLoneLabel(_ line: TextLine) -> Bool {
    guard line.count <= 8 else { return false }
    let slice = bytes[line.start..<line.end]
    guard let first = slice.first, let last = slice.last else { return false }
    if line.count > 5 { return isSectionNumber(line) }
    if first == 0xEF || first == 0xE2 {
      return line.count == 3 && ItemLabel.isBullet(UnsafeBufferPointer(rebasing: slice))
    }
    guard line.count > 1, last == 0x2E || last == 0x29 else { return false }
    let isBracketed = first == 0x28 && last == 0x29 && line.count > 2
    // "a)", "iv."
    let isLetter = line.count == 2 && first &- 0x61 < 26
    let isRoman = slice.dropLast().allSatisfy { "ivx".utf8.contains($0) }
    return isLetter || isRoman || isSectionNumber(line)
      || slice.dropFirst(isBracketed ? 1 : 0).dropLast().allSatisfy { $0 &- 0x30 < 10 }
      || (isBracketed && slice.dropFirst().dropLast().allSatisfy { $0 &- 0x61 < 26 })
  }

  /// "4.8." and "4.8.1." alone on a line.
  private func isSectionNumber(_ line: TextLine) -> Bool {
    guard line.count >= 4, bytes[line.end - 1] == 0x2E, bytes[line.start] &- 0x30 < 10 else {
      return false
    }
    var last: UInt8 = 0
    for byte in bytes[line.start..<line.end] {
      guard byte &- 0x30 < 10 || (byte == 0x2E && last != 0x2E) else { return false }
      last = byte
    }
    return true
  }

  /// Whether the last line is the label of `line`; of several labels in a row none is.
  private func takesLabel(_ line: TextLine) -> Bool {
    guard let label = lines.last, isLoneLabel(label), !isLoneLabel(line) else { return false }
    return lines.count < 2 || !isLoneLabel(lines[lines.count - 2])
  }

  private mutating func split(_ most: Int) {
    lines.reserveCapacity(min(bytes.count / 40, most))
    var pageEnd = bytes.place(of: 0x0C) ?? bytes.count
    var at = 0
    var blanks = 0
    var page = false
    while at < bytes.count {
      let lineEnd = bytes.place(of: 0x0A, from: at, upTo: pageEnd)
      let end = lineEnd ?? pageEnd
      var first = at
      while first < end, bytes[first] <= 0x20 { first += 1 }
      var last = end
      while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
      if first == last {
        blanks += 1
      } else if lines.count >= most {
        isCut = true
        return
      } else {
        var line = TextLine(start: first, end: last, blanksBefore: blanks, startsPage: page)
        if blanks <= 2, !page, takesLabel(line) {
          line = lines.removeLast()
          line.end = last
        } else {
          if page { pageStarts.append(Int32(lines.count)) }
          page = false
        }
        judge(&line)
        lines.append(line)
        blanks = 0
      }
      if lineEnd == nil, end < bytes.count {
        page = true
        pageEnd = bytes.place(of: 0x0C, from: end + 1) ?? bytes.count
      }
      at = end + 1
    }
  }

  /// Looks up what will be asked about the line.
  private func judge(_ line: inout TextLine) {
    line.endsWithStop = judgeStop(line)
    line.counts = LineCounts(bytes, line.start, line.end)
    if let item = ItemLabel.parse(slice(line)) {
      line.item = item.kind
      line.number = item.label.flatMap { Int32($0) } ?? -1
    }
  }

  private mutating func measure() {
    guard lines.count > 1 else { return }
    width = percentile(90)
    let threshold = width * 7
    let long = lines.lazy.filter { $0.count * 10 >= threshold }.count
    var open = 0
    var ragged = 0
    var sums = Gaps()
    gaps = lines.indices.map { index in
      guard index > 0 else { return sums }
      let isOpen = !endsWithStop(index - 1) && startsLower(index)
      if isOpen {
        open += 1
        if hasRoom(index - 1, before: index, in: width), !endsInEllipsis(index - 1),
          !isSalutation(index - 1)
        {
          ragged += 1
        }
      }
      if lines[index].blanksBefore > 0 {
        sums.all += 1
        if isOpen { sums.open += 1 }
      }
      return sums
    }
    isWrapped = width <= 200 && (open * 8 >= lines.count || (long * 2 > lines.count && open > 0))
    hasDump = isWrapped && sums.open > 0
    isRegular = isWrapped && ragged * 40 <= open
    hasCleanBreaks = sums.open * 20 <= sums.all
  }

  /// Whether the first word of line `next` would have had room on line `index` of a column so wide.
  func hasRoom(_ index: Int, before next: Int, in width: Int) -> Bool {
    // Most lines are long, so that no word has to be measured.
    lines[index].count * 100 < width * 85
      && (lines[index].count + 1 + firstWordLength(next)) * 100 < width * 85
  }

  /// The length that `percent` of the lines don't exceed; lengths above 1,000 count as that.
  private func percentile(_ percent: Int) -> Int {
    var counts = [Int](repeating: 0, count: 1_001)
    for line in lines { counts[min(line.count, 1_000)] += 1 }
    var left = lines.count * percent / 100
    for length in counts.indices {
      left -= counts[length]
      if left < 0 { return length }
    }
    return 1_000
  }

  /// Whether blank lines around line `index` stand inside paragraphs (a PDF dump): they follow more
  /// than a third of the lines, and a fifth of them or more cut a sentence.
  func isDump(at index: Int) -> Bool {
    guard hasDump else { return false }
    let near = gaps(near: index)
    return Int(near.all) * 3 > near.lines && near.open * 5 > near.all
  }

  /// Whether every line around line `index` has blank lines before it, so that they part nothing.
  func isSpaced(at index: Int) -> Bool {
    guard hasDump else { return false }
    let near = gaps(near: index)
    return Int(near.all) == near.lines
  }

  private func gaps(near index: Int) -> (lines: Int, all: Int32, open: Int32) {
    let low = max(0, index - 12)
    let high = min(lines.count - 1, index + 12)
    return (high - low, gaps[high].all - gaps[low].all, gaps[high].open - gaps[low].open)
  }

  /// The width of the column that line `index` stands in: of its neighbours where they are prose, else
  /// of the text.
  func localWidth(_ index: Int) -> Int {
    var widest = 0
    var open = 0
    // The paragraph alone, where it has lines enough.
    var low = index
    while low > 0, index - low < 4, lines[low].blanksBefore == 0 { low -= 1 }
    var high = index
    while high + 1 < lines.count, high - index < 4, lines[high + 1].blanksBefore == 0 { high += 1 }
    if high - low >= 3, high > index {
      for near in low...high {
        widest = max(widest, lines[near].count)
        if near > low, startsLower(near), !endsWithStop(near - 1) { open += 1 }
      }
      if open >= 2, open * 3 >= (high - low) * 2 { return min(width, widest) }
      widest = 0
      open = 0
    }
    let near = max(1, index - 4)...min(lines.count - 1, index + 4)
    for line in near {
      widest = max(widest, lines[line].count)
      if startsLower(line), !endsWithStop(line - 1) { open += 1 }
    }
    guard open >= 3 else { return width }
    // Lines of a column are full; those of a chat are as long as they are.
    var ragged = 0
    for line in near where startsLower(line) && !endsWithStop(line - 1) {
      if hasRoom(line - 1, before: line, in: widest) { ragged += 1 }
    }
    return ragged * 2 > open ? width : min(width, widest)
  }

  /// Whether the line is a label or bullet whose text stands further down.
  func isLoneLabel(_ index: Int) -> Bool { isLoneLabel(lines[index]) }

  func first(_ index: Int) -> UInt8 { bytes[lines[index].start] }

  func startsLower(_ index: Int) -> Bool { first(index) &- 0x61 < 26 }

  /// Ends in . ? ! : ; or a full-width stop, quotes and brackets looked through.
  func endsWithStop(_ index: Int) -> Bool { lines[index].endsWithStop }

  /// Length of the first word of a line.
  func firstWordLength(_ index: Int) -> Int {
    let line = lines[index]
    var end = line.start
    while end < line.end, bytes[end] > 0x20 { end += 1 }
    return end - line.start
  }

  func slice(_ index: Int) -> UnsafeBufferPointer<UInt8> { slice(lines[index]) }

  func slice(_ line: TextLine) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[line.start..<line.end])
  }
}
