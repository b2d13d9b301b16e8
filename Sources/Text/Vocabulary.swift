// The words that the lexicon knows, as a hash table from folded words to ids. It grows while the
// lexicon is read and is shared by all workers afterwards. Words outside it are
// `WordID.unknown`: no interner grows while documents are read.

/// Folded words and their ids, 1…count, in an open-addressing table keyed by the upper 44 bits of a
/// 64-bit hash alone: among ten thousand words two share them with a probability below 10⁻⁵.
package struct Vocabulary: Sendable {
  /// Hash and id in one word, so that the table stays in the cache.
  struct Slot {
    /// The hash but for its lower 20 bits, which are the id; 0 is empty.
    var bits: UInt64

    @inline(__always)
    var id: Int32 { Int32(truncatingIfNeeded: bits & 0xF_FFFF) }
    @inline(__always)
    static func tag(_ hash: UInt64) -> UInt64 { hash & ~0xF_FFFF }
    /// Where the search for a tag begins; the lower bits count.
    @inline(__always)
    static func place(_ tag: UInt64) -> Int { Int(truncatingIfNeeded: tag >> 20 ^ tag >> 42) }
  }
  private(set) var slots: [Slot]
  private(set) var mask: Int
  package private(set) var count = 0

  /// - Parameter capacity: words for which there is room before the table grows.
  package init(capacity: Int = 0) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: Slot(bits: 0), count: size)
  }

  /// - Parameter words: folded words (see `Folding.fold`); a word that comes again keeps its id.
  package init(words: [String]) {
    self.init(capacity: words.count)
    for word in words { _ = insert(word) }
  }

  /// The id of a folded word; a new word gets the next one.
  package mutating func insert(_ folded: String) -> WordID {
    insert(hash: WordHash.hash(folded.utf8))
  }

  /// The same for the bytes of a word.
  package mutating func insert(_ folded: UnsafeBufferPointer<UInt8>) -> WordID {
    insert(hash: WordHash.hash(folded))
  }

  /// The same for letters of ASCII in any case.
  package mutating func insert(lowercasing letters: UnsafeBufferPointer<UInt8>) -> WordID {
    var hash = WordHash()
    for byte in letters { hash.append(byte | 0x20) }
    return insert(hash: hash.value)
  }

  private mutating func insert(hash: UInt64) -> WordID {
    let tag = Slot.tag(hash)
    var at = Slot.place(tag) & mask
    while slots[at].bits != 0 {
      if Slot.tag(slots[at].bits) == tag { return WordID(slots[at].id) }
      at = (at + 1) & mask
    }
    count += 1
    precondition(count <= 0xF_FFFF, "a vocabulary has at most a million words")
    slots[at] = Slot(bits: tag | UInt64(count))
    if count * 2 > slots.count { grow() }
    return WordID(Int32(count))
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(bits: 0), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.bits != 0 {
      var at = Slot.place(Slot.tag(slot.bits)) & mask
      while slots[at].bits != 0 { at = (at + 1) & mask }
      slots[at] = slot
    }
  }

  /// The id of a word that is folded already (lower case, straight apostrophe), or `unknown`.
  package func id(of folded: String) -> WordID { lookUp(WordHash.hash(folded.utf8)) }

  func lookUp(_ hash: UInt64) -> WordID {
    slots.withUnsafeBufferPointer { Self.lookUp(hash, $0, mask) }
  }

  @inline(__always)
  static func lookUp(
    _ hash: UInt64, _ slots: UnsafeBufferPointer<Slot>, _ mask: Int
  ) -> WordID {
    let tag = Slot.tag(hash)
    var at = Slot.place(tag) & mask
    while true {
      let slot = slots[at]
      if slot.bits == 0 { return .unknown }
      if Slot.tag(slot.bits) == tag { return WordID(slot.id) }
      at = (at + 1) & mask
    }
  }
}
