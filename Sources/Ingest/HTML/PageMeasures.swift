// How much text and how much link text lies below each node. Nodes are in document order, so that one
// pass of running sums answers for every subtree.

/// Visible bytes (no white space) below the nodes of a tree, leaving out what is dropped.
struct PageMeasures {
  private let tree: HTMLTree
  /// Of each text node.
  private var visible: [Int32]
  private var outerLinks: [Int] = []
  /// Running sums: of all nodes before this one.
  private var text: [Int32]
  private var links: [Int32]
  /// Text in runs as long as sentences, outside links.
  private(set) var longText = 0

  init(_ tree: HTMLTree) {
    self.tree = tree
    let count = tree.nodes.count
    visible = Array(repeating: 0, count: count)
    text = Array(repeating: 0, count: count + 1)
    links = text
    for index in tree.nodes.indices.dropFirst() {
      let node = tree.nodes[index]
      if node.tag == .a, !isInLink(index) { outerLinks.append(index) }
      guard node.tag == .text else { continue }
      var seen: Int32 = 0
      for byte in tree.bytes[Int(node.textStart)..<Int(node.textEnd)] where byte > 0x20 {
        seen += 1
      }
      visible[index] = seen
    }
  }

  /// Links inside links are counted once.
  private func isInLink(_ node: Int) -> Bool {
    outerLinks.last.map { node < tree.end(of: $0) } ?? false
  }

  mutating func measure(leavingOut dropped: [Bool]) {
    longText = 0
    var total: Int32 = 0
    var index = 0
    while index < visible.count {
      text[index] = total
      if dropped[index] {
        let end = tree.end(of: index)
        while index < end {
          text[index] = total
          index += 1
        }
        continue
      }
      let length = visible[index]
      total += length
      if length >= 60, tree.nodes[Int(tree.nodes[index].parent)].tag != .a {
        longText += Int(length)
      }
      index += 1
    }
    text[index] = total
    // A link's text counts at the link: blocks inside one are no link blocks.
    var linked: Int32 = 0
    index = 0
    for link in outerLinks {
      while index <= link {
        links[index] = linked
        index += 1
      }
      linked += Int32(text(link))
    }
    while index < links.count {
      links[index] = linked
      index += 1
    }
  }

  @inline(__always)
  func text(_ node: Int) -> Int { Int(text[tree.end(of: node)] - text[node]) }

  @inline(__always)
  func links(_ node: Int) -> Int { Int(links[tree.end(of: node)] - links[node]) }

  @inline(__always)
  func unlinked(_ node: Int) -> Int { text(node) - links(node) }

  /// The share of link text, 0…1.
  @inline(__always)
  func linkDensity(_ node: Int) -> Double {
    let length = text(node)
    return length == 0 ? 0 : Double(links(node)) / Double(length)
  }
}
