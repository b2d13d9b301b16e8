// The trie over word ids: nodes and edges in flat arrays, edges found through one hash table. Built
// once at start, then only read.

package import Text

/// All phrases of a lexicon, matched in one pass over tokens.
package struct PhraseTrie: Sendable {
  private struct Edge {
    /// Node in the upper half, word id in the lower; 0 is empty.
    var key: UInt64
    var node: Int32
  }
  private var edges: [Edge]
  private var mask: Int
  private var edgeCount = 0
  /// First and count of a node's entries in `entryList`; written by `freeze`.
  private var firstEntry: [Int32] = []
  private var entryCount: [Int32] = []
  private var entryList: [Int32] = []
  private var pending: [(node: Int32, entry: Int32)] = []
  private var nodeCount: Int32 = 1
  /// By word id: the node of the phrases that begin with it, 0 for none, so that most tokens cost
  /// one load.
  private var roots: [Int32] = []
  private var nodes: [Node] = []
  /// A bit for each edge by its slot, in the nearest cache: edges that are not there are told
  /// without a look at their table.
  private var filter: [UInt64] = []
  /// Entries whose case must be as written, by entry number: the bytes to compare with.
  private var exact: [Int32: [[UInt8]]] = [:]
  private var isExact: [Bool] = []
  /// Stands for any number in phrases (`{num}`).
  package private(set) var numberWord = WordID.unknown

  package init(capacity: Int) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    edges = Array(repeating: Edge(key: 0, node: 0), count: size)
    mask = size - 1
  }

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
    var at = Self.slot(key) & mask
    while edges[at].key != 0 {
      if edges[at].key == key { return edges[at].node }
      at = (at + 1) & mask
    }
    edges[at] = Edge(key: key, node: nodeCount)
    nodeCount += 1
    edgeCount += 1
    if edgeCount * 2 > edges.count { grow() }
    return nodeCount - 1
  }

  private mutating func grow() {
    let old = edges
    edges = Array(repeating: Edge(key: 0, node: 0), count: old.count * 2)
    mask = edges.count - 1
    for edge in old where edge.key != 0 {
      var at = Self.slot(edge.key) & mask
      while edges[at].key != 0 { at = (at + 1) & mask }
      edges[at] = edge
    }
  }

  /// Adds a phrase: the choices of words at each position.
  mutating func insert(_ positions: [[WordID]], entry: Int32) {
    var nodes: [Int32] = [0]
    for choices in positions {
      var next: [Int32] = []
      // Inflections may repeat a form; each end gets the entry once.
      for node in nodes {
        for (index, word) in choices.enumerated() where !choices[..<index].contains(word) {
          next.append(child(node, word))
        }
      }
      nodes = next
    }
    for node in nodes where node != 0 { pending.append((node, entry)) }
  }

  mutating func demandCase(_ entry: Int32, words: [[UInt8]]) { exact[entry] = words }

  /// Ends building.
  mutating func freeze(wordCount: Int, numberWord: WordID) {
    self.numberWord = numberWord
    isExact = Array(repeating: false, count: Int(pending.map(\.entry).max() ?? -1) + 1)
    for entry in exact.keys where Int(entry) < isExact.count { isExact[Int(entry)] = true }
    firstEntry = Array(repeating: 0, count: Int(nodeCount))
    entryCount = firstEntry
    for (node, _) in pending { entryCount[Int(node)] += 1 }
    var sum: Int32 = 0
    for node in firstEntry.indices {
      firstEntry[node] = sum
      sum += entryCount[node]
    }
    entryList = Array(repeating: 0, count: Int(sum))
    var cursor = firstEntry
    for (node, entry) in pending {
      entryList[Int(cursor[Int(node)])] = entry
      cursor[Int(node)] += 1
    }
    pending = []
    index(wordCount: wordCount)
  }

  /// What matching needs of a node in one place.
  private struct Node {
    /// Bit `word & 63` is set for each word that goes on from here: most that don't are told
    /// without a look at the table of edges.
    var following: UInt64 = 0
    /// A single entry itself; else where the entries begin in `entryList`.
    var entry: Int32 = 0
    var entryCount: Int32 = 0
  }

  /// Fills `roots` and `nodes`; entries that demand a case become negative in `entryList`.
  private mutating func index(wordCount: Int) {
    roots = Array(repeating: 0, count: wordCount + 1)
    for position in entryList.indices where isExact[Int(entryList[position])] {
      entryList[position] = ~entryList[position]
    }
    nodes = zip(firstEntry, entryCount).map { first, count in
      Node(entry: count == 1 ? entryList[Int(first)] : first, entryCount: count)
    }
    filter = Array(repeating: 0, count: 4096)
    for edge in edges where edge.key != 0 {
      let word = Int(truncatingIfNeeded: edge.key & 0xFFFF_FFFF)
      nodes[Int(edge.key >> 32)].following |= 1 << UInt64(word & 63)
      if edge.key >> 32 == 0 { roots[word] = edge.node }
      let slot = Self.slot(edge.key)
      filter[slot >> 6 & 4095] |= 1 << UInt64(slot & 63)
    }
  }

  /// The node that `word` leads to, or 0.
  @inline(__always)
  private func find(_ node: Int32, _ word: WordID, _ scan: Scan) -> Int32 {
    let key = Self.key(node, word)
    let slot = Self.slot(key)
    guard scan.filter[slot >> 6 & 4095] >> UInt64(slot & 63) & 1 == 1 else { return 0 }
    var at = slot & mask
    while true {
      let edge = scan.edges[at]
      if edge.key == key { return edge.node }
      if edge.key == 0 { return 0 }
      at = (at + 1) & mask
    }
  }

  /// Appends every match in `tokens` to `matches`, by first token, longer first.
  package func match(
    _ tokens: [Token], text: [UInt8], into matches: inout [PhraseMatch]
  ) {
    match(tokens, range: tokens.startIndex..<tokens.endIndex, text: text, into: &matches)
  }

  /// The same within the tokens `range`; no match reaches beyond it.
  package func match(
    _ tokens: [Token], range: Range<Int>, text: [UInt8], into matches: inout [PhraseMatch]
  ) {
    guard !roots.isEmpty else { return }
    tokens.withUnsafeBufferPointer { tokens in
      roots.withUnsafeBufferPointer { roots in
        nodes.withUnsafeBufferPointer { nodes in
          edges.withUnsafeBufferPointer { edges in
            entryList.withUnsafeBufferPointer { entries in
              filter.withUnsafeBufferPointer { filter in
                let scan = Scan(
                  tokens: tokens, limit: range.upperBound, nodes: nodes, edges: edges,
                  entries: entries, filter: filter, text: text)
                for first in range {
                  let word = self.word(of: tokens[first])
                  guard word.rawValue != 0 else { continue }
                  let node = roots[Int(word.rawValue)]
                  if node != 0 { walk(scan, first, node, &matches) }
                }
              }
            }
          }
        }
      }
    }
  }

  private struct Scan {
    let tokens: UnsafeBufferPointer<Token>
    let limit: Int
    let nodes: UnsafeBufferPointer<Node>
    let edges: UnsafeBufferPointer<Edge>
    let entries: UnsafeBufferPointer<Int32>
    let filter: UnsafeBufferPointer<UInt64>
    let text: [UInt8]
  }

  /// The word that phrases know a token by.
  @inline(__always)
  private func word(of token: Token) -> WordID {
    // The bit of `TokenShape.number`: calls into another module are not inlined.
    token.word.rawValue == 0 && token.shape.rawValue & 2 != 0 ? numberWord : token.word
  }

  /// Appends the matches that begin at `first`, whose word leads to `root`.
  @inline(__always)
  private func walk(_ scan: Scan, _ first: Int, _ root: Int32, _ matches: inout [PhraseMatch]) {
    let start = matches.count
    var number = root
    var at = first + 1
    while true {
      let node = scan.nodes[Int(number)]
      for index in 0..<node.entryCount {
        var entry = node.entryCount == 1 ? node.entry : scan.entries[Int(node.entry &+ index)]
        if entry < 0 {
          entry = ~entry
          if let words = exact[entry], !isCased(words, scan.tokens, first, scan.text) { continue }
        }
        matches.append(
          PhraseMatch(
            first: Int32(truncatingIfNeeded: first), end: Int32(truncatingIfNeeded: at),
            entry: entry))
      }
      guard at < scan.limit, node.following != 0 else { break }
      let word = self.word(of: scan.tokens[at])
      guard word.rawValue != 0, node.following >> UInt64(word.rawValue & 63) & 1 == 1 else { break }
      number = find(number, word, scan)
      guard number != 0 else { break }
      at += 1
    }
    // Matches were found shortest first.
    var low = start
    var high = matches.count - 1
    while low < high {
      matches.swapAt(low, high)
      low += 1
      high -= 1
    }
  }

  private func isCased(
    _ words: [[UInt8]], _ tokens: UnsafeBufferPointer<Token>, _ first: Int, _ text: [UInt8]
  ) -> Bool {
    for (offset, word) in words.enumerated() {
      let token = tokens[first + offset]
      guard Int(token.end - token.start) >= word.count,
        text[Int(token.start)..<(Int(token.start) + word.count)].elementsEqual(word)
      else { return false }
    }
    return true
  }
}
