// The cube summed to one actor and issue (and component). The counts of its documents are made
// again when an interval asks for them, so that they take no room.

internal import Tagging

/// One actor, or a group of actors, on one issue.
package struct PositionCell: Sendable {
  /// Index of the actor, or of the group in a list of groups.
  package var actor: Int
  package var issue: Int
  /// nil: all components.
  package var component: Int?
  package var counts = StanceCounts()
  package var passages = 0
  /// Statements that rest on the issuer of their document alone, and all, whatever counts once.
  package var fromIssuer = 0
  package var spoken = 0
  package var joint = 0
  package var paths = 0
  package var mechanisms = 0
  /// Bit n: component n.
  package var components = 0
  /// Documents, or periods if the same position counts once in a time.
  package var documents = 0
  /// First and last date of the documents, as exact as it is known.
  package var firstDate: String?
  package var lastDate: String?
  /// Slots of the cube.
  var sources: [Int] = []

  /// Nothing but the default for whose text it is speaks for the position.
  package var restsOnIssuer: Bool { fromIssuer > 0 && fromIssuer >= spoken }

  package init(actor: Int, issue: Int, component: Int? = nil) {
    self.actor = actor
    self.issue = issue
    self.component = component
  }
}

extension PositionCube {
  /// Cells by actor and issue, over all components and by component, both in the order of codes.
  package func positions(
    _ counting: Counting
  ) -> (overall: [PositionCell], byComponent: [PositionCell]) {
    let actorRank = Self.ranks(sortedActors)
    let issueRank = Self.ranks(sortedIssues)
    let order = slots.indices.sorted {
      (actorRank[Int(slots[$0].actor)], issueRank[Int(slots[$0].issue)])
        < (actorRank[Int(slots[$1].actor)], issueRank[Int(slots[$1].issue)])
    }
    let dates = documents.datesInOrder
    var overall: [PositionCell] = []
    var byComponent: [PositionCell] = []
    var ofActor = Array(repeating: [PositionCell](), count: Component.allCases.count)
    var records: [CellStore.Cell] = []
    for (place, index) in order.enumerated() {
      let slot = slots[index]
      records.removeAll(keepingCapacity: true)
      var components = 0
      store.forEach(slot.chain) { record in
        records.append(record)
        components |= 1 << record.component
      }
      func position(_ component: Int?) -> PositionCell {
        var position = PositionCell(
          actor: Int(slot.actor), issue: Int(slot.issue), component: component)
        position.sources = [index]
        sum(records, into: &position, counting, dates)
        return position
      }
      let all = position(nil)
      if all.counts.total > 0 { overall.append(all) }
      for component in ofActor.indices where components >> component & 1 == 1 {
        let part = position(component)
        if part.counts.total > 0 { ofActor[component].append(part) }
      }
      let isLast = place + 1 == order.count || slots[order[place + 1]].actor != slot.actor
      guard isLast else { continue }
      for component in ofActor.indices {
        byComponent += ofActor[component]
        ofActor[component].removeAll(keepingCapacity: true)
      }
    }
    return (overall, byComponent)
  }

  /// Adds records of one slot up, in the order of their documents.
  private func sum(
    _ records: [CellStore.Cell], into position: inout PositionCell, _ counting: Counting,
    _ dates: (names: [String], ranks: [Int32])
  ) {
    var (first, last) = (Int32.max, Int32(-1))
    var latest: Int32 = -1
    var counted: Int32 = -1
    for record in records {
      if let component = position.component, record.component != component { continue }
      let (support, oppose) = (Int(record.support), Int(record.oppose))
      let neutral = Int(record.neutral)
      let all = support + oppose + neutral
      if counting.leavesOutNeutral && support == 0 && oppose == 0 && neutral > 0 { continue }
      position.passages += Int(record.passages)
      position.fromIssuer += Int(record.fromIssuer)
      position.spoken += all
      position.joint += Int(record.joint)
      position.paths |= record.paths
      position.mechanisms |= Int(record.mechanisms)
      position.components |= 1 << record.component
      position.counts.support += support
      position.counts.oppose += oppose
      if !counting.leavesOutNeutral { position.counts.neutral += neutral }
      let isCounted = support + oppose > 0 || neutral > 0 && !counting.leavesOutNeutral
      if isCounted && record.document != counted {
        counted = record.document
        position.documents += 1
      }
      guard record.document != latest else { continue }
      latest = record.document
      let date = dates.ranks[Int(record.document)]
      guard date >= 0 else { continue }
      first = min(first, date)
      last = max(last, date)
    }
    if last >= 0 {
      position.firstDate = dates.names[Int(first)]
      position.lastDate = dates.names[Int(last)]
    }
    guard counting.rule != .each else { return }
    let clusters = clusters(of: position, counting)
    position.documents = clusters.count
    position.counts = clusters.counts
  }

