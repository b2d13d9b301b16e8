// The cube summed to one actor and issue (and component), with its documents apart, as intervals
// need them. What counts as one statement is decided here.

internal import Tagging

/// How often the same position of an actor in the same time counts.
package enum CountingRule: String, Sendable, CaseIterable {
  case each, document, day, week, month, year, all
}

/// One actor on one issue.
package struct PositionCell: Sendable {
  package var actor: Int
  package var issue: Int
  /// nil: all components.
  package var component: Int?
  package var counts = StanceCounts()
  package var passages = 0
  package var fromIssuer = 0
  package var joint = 0
  package var paths = 0
  package var mechanisms = 0
  /// Bit n: component n.
  package var components = 0
  /// Counts by document, in the order of documents; `clusters[i]` belongs to `documents[i]`.
  package var clusters: [StanceCounts] = []
  package var documents: [Int32] = []
}

extension PositionCube {
  /// Cells by actor and issue (and component, with `byComponent`), in the order of codes.
  package func positions(
    byComponent: Bool, rule: CountingRule = .each, leavesOutNeutral: Bool = false
  ) -> [PositionCell] {
    let actorRank = Self.ranks(sortedActors)
    let issueRank = Self.ranks(sortedIssues)
    var order = Array(cells.indices)
    func key(_ index: Int) -> Int {
      let cell = cells[index]
      let component = byComponent ? Int(cell.component) : 0
      return (actorRank[Int(cell.actor)] * 8 + component) * (issues.count + 1)
        + issueRank[Int(cell.issue)]
    }
    let keys = order.map(key)
    order.sort { (keys[$0], cells[$0].document, $0) < (keys[$1], cells[$1].document, $1) }
    var positions: [PositionCell] = []
    var last = -1
    for index in order {
      let cell = cells[index]
      if keys[index] != last {
        last = keys[index]
        positions.append(
          PositionCell(
            actor: Int(cell.actor), issue: Int(cell.issue),
            component: byComponent ? Int(cell.component) : nil))
      }
      positions[positions.count - 1].add(cell, leavesOutNeutral)
    }
    if rule != .each {
      for index in positions.indices { apply(rule, to: &positions[index]) }
    }
    return positions.filter { $0.counts.total > 0 }
  }

  private static func ranks(_ sorted: [Int]) -> [Int] {
    var ranks = Array(repeating: 0, count: sorted.count)
    for (rank, index) in sorted.enumerated() { ranks[index] = rank }
    return ranks
  }

  private func apply(_ rule: CountingRule, to position: inout PositionCell) {
    var clusters: [StanceCounts] = []
    var documents: [Int32] = []
    var slots: [String: Int] = [:]
    for (document, counts) in zip(position.documents, position.clusters) {
      let period = Period.key(rule, of: self.documents[Int(document)], number: Int(document))
      if let slot = slots[period] {
        clusters[slot] += counts
      } else {
        slots[period] = clusters.count
        clusters.append(counts)
        documents.append(document)
      }
    }
    position.clusters = clusters.map(\.clamped)
    position.documents = documents
    position.counts = position.clusters.reduce(StanceCounts(), +)
  }
}

extension PositionCell {
  fileprivate mutating func add(_ cell: PositionCube.Cell, _ leavesOutNeutral: Bool) {
    var added = cell.counts
    if leavesOutNeutral { added.neutral = 0 }
    guard added.total > 0 else { return }
    counts += added
    passages += Int(cell.passages)
    fromIssuer += Int(cell.fromIssuer)
    joint += Int(cell.joint)
    paths |= Int(cell.paths)
    mechanisms |= Int(cell.mechanisms)
    components |= 1 << Int(cell.component)
    if documents.last == cell.document {
      clusters[clusters.count - 1] += added
    } else {
      documents.append(cell.document)
      clusters.append(added)
    }
  }
}

/// Periods of dates.
package enum Period {
  /// What two documents must share so that a repeated position counts once.
  static func key(_ rule: CountingRule, of document: CountedDocument, number: Int) -> String {
    guard let date = document.date, rule != .document, rule != .each else {
      return rule == .all ? "all" : "#\(number)"
    }
    switch rule {
    case .year: return String(date.prefix(4))
    case .month: return date.utf8.count >= 7 ? String(date.prefix(7)) : "#\(number)"
    case .day: return date.utf8.count >= 10 ? String(date.prefix(10)) : "#\(number)"
    case .week: return dayNumber(date).map { "w\(($0 + 3) / 7)" } ?? "#\(number)"
    case .all: return "all"
    case .each, .document: return "#\(number)"
    }
  }

  /// Days since 1970-01-01 of a full ISO date (Hinnant 2013, days_from_civil).
  package static func dayNumber(_ date: String) -> Int? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((parts[1] + 9) % 12) + 2) / 5 + parts[2] - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
