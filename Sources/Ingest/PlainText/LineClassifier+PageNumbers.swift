// Page numbers of a dump: told by form, and by their row where form feeds part the pages.

extension LineClassifier {
  mutating func markPageNumbers() {
    var bare: [Int] = []
    for index in text.lines.indices where text.lines[index].count <= 24 && isPageNumber(index) {
      text.lines[index].role = .pageNumber
      if text.lines[index].counts.digits == text.lines[index].count { bare.append(index) }
    }
    if let pages { markNumbersOfCells(bare, pages) }
  }

  /// Bare numbers that don't go up with the pages are cells of a table, or marks of notes.
  private mutating func markNumbersOfCells(_ bare: [Int], _ pages: Pages) {
    let values = bare.map { Self.number(text.slice($0)[...]) }
    // Two pages of a book may be printed on one.
    let rows = [PageRow(bare, values, pages, step: 1), PageRow(bare, values, pages, step: 2)]
    let most = max(rows[0].most, rows[1].most)
    let isNumbered = most >= 3 && most * 4 >= pages.count
    let inRow = zip(bare, values).filter { index, value in
      isNumbered && rows.contains { $0.most * 4 >= most && $0.has(value, on: pages[index]) }
    }.map(\.0)
    // A row of a table may have the number of its page; that stands at an edge.
    let edged = Set(inRow.filter { pages.isAtEdge($0) }.map { pages[$0] })
    let numbers = Set(inRow.filter { pages.isAtEdge($0) || !edged.contains(pages[$0]) })
    let strays = bare.filter { !numbers.contains($0) }
    var onPage = [Int](repeating: 0, count: pages.count)
    for index in strays {
      onPage[pages[index]] += 1
      text.lines[index].isStrayNumber = true
    }
    for (place, index) in strays.enumerated() {
      let isBeside =
        place > 0 && strays[place - 1] == index - 1
        || place + 1 < strays.count && strays[place + 1] == index + 1
      guard onPage[pages[index]] >= 3 || isNumbered && isBeside else { continue }
      text.lines[index].role = .tableCell
    }
  }

  func isPageNumber(_ index: Int) -> Bool {
    let line = text.slice(index)
    let digits = Int(text.lines[index].counts.digits)
    let letters = text.lines[index].counts.letters
    let spaces = text.lines[index].counts.spaces == 0 ? 0 : line.count { $0 == 0x20 }
    let isRoman = digits == 0 && line.allSatisfy { !Self.isLetter($0) || ItemLabel.isRoman($0) }
    guard digits > 0 || isRoman || letters <= 9 && spaces == 2 else { return false }
    if spaces == 0, line.count <= 4, digits == line.count || isRoman && letters == line.count {
      // "2014" on a title page is a year, an "x" a mark.
      let isYear =
        digits == 4 && (line[0] == 0x31 || line[0] == 0x32) && (line[1] == 0x39 || line[1] == 0x30)
      return !isYear && !(letters == 1 && line[0] == 0x78) && isAtPageEdge(index)
    }
    // Nearly all lines go here.
    guard letters == 0 || spaces >= 2 && (letters == 2 || letters + digits <= 4) || hasPage(line)
    else { return false }
    // "page 3", "Page 3 of 12", "3 | Page"
    let words = line.split(separator: 0x20)
    if words.contains(where: { word in
      word.count == 4 && word.lazy.map { $0 | 0x20 }.elementsEqual("page".utf8)
    }) {
      let others = words.filter { $0.contains(where: Self.isLetter) && $0.count != 4 }
      if digits == 0 {
        return others.count == 1 && others[0].allSatisfy(ItemLabel.isRoman)
      }
      return others.allSatisfy { $0.elementsEqual("of".utf8) }
    }
    guard digits > 0 || isRoman else { return false }
    // "2 of 31"
    if words.count == 3, words[1].elementsEqual("of".utf8), letters == 2,
      digits == words[0].count + words[2].count
    {
      return isAtPageEdge(index)
    }
    // "3/12"
    if words.count == 1, letters == 0, digits == line.count - 1, line.count <= 7,
      let slash = line.firstIndex(of: 0x2F)
    {
      let number = Self.number(line[..<slash])
      let total = Self.number(line[(slash + 1)...])
      return number > 0 && number <= total && total > 2 && isAtPageEdge(index)
    }
    // "- 3 -", "– iv –", "[3]"
    if words.count == 3, words[0].elementsEqual(words[2]), !words[0].contains(where: Self.isLetter)
    {
      return digits + letters <= 4 && digits + letters == words[1].count
    }
    return spaces == 0 && letters == 0 && line.count <= 6 && line.first == 0x5B && line.last == 0x5D
      && digits == line.count - 2 && isAtPageEdge(index)
  }

  /// A sieve for "page": "pag" and a byte somewhere in the line.
  private func hasPage(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.count >= 4 else { return false }
    for at in 0...(line.count - 4)
    where line[at] | 0x20 == 0x70 && line[at + 1] | 0x20 == 0x61 && line[at + 2] | 0x20 == 0x67 {
      return true
    }
    return false
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

/// Numbers that go up by `step` from page to page.
private struct PageRow {
  private let step: Int
  /// How many pages have a number that is so much ahead of them.
  private var votes: [Int: (pages: Int, last: Int)] = [:]
  private(set) var most = 0

  init(_ indices: [Int], _ values: [Int], _ pages: Pages, step: Int) {
    self.step = step
    for (index, value) in zip(indices, values) {
      let page = pages[index]
      let vote = votes[value - step * page] ?? (0, -1)
      guard vote.last != page else { continue }
      votes[value - step * page] = (vote.pages + 1, page)
      most = max(most, vote.pages + 1)
    }
  }

  func has(_ value: Int, on page: Int) -> Bool {
    guard let vote = votes[value - step * page] else { return false }
    return vote.pages >= 3 && vote.pages * 4 >= most
  }
}
