// The words of a sentence, as reuse compares them, and what changed between two sentences.

internal import Text

/// Words and numbers of a sentence, folded, with their spelling.
struct SentenceWords {
  private(set) var folded: [String] = []
  private(set) var surface: [String] = []
  private static let tokenizer = Tokenizer(vocabulary: Vocabulary(words: []))

  init(_ text: [UInt8], range: Range<Int>) {
    var tokens: [Token] = []
    Self.tokenizer.tokenize(text, range: range, into: &tokens)
    for token in tokens where !token.shape.isDisjoint(with: [.word, .number]) {
      let word = String(decoding: text[Int(token.start)..<Int(token.end)], as: UTF8.self)
      surface.append(word)
      folded.append(Folding.fold(word))
    }
  }

  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes, range: 0..<bytes.count)
  }

  /// Hashes of single words and of pairs of neighbours, ascending, each once. Pairs keep the order;
  /// single words keep a long sentence with one changed word alike.
  var shingles: [UInt64] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(2 * folded.count)
    var last: UInt64 = 0
    for word in folded {
      let hash = Folding.hash(word.utf8)
      hashes.append(hash)
      hashes.append(Self.mixed(last &* 31 &+ hash))
      last = hash
    }
    hashes.sort()
    var distinct: [UInt64] = []
    distinct.reserveCapacity(hashes.count)
    for hash in hashes where hash != distinct.last { distinct.append(hash) }
    return distinct
  }

  /// SplitMix64's finalizer.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Words that `other` has lost and gained against this one, in order; runs are parted by `;`. By
  /// the longest common subsequence of folded words.
  func changes(to other: SentenceWords) -> (removed: String, added: String) {
    let (a, b) = (folded, other.folded)
    var lengths = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        lengths[i][j] =
          a[i] == b[j]
          ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var removed: [[String]] = [[]]
    var added: [[String]] = [[]]
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      if i < a.count && j < b.count && a[i] == b[j] {
        if removed.last?.isEmpty == false { removed.append([]) }
        if added.last?.isEmpty == false { added.append([]) }
        i += 1
        j += 1
      } else if j == b.count || i < a.count && lengths[i + 1][j] >= lengths[i][j + 1] {
        removed[removed.count - 1].append(surface[i])
        i += 1
      } else {
        added[added.count - 1].append(other.surface[j])
        j += 1
      }
    }
    func text(_ runs: [[String]]) -> String {
      runs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }.joined(separator: "; ")
    }
    return (text(removed), text(added))
  }
}
