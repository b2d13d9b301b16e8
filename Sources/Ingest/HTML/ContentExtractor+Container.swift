// Where the main text lies: marked bodies, then `main`, the largest article, containers by name,
// and from there down while one child holds nearly all.

extension ContentExtractor {
  func container(in body: Int) -> Int {
    var root = body
    let whole = max(1, measures.unlinked(body))
    if let marked = largest(in: body, where: { traits[$0].contains(.articleBody) }),
      measures.unlinked(marked) * 10 >= whole * 4
    {
      return marked
    }
    if let main = largest(
      in: body, where: { tree.nodes[$0].tag == .main || traits[$0].contains(.mainRole) }),
      measures.unlinked(main) * 10 >= whole * 4
    {
      root = main
    }
    let articles = landmarks.articles.nodes.filter { !dropped[$0] }
    if let article = articles.max(by: { measures.unlinked($0) < measures.unlinked($1) }),
      !isForum || articles.count == 1,
      measures.unlinked(article) * 10 >= measures.unlinked(root) * 6
    {
      return article
    }
    if root == body,
      let content = largest(in: body, where: { traits[$0].contains(.content) }),
      measures.unlinked(content) * 10 >= whole * 6
    {
      root = content
    }
    return descend(from: root)
  }

  /// Goes down while one child holds nearly all the unlinked text.
  private func descend(from start: Int) -> Int {
    var root = start
    while true {
      var best = -1
      var child = tree.firstChild(of: root)
      while child >= 0 {
        if !dropped[child], tree.nodes[child].tag.isBlock,
          best < 0 || measures.unlinked(child) > measures.unlinked(best)
        {
          best = child
        }
        child = tree.sibling(of: child)
      }
      guard best >= 0, measures.unlinked(best) * 100 >= measures.unlinked(root) * 88,
        measures.unlinked(best) > 200
      else { return root }
      // Titles of a list of articles are links, and no less its content.
      if linkedTitles(in: root, but: best) > 3 { return root }
      // The question above the answers.
      if isForum, traits[best].contains(.comments) { return root }
      switch tree.nodes[best].tag {
      case .p, .ul, .ol, .blockquote, .pre, .dl: return root
      default: root = best
      }
    }
  }

  /// Headings below a node that are links, outside one of its children.
  private func linkedTitles(in node: Int, but child: Int) -> Int {
    let parts = [node..<child, tree.end(of: child)..<tree.end(of: node)]
    return parts.reduce(0) { sum, part in
      sum
        + landmarks.headings.nodes(in: part).count {
          measures.text($0) > 0 && measures.linkDensity($0) > 0.8
        }
    }
  }

  private func largest(in body: Int, where matches: (Int) -> Bool) -> Int? {
    var best: Int?
    for index in tree.nodes.indices
    where !dropped[index] && index != body && tree.nodes[index].tag.isBlock && matches(index) {
      if measures.text(index) > 100,
        best.map({ measures.unlinked($0) < measures.unlinked(index) }) ?? true
      {
        best = index
      }
    }
    return best
  }
}
