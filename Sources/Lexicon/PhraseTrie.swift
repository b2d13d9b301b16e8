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
  /// By word id: whether a phrase begins with it, so that most tokens cost one load.
  private var begins: [Bool] = []
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
    begins = Array(repeating: false, count: wordCount + 1)
    for edge in edges where edge.key != 0 && edge.key >> 32 == 0 {
      begins[Int(truncatingIfNeeded: edge.key & 0xFFFF_FFFF)] = true
    }
  }

  @inline(__always)
  private func find(_ node: Int32, _ word: WordID, _ edges: UnsafeBufferPointer<Edge>) -> Int32 {
    let key = Self.key(node, word)
    var at = Self.slot(key) & mask
    while true {
      let edge = edges[at]
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
    guard !begins.isEmpty else { return }
    tokens.withUnsafeBufferPointer { tokens in
      begins.withUnsafeBufferPointer { begins in
        edges.withUnsafeBufferPointer { edges in
          for first in range {
            var word = tokens[first].word
            if word == .unknown {
              guard tokens[first].shape.contains(.number) else { continue }
              word = numberWord
            }
            guard begins[Int(word.rawValue)] else { continue }
            let start = matches.count
            walk(tokens, first, range.upperBound, word, edges, text, &matches)
            // Matches were found shortest first.
            if matches.count - start > 1 { matches[start...].reverse() }
          }
        }
      }
    }
  }

  @inline(__always)
  private func walk(
    _ tokens: UnsafeBufferPointer<Token>, _ first: Int, _ limit: Int, _ word: WordID,
    _ edges: UnsafeBufferPointer<Edge>, _ text: [UInt8], _ matches: inout [PhraseMatch]
  ) {
    var node: Int32 = 0
    var word = word
    var at = first
    while true {
      node = find(node, word, edges)
      guard node != 0 else { return }
      at += 1
      let count = entryCount[Int(node)]
      if count > 0 {
        let from = firstEntry[Int(node)]
        for index in from..<(from + count) {
          let entry = entryList[Int(index)]
          if isExact[Int(entry)], let words = exact[entry],
            !isCased(words, tokens, first, text)
          {
            continue
          }
          matches.append(PhraseMatch(first: Int32(first), end: Int32(at), entry: entry))
        }
      }
      guard at < limit else { return }
      word = tokens[at].word
      if word == .unknown {
        guard tokens[at].shape.contains(.number) else { return }
        word = numberWord
      }
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
