// The words that the lexicon knows, as an immutable hash table from folded words to ids, shared by
// all workers. Words outside it are `WordID.unknown`: no interner grows while documents are read.

/// Folded words and their ids, 1…count, in an open-addressing table keyed by a 64-bit hash. Two
/// words of one vocabulary with the same hash are a programming accident that `init` refuses.
package struct Vocabulary: Sendable {
  /// Hash and id in one slot, so that a look-up touches one cache line.
  struct Slot {
    var hash: UInt64
    var id: Int32
  }
  private(set) var slots: [Slot]
  private(set) var mask: Int
  private var words: [String]

  /// - Parameter words: folded words, each once (see `Folding.fold`).
  package init(words: [String]) {
    self.words = words
    var size = 16
    while size < words.count * 3 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: Slot(hash: 0, id: 0), count: size)
    for (index, word) in words.enumerated() {
      let hash = Folding.hash(word.utf8)
      var at = Int(truncatingIfNeeded: hash) & mask
      while slots[at].id != 0 {
        precondition(slots[at].hash != hash, "two words of the vocabulary share a hash")
        at = (at + 1) & mask
      }
      slots[at] = Slot(hash: hash, id: Int32(index + 1))
    }
  }

  package var count: Int { words.count }

  /// The id of a word that is folded already (lower case, straight apostrophe), or `unknown`.
  package func id(of folded: String) -> WordID { lookUp(Folding.hash(folded.utf8)) }

  package func word(_ id: WordID) -> String? {
    id == .unknown ? nil : words[Int(id.rawValue) - 1]
  }

  func lookUp(_ hash: UInt64) -> WordID {
    slots.withUnsafeBufferPointer { Self.lookUp(hash, $0, mask) }
  }

  @inline(__always)
  static func lookUp(
    _ hash: UInt64, _ slots: UnsafeBufferPointer<Slot>, _ mask: Int
  ) -> WordID {
    var at = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[at]
      if slot.id == 0 { return .unknown }
      if slot.hash == hash { return WordID(slot.id) }
      at = (at + 1) & mask
    }
  }
}
