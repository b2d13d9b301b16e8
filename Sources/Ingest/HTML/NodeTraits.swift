// What the attributes say of each element, read once: the rules then test bits.

/// Marks of an element.
struct NodeTraits: OptionSet {
  let rawValue: UInt16

  // The first five are groups of `BoilerplateTokens`.
  static let furniture = NodeTraits(rawValue: 1)
  static let comments = NodeTraits(rawValue: 2)
  static let forum = NodeTraits(rawValue: 4)
  static let content = NodeTraits(rawValue: 8)
  static let footnotes = NodeTraits(rawValue: 16)
  /// `hidden`, `aria-hidden="true"` or `display: none`.
  static let hidden = NodeTraits(rawValue: 32)
  /// A landmark or widget role that holds no text of the page's own.
  static let furnitureRole = NodeTraits(rawValue: 64)
  /// `role="tabpanel"` or `region`.
  static let panelRole = NodeTraits(rawValue: 128)
  static let mainRole = NodeTraits(rawValue: 256)
  /// `itemprop="articleBody"`.
  static let articleBody = NodeTraits(rawValue: 512)
  /// An `itemtype` of questions or forum posts.
  static let discussion = NodeTraits(rawValue: 1024)
  /// Named for the author.
  static let byline = NodeTraits(rawValue: 4096)
  /// Named like furniture that may yet hold prose.
  static let doubtful = NodeTraits(rawValue: 8192)
  static let consent = NodeTraits(rawValue: 16384)
  /// Points to a note.
  static let noteMark = NodeTraits(rawValue: 32768)
  /// Inside `article`, `main` or an element with that role.
  static let insideArticle = NodeTraits(rawValue: 2048)

  /// The marks of every node of a tree.
  static func all(of tree: HTMLTree) -> [NodeTraits] {
    var traits = [NodeTraits](repeating: [], count: tree.nodes.count)
    tree.bytes.withUnsafeBufferPointer { bytes in
      for index in tree.nodes.indices {
        let node = tree.nodes[index]
        var marks: NodeTraits = []
        let first = Int(node.attribute)
        for attribute in tree.attributes[first..<(first + Int(node.attributes))] {
          marks.formUnion(
            of(attribute.name, bytes[Int(attribute.start)..<Int(attribute.end)]))
        }
        if index > 0 {
          let parent = Int(node.parent)
          let above = traits[parent]
          if above.contains(.insideArticle) || above.contains(.mainRole)
            || tree.nodes[parent].tag == .article || tree.nodes[parent].tag == .main
          {
            marks.insert(.insideArticle)
          }
        }
        traits[index] = marks
      }
    }
    return traits
  }

  private static func of(
    _ name: HTMLTree.Name, _ value: Slice<UnsafeBufferPointer<UInt8>>
  ) -> NodeTraits {
    switch name {
    case .class, .id:
      named(BoilerplateTokens.groups(of: value), name == .class ? value : value.prefix(0))
    case .hidden: .hidden
    case .ariaHidden: value.elementsEqual("true".utf8) ? .hidden : []
    case .role where contains(value, "doc-note"): .noteMark
    case .role where contains(value, "doc-endnote") || contains(value, "doc-footnote"): .footnotes
    case .role:
      NodeTraits(rawValue: roles[WordTable.hash(lowercasing: .init(rebasing: value))] << 6)
    case .itemprop: contains(value, "articleBody") ? .articleBody : []
    case .itemtype:
      contains(value, "DiscussionForumPosting") || contains(value, "QAPage")
        || contains(value, "Question") ? .discussion : []
    default: []
    }
  }

  private static func named(
    _ groups: UInt16, _ name: Slice<UnsafeBufferPointer<UInt8>>
  ) -> NodeTraits {
    var marks = NodeTraits(rawValue: groups & 31)
    if groups & BoilerplateTokens.doubtful != 0 { marks.insert(.doubtful) }
    if groups & BoilerplateTokens.consent != 0 { marks.insert(.consent) }
    if groups & BoilerplateTokens.noteMark != 0 {
      marks.insert(.noteMark)
      marks.remove(.footnotes)
    }
    if !name.isEmpty, groups & BoilerplateTokens.byline != 0 || name.elementsEqual("author".utf8) {
      marks.insert(.byline)
    }
    return marks
  }

  /// Values are `furnitureRole`, `panelRole` and `mainRole` shifted to the low bits.
  private static let roles = WordTable(
    [
      "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
      "alert", "menu", "menubar", "toolbar", "tablist",
    ].map { ($0, 1) } + [("tabpanel", 2), ("region", 2), ("main", 4)])

  private static func contains(
    _ value: Slice<UnsafeBufferPointer<UInt8>>, _ needle: StaticString
  ) -> Bool {
    needle.withUTF8Buffer { needle in
      guard value.count >= needle.count else { return false }
      for start in value.startIndex...(value.endIndex - needle.count)
      where value[start..<(start + needle.count)].elementsEqual(needle) {
        return true
      }
      return false
    }
  }
}
