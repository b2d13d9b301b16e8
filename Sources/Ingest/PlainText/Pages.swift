// The pages of a dump, where form feeds part them: heads and page numbers show by place and by row.

/// On which page each line stands.
struct Pages {
  /// The page of each line.
  private let pages: [Int32]
  /// The first line of each page, and behind the last one.
  private let starts: [Int32]

  var count: Int { starts.count - 1 }

  /// Nil where form feeds part fewer than four pages.
  /// - Parameters:
  ///   - starts: lines with a form feed before them.
  ///   - count: how many lines there are.
  init?(starts: [Int32], count: Int) {
    guard starts.count >= 3 else { return nil }
    let all = (starts[0] == 0 ? [] : [0]) + starts + [Int32(count)]
    var pages: [Int32] = []
    pages.reserveCapacity(count)
    for page in 0..<(all.count - 1) {
      pages.append(contentsOf: repeatElement(Int32(page), count: Int(all[page + 1] - all[page])))
    }
    self.pages = pages
    self.starts = all
  }

  subscript(_ index: Int) -> Int { Int(pages[index]) }

  /// Whether the line is among the first or the last four of its page.
  func isAtEdge(_ index: Int) -> Bool {
    index - Int(starts[self[index]]) < 4 || Int(starts[self[index] + 1]) - index <= 4
  }

  /// On how many pages the lines stand, which are in order.
  func spread(of places: [Int]) -> Int {
    guard !places.isEmpty else { return 0 }
    return 1 + zip(places, places.dropFirst()).count { self[$0] != self[$1] }
  }
}
