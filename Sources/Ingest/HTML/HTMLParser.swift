// The only file that talks to libxml2's HTML parser: SAX events in memory mode, network off,
// entities fixed, straight into an `HTMLTree`. No C type leaves it.

internal import CLibXML2

/// Parses slimmed markup (see `MarkupPrepass`) to a tree.
enum HTMLParser {
  /// - Parameter most: nodes after which the rest is left out.
  /// - Returns: the tree, and whether something was left out.
  static func parse(_ markup: [UInt8], most: Int) -> (HTMLTree, isCut: Bool) {
    _ = initialized
    let state = State(markup, most: most)
    guard !markup.isEmpty, let context = htmlNewParserCtxt() else { return (state.tree, false) }
    defer { htmlFreeParserCtxt(context) }
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElement = { user, name, attributes in
      guard let user, let name else { return }
      State.from(user).start(name, attributes)
    }
    handler.endElement = { user, name in
      guard let user, let name else { return }
      State.from(user).end(name)
    }
    handler.characters = { user, text, count in
      guard let user, let text, count > 0 else { return }
      State.from(user).characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    context.pointee.sax.pointee = handler
    context.pointee.userData = Unmanaged.passUnretained(state).toOpaque()
    let flags =
      Int32(HTML_PARSE_RECOVER.rawValue) | Int32(HTML_PARSE_NOERROR.rawValue)
      | Int32(HTML_PARSE_NOWARNING.rawValue) | Int32(HTML_PARSE_NONET.rawValue)
      | Int32(HTML_PARSE_COMPACT.rawValue) | Int32(HTML_PARSE_IGNORE_ENC.rawValue)
    withExtendedLifetime(state) {
      markup.withUnsafeBytes { raw in
        let base = raw.bindMemory(to: CChar.self).baseAddress
        let document = htmlCtxtReadMemory(context, base, Int32(raw.count), nil, "UTF-8", flags)
        if let document { xmlFreeDoc(document) }
      }
    }
    state.tree.seal()
    return (state.tree, state.isCut)
  }

  private static let initialized: Bool = {
    xmlInitParser()
    return true
  }()

  /// The tree under construction; C callbacks reach it through their user pointer.
  private final class State {
    var tree = HTMLTree()
    private var stack: [Int32] = [0]
    private let most: Int
    private(set) var isCut = false

    /// Room for what the markup can hold, so that growing copies nothing.
    init(_ markup: [UInt8], most: Int) {
      self.most = most
      let tags = markup.withUnsafeBufferPointer { $0.reduce(0) { $1 == 0x3C ? $0 + 1 : $0 } }
      tree.reserve(nodes: min(2 * tags + 2, most + 2), bytes: markup.count)
    }

    static func from(_ user: UnsafeMutableRawPointer) -> State {
      Unmanaged<State>.fromOpaque(user).takeUnretainedValue()
    }

    func start(
      _ name: UnsafePointer<xmlChar>,
      _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
      guard tree.nodes.count <= most else {
        isCut = true
        return
      }
      let tag = HTMLTag.named(Self.buffer(name))
      let node = tree.append(tag, to: stack[stack.count - 1])
      stack.append(node)
      guard var pair = attributes else { return }
      let first = tree.attributes.count
      while let key = pair.pointee {
        if let known = Self.attribute(Self.buffer(key)) {
          let start = tree.bytes.count
          if let value = (pair + 1).pointee { tree.bytes.append(contentsOf: Self.buffer(value)) }
          tree.attributes.append(
            .init(name: known, start: Int32(start), end: Int32(tree.bytes.count)))
        }
        pair += 2
      }
      tree.nodes[Int(node)].start = Int32(first)
      tree.nodes[Int(node)].end = Int32(tree.attributes.count)
    }

    func end(_ name: UnsafePointer<xmlChar>) {
      guard stack.count > 1, !isCut else { return }
      let tag = HTMLTag.named(Self.buffer(name))
      // libxml2 closes in order; if it names another element, look a little way up.
      var at = stack.count - 1
      let floor = max(1, stack.count - 16)
      while at >= floor, tree.nodes[Int(stack[at])].tag != tag { at -= 1 }
      if at >= floor { stack.removeSubrange(at...) }
    }

    func characters(_ text: UnsafeBufferPointer<UInt8>) {
      guard !isCut, tree.nodes.count <= most else {
        isCut = true
        return
      }
      let parent = stack[stack.count - 1]
      let last = tree.nodes.count - 1
      // Character references come as calls of their own: they belong to the text before.
      if tree.nodes[last].tag == .text, tree.nodes[last].parent == parent,
        Int(tree.nodes[last].end) == tree.bytes.count
      {
        tree.bytes.append(contentsOf: text)
        tree.nodes[last].end = Int32(tree.bytes.count)
        return
      }
      let node = Int(tree.append(.text, to: parent))
      tree.nodes[node].start = Int32(tree.bytes.count)
      tree.bytes.append(contentsOf: text)
      tree.nodes[node].end = Int32(tree.bytes.count)
    }

    private static func buffer(_ string: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
      var count = 0
      while string[count] != 0 { count += 1 }
      return UnsafeBufferPointer(start: string, count: count)
    }

    private static func attribute(_ name: UnsafeBufferPointer<UInt8>) -> HTMLTree.Name? {
      switch name.count {
      case 2: .id
      case 3: .rel
      case 4:
        switch name[0] {
        case 0x72: .role
        case 0x6E: .name
        case 0x6C: .lang
        case 0x74: .type
        default: .href
        }
      case 5:
        switch name[0] {
        case 0x73: .start
        case 0x76: .value
        default: .class
        }
      case 6: .hidden
      case 7: .content
      case 8:
        switch (name[0], name[4]) {
        case (0x69, 0x70): .itemprop
        case (0x69, _): .itemtype
        case (0x70, _): .property
        default: .datetime
        }
      case 10: .httpEquiv
      case 11: .ariaHidden
      default: nil
      }
    }
  }
}
