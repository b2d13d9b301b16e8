// The nodes of a phrase trie, as small as they can be: each step of a match is a load from memory that
// the nearer caches do not hold.

internal import Text

extension PhraseTrie {
  /// What matching needs of a node in one place.
  struct Node {
    /// Bit `word & 63` is set for each word that goes on from here: most that don't are told
    /// without a look at the children.
    var following: UInt64 = 0
    /// Where its children begin in `children`, and the places that they have there less 1.
    var firstChild: Int32 = 0
    var childMask: Int32 = 0
    /// A single entry itself; else where its entries begin in `entries`.
    var entry: Int32 = 0
    var entryCount: Int32 = 0

    /// False where the word does not go on from here.
    @inline(__always)
    func leads(_ word: WordID) -> Bool {
      word.rawValue != 0 && following >> UInt64(word.rawValue & 63) & 1 == 1
    }
  }
  /// A word that goes on from a node, and where it leads.
  struct Child {
    /// The word, 0 in an empty place, and the bit `leaf` where one phrase ends with it and none goes on.
    private var bits: UInt32 = 0
    /// Number of the node in `nodes`; of a leaf its entry.
    private(set) var target: Int32 = 0
    private static let leaf: UInt32 = 1 << 31

    init() {}

    init(_ word: WordID, node: Int32) {
      bits = UInt32(word.rawValue)
      target = node
    }

    init(_ word: WordID, entry: Int32) {
      bits = UInt32(word.rawValue) | Self.leaf
      target = entry
    }

    @inline(__always) var isEmpty: Bool { bits == 0 }
    @inline(__always) var isLeaf: Bool { bits & Self.leaf != 0 }
    @inline(__always) func has(_ word: WordID) -> Bool {
      bits & ~Self.leaf == UInt32(bitPattern: word.rawValue)
    }
  }
}
