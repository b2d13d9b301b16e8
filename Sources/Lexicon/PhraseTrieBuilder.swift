// Builds the trie: nodes while phrases come in, their entries at the end.

internal import Text

/// Takes phrases as word ids and gives a `PhraseTrie`.
struct PhraseTrieBuilder {
  private var nodes = [PhraseTrie.Node(key: 0)]
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

  private mutating func child(_ node: Int32, _ word: WordID) -> Int32 {
    let key = PhraseTrie.key(node, word)
    if node == 0 {
      let index = Int(word.rawValue)
      while roots.count <= index { roots.append(0) }
      if roots[index] == 0 { roots[index] = append(key) }
      return roots[index]
    }
    var at = PhraseTrie.slot(key) & (slots.count - 1)
    while slots[at] != 0 {
      if nodes[Int(slots[at])].key == key { return slots[at] }
      at = (at + 1) & (slots.count - 1)
    }
    let new = append(key)
    slots[at] = new
    nodes[Int(node)].following |= 1 << UInt64(word.rawValue & 63)
    slotted += 1
    if slotted * 2 > slots.count { grow() }
    return new
  }

  private mutating func append(_ key: UInt64) -> Int32 {
    nodes.append(PhraseTrie.Node(key: key))
    return Int32(nodes.count - 1)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for node in old where node != 0 {
      var at = PhraseTrie.slot(nodes[Int(node)].key) & (slots.count - 1)
      while slots[at] != 0 { at = (at + 1) & (slots.count - 1) }
      slots[at] = node
    }
  }

  /// Ends building. Entries of one node keep the order in which they came.
  consuming func build(wordCount: Int, numberWord: WordID) -> PhraseTrie {
    for (node, _) in pending { nodes[Int(node)].entryCount += 1 }
    var filter = [UInt64](repeating: 0, count: PhraseTrie.filterSize)
    var sum: Int32 = 0
    for index in nodes.indices {
      if nodes[index].entryCount > 1 {
        nodes[index].entry = sum
        sum += nodes[index].entryCount
      }
      guard nodes[index].key >> 32 != 0 else { continue }
      let (word, bit) = PhraseTrie.filterPlace(PhraseTrie.slot(nodes[index].key))
      filter[word] |= bit
    }
    var entries = [Int32](repeating: 0, count: Int(sum))
    var taken = [Int32](repeating: 0, count: nodes.count)
    for (node, entry) in pending {
      let index = Int(node)
      let number = exact.contains(entry) ? ~entry : entry
      if nodes[index].entryCount == 1 {
        nodes[index].entry = number
      } else {
        entries[Int(nodes[index].entry + taken[index])] = number
        taken[index] += 1
      }
    }
    while roots.count <= wordCount { roots.append(0) }
    return PhraseTrie(
      nodes: nodes, slots: slots, roots: roots, filter: filter, entries: entries, exact: exact,
      numberWord: numberWord)
  }
}
