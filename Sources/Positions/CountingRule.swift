// What counts as one position: every statement, or the same one once in a time.

internal import Tagging

/// How often the same position of an actor in the same time counts.
package enum CountingRule: String, Sendable, CaseIterable {
  case each, document, day, week, month, year, all
}

/// How a cube is read.
package struct Counting: Sendable {
  package var rule: CountingRule
  package var leavesOutNeutral: Bool
  /// By document: what it shares with the documents of its period; empty if every one counts.
  fileprivate(set) var periods: [Int32] = []

  package init(
    _ cube: PositionCube, rule: CountingRule = .each, leavesOutNeutral: Bool = false
  ) {
    self.rule = rule
    self.leavesOutNeutral = leavesOutNeutral
    guard rule != .each && rule != .document else { return }
    var numbers: [String: Int32] = [:]
    for (index, document) in cube.documents.enumerated() {
      let key = Period.key(rule, of: document, number: index)
      let number = numbers[key] ?? Int32(numbers.count)
      numbers[key] = number
      periods.append(number)
    }
  }

  /// Applies the rule to the counts of documents.
  func apply(_ clusters: [Cluster]) -> [Cluster] {
    guard rule != .each else { return clusters }
    var merged: [Cluster] = []
    if rule == .document {
      merged = clusters
    } else {
      var slots: [Int32: Int] = [:]
      for cluster in clusters {
        let period = periods[Int(cluster.document)]
        if let slot = slots[period] {
          merged[slot].add(cluster)
        } else {
          slots[period] = merged.count
          merged.append(cluster)
        }
      }
    }
    for index in merged.indices {
      merged[index].counts = merged[index].counts.clamped(unit: merged[index].unit)
    }
    return merged
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

  /// The ISO date of a number of days since 1970-01-01 (Hinnant 2013, civil_from_days).
  package static func date(dayNumber: Int) -> String {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let number = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (number <= 2 ? 1 : 0)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(two(number))-\(two(day))"
  }
}
