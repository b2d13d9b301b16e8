// Which documents of a run repeat earlier ones. Every document of a corpus stays in here, so that all
// lies in flat arrays: some hundred bytes a document.

/// The documents seen so far, by the hashes of their sketches.
package struct DuplicateFinder: Sendable {
  /// How a document repeats an earlier one.
  package enum Finding: Sendable, Equatable {
    case same(String)
    /// Most of it stands in the earlier one.
    case part(of: String)
    /// Most of the earlier one stands in it.
    case whole(of: String)
  }
  private var names: [String] = []
  private var populations: [Int32] = []
  /// All sketches' hashes, one document after the other; `ends` tells where each stops.
  private var hashes: [UInt32] = []
  private var ends: [Int] = []
  /// That a document has a hash.
  private struct Link {
    var hash: UInt32
    var document: Int32
    /// The link before it of the same hash; -1 ends.
    var before: Int32
  }
  private var links: [Link] = []
  /// By hash: the latest of `links` that has it, open-addressed; -1 is empty.
  private var heads = [Int32](repeating: -1, count: 1 << 10)
  /// Places taken in `heads`.
  private var taken = 0
  /// By document: hashes that it shares with the one under way.
  private var shared: [Int32] = []
  /// Share of passages from which documents are near-identical, or one a piece of the other.
  package static let threshold = 0.75
  /// A sentence that so many documents share is a form, not a trace of copying.
  private static let form = 32
  /// Hashes that near-identical documents share at least, if they have as many: 0.75 of the five
  /// that tell a piece; 0.75 of the eight smallest are more.
  private static let fewest = 4

  package init() {}

  /// Takes a document in.
  /// - Returns: the first earlier document that it repeats, and how.
  package mutating func insert(_ name: String, _ sketch: DocumentSketch) -> Finding? {
    guard !sketch.hashes.isEmpty else { return nil }
    let own = Int32(names.count)
    var candidates: [Int32] = []
    for hash in sketch.hashes { link(hash, own, &candidates) }
    let needed = min(
      Self.fewest, Int((Self.threshold * Double(sketch.smallest.count)).rounded(.up)))
    var finding: Finding?
    for index in candidates.filter({ shared[Int($0)] >= needed }).sorted() where finding == nil {
      finding = compare(sketch, with: Int(index))
    }
    for index in candidates { shared[Int(index)] = 0 }
    names.append(name)
    populations.append(Int32(sketch.population))
    hashes.append(contentsOf: sketch.hashes)
    ends.append(hashes.count)
    shared.append(0)
    return finding
  }

  /// Counts the documents that have `hash`, and links the new one to them.
  private mutating func link(_ hash: UInt32, _ own: Int32, _ candidates: inout [Int32]) {
    var length = 0
    let place = place(of: hash)
    let head = heads[place]
    var at = head
    while at >= 0 {
      let index = Int(links[Int(at)].document)
      if shared[index] == 0 { candidates.append(Int32(index)) }
      shared[index] += 1
      at = links[Int(at)].before
      length += 1
    }
    guard length < Self.form else { return }
    heads[place] = Int32(links.count)
    links.append(Link(hash: hash, document: own, before: head))
    guard head < 0 else { return }
    taken += 1
    if taken * 4 > heads.count * 3 { grow() }
  }

  /// Where the latest link of a hash is in `heads`, or would be.
  private func place(of hash: UInt32) -> Int {
    // The upper bits of a product, since sketches prefer hashes with zeros at both ends.
    let mixed = (UInt64(hash) &* 0x9E37_79B9_7F4A_7C15) >> 32
    var at = Int(truncatingIfNeeded: mixed) & (heads.count - 1)
    while heads[at] >= 0, links[Int(heads[at])].hash != hash { at = (at + 1) & (heads.count - 1) }
    return at
  }

  private mutating func grow() {
    heads = Array(repeating: -1, count: heads.count * 2)
    // Later links take the places of earlier ones.
    for index in links.indices { heads[place(of: links[index].hash)] = Int32(index) }
  }

  private func sketch(_ index: Int) -> DocumentSketch {
    let start = index == 0 ? 0 : ends[index - 1]
    return DocumentSketch(
      hashes: Array(hashes[start..<ends[index]]), population: Int(populations[index]))
  }

  private func compare(_ sketch: DocumentSketch, with index: Int) -> Finding? {
    let other = self.sketch(index)
    if sketch.similarity(to: other) >= Self.threshold { return .same(names[index]) }
    if let share = sketch.containment(in: other), share >= Self.threshold {
      return .part(of: names[index])
    }
    if let share = other.containment(in: sketch), share >= Self.threshold {
      return .whole(of: names[index])
    }
    return nil
  }
}
