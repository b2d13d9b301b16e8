// Which part of a page is its main text: furniture is pruned by tag, role and class, the container
// of the text is found by markup and by where the unlinked text lies, link-dense blocks go, and a
// prune that leaves too little is undone (Kohlschütter et al. 2010 on link density; the order of
// steps follows what was measured to pay).

/// Marks what to leave out of a tree and where to begin.
struct ContentExtractor {
  let tree: HTMLTree
  let traits: [NodeTraits]
  var measures: PageMeasures
  var dropped: [Bool]
  private(set) var root = 0
  var isForum = false
  /// All visible text.
  private(set) var pageText: Int = 0
  /// Hidden parts that a script shows: left out while the container is looked for.
  var revealed = NodeList()
  /// The page's heading and what stands with it, where they lie outside `root`.
  private(set) var lead: Int?
  /// Nodes of interest in document order.
  private(set) var landmarks: Landmarks

  init(_ tree: HTMLTree, traits: [NodeTraits], isDiscussion: Bool) {
    self.tree = tree
    self.traits = traits
    measures = PageMeasures(tree)
    dropped = Array(repeating: false, count: tree.nodes.count)
    landmarks = Landmarks(tree)
    isForum = isDiscussion
    extract()
  }

  /// How much is pruned; a prune that leaves too little is done again with the next.
  private enum Pruning: CaseIterable { case full, byTag, none }

  private mutating func extract() {
    // From the top: concatenated documents have several bodies.
    let body = 0
    dropSilent()
    let silent = dropped
    measures.measure(leavingOut: dropped)
    let everything = measures.text(body)
    pageText = everything
    landmarks.find(traits, measures)
    isForum = isForum || looksLikeForum(everything)
    var best: (text: Int, dropped: [Bool], root: Int) = (-1, dropped, body)
    pruneByTagOnly()
    measures.measure(leavingOut: dropped)
    let prose = measures.unlinked(body)
    let sentences = measures.longText
    var tookMost = false
    for pruning in Pruning.allCases {
      dropped = silent
      extract(pruning, from: body, everything: everything)
      let kept = measures.unlinked(root)
      // A looser prune must pay (furniture alone is no text), unless most of the page is gone.
      if best.text < 0 || (pruning == .byTag && tookMost) || kept > best.text * 3 + 100 {
        best = (kept, dropped, root)
      }
      if pruning == .full { tookMost = sentences > 300 && measures.longText * 3 < sentences }
      // Few words may be all there are, so the bounds are low.
      if best.text >= 80, (best.text * 10 >= prose && !tookMost) || pruning == .byTag {
        break
      }
    }
    if root != best.root || dropped != best.dropped {
      dropped = best.dropped
      root = best.root
      measures.measure(leavingOut: dropped)
    }
    lead = headingOutside()
  }

  private mutating func extract(_ pruning: Pruning, from body: Int, everything: Int) {
    measures.measure(leavingOut: dropped)
    root = body
    revealed = NodeList()
    switch pruning {
    case .full: prune(below: body, everything: everything)
    case .byTag: pruneByTagOnly()
    case .none: return
    }
    measures.measure(leavingOut: dropped)
    root = container(in: body)
    dropLinkBlocks()
    measures.measure(leavingOut: dropped)
    if measures.text(root) < 150 || measures.text(root) * 8 < measures.text(body) { root = body }
    for node in revealed.nodes where isWithin(root, node) { dropped[node] = false }
    measures.measure(leavingOut: dropped)
  }

  /// The first `h1` if it lies outside the root, with the short text around it.
  private func headingOutside() -> Int? {
    guard root != 0 else { return nil }
    var found: Int?
    for node in landmarks.titles.nodes where measures.text(node) > 0 {
      if isWithin(root, node) { return nil }
      if found == nil, measures.text(node) < 250 { found = node }
    }
    guard var lead = found else { return nil }
    while true {
      let parent = Int(tree.nodes[lead].parent)
      guard parent > 0, !isWithin(parent, root), measures.text(parent) < 700,
        measures.linkDensity(parent) < 0.35
      else { return lead }
      lead = parent
    }
  }

  @inline(__always)
  func isWithin(_ ancestor: Int, _ node: Int) -> Bool {
    node >= ancestor && node < tree.end(of: ancestor)
  }

  private mutating func dropSilent() {
    for index in tree.nodes.indices where tree.nodes[index].tag.isSilent { dropped[index] = true }
  }

  private func looksLikeForum(_ everything: Int) -> Bool {
    var posts = 0
    var comments: Int = 0
    var at = 1
    while at < tree.nodes.count {
      if traits[at].contains(.comments), tree.nodes[at].tag.isBlock {
        comments += measures.text(at)
        at = tree.end(of: at)
      } else {
        at += 1
      }
    }
    // Little but comments: they are what the page is for.
    if comments * 10 >= everything * 6, everything - comments < 3000 { return true }
    for marks in traits {
      if marks.contains(.discussion) { return true }
      if marks.contains(.forum) { posts += 1 }
    }
    return posts >= 6
  }
}
