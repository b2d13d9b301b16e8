// Near-identical documents are found by the sentences they share: the smallest hashes of a
// document's passages are a fair sample of them (bottom-k sketch, Broder 1997), and two documents
// with the same sample are as good as the same.

package import Ingest

/// A sample of a document's passages: up to 16 smallest hashes, ascending.
package struct DocumentSketch: Sendable, Equatable {
  package static let size = 16
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
    var distinct: [UInt32] = []
    distinct.reserveCapacity(Self.size)
    var population = 0
    var last: UInt32?
    for hash in all where hash != last {
      if distinct.count < Self.size { distinct.append(hash) }
      population += 1
      last = hash
    }
    hashes = distinct
    self.population = population
  }

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
    var union = 0
    var shared = 0
    var i = 0
    var j = 0
    let k = min(Self.size, max(hashes.count, other.hashes.count))
    while union < k, i < hashes.count || j < other.hashes.count {
      union += 1
      if i < hashes.count, j < other.hashes.count, hashes[i] == other.hashes[j] {
        shared += 1
        i += 1
        j += 1
      } else if j >= other.hashes.count || (i < hashes.count && hashes[i] < other.hashes[j]) {
        i += 1
      } else {
        j += 1
      }
    }
    return union == 0 ? 0 : Double(shared) / Double(union)
  }
}

/// The documents seen so far, by the smallest hashes of their sketches.
package struct DuplicateFinder: Sendable {
  private var sketches: [DocumentSketch] = []
  private var names: [String] = []
  private var byHash: [UInt32: [Int32]] = [:]
  /// Share of passages from which two documents are near-identical.
  package static let threshold = 0.75
  private static let keys = 4

  package init() {}

  /// Takes a document in.
  /// - Returns: the earlier document that it nearly repeats, the first of them.
  package mutating func insert(_ name: String, _ sketch: DocumentSketch) -> String? {
    guard !sketch.hashes.isEmpty else { return nil }
    var found: Int?
    for hash in sketch.hashes.prefix(Self.keys) {
      for candidate in byHash[hash] ?? [] {
        let index = Int(candidate)
        if let found, found <= index { continue }
        if sketches[index].similarity(to: sketch) >= Self.threshold { found = index }
      }
    }
    let index = Int32(sketches.count)
    sketches.append(sketch)
    names.append(name)
    for hash in sketch.hashes.prefix(Self.keys) {
      // A sentence that hundreds of documents share is a form, not a trace of copying.
      if byHash[hash, default: []].count < 64 { byHash[hash, default: []].append(index) }
    }
    return found.map { names[$0] }
  }
}
