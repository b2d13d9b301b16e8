// Furniture of a dumped page (running heads, page numbers, contents, references) and headings,
// told by form and repetition. Lines are labelled here; `PlainTextReader` joins what is left.

/// Gives each line its role.
struct LineClassifier {
  var text: TextLines
  /// Titles that the table of contents lists: where they stand again they are headings.
  var listedTitles: Set<UInt64> = []
  var listedShapes = TitleShapes()

  init(_ text: TextLines) { self.text = text }

  /// - Returns: the lines with `role` set; headings are marked where they stand alone.
  mutating func classify() -> TextLines {
    markPageFurniture()
    markCaptions()
    markContents()
    markTables()
    markLetteredItems()
    markHeadings()
    markHeadingsBetween()
    markReferences()
    markFootnotes()
    text.markTurns()
    return text
  }

  /// Hash of a line's letters with digits and spaces made equal.
  private func folded(_ index: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.slice(index) where byte > 0x20 {
      let folded = byte &- 0x30 < 10 ? 0x23 : byte &- 0x41 < 26 ? byte | 0x20 : byte
      hash = (hash << 7 | hash >> 57) ^ UInt64(folded)
    }
    return hash &* 0x9e37_79b9_7f4a_7c15
  }

  /// The same for lines that `folded` makes equal, and rarely for others.
  private func key(_ index: Int) -> UInt64 {
    text.lines[index].counts.key(count: text.lines[index].count)
  }

  private mutating func markPageFurniture() {
    for index in text.lines.indices where isPageNumber(index) {
      text.lines[index].role = .pageNumber
    }
    let edges = text.lines.indices.filter {
      text.lines[$0].count <= 100 && text.lines[$0].role == .body && isAtPageEdge($0)
    }
    for places in RepeatedLines.groups(of: edges, key: { key($0) }, hash: { folded($0) })
    where text.lines[places[0]].count >= 4 && !isLabelAlone(places[0]) {
      let isCaps = text.lines[places[0]].counts.lowers == 0
      let byNumber = places.contains { isNeighbourFurniture($0) }
      // "- Draft -" beside page numbers is no item.
      let isHead =
        !looksLikeItem(places[0])
        || text.lines[places[0]].item == .bullet
          && places.count { isNeighbourFurniture($0) } * 2 > places.count
      if isHead && isSpread(places) || (isCaps && byNumber) {
        for place in places { text.lines[place].role = .runningHead }
      }
    }
    markGluedHeads()
    markHeadParts()
    markStackedHeads()
  }

  /// Three times and more; a title of several words stands that often in a list and above its text, so
  /// it has to stand pages apart.
  private func isSpread(_ places: [Int]) -> Bool {
    guard places.count >= 3 else { return false }
    let words = text.slice(places[0]).split(separator: 0x20)
    guard words.count >= 3, words.count(where: { $0.count(where: Self.isLetter) >= 4 }) >= 2 else {
      return true
    }
    // "12 | Page The Plan", "The Plan 13"
    let line = text.slice(places[0])
    if line[0] &- 0x30 < 10 || line[line.count - 1] &- 0x30 < 10,
      !text.slice(places[1]).elementsEqual(line)
    {
      return true
    }
    return zip(places, places.dropFirst()).count { $1 - $0 >= 4 } >= 2
      || places.count { isNeighbourFurniture($0) } * 2 > places.count
  }

  /// "12 | Page The Plan" between two lines of a paragraph: the head of other pages with its number.
  private mutating func markGluedHeads() {
    var heads: Set<UInt64> = []
    var keys: Set<UInt64> = []
    var lengths = [Bool](repeating: false, count: 128)
    for index in text.lines.indices where text.lines[index].role == .runningHead {
      let line = text.lines[index]
      guard line.count >= 16, line.counts.digits > 0 else { continue }
      heads.insert(folded(index))
      keys.insert(key(index))
      for near in (line.count - 2)...(line.count + 2) { lengths[min(near, 127)] = true }
    }
    guard !heads.isEmpty else { return }
    for index in text.lines.indices
    where text.lines[index].role == .body && text.lines[index].count <= 104
      && lengths[text.lines[index].count] && text.lines[index].counts.digits > 0
    {
      if keys.contains(key(index)), heads.contains(folded(index)) {
        text.lines[index].role = .runningHead
      }
    }
  }

  /// The other lines of a running head of several: they stand beside a head each time.
  private mutating func markHeadParts() {
    let beside = text.lines.indices.filter { index in
      text.lines[index].role == .body && (12...100).contains(text.lines[index].count)
        && (isHead(index - 1) || isHead(index + 1)) && text.slice(index).contains(0x20)
    }
    for places in RepeatedLines.groups(of: beside, key: { key($0) }, hash: { folded($0) })
    where places.count >= 3 && !looksLikeItem(places[0]) {
      for place in places { text.lines[place].role = .runningHead }
    }
  }

  private func isHead(_ index: Int) -> Bool {
    text.lines.indices.contains(index) && text.lines[index].role == .runningHead
  }

  /// A running head of several short lines inside the text: the same two lines, one below the other,
  /// four times and more.
  private mutating func markStackedHeads() {
    guard text.lines.count >= 40 else { return }
    var wasStackable = false
    let seconds = text.lines.indices.filter { index in
      defer { wasStackable = isStackable(index) }
      return wasStackable && isStackable(index)
    }
    let pairs = RepeatedLines.groups(
      of: seconds, key: { key($0 - 1) &* 31 ^ key($0) }, hash: { folded($0 - 1) &* 31 ^ folded($0) }
    )
    for places in pairs where places.count >= 4 {
      // Cells of a table stand close together, heads a page apart.
      guard places.count * 8 < (places.last ?? 0) - places[0] else { continue }
      for place in places {
        text.lines[place - 1].role = .runningHead
        text.lines[place].role = .runningHead
      }
    }
  }

  /// "4.1.", "(ii)": digits are folded, so that "4.1." and "4.2." would be one head.
  private func isLabelAlone(_ index: Int) -> Bool {
    let line = text.slice(index)
    guard line.count <= 8, let last = line.last, last == 0x2E || last == 0x29 else { return false }
    return !line.contains(0x20) && line.count(where: Self.isLetter) <= 4
  }

  private func isStackable(_ index: Int) -> Bool {
    let line = text.lines[index]
    return line.role == .body && line.count <= 40 && line.count * 2 < text.width
      && !looksLikeItem(index)
  }

  private func looksLikeItem(_ index: Int) -> Bool {
    text.lines[index].item != .none || text.endsWithStop(index)
  }

  private func isPageNumber(_ index: Int) -> Bool {
    guard text.lines[index].count <= 24 else { return false }
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

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private func isAtPageEdge(_ index: Int) -> Bool {
    let line = text.lines[index]
    if line.blanksBefore > 0 || line.startsPage { return true }
    if index == 0 || index + 1 == text.lines.count { return true }
    return text.lines[index + 1].blanksBefore > 0 || text.lines[index + 1].startsPage
      || isNeighbourFurniture(index)
  }

  private func isNeighbourFurniture(_ index: Int) -> Bool {
    (index > 0 && text.lines[index - 1].role == .pageNumber)
      || (index + 1 < text.lines.count && text.lines[index + 1].role == .pageNumber)
  }
}
