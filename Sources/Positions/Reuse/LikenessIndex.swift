// Which of the sentences seen so far a sentence is most like, without comparing it with all: the
// prefix filter of set-similarity joins (Bayardo, Ma & Srikant 2007; Xiao et al. 2008), which loses
// no pair.

/// Sets of shingles, as numbers that rise with how frequent a shingle is.
struct ShingleSets {
  private var numbers: [UInt32] = []
  private var ends: [Int] = []
  /// Shingles below this number stand in one set only.
  private(set) var firstShared: UInt32 = 0
  private(set) var distinct = 0

  /// - Parameters:
  ///   - hashes: of all sets, one after the other, each once in its set.
  ///   - ends: where each set ends in `hashes`.
  init(hashes: [UInt64], ends: [Int]) {
    self.ends = ends
    let sorted = hashes.sorted()
    var names: [UInt64] = []
    var counts: [UInt32] = []
    for hash in sorted {
      if hash == names.last {
        counts[counts.count - 1] += 1
      } else {
        names.append(hash)
        counts.append(1)
      }
    }
    distinct = names.count
    firstShared = UInt32(counts.count { $0 == 1 })
    let order = names.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
    var ranks = Array(repeating: UInt32(0), count: names.count)
    for (rank, place) in order.enumerated() { ranks[place] = UInt32(rank) }
    numbers = hashes.map { ranks[Self.place(of: $0, in: names)] }
    for set in ends.indices { numbers[range(set)].sort() }
  }

  private static func place(of hash: UInt64, in names: [UInt64]) -> Int {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func range(_ set: Int) -> Range<Int> { (set == 0 ? 0 : ends[set - 1])..<ends[set] }

  /// The shingles of a set, the rarest first.
  subscript(set: Int) -> ArraySlice<UInt32> { numbers[range(set)] }

  /// Size of the intersection over that of the union (Jaccard); nil below `threshold`.
  func likeness(_ a: Int, _ b: Int, atLeast threshold: Double) -> Double? {
    var (i, j) = (range(a), range(b))
    let total = i.count + j.count
    // Jaccard t needs t/(1 + t) of both sizes in common.
    let needed = Int((threshold / (1 + threshold) * Double(total) - 1e-6).rounded(.up))
    var shared = 0
    while !i.isEmpty && !j.isEmpty {
      guard shared + min(i.count, j.count) >= needed else { return nil }
      let (x, y) = (numbers[i.lowerBound], numbers[j.lowerBound])
      if x == y { shared += 1 }
      if x <= y { i = i.lowerBound + 1..<i.upperBound }
      if y <= x { j = j.lowerBound + 1..<j.upperBound }
    }
    let likeness = total == shared ? 0 : Double(shared) / Double(total - shared)
    return likeness >= threshold ? likeness : nil
  }
}

/// Finds the most alike of some sets. Two sets of Jaccard likeness t or more share one of their
/// |x| − ⌈t·|x|⌉ + 1 rarest shingles, so only those are looked up.
struct LikenessIndex {
  private let sets: ShingleSets
  private let threshold: Double
  /// By shingle: the last entry of its list; entries lead to the one before, -1 ends.
  private var last: [Int32]
  private var entries: [(member: Int32, before: Int32)] = []
  /// The sets that were put in, in that order.
  private var members: [Int] = []
  /// By member: the set for which it was looked at last.
  private var seen: [Int32] = []

  init(_ sets: ShingleSets, threshold: Double) {
    self.sets = sets
    self.threshold = threshold
    last = Array(repeating: -1, count: sets.distinct)
  }

  private func prefix(_ set: Int) -> ArraySlice<UInt32> {
    let count = sets[set].count
    return sets[set].prefix(count - Int((threshold * Double(count) - 1e-6).rounded(.up)) + 1)
  }

  /// The member (numbered as they were put in) that a set is most like, the first of equals; nil if
  /// none reaches the threshold.
  mutating func nearest(to set: Int) -> (member: Int, likeness: Double)? {
    var best: (member: Int, likeness: Double)?
    let size = Double(sets[set].count)
    for shingle in prefix(set) where shingle >= sets.firstShared {
      var entry = last[Int(shingle)]
      while entry >= 0 {
        let (member, before) = entries[Int(entry)]
        entry = before
        guard seen[Int(member)] != Int32(set) else { continue }
        seen[Int(member)] = Int32(set)
        let other = Double(sets[members[Int(member)]].count)
        guard min(size, other) >= threshold * max(size, other) - 1e-6,
          let likeness = sets.likeness(set, members[Int(member)], atLeast: threshold)
        else { continue }
        let isBetter =
          best.map { likeness > $0.likeness || likeness == $0.likeness && member < $0.member }
          ?? true
        if isBetter { best = (Int(member), likeness) }
      }
    }
    return best
  }

  /// Puts a set in.
  mutating func insert(_ set: Int) {
    for shingle in prefix(set) where shingle >= sets.firstShared {
      entries.append((Int32(members.count), last[Int(shingle)]))
      last[Int(shingle)] = Int32(entries.count - 1)
    }
    members.append(set)
    seen.append(-1)
  }
}
