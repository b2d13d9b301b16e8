// Running heads of a dump: lines that stand again page after page.

extension LineClassifier {
  mutating func markRunningHeads() {
    let edges = text.lines.indices.filter {
      text.lines[$0].count <= 100 && text.lines[$0].role == .body && isAtPageEdge($0)
    }
    var heads: [Int] = []
    for places in RepeatedLines.groups(of: edges, key: { key($0) }, hash: { folded($0) })
    where text.lines[places[0]].count >= 4 && !isLabelAlone(places[0]) {
      guard let role = role(of: places) else { continue }
      for place in places { text.lines[place].role = role }
      if role == .runningHead { heads += places }
    }
    if !heads.isEmpty {
      markNumberedHeads(&heads)
      markHeadParts(heads)
    }
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
    return zip(places, places.dropFirst()).count { isApart($0, $1) } >= 2
      || places.count { isNeighbourFurniture($0) } * 2 > places.count
  }

  private func isApart(_ first: Int, _ second: Int) -> Bool {
    second - first >= 4 || pages.map { $0[first] != $0[second] } ?? false
  }

  /// What the lines are that stand again: heads where they stand at the edges of pages, or once on each of
  /// many; cells of a table where they stand several times on a page.
  private func role(of places: [Int]) -> PassageRole? {
    let isItem = looksLikeItem(places[0])
    let beside = places.count { isNeighbourFurniture($0) }
    // "- Draft -" beside page numbers is no item.
    let isHead = !isItem || text.lines[places[0]].item == .bullet && beside * 2 > places.count
    let isCaps = text.lines[places[0]].counts.lowers == 0
    let mayBeHead = isHead && isSpread(places) || isCaps && beside > 0
    let isSmall = text.startsLower(places[0])
    guard let pages else {
      let open = places.count { $0 > 0 && text.endsInArticle($0 - 1) }
      return !mayBeHead || isSmall || open * 3 > places.count ? nil : .runningHead
    }
    let spread = pages.spread(of: places)
    let atEdge = places.count { pages.isAtEdge($0) || isNeighbourFurniture($0) }
    if mayBeHead, atEdge * 2 >= places.count, places.count * 2 <= spread * 5,
      !isSmall || spread >= 4
    {
      return isRowOfTitles(places, isAtEdge: true) ? nil : .runningHead
    }
    if places.count >= 3, places.count * 2 >= spread * 3 {
      return isItem || areTitles(places) ? nil : .tableCell
    }
    let last = places.last.map { pages[$0] } ?? 0
    let isOnMost = spread >= 4 && spread * 2 > last - pages[places[0]] + 1
    return mayBeHead && isOnMost && !isSmall && !isRowOfTitles(places, isAtEdge: false)
      ? .runningHead : nil
  }

  /// Whether text as wide as the column stands below most of the lines.
  private func areTitles(_ places: [Int]) -> Bool {
    places.count { place in
      place + 1 < text.lines.count && text.lines[place + 1].count * 10 >= text.width * 6
    } * 2 >= places.count
  }

  /// "Action 1", "Action 2", "Action 3": each stands once, and the numbers go up more slowly than
  /// the pages.
  private func isRowOfTitles(_ places: [Int], isAtEdge: Bool) -> Bool {
    guard let pages, let last = places.last, text.first(places[0]) &- 0x41 < 26,
      let low = lastNumber(places[0]), let high = lastNumber(last)
    else { return false }
    return high - low == places.count - 1
      && (!isAtEdge || high - low < pages[last] - pages[places[0]])
      && zip(places, places.dropFirst()).allSatisfy {
        !text.slice($0).elementsEqual(text.slice($1))
      }
  }

  /// 3 of "Action 3", nil if the line does not end in a number.
  private func lastNumber(_ index: Int) -> Int? {
    let digits = text.slice(index).reversed().prefix(4).prefix { $0 &- 0x30 < 10 }
    return digits.isEmpty ? nil : digits.reversed().reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// "12 | Page The Plan" and "The Plan 13", between two lines of a paragraph too: the head of other pages
  /// with a number.
  private mutating func markNumberedHeads(_ heads: inout [Int]) {
    var keys: Set<UInt64> = []
    var shapes = TitleShapes()
    for index in heads where text.lines[index].count >= 16 {
      if keys.insert(titleKey(index)).inserted { shapes.insert(text.lines[index].counts) }
    }
    guard !keys.isEmpty else { return }
    for index in text.lines.indices
    where text.lines[index].counts.digits > 0 && shapes.contains(text.lines[index].counts)
      && text.lines[index].role == .body && text.lines[index].count <= 104
      && text.lines[index].item == .none
    {
      let line = text.slice(index)
      guard line[0] &- 0x30 < 10 || line[line.count - 1] &- 0x30 < 10,
        keys.contains(titleKey(index))
      else { continue }
      text.lines[index].role = .runningHead
      heads.append(index)
    }
  }

  /// The other lines of a running head of several: they stand beside a head each time.
  private mutating func markHeadParts(_ heads: [Int]) {
    let near = Set(heads.flatMap { [$0 - 1, $0 + 1] }).sorted()
    let beside = near.filter { index in
      text.lines.indices.contains(index) && text.lines[index].role == .body
        && (12...100).contains(text.lines[index].count) && text.slice(index).contains(0x20)
    }
    for places in RepeatedLines.groups(of: beside, key: { key($0) }, hash: { folded($0) })
    where places.count >= 3 && !looksLikeItem(places[0]) && !isRowOfTitles(places, isAtEdge: true) {
      for place in places { text.lines[place].role = .runningHead }
    }
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
      let isTable =
        pages.map { pages in
          pages.spread(of: places) * 2 < places.count
            || places.count { pages.isAtEdge($0) || isNeighbourFurniture($0) } * 2 < places.count
        } ?? false
      for line in places.flatMap({ [$0 - 1, $0] }) {
        text.lines[line].role = isTable && !isGlyph(line) ? .tableCell : .runningHead
      }
    }
  }

  /// A letter of a text that runs up the page, a bullet whose item is elsewhere, a mark.
  private func isGlyph(_ index: Int) -> Bool {
    let line = text.lines[index]
    return line.count == 1 || text.isLoneLabel(index)
      || line.count <= 3 && line.counts.letters == 0 && line.counts.digits == 0
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
}
