// Furniture of a dumped page (running heads, page numbers, contents, references) and headings,
// told by form and repetition. Lines are labelled here; `PlainTextReader` joins what is left.

/// Gives each line its role.
struct LineClassifier {
  var text: TextLines
  /// Titles that the table of contents lists: where they stand again they are headings.
  var listedTitles: Set<UInt64> = []
  var listedShapes = TitleShapes()
  /// Headings with a digit.
  var numberedHeadings: [Int] = []
  /// Nil where nothing parts pages.
  let pages: Pages?

  init(_ text: TextLines) {
    self.text = text
    pages = Pages(starts: text.pageStarts, count: text.lines.count)
  }

  /// - Returns: the lines with `role` set; headings are marked where they stand alone.
  mutating func classify() -> TextLines {
    markPageNumbers()
    markRunningHeads()
    markCaptions()
    markContents()
    markTables()
    markLetteredItems()
    markHeadings()
    markHeadingsBetween()
    markReferences()
    markFootnotes()
    markRowsOfItems()
    text.markTurns()
    return text
  }

  /// Hash of a line's letters with digits and spaces made equal.
  func folded(_ index: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.slice(index) where byte > 0x20 {
      let folded = byte &- 0x30 < 10 ? 0x23 : byte &- 0x41 < 26 ? byte | 0x20 : byte
      hash = (hash << 7 | hash >> 57) ^ UInt64(folded)
    }
    return hash &* 0x9e37_79b9_7f4a_7c15
  }

  /// The same for lines that `folded` makes equal, and rarely for others.
  func key(_ index: Int) -> UInt64 {
    text.lines[index].counts.key(count: text.lines[index].count)
  }

  func looksLikeItem(_ index: Int) -> Bool {
    text.lines[index].item != .none || text.endsWithStop(index)
  }

  func isAtPageEdge(_ index: Int) -> Bool {
    let line = text.lines[index]
    if line.blanksBefore > 0 || line.startsPage { return true }
    if index == 0 || index + 1 == text.lines.count { return true }
    return text.lines[index + 1].blanksBefore > 0 || text.lines[index + 1].startsPage
      || isNeighbourFurniture(index)
  }

  func isNeighbourFurniture(_ index: Int) -> Bool {
    (index > 0 && text.lines[index - 1].role == .pageNumber)
      || (index + 1 < text.lines.count && text.lines[index + 1].role == .pageNumber)
  }
}
