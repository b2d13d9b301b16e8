// The trie over word ids: nodes in one flat array, found through one hash table. Built once at start
// by `PhraseTrieBuilder`, then only read.

package import Text

/// All phrases of a lexicon, matched in one pass over tokens.
package struct PhraseTrie: Sendable {
  /// What matching needs of a node in one place.
  struct Node {
    /// The node before in the upper half, the word that leads here in the lower.
    var key: UInt64
    /// Bit `word & 63` is set for each word that goes on from here: most that don't are told
    /// without a look at the table.
    var following: UInt64 = 0
    /// A single entry itself; else where its entries begin in `entries`.
    var entry: Int32 = 0
    var entryCount: Int32 = 0
  }
  /// Node 0 is the root.
  private let nodes: [Node]
  /// Nodes but those of `roots` by `slot` of their key, open-addressed; 0 is empty.
  private let slots: [Int32]
  /// By word id: the place in `firsts` of the phrases that begin with it, 0 for none, so that most
  /// tokens cost one load.
  private var roots: [Int32]
  /// The nodes of first words side by side: most matching ends there, and all nodes together are too
  /// many for the nearer caches. Their key is their number in `nodes`; the first stands for none.
  private var firsts: [Node]
  /// A bit for each node of `slots` by the slot of its key, in the nearest cache: words that lead
  /// nowhere are told without a look at the table.
  private let filter: [UInt64]
  /// Entry numbers; `~number` for an entry that demands its case.
  private var entries: [Int32]
  private let exact: ExactWords
  /// Stands for any number in phrases (`{num}`).
  package let numberWord: WordID

  /// A trie without phrases.
  init() {
    self.init(
      nodes: [Node(key: 0)], slots: [0], roots: [], filter: [], entries: [], exact: ExactWords(),
      numberWord: .unknown)
  }

  /// - Parameters:
  ///   - slots: a table of a power of two with at least one empty slot.
  ///   - roots: by word id the number of the node of first words, 0 for none.
  init(
    nodes: [Node], slots: [Int32], roots: [Int32], filter: [UInt64], entries: [Int32],
    exact: ExactWords, numberWord: WordID
  ) {
    self.nodes = nodes
    self.slots = slots
    var firsts = [Node(key: 0)]
    self.roots = roots.map { number in
      guard number != 0 else { return 0 }
      firsts.append(nodes[Int(number)])
      firsts[firsts.count - 1].key = UInt64(number)
      return Int32(firsts.count - 1)
    }
    self.firsts = firsts
    self.filter = filter
    self.entries = entries
    self.exact = exact
    self.numberWord = numberWord
  }

  @inline(__always)
  static func key(_ node: Int32, _ word: WordID) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word.rawValue))
  }

  @inline(__always)
  static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33)
  }

  /// Words of `filter`, and where a slot has its bit.
  static let filterSize = 4096
  @inline(__always)
  static func filterPlace(_ slot: Int) -> (index: Int, bit: UInt64) {
    (slot >> 6 & (filterSize - 1), 1 << UInt64(slot & 63))
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
    for word in roots.indices where roots[word] != 0 {
      let place = Int(roots[word])
      let node = firsts[place]
      let first = Int(node.entry)
      if node.entryCount == 1 {
        // Nearly all.
        guard node.entry >= 0, isWanted(node.entry) else { continue }
        words.append((WordID(Int32(word)), node.entry))
        rest.firsts[place].entryCount = 0
        if node.following == 0 { rest.roots[word] = 0 }
        continue
      }
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
      if kept.isEmpty, node.following == 0 { rest.roots[word] = 0 }
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
        slots.withUnsafeBufferPointer { slots in
          entries.withUnsafeBufferPointer { entries in
            filter.withUnsafeBufferPointer { filter in
              let scan = Scan(
                tokens: tokens, limit: range.upperBound, nodes: nodes, slots: slots,
                entries: entries, filter: filter, text: text)
              matchFirsts(scan, range, &matches)
            }
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

  @inline(__always)
  private func matchFirsts(_ scan: Scan, _ range: Range<Int>, _ matches: inout [PhraseMatch]) {
    withUnsafeTemporaryAllocation(of: Start.self, capacity: range.count) { starts in
      firsts.withUnsafeBufferPointer { firsts in
        for start in starts[..<find(starts, scan, range, firsts)] {
          walk(scan, Int(start.first), firsts[Int(start.place)], &matches)
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
    _ starts: UnsafeMutableBufferPointer<Start>, _ scan: Scan, _ range: Range<Int>,
    _ firsts: UnsafeBufferPointer<Node>
  ) -> Int {
    roots.withUnsafeBufferPointer { roots in
      var count = 0
      guard var next = range.first.map({ scan.tokens[$0].word(numbersAs: numberWord).rawValue })
      else { return 0 }
      for first in range {
        let word = next
        let after = first &+ 1
        next =
          after < range.upperBound ? scan.tokens[after].word(numbersAs: numberWord).rawValue : 0
        let place = word == 0 ? 0 : roots[Int(word)]
        let node = firsts[Int(place)]
        let goesOn = next == 0 ? 0 : node.following >> UInt64(next & 63) & 1
        starts[count] = Start(first: Int32(truncatingIfNeeded: first), place: place)
        count &+= UInt64(UInt32(bitPattern: node.entryCount)) | goesOn == 0 ? 0 : 1
      }
      return count
    }
  }

  private struct Scan {
    let tokens: UnsafeBufferPointer<Token>
    let limit: Int
    let nodes: UnsafeBufferPointer<Node>
    let slots: UnsafeBufferPointer<Int32>
    let entries: UnsafeBufferPointer<Int32>
    let filter: UnsafeBufferPointer<UInt64>
    let text: [UInt8]

    /// The node to which `word` leads from `node`, or 0.
    @inline(__always)
    func next(_ node: Int32, _ word: WordID) -> Int32 {
      let key = PhraseTrie.key(node, word)
      let slot = PhraseTrie.slot(key)
      let (index, bit) = PhraseTrie.filterPlace(slot)
      guard filter[index] & bit != 0 else { return 0 }
      var at = slot & (slots.count - 1)
      while true {
        let candidate = slots[at]
        if candidate == 0 || nodes[Int(candidate)].key == key { return candidate }
        at = (at + 1) & (slots.count - 1)
      }
    }
  }

  /// Appends the matches that begin at `first`, whose word leads to `root` of `firsts`.
  @inline(__always)
  private func walk(_ scan: Scan, _ first: Int, _ root: Node, _ matches: inout [PhraseMatch]) {
    let start = matches.count
    var node = root
    var number = Int32(truncatingIfNeeded: root.key)
    var at = first + 1
    while true {
      for index in 0..<node.entryCount {
        var entry = node.entryCount == 1 ? node.entry : scan.entries[Int(node.entry &+ index)]
        if entry < 0 {
          entry = ~entry
          if !exact.match(entry, scan.tokens, first, scan.text) { continue }
        }
        matches.append(
          PhraseMatch(
            first: Int32(truncatingIfNeeded: first), end: Int32(truncatingIfNeeded: at),
            entry: entry))
      }
      guard at < scan.limit, node.following != 0 else { break }
      let word = scan.tokens[at].word(numbersAs: numberWord)
      guard word.rawValue != 0, node.following >> UInt64(word.rawValue & 63) & 1 == 1 else { break }
      number = scan.next(number, word)
      guard number != 0 else { break }
      node = scan.nodes[Int(number)]
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

  /// The words of entries whose case must be as written.
  struct ExactWords {
    /// By entry: its words in `ends`; empty for entries in any case.
    private var ranges: [Range<Int32>] = []
    /// End of each word in `bytes`.
    private var ends: [Int32] = [0]
    private var bytes: [UInt8] = []

    /// - Parameter ends: the end of each word in `written`.
    mutating func append(_ written: [UInt8], ends wordEnds: [Int], entry: Int32) {
      while ranges.count <= Int(entry) { ranges.append(0..<0) }
      let first = Int32(ends.count)
      for end in wordEnds { ends.append(Int32(bytes.count + end)) }
      bytes.append(contentsOf: written)
      ranges[Int(entry)] = first..<Int32(ends.count)
    }

    func contains(_ entry: Int32) -> Bool {
      Int(entry) < ranges.count && !ranges[Int(entry)].isEmpty
    }

    /// Whether the tokens from `first` are cased like the words of `entry`.
    func match(
      _ entry: Int32, _ tokens: UnsafeBufferPointer<Token>, _ first: Int, _ text: [UInt8]
    ) -> Bool {
      for (offset, word) in ranges[Int(entry)].enumerated() {
        let start = Int(tokens[first + offset].start)
        let own = Int(ends[Int(word) - 1])..<Int(ends[Int(word)])
        guard Int(tokens[first + offset].end) - start >= own.count else { return false }
        for index in own where text[start + index - own.lowerBound] != bytes[index] {
          return false
        }
      }
      return true
    }
  }
}
