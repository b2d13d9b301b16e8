// Near-identical documents are found by the sentences they share. A sketch is a fair sample of a
// document's passages: the smallest hashes (bottom-k, Broder 1997) tell how alike two documents are,
// every eighth hash (FracMinHash, Irber et al. 2022) whether one is a piece of the other.

package import Ingest

/// A sample of a document's passages: hashes, ascending.
package struct DocumentSketch: Sendable, Equatable {
  /// The smallest hashes that are always in.
  package static let size = 8
  package var hashes: [UInt32]
  /// Number of distinct hashes that were sampled from.
  package var population: Int

  package init(hashes: [UInt32], population: Int) {
    self.hashes = hashes
    self.population = population
  }

  /// Passages of less than 20 bytes (headings, numbers) say little and are left out, unless there
  /// is nothing else.
  package init(_ document: Document) {
    var all = Self.hashes(document, atLeast: 20)
    if all.isEmpty { all = Self.hashes(document, atLeast: 0) }
    all.sort()
    var sample: [UInt32] = []
    var population = 0
    var last: UInt32?
    for hash in all where hash != last {
      if population < Self.size || Self.isAnchor(hash) { sample.append(hash) }
      population += 1
      last = hash
    }
    hashes = sample
    self.population = population
  }

  /// Every eighth hash, the same in all documents.
  static func isAnchor(_ hash: UInt32) -> Bool { hash & 7 == 0 }

  /// The smallest hashes.
  var smallest: ArraySlice<UInt32> { hashes.prefix(Self.size) }

  private static func hashes(_ document: Document, atLeast minimum: Int) -> [UInt32] {
    document.text.withUnsafeBytes { text in
      document.passages.compactMap { passage in
        guard passage.end - passage.start >= minimum else { return nil }
        let bytes = UnsafeRawBufferPointer(rebasing: text[passage.start..<passage.end])
        return UInt32(truncatingIfNeeded: StableHash.words(bytes))
      }
    }
  }

  /// Share of the passages that both have, 0…1, estimated from the union's smallest hashes.
  package func similarity(to other: DocumentSketch) -> Double {
    let mine = smallest
    let theirs = other.smallest
    let union = Set(mine).union(theirs).sorted().prefix(max(mine.count, theirs.count))
    guard !union.isEmpty else { return 0 }
    let shared = union.count { mine.contains($0) && theirs.contains($0) }
    return Double(shared) / Double(union.count)
  }

  /// Share of this document's passages that stand in `other` too, 0…1; nil if the sample is too
  /// small to tell (about 40 passages).
  package func containment(in other: DocumentSketch) -> Double? {
    let mine = hashes.filter(Self.isAnchor)
    guard mine.count >= 5 else { return nil }
    let theirs = Set(other.hashes)
    return Double(mine.count { theirs.contains($0) }) / Double(mine.count)
  }
}
