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
  /// Text in runs as long as sentences, after the last measuring.
  private var longText: Int32 = 0
  private var revealed: [Int] = []
  /// The page's heading and what stands with it, where they lie outside `root`.
  private(set) var lead: Int?

  init(_ tree: HTMLTree) {
    self.tree = tree
    dropped = Array(repeating: false, count: tree.nodes.count)
    textLength = Array(repeating: 0, count: tree.nodes.count)
    linkLength = textLength
    extract()
  }

  /// How much is pruned; a prune that leaves too little is done again with the next.
  private enum Pruning: CaseIterable { case full, byTag, none }

  private mutating func extract() {
    // From the top: concatenated documents have several bodies.
    let body = 0
    dropSilent()
    measure()
    let everything = textLength[body]
    isForum = looksLikeForum(everything)
    var best: (text: Int32, dropped: [Bool], root: Int) = (-1, dropped, body)
    pruneByTagOnly()
    measure()
    let prose = unlinked(body)
    let sentences = longText
    var tookMost = false
    for pruning in Pruning.allCases {
      extract(pruning, from: body, everything: everything)
      // A looser prune must pay (furniture alone is no text), unless most of the page is gone.
      if best.text < 0 || (pruning == .byTag && tookMost) || unlinked(root) > best.text * 3 + 100 {
        best = (unlinked(root), dropped, root)
      }
      if pruning == .full { tookMost = sentences > 300 && longText * 3 < sentences }
      // Few words may be all there are, so the bounds are low.
      if best.text >= 80, (best.text * 10 >= prose && !tookMost) || pruning == .byTag {
        break
      }
    }
    dropped = best.dropped
    root = best.root
    measure()
    lead = headingOutside()
  }

  private mutating func extract(_ pruning: Pruning, from body: Int, everything: Int32) {
    dropped = Array(repeating: false, count: tree.nodes.count)
    dropSilent()
    measure()
    root = body
    revealed = []
    switch pruning {
    case .full: prune(below: body, everything: everything)
    case .byTag: pruneByTagOnly()
    case .none: return
    }
    measure()
    root = container(in: body)
    dropLinkBlocks()
    measure()
    if textLength[root] < 150 || textLength[root] * 8 < textLength[body] { root = body }
    for node in revealed where isWithin(root, node) { dropped[node] = false }
    measure()
  }

  /// The first `h1` if it lies outside the root, with the short text around it.
  private func headingOutside() -> Int? {
    guard root != 0 else { return nil }
    var above: Set<Int> = [0]
    var at = root
    while at > 0 {
      above.insert(at)
      at = Int(tree.nodes[at].parent)
    }
    var found: Int?
    var next = tree.next(after: 0, within: 0)
    while let node = next {
      if dropped[node] {
        next = tree.nextSkippingChildren(node, within: 0)
        continue
      }
      if tree.nodes[node].tag == .h1, textLength[node] > 0 {
        if isWithin(root, node) { return nil }
        if found == nil, textLength[node] < 250 { found = node }
      }
      next = tree.next(after: node, within: 0)
    }
    guard var lead = found else { return nil }
    while true {
      let parent = Int(tree.nodes[lead].parent)
      guard parent > 0, !above.contains(parent), textLength[parent] < 700,
        linkDensity(parent) < 0.35
      else { return lead }
      lead = parent
    }
  }

  private func isWithin(_ ancestor: Int, _ node: Int) -> Bool {
    var at = node
    while at > 0, at != ancestor { at = Int(tree.nodes[at].parent) }
    return at == ancestor
  }

  // MARK: Measuring

  /// Text and link text below every node, leaving out what is dropped. Children follow parents in
  /// the array, so one backward pass adds up.
  private mutating func measure() {
    for index in textLength.indices {
      textLength[index] = 0
      linkLength[index] = 0
    }
    longText = 0
    var isDropped = dropped
    for index in tree.nodes.indices.dropFirst() where isDropped[Int(tree.nodes[index].parent)] {
      isDropped[index] = true
    }
    var index = tree.nodes.count - 1
    while index > 0 {
      let node = tree.nodes[index]
      if !isDropped[index] {
        if node.tag == .text {
          textLength[index] = visible(node)
          if textLength[index] >= 60, tree.nodes[Int(node.parent)].tag != .a {
            longText += textLength[index]
          }
        }
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

  private func looksLikeForum(_ everything: Int32) -> Bool {
    var posts = 0
    var comments: Int32 = 0
    var at = tree.next(after: 0, within: 0)
    while let node = at {
      if tree.nodes[node].attributes > 0, tree.nodes[node].tag.isBlock,
        hasToken(node, BoilerplateTokens.comments)
      {
        comments += textLength[node]
        at = tree.nextSkippingChildren(node, within: 0)
      } else {
        at = tree.next(after: node, within: 0)
      }
    }
    // Little but comments: they are what the page is for.
    if comments * 10 >= everything * 6, everything - comments < 3000 { return true }
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
      case .nav, .footer, .menu, .dialog, .noscript: dropped[index] = true
      default: break
      }
    }
  }

  private mutating func prune(below body: Int, everything: Int32) {
    var at = tree.next(after: body, within: body)
    while let node = at {
      if isFurniture(node), textLength[node] * 2 < everything || isCertain(node) {
        dropped[node] = true
        if isHidden(node), isRevealed(node) {
          // Left out while the container is looked for; what it holds is pruned all the same.
          revealed.append(node)
          at = tree.next(after: node, within: body)
        } else {
          at = tree.nextSkippingChildren(node, within: body)
        }
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
    case .nav, .menu, .dialog, .noscript: return true
    case .footer: return !isInsideArticle(node) || linkDensity(node) > 0.3 || textLength[node] < 200
    case .header: return !isInsideArticle(node) && !containsHeading(node)
    case .aside: return true
    case .form: return textLength[node] < 600 && !holdsProse(node)
    default: break
    }
    guard current.attributes > 0 else { return false }
    if isHidden(node) { return true }
    if let role = tree.string(.role, of: node), Self.roles.contains(role) { return true }
    guard current.tag.isBlock || current.tag == .span || current.tag == .other else { return false }
    if !isForum, hasToken(node, BoilerplateTokens.comments) { return true }
    guard current.tag != .article, hasToken(node, BoilerplateTokens.furniture) else {
      return false
    }
    // A wrapper that holds the article ("has-sidebar", "with-nav") is no furniture.
    return !holdsContent(node)
  }

  private func isHidden(_ node: Int) -> Bool {
    if tree.value(.hidden, of: node) != nil { return true }
    return tree.value(.ariaHidden, of: node).map { $0.elementsEqual("true".utf8) } ?? false
  }

  /// Hidden until a script shows it: panels of tabs and accordions, slides, wrappers of prose.
  private func isRevealed(_ node: Int) -> Bool {
    switch tree.nodes[node].tag {
    case .nav, .footer, .menu, .dialog, .noscript: return false
    default: break
    }
    guard linkDensity(node) < 0.3, !hasToken(node, BoilerplateTokens.furniture) else {
      return false
    }
    if let role = tree.string(.role, of: node) {
      if role == "tabpanel" || role == "region" { return true }
      if Self.roles.contains(role) { return false }
    }
    return holdsProse(node)
  }

  /// Has a paragraph of unlinked text.
  private func holdsProse(_ node: Int) -> Bool {
    var at = tree.next(after: node, within: node)
    while let child = at {
      if tree.nodes[child].tag == .p || tree.nodes[child].tag == .article, unlinked(child) > 100 {
        return true
      }
      at = tree.next(after: child, within: node)
    }
    return false
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
      if tag == .article || tag == .main || isMain(at) { return true }
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
