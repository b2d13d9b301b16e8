// Positions by time: per period, over moving windows, and the change between two periods.

/// How finely time is cut.
package enum TimeUnit: String, Sendable, CaseIterable {
  case year, month, day

  /// The period of an ISO date, or nil where the date is not that exact.
  package func period(of date: String?) -> String? {
    let length = self == .year ? 4 : self == .month ? 7 : 10
    guard let date, date.utf8.count >= length else { return nil }
    return String(date.prefix(length))
  }

  /// Periods in their order, one after the other.
  func number(of date: String?) -> Int? {
    guard let period = period(of: date) else { return nil }
    switch self {
    case .year: return Int(period)
    case .month:
      guard let year = Int(period.prefix(4)), let month = Int(period.suffix(2)) else { return nil }
      return year * 12 + month - 1
    case .day: return Period.dayNumber(period)
    }
  }

  func name(of number: Int) -> String {
    switch self {
    case .year: return "\(number)"
    case .month:
      let month = number % 12 + 1
      return "\(number / 12)-\(month < 10 ? "0" : "")\(month)"
    case .day: return Period.date(dayNumber: number)
    }
  }
}

/// An actor on an issue in one period.
package struct TimelinePoint: Sendable {
  package var actor: Int
  package var issue: Int
  package var period: String
  package var counts: StanceCounts
  package var clusters: [Cluster]
}

/// A stretch of time, both ends inclusive, as exact as they are written.
package struct TimeSpan: Sendable, Equatable {
  package var from: String
  package var to: String

  /// `2015`, `2010-2015`, `2010-03..2012-11` or `2010-03-01..2011-06-30`.
  package init?(_ text: String) {
    var parts: [String] = []
    if let dots = text.firstRange(of: "..") {
      parts = [String(text[..<dots.lowerBound]), String(text[dots.upperBound...])]
    } else if text.utf8.count == 9, text.dropFirst(4).first == "-" {
      parts = [String(text.prefix(4)), String(text.suffix(4))]
    } else {
      parts = [text, text]
    }
    guard parts.count == 2, parts.allSatisfy(Self.isDate), parts[0].asBytes <= parts[1].asBytes
    else { return nil }
    from = parts[0]
    to = parts[1]
  }

  private static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard [4, 7, 10].contains(bytes.count) else { return false }
    return bytes.indices.allSatisfy { index in
      index == 4 || index == 7 ? bytes[index] == 0x2D : (0x30...0x39).contains(bytes[index])
    }
  }

  /// False too for a date that is less exact than an end and so may lie outside.
  package func contains(_ date: String?) -> Bool {
    guard let date, date.utf8.count >= max(from.utf8.count, to.utf8.count) else { return false }
    return String(date.prefix(from.utf8.count)).asBytes >= from.asBytes
      && String(date.prefix(to.utf8.count)).asBytes <= to.asBytes
  }
}

/// An actor on an issue in two stretches of time.
package struct PositionChange: Sendable {
  package var position: PositionCell
  package var before: [Cluster]
  package var after: [Cluster]
}

extension PositionCube {
  /// Calls `body` with points in the order of actors, issues and periods, one at a time since their
  /// documents take more room than the table made of them; documents without a date are left out.
  ///
  /// - Parameter window: periods that a point looks back, itself included; 1 is the period alone.
  ///   With more, there is a point for every year or month from the first to the last in which the
  ///   window holds anything (for days, only those with a statement).
  package func timeline(
    _ positions: [PositionCell], _ counting: Counting, unit: TimeUnit, window: Int = 1,
    _ body: (TimelinePoint) -> Void
  ) {
    let numbers = documents.indices.map { unit.number(of: documents.date($0)) }
    for position in positions {
      var byPeriod: [Int: [Cluster]] = [:]
      for cluster in clusters(of: position, counting) {
        guard let number = numbers[Int(cluster.document)] else { continue }
        byPeriod[number, default: []].append(cluster)
      }
      var periods = byPeriod.keys.sorted()
      if window > 1, unit != .day, let first = periods.first, let last = periods.last {
        periods = Array(first...last)
      }
      for period in periods {
        var found = byPeriod[period] ?? []
        if window > 1 {
          for back in 1..<window { found += byPeriod[period - back] ?? [] }
        }
        guard !found.isEmpty else { continue }
        body(
          TimelinePoint(
            actor: position.actor, issue: position.issue, period: unit.name(of: period),
            counts: found.counts, clusters: found))
      }
    }
  }

  /// Calls `body` with positions in two stretches of time, where there is anything in one of them.
  package func changes(
    _ positions: [PositionCell], _ counting: Counting, from before: TimeSpan, to after: TimeSpan,
    _ body: (PositionChange) -> Void
  ) {
    let isBefore = documents.indices.map { before.contains(documents.date($0)) }
    let isAfter = documents.indices.map { after.contains(documents.date($0)) }
    for position in positions {
      let clusters = clusters(of: position, counting)
      let change = PositionChange(
        position: position, before: clusters.filter { isBefore[Int($0.document)] },
        after: clusters.filter { isAfter[Int($0.document)] })
      if !change.before.isEmpty || !change.after.isEmpty { body(change) }
    }
  }
}
