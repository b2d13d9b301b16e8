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
}

/// An actor on an issue in one period.
package struct TimelinePoint: Sendable {
  package var actor: Int
  package var issue: Int
  package var period: String
  package var counts: StanceCounts
  package var clusters: [StanceCounts]
}

extension PositionCube {
  /// Points in the order of actors, issues and periods; documents without a date are left out.
  ///
  /// - Parameter window: years that a point looks back, itself included; 1 is the period alone.
  package func timeline(
    _ positions: [PositionCell], unit: TimeUnit, window: Int = 1
  ) -> [TimelinePoint] {
    var points: [TimelinePoint] = []
    for position in positions {
      var byPeriod: [String: [StanceCounts]] = [:]
      for (document, counts) in zip(position.documents, position.clusters) {
        guard let period = unit.period(of: documents[Int(document)].date) else { continue }
        byPeriod[period, default: []].append(counts)
      }
      for period in byPeriod.keys.sorted(by: { $0.asBytes < $1.asBytes }) {
        var clusters = byPeriod[period] ?? []
        if window > 1, unit == .year, let year = Int(period) {
          for back in 1..<window { clusters += byPeriod[String(year - back)] ?? [] }
        }
        points.append(
          TimelinePoint(
            actor: position.actor, issue: position.issue, period: period,
            counts: clusters.reduce(StanceCounts(), +), clusters: clusters))
      }
    }
    return points
  }

  /// First and last year of a position's dated documents.
  package func years(of position: PositionCell) -> (first: String, last: String)? {
    let years = position.documents.compactMap { TimeUnit.year.period(of: documents[Int($0)].date) }
    guard let first = years.min(by: { $0.asBytes < $1.asBytes }),
      let last = years.max(by: { $0.asBytes < $1.asBytes })
    else { return nil }
    return (first, last)
  }
}
