// All tallies together: cells of integers over actors, issues, components and documents. Tables
// are sums over it; it grows with what was said, not with the passages that say it.

internal import Tagging
internal import Text

/// The sum of tallies.
package struct PositionCube: Sendable {
  /// An actor on an issue, and where the counts of its documents stand.
  struct Slot: Sendable {
    var actor: Int32
    var issue: Int32
    var chain = CellStore.Chain()
  }
  package struct PairKey: Hashable, Sendable {
    package var first: String
    package var second: String
    package var issue: String

    package init(first: String, second: String, issue: String) {
      self.first = first
      self.second = second
      self.issue = issue
    }
  }
  package private(set) var actors: [String] = []
  package private(set) var issues: [String] = []
  package private(set) var documents = DocumentList()
  private(set) var slots: [Slot] = []
  private(set) var store = CellStore()
  /// By actor's index.
  package private(set) var presences: [ActorPresence] = []
  package private(set) var pairs: [PairKey: (joint: Int, apart: Int)] = [:]
  /// Documents that mention an actor.
  package private(set) var mentions: [String: Int] = [:]
  package private(set) var venues: [String: Int] = [:]
  /// What a whole statement counts: 1, or `DocumentTally.divided` where joint ones are divided.
  package let unit: Int
  private var actorIndex: [String: Int32] = [:]
  private var issueIndex: [String: Int32] = [:]
  private var slotIndex: [Int64: Int] = [:]

  /// - Parameter dividesJoint: as in the tallies that will be added.
  package init(dividesJoint: Bool = false) { unit = dividesJoint ? DocumentTally.divided : 1 }

  package mutating func add(_ tally: DocumentTally) {
    let document = Int32(documents.count)
    var counted = tally.document
    counted.venue = tally.venue
    documents.append(counted)
    for cell in tally.cells { add(cell, document) }
    for group in tally.presences.grouped {
      presences[Int(actor(group.first?.actor ?? ""))].add(group)
    }
    for pair in tally.pairs {
      let key = PairKey(first: pair.first, second: pair.second, issue: pair.issue)
      var counts = pairs[key] ?? (0, 0)
      counts.joint += pair.joint
      counts.apart += pair.apart
      pairs[key] = counts
    }
    for actor in tally.mentioned { mentions[actor, default: 0] += 1 }
    for (venue, count) in tally.venues { venues[venue, default: 0] += count }
  }

  private mutating func add(_ cell: DocumentTally.Cell, _ document: Int32) {
    let slot = slot(actor(cell.actor), issue(cell.issue))
    func fraction(_ sum: Int, _ count: Int) -> UInt8 {
      count == 0 ? .max : UInt8(clamping: (sum * 255 + count * 500) / (count * 1000))
    }
    var next = CellStore.Cell(document: document)
    next.supportConfidence = fraction(cell.confidence.support, cell.counts.support)
    next.opposeConfidence = fraction(cell.confidence.oppose, cell.counts.oppose)
    next.neutralConfidence = fraction(cell.confidence.neutral, cell.counts.neutral)
    next.mechanisms = UInt16(truncatingIfNeeded: cell.mechanisms)
    next.kind = UInt8(truncatingIfNeeded: cell.paths << 3 | cell.component.index)
    var rest = cell
    func take<Field: FixedWidthInteger>(_ count: inout Int) -> Field {
      let taken = Field(clamping: count)
      count -= Int(taken)
      return taken
    }
    repeat {
      next.support = take(&rest.counts.support)
      next.oppose = take(&rest.counts.oppose)
      next.neutral = take(&rest.counts.neutral)
      next.passages = take(&rest.passages)
      next.fromIssuer = take(&rest.fromIssuer)
      next.joint = take(&rest.joint)
      store.append(next, to: &slots[slot].chain)
    } while rest.counts.total + rest.passages + rest.fromIssuer + rest.joint > 0
  }

  private mutating func actor(_ code: String) -> Int32 {
    if let known = actorIndex[code] { return known }
    let index = Int32(actors.count)
    actorIndex[code] = index
    actors.append(code)
    presences.append(ActorPresence())
    return index
  }

  private mutating func issue(_ code: String) -> Int32 {
    if let known = issueIndex[code] { return known }
    let index = Int32(issues.count)
    issueIndex[code] = index
    issues.append(code)
    return index
  }

  private mutating func slot(_ actor: Int32, _ issue: Int32) -> Int {
    let key = Int64(actor) << 32 | Int64(issue)
    if let known = slotIndex[key] { return known }
    slotIndex[key] = slots.count
    slots.append(Slot(actor: actor, issue: issue))
    return slots.count - 1
  }

  /// Indices of actors in the order of their codes' bytes.
  package var sortedActors: [Int] {
    actors.indices.sorted { actors[$0].asBytes < actors[$1].asBytes }
  }

  /// Indices of issues in the order of their codes' bytes: sub-issues follow their parent.
  package var sortedIssues: [Int] {
    issues.indices.sorted { issues[$0].asBytes < issues[$1].asBytes }
  }
}

extension [DocumentTally.Presence] {
  /// Runs of the same actor.
  fileprivate var grouped: [ArraySlice<DocumentTally.Presence>] {
    var groups: [ArraySlice<DocumentTally.Presence>] = []
    var start = 0
    for index in indices where index + 1 == count || self[index + 1].actor != self[index].actor {
      groups.append(self[start...index])
      start = index + 1
    }
    return groups
  }
}
