// The trie over word ids: nodes in one flat array, their children in another. Built once at start by
// `PhraseTrieBuilder`, then only read.

package import Text

/// All phrases of a lexicon, matched in one pass over tokens.
package struct PhraseTrie: Sendable {
  /// What matching needs to pass most words over: eight bytes a word.
  private struct Root {
    /// Twice the place in `firsts` of the phrases that begin with the word, and 1 more where one ends
    /// with it; 0 for none.
    var bits: UInt32 = 0
    /// `following` of the node, its halves laid over each other.
    var following: UInt32 = 0

    init() {}

    init(place: Int, of node: Node) {
      bits = UInt32(place) << 1 | (node.entryCount == 0 ? 0 : 1)
      following = UInt32(truncatingIfNeeded: node.following | node.following >> 32)
    }

    @inline(__always)
    var place: Int { Int(bits >> 1) }
  }
  /// Nodes but the root, those of `firsts` and leaves, which are told by what leads to them.
  private let nodes: [Node]
  /// The children of each node side by side, open-addressed by the word, with an empty place among
  /// them: what follows a frequent word is near.
  private let children: [Child]
  /// By word id: what begins with it, so that most tokens cost one load.
  private var roots: [Root]
  /// The nodes of first words side by side: most matching ends there, and all nodes together are too
  /// many for the nearer caches. The first stands for none.
  private var firsts: [Node]
  /// Entry numbers; `~number` for an entry that demands its case.
  private var entries: [Int32]
  private let exact: ExactWords
  /// Stands for any number in phrases (`{num}`).
  package let numberWord: WordID

  /// A trie without phrases.
  init() {
    self.init(
      nodes: [], firsts: [Node()], children: [], roots: [], entries: [], exact: ExactWords(),
      numberWord: .unknown)
  }

  /// - Parameter roots: by word id the place in `firsts` of phrases that begin with it, 0 for none.
  init(
    nodes: [Node], firsts: [Node], children: [Child], roots: [Int32], entries: [Int32],
    exact: ExactWords, numberWord: WordID
  ) {
    self.nodes = nodes
    self.firsts = firsts
    self.children = children
    self.roots = roots.map { place in
      place == 0 ? Root() : Root(place: Int(place), of: firsts[Int(place)])
    }
    self.entries = entries
    self.exact = exact
    self.numberWord = numberWord
  }

  /// Parts entries of one word from the rest, so that who wants them finds them by word id at the
  /// cost of one load a token, and matching is spared words that begin no other phrase.
  /// - Parameter isWanted: whether an entry is to be parted; entries that demand their case stay.
  /// - Returns: the trie without these entries, and each of them with its word.
  package func partingWords(
    _ isWanted: (Int32) -> Bool
  ) -> (rest: PhraseTrie, words: [(word: WordID, entry: Int32)]) {
    var rest = self
    var words: [(word: WordID, entry: Int32)] = []
    for word in roots.indices where roots[word].bits != 0 {
      let place = roots[word].place
      let node = firsts[place]
      let first = Int(node.entry)
      if node.entryCount == 1 {
        // Nearly all.
        guard node.entry >= 0, isWanted(node.entry) else { continue }
        words.append((WordID(Int32(word)), node.entry))
        rest.firsts[place].entryCount = 0
      } else {
        let own = entries[first..<first + Int(node.entryCount)]
        guard own.contains(where: { $0 >= 0 && isWanted($0) }) else { continue }
        let kept = own.filter { $0 < 0 || !isWanted($0) }
        for entry in own where entry >= 0 && isWanted(entry) {
          words.append((WordID(Int32(word)), entry))
        }
        rest.firsts[place].entryCount = Int32(kept.count)
        if kept.count == 1 {
          rest.firsts[place].entry = kept[0]
        } else {
          for (offset, entry) in kept.enumerated() { rest.entries[first + offset] = entry }
        }
      }
      let left = rest.firsts[place]
      let isEmpty = left.entryCount == 0 && left.following == 0
      rest.roots[word] = isEmpty ? Root() : Root(place: place, of: left)
    }
    return (rest, words)
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
      nodes.withUnsafeBufferPointer { nodes in
        children.withUnsafeBufferPointer { children in
          entries.withUnsafeBufferPointer { entries in
            let scan = Scan(
              tokens: tokens, limit: range.upperBound, nodes: nodes, children: children,
              entries: entries, text: text)
            matchFirsts(scan, range, &matches)
          }
        }
      }
    }
  }

  /// A token from which a phrase may go on, and the place of its word in `firsts`.
  private struct Start {
    var first: Int32
    var place: Int32
  }

  /// All nodes are too many for the nearer caches, and to go from one to the next takes two loads that
  /// wait for each other. So those of the first step are read ahead for all starts together.
  @inline(__always)
  private func matchFirsts(_ scan: Scan, _ range: Range<Int>, _ matches: inout [PhraseMatch]) {
    withUnsafeTemporaryAllocation(of: Start.self, capacity: range.count) { starts in
      withUnsafeTemporaryAllocation(of: Node.self, capacity: range.count) { heads in
        withUnsafeTemporaryAllocation(of: Child.self, capacity: range.count) { seconds in
          let count = find(starts, scan, range)
          firsts.withUnsafeBufferPointer { firsts in
            for index in 0..<count {
              heads.initializeElement(at: index, to: firsts[Int(starts[index].place)])
            }
          }
          for index in 0..<count {
            let word = scan.word(Int(starts[index].first) + 1, numbersAs: numberWord)
            let node = heads[index]
            let second =
              node.leads(word) ? scan.child(node, word.rawValue & node.childMask) : Child()
            seconds.initializeElement(at: index, to: second)
          }
          for index in 0..<count {
            walk(scan, Int(starts[index].first), heads[index], seconds[index], &matches)
          }
        }
      }
    }
  }

  /// Fills `starts` with the tokens of `range` that have an entry of their own or whose next word may
  /// go on. First all and without a branch, so that the loads of many tokens, most of which miss the
  /// nearest cache, wait for each other no more.
  /// - Returns: how many there are.
  @inline(__always)
  private func find(
    _ starts: UnsafeMutableBufferPointer<Start>, _ scan: Scan, _ range: Range<Int>
  ) -> Int {
    roots.withUnsafeBufferPointer { roots in
      var count = 0
      guard var next = range.first.map({ scan.tokens[$0].word(numbersAs: numberWord).rawValue })
      else { return 0 }
      for first in range {
        // No phrase begins with the unknown word, 0.
        let root = roots[Int(next)]
        let after = first &+ 1
        next =
          after < range.upperBound ? scan.tokens[after].word(numbersAs: numberWord).rawValue : 0
        let goesOn = next == 0 ? 0 : root.following >> UInt32(next & 31) & 1
        starts[count] = Start(
          first: Int32(truncatingIfNeeded: first), place: Int32(truncatingIfNeeded: root.bits >> 1))
        count &+= Int(truncatingIfNeeded: root.bits & 1 | goesOn)
      }
      return count
    }
  }

  private struct Scan {
    let tokens: UnsafeBufferPointer<Token>
    let limit: Int
    let nodes: UnsafeBufferPointer<Node>
    let children: UnsafeBufferPointer<Child>
    let entries: UnsafeBufferPointer<Int32>
    let text: [UInt8]

    /// The word at a token, unknown at the end.
    @inline(__always)
    func word(_ at: Int, numbersAs number: WordID) -> WordID {
      at < limit ? tokens[at].word(numbersAs: number) : .unknown
    }

    @inline(__always)
    func child(_ node: Node, _ place: Int32) -> Child { children[Int(node.firstChild &+ place)] }
  }

  /// Appends the matches that begin at `first`, whose word leads to `root`.
  ///
  /// - Parameter second: the child of `root` at the place where that for the next word may be.
  @inline(__always)
  private func walk(
    _ scan: Scan, _ first: Int, _ root: Node, _ second: Child, _ matches: inout [PhraseMatch]
  ) {
    let start = matches.count
    var node = root
    var at = first + 1
    while true {
      for index in 0..<node.entryCount {
        let entry = node.entryCount == 1 ? node.entry : scan.entries[Int(node.entry &+ index)]
        append(entry, scan, first..<at, &matches)
      }
      let word = scan.word(at, numbersAs: numberWord)
      guard node.leads(word) else { break }
      var place = word.rawValue & node.childMask
      var child = at == first + 1 ? second : scan.child(node, place)
      while !child.has(word), !child.isEmpty {
        place = (place &+ 1) & node.childMask
        child = scan.child(node, place)
      }
      if child.isEmpty { break }
      at += 1
      if child.isLeaf {
        append(child.target, scan, first..<at, &matches)
        break
      }
      node = scan.nodes[Int(child.target)]
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

  /// Adds the match of an entry, unless it demands another case.
  @inline(__always)
  private func append(
    _ entry: Int32, _ scan: Scan, _ tokens: Range<Int>, _ matches: inout [PhraseMatch]
  ) {
    var entry = entry
    if entry < 0 {
      entry = ~entry
      if !exact.match(entry, scan.tokens, tokens.lowerBound, scan.text) { return }
    }
    matches.append(
      PhraseMatch(
        first: Int32(truncatingIfNeeded: tokens.lowerBound),
        end: Int32(truncatingIfNeeded: tokens.upperBound), entry: entry))
  }
}
