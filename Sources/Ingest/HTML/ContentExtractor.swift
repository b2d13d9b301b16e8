// Which part of a page is its main text: furniture is pruned by tag, role and class, the container
// of the text is found by markup and by where the unlinked text lies, link-dense blocks go, and a
// prune that leaves too little is undone (Kohlschütter et al. 2010 on link density; the order of
// steps follows what was measured to pay).

/// Marks what to leave out of a tree and where to begin.
struct ContentExtractor {
  let tree: HTMLTree
  private(set) var dropped: [Bool]
  private(set) var root = 0
  private var textLength: [Int32]
  private var linkLength: [Int32]
  private var isForum = false

  init(_ tree: HTMLTree) {
    self.tree = tree
    dropped = Array(repeating: false, count: tree.nodes.count)
    textLength = Array(repeating: 0, count: tree.nodes.count)
    linkLength = textLength
    extract()
  }

  private mutating func extract() {
    let body = tree.nodes.indices.first { tree.nodes[$0].tag == .body } ?? 0
    dropSilent()
    measure()
    let everything = textLength[body]
    isForum = looksLikeForum()
    prune(below: body, everything: everything)
    measure()
    // Undo a prune that took most of the page.
    if textLength[body] * 5 < everything, everything > 400 {
      dropped = Array(repeating: false, count: tree.nodes.count)
      dropSilent()
      pruneByTagOnly()
      measure()
    }
    root = container(in: body)
    dropLinkBlocks()
    measure()
    if textLength[root] < 150 || textLength[root] * 8 < textLength[body] { root = body }
  }

  // MARK: Measuring

  /// Text and link text below every node, leaving out what is dropped. Children follow parents in
  /// the array, so one backward pass adds up.
  private mutating func measure() {
    for index in textLength.indices {
      textLength[index] = 0
      linkLength[index] = 0
    }
    var isDropped = dropped
    for index in tree.nodes.indices.dropFirst() where isDropped[Int(tree.nodes[index].parent)] {
      isDropped[index] = true
    }
    var index = tree.nodes.count - 1
    while index > 0 {
      let node = tree.nodes[index]
      if !isDropped[index] {
        if node.tag == .text { textLength[index] = visible(node) }
        if node.tag == .a { linkLength[index] = textLength[index] }
        textLength[Int(node.parent)] += textLength[index]
        linkLength[Int(node.parent)] += linkLength[index]
      }
      index -= 1
    }
  }

  private func visible(_ node: HTMLTree.Node) -> Int32 {
    var count: Int32 = 0
    for byte in tree.bytes[Int(node.textStart)..<Int(node.textEnd)] where byte > 0x20 { count += 1 }
    return count
  }

  private func unlinked(_ node: Int) -> Int32 { textLength[node] - linkLength[node] }

  private func linkDensity(_ node: Int) -> Double {
    textLength[node] == 0 ? 0 : Double(linkLength[node]) / Double(textLength[node])
  }

  // MARK: Pruning

  private mutating func dropSilent() {
    for index in tree.nodes.indices where tree.nodes[index].tag.isSilent { dropped[index] = true }
  }

  private func looksLikeForum() -> Bool {
    var posts = 0
    for index in tree.nodes.indices where tree.nodes[index].attributes > 0 {
      if let type = tree.string(.itemtype, of: index),
        type.contains("DiscussionForumPosting") || type.contains("QAPage")
          || type.contains("Question")
      {
        return true
      }
      if hasToken(index, BoilerplateTokens.forum) { posts += 1 }
    }
    return posts >= 6
  }

  private func hasToken(_ node: Int, _ tokens: Set<UInt64>) -> Bool {
    var found = false
    for name in [HTMLTree.Name.class, .id] {
      if let value = tree.value(name, of: node) {
        BoilerplateTokens.forEachToken(of: value) { found = found || tokens.contains($0) }
      }
    }
    return found
  }

  private mutating func pruneByTagOnly() {
    for index in tree.nodes.indices {
      switch tree.nodes[index].tag {
      case .nav, .footer, .menu, .dialog: dropped[index] = true
      default: break
      }
    }
  }

  private mutating func prune(below body: Int, everything: Int32) {
    var at = tree.next(after: body, within: body)
    while let node = at {
      if isFurniture(node), textLength[node] * 2 < everything || isCertain(node) {
        dropped[node] = true
        at = tree.nextSkippingChildren(node, within: body)
      } else {
        at = tree.next(after: node, within: body)
      }
    }
  }

  private func isCertain(_ node: Int) -> Bool {
    tree.nodes[node].tag == .nav && linkDensity(node) > 0.5
  }

