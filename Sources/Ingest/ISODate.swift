// Dates as the web and people write them, to ISO 8601.

/// Turns dates into `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
package enum ISODate {
  /// Nil if no plausible date (1800–2100) is in `text`.
  package static func normalize(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    return iso(bytes) ?? written(bytes) ?? numeric(bytes)
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func make(_ year: Int, _ month: Int?, _ day: Int?) -> String? {
    guard (1800...2100).contains(year) else { return nil }
    guard let month else { return "\(year)" }
    guard (1...12).contains(month) else { return nil }
    guard let day else { return "\(year)-\(two(month))" }
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day >= 1, day <= lengths[month - 1] else { return nil }
    return "\(year)-\(two(month))-\(two(day))"
  }

  private static func numbers(_ bytes: [UInt8]) -> [(value: Int, digits: Int, at: Int)] {
    var found: [(Int, Int, Int)] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at] &- 0x30 < 10 else {
        at += 1
        continue
      }
      let start = at
      var value = 0
      while at < bytes.count, bytes[at] &- 0x30 < 10, at - start < 9 {
        value = value * 10 + Int(bytes[at] - 0x30)
        at += 1
      }
      found.append((value, at - start, start))
    }
    return found
  }

  /// `2015`, `2015-09`, `2015-09-25T…`, `20150925`, `2015/09/25`.
  private static func iso(_ bytes: [UInt8]) -> String? {
    let numbers = numbers(bytes)
    guard let first = numbers.first else { return nil }
    if first.digits == 8, bytes.count <= 24, first.at == 0 {
      return make(first.value / 10_000, first.value / 100 % 100, first.value % 100)
    }
    guard first.digits == 4, first.at == 0 else { return nil }
    if bytes.count == 4 { return make(first.value, nil, nil) }
    guard numbers.count > 1, "-/.".utf8.contains(bytes[4]), numbers[1].at == 5 else { return nil }
    let second = numbers[1]
    if numbers.count > 2, numbers[2].at == second.at + second.digits + 1, numbers[2].digits <= 2 {
      return make(first.value, second.value, numbers[2].value)
    }
    return make(first.value, second.value, nil)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `25 September 2015`, `September 25, 2015`, `Sept. 2015`.
  private static func written(_ bytes: [UInt8]) -> String? {
    let numbers = numbers(bytes)
    guard let year = numbers.first(where: { $0.digits == 4 && (1800...2100).contains($0.value) })
    else { return nil }
    var at = 0
    while at < bytes.count {
      guard (bytes[at] | 0x20) &- 0x61 < 26 else {
        at += 1
        continue
      }
      let start = at
      while at < bytes.count, (bytes[at] | 0x20) &- 0x61 < 26 { at += 1 }
      guard at - start >= 3, at - start <= 9 else { continue }
      let name = String(decoding: bytes[start..<(start + 3)].map { $0 | 0x20 }, as: UTF8.self)
      guard let month = months.firstIndex(of: name), abs(year.at - at) < 16 else { continue }
      let day = numbers.first {
        $0.digits <= 2 && $0.value >= 1 && $0.value <= 31
          && (($0.at < start && start - $0.at <= 6) || ($0.at >= at && $0.at - at <= 3))
      }
      return make(year.value, month + 1, day?.value)
    }
    return nil
  }

  /// `25.09.2015`, `09/25/2015`: day first unless that is no date.
  private static func numeric(_ bytes: [UInt8]) -> String? {
    let numbers = numbers(bytes)
    guard numbers.count >= 3, numbers[0].digits <= 2, numbers[1].digits <= 2, numbers[2].digits == 4
    else { return nil }
    let isUS = bytes.contains(0x2F)
    let (a, b, year) = (numbers[0].value, numbers[1].value, numbers[2].value)
    return isUS ? make(year, a, b) ?? make(year, b, a) : make(year, b, a) ?? make(year, a, b)
  }
}
