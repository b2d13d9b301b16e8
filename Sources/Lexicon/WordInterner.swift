// Words to ids while the lexicon is built: the hash of the vocabulary itself, without the cost of a
// dictionary of strings.

internal import Text

/// Gives each folded word an id, 1…, in order of first sight.
struct WordInterner {
  private(set) var words: [String] = []
  private var slots: [(hash: UInt64, id: Int32)]
  private var mask: Int

  init() {
    slots = Array(repeating: (0, 0), count: 1 << 15)
    mask = slots.count - 1
  }

  mutating func id(_ word: String) -> WordID {
    let hash = Folding.hash(word.utf8)
    var at = Int(truncatingIfNeeded: hash) & mask
    while slots[at].id != 0 {
      if slots[at].hash == hash { return WordID(slots[at].id) }
      at = (at + 1) & mask
    }
    words.append(word)
    slots[at] = (hash, Int32(words.count))
    if words.count * 2 > slots.count { grow() }
    return WordID(Int32(words.count))
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.id != 0 {
      var at = Int(truncatingIfNeeded: slot.hash) & mask
      while slots[at].id != 0 { at = (at + 1) & mask }
      slots[at] = slot
    }
  }
}
