// Entries that demand their case ("US", not "us"): how their words are written.

internal import Text

extension PhraseTrie {
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
