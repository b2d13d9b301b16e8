// The numbers of ordered lists, which browsers add and the text lacks: a law's paragraphs are often set
// as list items.

/// Counts the items of the ordered lists that are open.
struct ListNumbering {
  private let tree: HTMLTree
  private var lists: [(node: Int, next: Int)] = []
  private var label: String?
  /// Lists of any kind that are open.
  private(set) var depth = 0

  init(_ tree: HTMLTree) { self.tree = tree }

  mutating func enter(_ node: Int) {
    switch tree.nodes[node].tag {
    case .ul, .menu: depth += 1
    case .ol:
      depth += 1
      lists.append((node, number(.start, of: node) ?? 1))
    case .li:
      label = nil
      guard let list = lists.last, list.node == Int(tree.nodes[node].parent) else { return }
      let number = number(.value, of: node) ?? list.next
      lists[lists.count - 1].next = number + 1
      label = Self.write(number, tree.value(.type, of: list.node)?.first)
    default: break
    }
  }

  mutating func leave(_ node: Int) {
    switch tree.nodes[node].tag {
    case .ul, .menu: depth -= 1
    case .ol:
      depth -= 1
      lists.removeLast()
    case .li: label = nil
    default: break
    }
  }

  /// The label for the first block of an item.
  mutating func take() -> String? {
    defer { label = nil }
    return label
  }

  private func number(_ name: HTMLTree.Name, of node: Int) -> Int? {
    guard tree.nodes[node].attributes > 0, let value = tree.string(name, of: node),
      let number = Int(value), abs(number) < 100_000
    else { return nil }
    return number
  }

  /// - Parameter type: of the list, `a`, `A`, `i` or `I`; else digits.
  private static func write(_ number: Int, _ type: UInt8?) -> String {
    guard let type, number > 0, number < 4_000 else { return "\(number)" }
    let text: String
    switch type | 0x20 {
    case 0x61:
      let letter = Character(Unicode.Scalar(UInt8(0x61 + (number - 1) % 26)))
      text = String(repeating: letter, count: (number - 1) / 26 + 1)
    case 0x69: text = roman(number)
    default: return "\(number)"
    }
    return type & 0x20 == 0 ? text.uppercased() : text
  }

  private static func roman(_ number: Int) -> String {
    var rest = number
    var text = ""
    for (value, sign) in [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ] {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
