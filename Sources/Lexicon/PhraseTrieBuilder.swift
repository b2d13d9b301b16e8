// Builds the trie: nodes while phrases come in, their entries at the end.

internal import Text

/// Takes phrases as word ids and gives a `PhraseTrie`.
struct PhraseTrieBuilder {
  private struct Node {
    /// The node before in the upper half, the word that leads here in the lower.
    var key: UInt64
    var node = PhraseTrie.Node()
  }
  private var nodes = [Node(key: 0)]
  /// Nodes but those of `roots` by `slot` of their key, open-addressed; 0 is empty.
  private var slots: [Int32]
  /// Slots taken: nodes but the root and those of `roots`.
  private var slotted = 0
  private var roots: [Int32] = []
  /// Where entries end.
  private var pending: [(node: Int32, entry: Int32)] = []
  private var exact = PhraseTrie.ExactWords()
  // Nodes reached by the phrase at hand.
  private var reached = ReusedList<Int32>()
  private var next = ReusedList<Int32>()

  /// - Parameter capacity: nodes for which there is room before the table grows; a power of two.
  init(capacity: Int = 1 << 14) {
    slots = Array(repeating: 0, count: capacity * 2)
    nodes.reserveCapacity(capacity * 2)
    pending.reserveCapacity(capacity)
  }

  /// Adds a phrase: the choices of words at each position.
  mutating func insert(_ phrase: PhraseChoices, entry: Int32, isExactCase: Bool) {
    reached.removeAll()
    reached.append(0)
    var start = 0
    for position in 0..<phrase.ends.count {
      let end = phrase.ends[position]
      next.removeAll()
      for place in 0..<reached.count {
        let node = reached[place]
        for index in start..<end { next.append(child(node, phrase.words[index])) }
      }
      swap(&reached, &next)
      start = end
    }
    for place in 0..<reached.count where reached[place] != 0 {
      pending.append((reached[place], entry))
    }
    if isExactCase { exact.append(phrase.written, ends: phrase.writtenEnds, entry: entry) }
  }

  /// The node before in the upper half, the word that leads on in the lower.
  @inline(__always)
  private static func key(_ node: Int32, _ word: WordID) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word.rawValue))
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33)
  }

  private mutating func child(_ node: Int32, _ word: WordID) -> Int32 {
    let key = Self.key(node, word)
    if node == 0 {
      let index = Int(word.rawValue)
      while roots.count <= index { roots.append(0) }
      if roots[index] == 0 { roots[index] = append(key) }
      return roots[index]
    }
    var at = Self.slot(key) & (slots.count - 1)
    while slots[at] != 0 {
      if nodes[Int(slots[at])].key == key { return slots[at] }
      at = (at + 1) & (slots.count - 1)
    }
    let new = append(key)
    slots[at] = new
    nodes[Int(node)].node.following |= 1 << UInt64(word.rawValue & 63)
    slotted += 1
    if slotted * 2 > slots.count { grow() }
    return new
  }

  private mutating func append(_ key: UInt64) -> Int32 {
    nodes.append(Node(key: key))
    return Int32(nodes.count - 1)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for node in old where node != 0 {
      var at = Self.slot(nodes[Int(node)].key) & (slots.count - 1)
      while slots[at] != 0 { at = (at + 1) & (slots.count - 1) }
      slots[at] = node
    }
  }

  /// Ends building. Entries of one node keep the order in which they came.
  consuming func build(wordCount: Int, numberWord: WordID) -> PhraseTrie {
    for (node, _) in pending { nodes[Int(node)].node.entryCount += 1 }
    var sum: Int32 = 0
    for index in nodes.indices where nodes[index].node.entryCount > 1 {
      nodes[index].node.entry = sum
      sum += nodes[index].node.entryCount
    }
    var entries = [Int32](repeating: 0, count: Int(sum))
    var taken = [Int32](repeating: 0, count: nodes.count)
    for (node, entry) in pending {
      let index = Int(node)
      let number = exact.contains(entry) ? ~entry : entry
      if nodes[index].node.entryCount == 1 {
        nodes[index].node.entry = number
      } else {
        entries[Int(nodes[index].node.entry + taken[index])] = number
        taken[index] += 1
      }
    }
    while roots.count <= wordCount { roots.append(0) }
    let children = children()
    var firsts = [PhraseTrie.Node()]
    for word in roots.indices where roots[word] != 0 {
      firsts.append(nodes[Int(roots[word])].node)
      roots[word] = Int32(firsts.count - 1)
    }
    return PhraseTrie(
      nodes: nodes.filter(Self.isInner).map { $0.node }, firsts: firsts, children: children,
      roots: roots, entries: entries, exact: exact, numberWord: numberWord)
  }

  /// Whether a node is kept by itself: not the root, of a first word or a leaf.
  private static func isInner(_ node: Node) -> Bool {
    node.key >> 32 != 0 && (node.node.following != 0 || node.node.entryCount != 1)
  }

  /// Lays the children of each node side by side and tells the nodes where.
  private mutating func children() -> [PhraseTrie.Child] {
    var counts = [Int32](repeating: 0, count: nodes.count)
    for node in nodes { counts[Int(node.key >> 32)] += 1 }
    var sum: Int32 = 0
    // The children of the root are found by `roots`.
    for index in nodes.indices.dropFirst() where counts[index] > 0 {
      var size: Int32 = 2
      while size * 3 < counts[index] * 4 { size *= 2 }
      nodes[index].node.firstChild = sum
      nodes[index].node.childMask = size - 1
      sum += size
    }
    var children = [PhraseTrie.Child](repeating: PhraseTrie.Child(), count: Int(sum))
    var inner: Int32 = 0
    for own in nodes where own.key >> 32 != 0 {
      let parent = nodes[Int(own.key >> 32)].node
      let word = WordID(Int32(truncatingIfNeeded: own.key))
      var at = word.rawValue & parent.childMask
      while !children[Int(parent.firstChild + at)].isEmpty { at = (at + 1) & parent.childMask }
      let child: PhraseTrie.Child
      if Self.isInner(own) {
        child = PhraseTrie.Child(word, node: inner)
        inner += 1
      } else {
        child = PhraseTrie.Child(word, entry: own.node.entry)
      }
      children[Int(parent.firstChild + at)] = child
    }
    return children
  }
}
