// Tables of contents: with dot leaders they show by form, without them by the titles that stand
// again further down.

extension LineClassifier {
  mutating func markContents() {
    var titles: [Int] = []
    var leaders: [Int] = []
    for index in text.lines.indices {
      if hasLeaders(index) {
        text.lines[index].role = .contents
        leaders.append(index)
      } else if isContentsTitle(index) {
        titles.append(index)
      }
    }
    if !leaders.isEmpty {
      markLoneNumbers(titles)
      markFirstLines()
      listTitles(leaders)
    }
    // A document has one table, at times another of figures; each is looked for in all that follows.
    var lists = 0
    var at = 0
    for title in titles where title >= at && lists < 2 {
      lists += 1
      // A list that has leaders in most of its lines is known.
      let titled = leaders.count { line in
        line > title && line <= title + 12 && text.lines[line].counts.letters >= 8
      }
      if titled >= 8 { continue }
      at = markList(after: title) + 1
    }
  }

  /// Numbers of sections in a column of their own, among lines with leaders.
  private mutating func markLoneNumbers(_ titles: [Int]) {
    var last = -1
    var titles = titles[...]
    for index in text.lines.indices {
      if text.lines[index].role == .contents {
        if last >= 0, index - last <= 16,
          (last + 1..<index).allSatisfy({ isLoneNumber($0) })
        {
          for between in (last + 1)..<index { text.lines[between].role = .contents }
        }
        last = index
      } else if titles.first == index {
        titles.removeFirst()
        last = index
      }
    }
  }

  /// "Aim 3: Inform everybody who keeps a boat" between lines with leaders: the first line of an entry whose
  /// leaders stand on its second.
  private mutating func markFirstLines() {
    var last = -1
    for index in text.lines.indices where text.lines[index].role == .contents {
      let between = (last + 1)..<index
      if last >= 0, between.count == 1 || between.count == 2,
        between.allSatisfy({ mayOpenEntry($0) }), text.lines[index].blanksBefore <= 1
      {
        for line in between { text.lines[line].role = .contents }
      }
      last = index
    }
  }

  /// The titles of a list with leaders: where they stand again they are headings.
  private mutating func listTitles(_ leaders: [Int]) {
    for index in leaders where text.bytes[text.lines[index].end - 1] &- 0x30 < 10 {
      let isPair =
        index > 0 && text.lines[index - 1].role == .contents && mayOpenEntry(index - 1)
        && !hasLeaders(index - 1) && !isLoneNumber(index - 1)
      let key = isPair ? titleKey(index - 1, and: index) : titleKey(index)
      guard key != 0 else { continue }
      listedTitles.insert(key)
      if isPair {
        listedShapes.insert(text.lines[index - 1].counts, text.lines[index].counts)
      } else {
        listedShapes.insert(text.lines[index].counts)
      }
    }
    guard !listedTitles.isEmpty, let last = leaders.last else { return }
    for first in titlesOfTwoLines(listedTitles, listedShapes, after: last).values {
      text.lines[first + 1].continuesTitle = true
    }
  }

  private func mayOpenEntry(_ index: Int) -> Bool {
    let line = text.lines[index]
    return (line.role == .body || line.role == .contents) && line.count >= 20 && line.count <= 120
      && line.blanksBefore <= 1
      && !line.startsPage && !text.endsWithStop(index)
  }

