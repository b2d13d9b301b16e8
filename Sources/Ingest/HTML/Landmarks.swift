// Nodes that the rules ask for again and again, so that "does this part hold a heading" is a search in
// a short sorted list.

/// Indices of some nodes of a tree, ascending.
struct NodeList {
  var nodes: [Int] = []

  /// The first one in a range of nodes.
  func first(in range: Range<Int>) -> Int? {
    let at = position(range.lowerBound)
    return at < nodes.count && nodes[at] < range.upperBound ? nodes[at] : nil
  }

  func any(in range: Range<Int>) -> Bool { first(in: range) != nil }

  func nodes(in range: Range<Int>) -> ArraySlice<Int> {
    let first = position(range.lowerBound)
    return nodes[first..<max(first, position(range.upperBound))]
  }

  /// Those that match; done once, so that nested questions stay searches.
  func filter(_ matches: (Int) -> Bool) -> NodeList { NodeList(nodes: nodes.filter(matches)) }

  private func position(_ bound: Int) -> Int {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The landmarks of a page.
struct Landmarks {
  /// `h1`.
  var titles = NodeList()
  var mains = NodeList()
  var articles = NodeList()
  /// Of all levels.
  var headings = NodeList()
  /// `p`, `article`, and other blocks with a long run of text of their own.
  var paragraphs = NodeList()
  /// Headings within an article or main part.
  private(set) var articleHeadings = NodeList()
  /// Paragraphs of more than 60 and 100 bytes and articles of more than 500, unlinked.
  private(set) var shortProse = NodeList()
  private(set) var prose = NodeList()
  private(set) var longArticles = NodeList()

  mutating func find(_ traits: [NodeTraits], _ measures: PageMeasures) {
    articleHeadings = headings.filter { traits[$0].contains(.insideArticle) }
    shortProse = paragraphs.filter { measures.unlinked($0) > 60 }
    prose = shortProse.filter { measures.unlinked($0) > 100 }
    longArticles = articles.filter { measures.unlinked($0) > 500 }
  }

  init(_ tree: HTMLTree) {
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      switch node.tag {
      case .h1:
        titles.nodes.append(index)
        headings.nodes.append(index)
      case .h2, .h3, .h4, .h5, .h6: headings.nodes.append(index)
      case .main: mains.nodes.append(index)
      case .p: paragraphs.nodes.append(index)
      case .article:
        articles.nodes.append(index)
        paragraphs.nodes.append(index)
      case .div, .dd, .li, .td:
        let child = tree.firstChild(of: index)
        if child >= 0, tree.nodes[child].tag == .text,
          tree.nodes[child].textEnd - tree.nodes[child].textStart > 80
        {
          paragraphs.nodes.append(index)
        }
      default: break
      }
    }
  }
}
