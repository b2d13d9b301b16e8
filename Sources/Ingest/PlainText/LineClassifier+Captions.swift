// Captions of figures and tables, which a dump puts into the middle of paragraphs.

extension LineClassifier {
  /// "Figure 3: Berths by harbour", "Table 2.1 – …" at a block's start, and its second line.
  mutating func markCaptions() {
    for index in text.lines.indices
    where text.lines[index].role == .body && text.lines[index].counts.digits > 0 && isCaption(index)
    {
      text.lines[index].role = .caption
      let next = index + 1
      guard next < text.lines.count, text.lines[next].role == .body, text.startsLower(next),
        text.lines[next].blanksBefore <= (text.isDump(at: next) ? 2 : 0),
        !text.endsWithStop(index), index == 0 || text.endsWithStop(index - 1)
      else { continue }
      text.lines[next].role = .caption
    }
  }

  private static let kinds = ["Figure", "Table", "Chart", "Diagram", "Graph", "Map"].map {
    Array($0.utf8)
  }

  private func isCaption(_ index: Int) -> Bool {
    switch text.first(index) {
    case 0x43, 0x44, 0x46, 0x47, 0x4D, 0x54: break
    default: return false
    }
    let line = text.slice(index)
    guard line.count >= 6, line.count <= 160,
      let kind = Self.kinds.first(where: { line.starts(with: $0) })
    else { return false }
    var at = kind.count
    guard at < line.count, line[at] == 0x20 else { return false }
    while at < line.count, line[at] == 0x20 { at += 1 }
    let start = at
    while at < line.count, line[at] &- 0x30 < 10 || line[at] == 0x2E && at > start { at += 1 }
    guard at > start, at - start <= 5 else { return false }
    let isApart =
      index == 0 || text.lines[index].blanksBefore > 0 || text.lines[index].startsPage
      || text.endsWithStop(index - 1) || text.lines[index - 1].role != .body
    guard isApart else { return false }
    // "… as / Figure 3." ends a sentence.
    let hasStop = line[at - 1] == 0x2E
    guard at < line.count else { return !hasStop }
    if line[at] == 0x3A { return true }
    guard line[at] == 0x20, at + 1 < line.count else { return false }
    if line[at + 1] == 0xE2 || line[at + 1] == 0x2D { return true }
    // "Table 2. Berths" at a paragraph's start.
    return hasStop && line[at + 1] &- 0x41 < 26 && !text.endsWithStop(index)
      && (index == 0 || text.endsWithStop(index - 1) || text.lines[index - 1].role != .body)
  }
}