  private static func ranks(_ sorted: [Int]) -> [Int] {
    var ranks = Array(repeating: 0, count: sorted.count)
    for (rank, index) in sorted.enumerated() { ranks[index] = rank }
    return ranks
  }

  /// The sum of some slots.
  /// - Parameter isIncluded: which documents count, by index; nil is all.
  func position(
    actor: Int, issue: Int, component: Int?, sources: [Int], _ counting: Counting,
    including isIncluded: ((Int) -> Bool)? = nil
  ) -> PositionCell {
    var position = PositionCell(actor: actor, issue: issue, component: component)
    position.sources = sources
    var first: String?
    var last: String?
    var latest: Int32 = -1
    for source in sources {
      store.forEach(slots[source].chain) { cell in
        guard component == nil || cell.component == component,
          isIncluded?(Int(cell.document)) ?? true
        else { return }
        if counting.leavesOutNeutral && cell.support == 0 && cell.oppose == 0 && cell.neutral > 0 {
          return
        }
        position.passages += Int(cell.passages)
        position.fromIssuer += Int(cell.fromIssuer)
        position.spoken += Int(cell.support) + Int(cell.oppose) + Int(cell.neutral)
        position.joint += Int(cell.joint)
        position.paths |= cell.paths
        position.mechanisms |= Int(cell.mechanisms)
        position.components |= 1 << cell.component
        guard cell.document != latest, let date = documents.date(Int(cell.document)) else { return }
        latest = cell.document
        if first == nil || date.asBytes < (first ?? "").asBytes { first = date }
        if last == nil || (last ?? "").asBytes < date.asBytes { last = date }
      }
    }
    position.firstDate = first
    position.lastDate = last
    let clusters = clusters(of: position, counting, including: isIncluded)
    position.documents = clusters.count
    position.counts = clusters.counts
    return position
  }

  /// The counts of a position's documents, in their order; of periods, if the same position counts
  /// once in a time.
  /// - Parameter isIncluded: which documents count, by index; nil is all.
  package func clusters(
    of position: PositionCell, _ counting: Counting, including isIncluded: ((Int) -> Bool)? = nil
  ) -> [Cluster] {
    guard position.sources.count != 1 else {
      return clusters(position.sources[0], position.component, counting, isIncluded)
    }
    // The rule holds for each actor; then the counts of a document are one.
    let all = position.sources.flatMap { clusters($0, position.component, counting, isIncluded) }
    return all.mergedByDocument()
  }

  private func clusters(
    _ source: Int, _ component: Int?, _ counting: Counting, _ isIncluded: ((Int) -> Bool)?
  ) -> [Cluster] {
    var clusters: [Cluster] = []
    store.forEach(slots[source].chain) { cell in
      guard component == nil || cell.component == component,
        isIncluded?(Int(cell.document)) ?? true
      else { return }
      let counts = StanceCounts(
        support: Int(cell.support), oppose: Int(cell.oppose),
        neutral: counting.leavesOutNeutral ? 0 : Int(cell.neutral))
      guard counts.total > 0 else { return }
      let added = Cluster(
        counts, document: cell.document,
        confidence: .init(
          support: Double(cell.supportConfidence) / 255,
          oppose: Double(cell.opposeConfidence) / 255,
          neutral: Double(cell.neutralConfidence) / 255), unit: unit)
      if clusters.last?.document == cell.document {
        clusters[clusters.count - 1].add(added)
      } else {
        clusters.append(added)
      }
    }
    return counting.apply(clusters)
  }

  /// The correlation of two net positions that comes of the documents in which both speak; 0 where
  /// there are none.
  package func correlation(_ a: PositionCell, _ b: PositionCell, _ counting: Counting) -> Double {
    // Most pairs share no document; that is seen without making the counts.
    if a.sources.count == 1 && b.sources.count == 1
      && !shareDocument(slots[a.sources[0]].chain, slots[b.sources[0]].chain)
    {
      return 0
    }
    return [Cluster].correlation(clusters(of: a, counting), clusters(of: b, counting))
  }

  private func shareDocument(_ a: CellStore.Chain, _ b: CellStore.Chain) -> Bool {
    var i = a.first
    var j = b.first
    while i >= 0 && j >= 0 {
      let (one, other) = (store[i], store[j])
      if one.document == other.document { return true }
      if one.document < other.document { i = one.next } else { j = other.next }
    }
    return false
  }

  /// First and last year of a position's dated documents.
  package func years(of position: PositionCell) -> (first: String, last: String)? {
    guard let first = TimeUnit.year.period(of: position.firstDate),
      let last = TimeUnit.year.period(of: position.lastDate)
    else { return nil }
    return (first, last)
  }
}