  private func isLoneNumber(_ index: Int) -> Bool {
    let line = text.slice(index)
    return line.count <= 8 && line.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2E }
  }

  /// Four stops in a row, or three ellipses, and a page number at the end.
  private func hasLeaders(_ index: Int) -> Bool {
    let line = text.slice(index)
    guard line.count > 8, let last = line.last else { return false }
    guard last &- 0x30 < 10 || last == 0x69 || last == 0x76 || last == 0x78 else { return false }
    var run = 0
    var best = 0
    for byte in line {
      // The last byte of an ellipsis is A6; the two before it count as one stop each.
      if byte == 0x2E || byte == 0xA6 || byte == 0xE2 || byte == 0x80 {
        run += 1
        best = max(best, run)
      } else if byte != 0x20 {
        run = 0
      }
    }
    return best >= 4
  }

  private func isContentsTitle(_ index: Int) -> Bool {
    let own = text.lines[index]
    // The letters of one of the titles.
    switch (own.counts.letters, text.first(index) | 0x20) {
    case (8, 0x63), (12, 0x63), (14, 0x6C), (15, 0x74): break
    default: return false
    }
    guard own.count <= 20, own.counts.digits == 0 else { return false }
    let line = text.slice(index)
    let title = String(decoding: line.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    return ["contents", "table of contents", "contents page", "contents:", "list of contents"]
      .contains(title)
  }

  /// Marks the titles below the word "Contents" that stand again in the text.
  /// - Returns: the last line of the list.
  private mutating func markList(after start: Int) -> Int {
    let end = min(text.lines.count, start + 200)
    guard start + 1 < end else { return start }
    var window: Set<UInt64> = []
    // Few lines have the form of a title; a title begins with no small letter.
    var shapes = TitleShapes()
    let near = ((start + 1)..<end).map { text.lines[$0].count <= 120 ? titleKey($0) : 0 }
    for (index, key) in zip((start + 1)..<end, near) {
      guard key != 0, window.insert(key).inserted else { continue }
      shapes.insert(text.lines[index].counts)
    }
    var last: [UInt64: Int] = [:]
    for index in (start + 1)..<text.lines.count
    where shapes.contains(text.lines[index].counts) && text.lines[index].count <= 120
      && (index < end || !text.startsLower(index))
    {
      let key = index < end ? near[index - start - 1] : titleKey(index)
      if window.contains(key) { last[key] = index }
    }
    let pairs = titlesOfTwoLines(window, shapes, after: start)
    for (key, index) in pairs where last[key].map({ $0 < index }) ?? true { last[key] = index }
    var entries: [Int] = []
    var keys: [UInt64] = []
    var misses = 0
    for index in (start + 1)..<end {
      switch text.lines[index].role {
      case .contents: misses = 0
      case .pageNumber, .runningHead, .caption: break
      default:
        if isLoneNumber(index) { break }
        let key = near[index - start - 1]
        // Where a title stands again the text has begun.
        if key != 0, keys.contains(key) {
          misses = 3
        } else if key != 0, let again = last[key], again > index, again > (entries.last ?? start) {
          entries.append(index)
          keys.append(key)
          misses = 0
        } else if entries.count >= 3, misses == 0, let own = number(index),
          let before = entries.last.flatMap(number), own == before + 1
        {
          // The numbers go on, though the title stands in other words below.
          entries.append(index)
          keys.append(key)
        } else {
          misses += 1
        }
      }
      if misses == 3 { break }
    }
    guard entries.count >= 3, let final = entries.last else { return start }
    for (index, key) in zip(entries, keys) {
      text.lines[index].role = .contents
      if key != 0, !text.endsDangling(index) {
        listedTitles.insert(key)
        listedShapes.insert(text.lines[index].counts)
      }
      // The second line of an entry.
      if index < final, text.lines[index + 1].role == .body, text.startsLower(index + 1) {
        text.lines[index + 1].role = .contents
      }
      if let first = pairs[key], first > final, last[key] == first {
        text.lines[first + 1].continuesTitle = true
      }
    }
    text.lines[start].role = .contents
    return markNumbers(from: start, to: final)
  }

  /// Titles of the list that stand on two lines further down, by their keys the first line.
  private func titlesOfTwoLines(
    _ window: Set<UInt64>, _ shapes: TitleShapes, after start: Int
  ) -> [UInt64: Int] {
    var pairs: [UInt64: Int] = [:]
    var isShort = false
    for index in (start + 1)..<text.lines.count {
      let wasShort = isShort
      isShort = text.lines[index].count <= 80
      guard isShort, wasShort, text.lines[index].blanksBefore <= 1, !text.endsWithStop(index - 1),
        !text.startsLower(index - 1),
        shapes.contains(text.lines[index - 1].counts, text.lines[index].counts)
      else { continue }
      let key = titleKey(index - 1, and: index)
      if window.contains(key), titleKey(index - 1) != 0, titleKey(index) != 0 {
        pairs[key] = index - 1
      }
    }
    return pairs
  }

  /// The whole number that opens a line: 6 of "6. Powers".
  func number(_ index: Int) -> Int? {
    let number = text.lines[index].number
    return number < 0 ? nil : Int(number)
  }

  /// Page numbers between the titles and right below them, in columns of their own.
  /// - Returns: the last line of the list.
  private mutating func markNumbers(from start: Int, to end: Int) -> Int {
    var index = start + 1
    while index < text.lines.count {
      let isNumber = text.slice(index).allSatisfy {
        $0 &- 0x30 < 10 || $0 <= 0x20 || $0 == 0x2E
      }
      if index > end, !isNumber { break }
      if isNumber { text.lines[index].role = .contents }
      index += 1
    }
    return index - 1
  }

  /// Hash of a title's letters, 0 if it has fewer than four; numbers, labels and marks don't count.
  /// - Parameter second: a line whose letters follow.
  func titleKey(_ index: Int, and second: Int? = nil) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var letters = 0
    let end = text.lines[second ?? index].end
    for byte in UnsafeBufferPointer(rebasing: text.bytes[text.lines[index].start..<end]) {
      let low = byte | 0x20
      let isLetter = low &- 0x61 < 26
      guard isLetter || byte >= 0x80 else { continue }
      hash = (hash << 7 | hash >> 57) ^ UInt64(isLetter ? low : byte)
      letters += 1
    }
    return letters < 4 ? 0 : hash &* 0x9e37_79b9_7f4a_7c15
  }
}

/// Numbers of letters and outer letters of titles: a filter before their keys.
struct TitleShapes {
  private var bits = [UInt64](repeating: 0, count: 128)

  mutating func insert(_ first: LineCounts, _ second: LineCounts? = nil) {
    let shape = Self.shape(first, second)
    bits[shape >> 6] |= 1 << UInt64(shape & 63)
  }

  /// Whether a title may have the letters of these lines.
  func contains(_ first: LineCounts, _ second: LineCounts? = nil) -> Bool {
    let shape = Self.shape(first, second)
    return bits[shape >> 6] >> UInt64(shape & 63) & 1 != 0
  }

  private static func shape(_ first: LineCounts, _ second: LineCounts?) -> Int {
    let letters = first.letters + (second?.letters ?? 0)
    let edges = first.edges & 0x3E0 | (second ?? first).edges & 31
    return ((letters << 10 | Int(edges)) &* 0x9E37_79B9) >> 8 & 0x1FFF
  }
}