  private func isFurniture(_ node: Int) -> Bool {
    let current = tree.nodes[node]
    switch current.tag {
    case .text, .html, .body, .main: return false
    case .nav, .menu, .dialog: return true
    case .footer: return !isInsideArticle(node) || linkDensity(node) > 0.3 || textLength[node] < 200
    case .header: return !isInsideArticle(node) && !containsHeading(node)
    case .aside: return true
    case .form: return textLength[node] < 600
    default: break
    }
    guard current.attributes > 0 else { return false }
    if tree.value(.hidden, of: node) != nil { return true }
    if let hidden = tree.value(.ariaHidden, of: node), hidden.elementsEqual("true".utf8) {
      return true
    }
    if let role = tree.string(.role, of: node), Self.roles.contains(role) { return true }
    guard current.tag.isBlock || current.tag == .span || current.tag == .other else { return false }
    if !isForum, hasToken(node, BoilerplateTokens.comments) { return true }
    guard hasToken(node, BoilerplateTokens.furniture) else { return false }
    // A wrapper that holds the article ("has-sidebar", "with-nav") is no furniture.
    return !holdsContent(node)
  }

  private static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
    "alert",
    "menu", "menubar", "toolbar", "tablist",
  ]

  private func isInsideArticle(_ node: Int) -> Bool {
    var at = Int(tree.nodes[node].parent)
    while at > 0 {
      let tag = tree.nodes[at].tag
      if tag == .article || tag == .main { return true }
      at = Int(tree.nodes[at].parent)
    }
    return false
  }

  private func containsHeading(_ node: Int) -> Bool {
    var at = tree.next(after: node, within: node)
    while let child = at {
      if tree.nodes[child].tag == .h1 { return linkDensity(child) < 0.9 }
      at = tree.next(after: child, within: node)
    }
    return false
  }

  private func holdsContent(_ node: Int) -> Bool {
    var at = tree.next(after: node, within: node)
    while let child = at {
      let tag = tree.nodes[child].tag
      if tag == .main || (tag == .article && unlinked(child) > 500) || tag == .h1 { return true }
      at = tree.next(after: child, within: node)
    }
    return false
  }

  // MARK: Container

  private mutating func container(in body: Int) -> Int {
    var root = body
    let whole = max(1, unlinked(body))
    if let marked = largest(in: body, where: { isMarkedBody($0) }),
      unlinked(marked) * 10 >= whole * 4
    {
      return marked
    }
    if let main = largest(in: body, where: { isMain($0) }), unlinked(main) * 10 >= whole * 4 {
      root = main
    }
    let articles = tree.nodes.indices.filter { tree.nodes[$0].tag == .article && !dropped[$0] }
    if let article = articles.max(by: { unlinked($0) < unlinked($1) }),
      unlinked(article) * 10 >= unlinked(root) * 6
    {
      return article
    }
    if root == body,
      let content = largest(in: body, where: { hasToken($0, BoilerplateTokens.content) }),
      unlinked(content) * 10 >= whole * 6
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
      for child in tree.children(of: root) where !dropped[child] && tree.nodes[child].tag.isBlock {
        if best < 0 || unlinked(child) > unlinked(best) { best = child }
      }
      guard best >= 0, unlinked(best) * 100 >= unlinked(root) * 88, unlinked(best) > 200 else {
        return root
      }
      switch tree.nodes[best].tag {
      case .p, .ul, .ol, .blockquote, .pre, .table, .dl, .tr, .tbody: return root
      default: root = best
      }
    }
  }

  private func largest(in body: Int, where matches: (Int) -> Bool) -> Int? {
    var best: Int?
    for index in tree.nodes.indices
    where !dropped[index] && tree.nodes[index].tag.isBlock && index != body {
      if textLength[index] > 100, matches(index),
        best.map({ unlinked($0) < unlinked(index) }) ?? true
      {
        best = index
      }
    }
    return best
  }

  private func isMarkedBody(_ node: Int) -> Bool {
    guard tree.nodes[node].attributes > 0 else { return false }
    return tree.string(.itemprop, of: node).map { $0.contains("articleBody") } ?? false
  }

  private func isMain(_ node: Int) -> Bool {
    if tree.nodes[node].tag == .main { return true }
    guard tree.nodes[node].attributes > 0 else { return false }
    return tree.string(.role, of: node) == "main"
  }

  // MARK: Link density

  /// Drops lists and blocks that are nearly all links, unless the page as a whole is one.
  private mutating func dropLinkBlocks() {
    guard linkDensity(root) < 0.5 else { return }
    let whole = textLength[root]
    var at = tree.next(after: root, within: root)
    while let node = at {
      if !dropped[node], isLinkBlock(node, whole: whole) {
        dropped[node] = true
        at = tree.nextSkippingChildren(node, within: root)
      } else {
        at = tree.next(after: node, within: root)
      }
    }
  }

  private func isLinkBlock(_ node: Int, whole: Int32) -> Bool {
    switch tree.nodes[node].tag {
    case .ul, .ol, .div, .section, .table, .dl, .center:
      guard textLength[node] > 0, textLength[node] * 4 < whole else { return false }
      let density = linkDensity(node)
      return density > 0.75 || (density > 0.5 && textLength[node] < 150)
    default: return false
    }
  }
}
