// A page as arrays: a node is an index, text lies in one buffer. Built by the parser, read by the
// extractor; no object a node.

/// A parsed page.
struct HTMLTree {
  struct Node {
    var tag: HTMLTag
    var parent: Int32
    /// Range of `bytes` for text nodes, of `attributes` for elements.
    var start: Int32 = 0
    var end: Int32 = 0

    var textStart: Int32 { start }
    var textEnd: Int32 { end }
    /// Index of the first attribute and their number.
    var attribute: Int32 { tag == .text ? 0 : start }
    var attributes: Int32 { tag == .text ? 0 : end - start }
  }

  /// The attributes that survive `MarkupPrepass`.
  enum Name: UInt8 {
    case id, rel, role, name, lang, href, `class`, hidden, content, itemprop, property, datetime
    case itemtype, httpEquiv, ariaHidden, start, type, value
  }

  struct Attribute {
    var name: Name
    var start: Int32
    var end: Int32
  }

  var nodes: [Node] = [Node(tag: .other, parent: -1)]
  var attributes: [Attribute] = []
  var bytes: [UInt8] = []
  private var ends: [Int32] = [1]

  mutating func reserve(nodes count: Int, bytes: Int) {
    nodes.reserveCapacity(count)
    self.bytes.reserveCapacity(bytes)
  }

  /// Appends a node under `parent` and returns its index.
  mutating func append(_ tag: HTMLTag, to parent: Int32) -> Int32 {
    nodes.append(Node(tag: tag, parent: parent))
    return Int32(nodes.count - 1)
  }

  /// The first node below `node`, or -1.
  @inline(__always)
  func firstChild(of node: Int) -> Int { end(of: node) > node + 1 ? node + 1 : -1 }

  /// The next node with the same parent, or -1.
  @inline(__always)
  func sibling(of node: Int) -> Int {
    let next = end(of: node)
    return next < end(of: Int(nodes[node].parent)) ? next : -1
  }

  func value(_ name: Name, of node: Int) -> ArraySlice<UInt8>? {
    let first = Int(nodes[node].attribute)
    for index in first..<(first + Int(nodes[node].attributes)) where attributes[index].name == name
    {
      return bytes[Int(attributes[index].start)..<Int(attributes[index].end)]
    }
    return nil
  }

  func string(_ name: Name, of node: Int) -> String? {
    value(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The text under a node, in order, white space as it is.
  /// - Parameter limit: bytes after which the rest does not matter.
  func text(under node: Int, limit: Int = .max) -> [UInt8] {
    var out: [UInt8] = []
    for at in node..<end(of: node) {
      if out.count > limit { break }
      let current = nodes[at]
      if current.tag == .text {
        out.append(contentsOf: bytes[Int(current.textStart)..<Int(current.textEnd)])
      } else if current.tag == .br || current.tag.isBlock {
        out.append(0x20)
      }
    }
    return out
  }

  /// One past the last node below `node`: nodes lie in document order, so that a subtree is a range.
  @inline(__always)
  func end(of node: Int) -> Int { Int(ends[node]) }

  /// Sets the ends once all nodes are there.
  mutating func seal() {
    ends = (0..<Int32(nodes.count)).map { $0 + 1 }
    for index in nodes.indices.dropFirst().reversed() {
      let parent = Int(nodes[index].parent)
      // An unknown element is as wide as what it holds.
      if nodes[parent].tag == .other, nodes[index].tag.isBlock { nodes[parent].tag = .div }
      if ends[parent] < ends[index] { ends[parent] = ends[index] }
    }
  }
}
