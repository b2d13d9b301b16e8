// A date that stands by itself in the first lines: "10 March 2021", "March 10, 2021", "2021-03-10".

/// Finds dates in first lines.
enum LetterheadDate {
  /// ISO 8601, or nil; only lines of a few words count, since sentences name other dates.
  static func find(_ lines: [String]) -> String? {
    for line in lines {
      let folded = FoldedWords(line)
      // Every form of a date has a year.
      guard folded.count <= 14, hasYear(folded.bytes) else { continue }
      let words = String(decoding: folded.bytes, as: UTF8.self).split(separator: " ")
        .map(String.init)
      for index in words.indices {
        if let date = date(words, index) { return date }
      }
    }
    return nil
  }

  /// Four digits in a row.
  private static func hasYear(_ bytes: [UInt8]) -> Bool {
    var digits = 0
    for byte in bytes {
      digits = byte &- 0x30 < 10 ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  private static func date(_ words: [String], _ index: Int) -> String? {
    func word(_ offset: Int) -> String { index + offset < words.count ? words[index + offset] : "" }
    if let year = year(word(0)), word(1).utf8.count == 2, word(2).utf8.count == 2,
      let month = Int(word(1)), let day = Int(word(2)), (1...12).contains(month),
      (1...31).contains(day)
    {
      return "\(year)-\(word(1))-\(word(2))"
    }
    if let day = day(word(0)), let month = month(word(1)), let year = year(word(2)) {
      return iso(year, month, day)
    }
    if let month = month(word(0)) {
      if let day = day(word(1)), let year = year(word(2)) { return iso(year, month, day) }
      if let year = year(word(1)) { return "\(year)-\(two(month))" }
    }
    return nil
  }

  private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
    "\(year)-\(two(month))-\(two(day))"
  }
  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let value = Int(word), (1945...2100).contains(value) else {
      return nil
    }
    return value
  }

  private static func day(_ word: String) -> Int? {
    var digits = Substring(word)
    if ["st", "nd", "rd", "th"].contains(where: { digits.hasSuffix($0) }) {
      digits = digits.dropLast(2)
    }
    guard digits.utf8.count <= 2, let value = Int(digits), (1...31).contains(value) else {
      return nil
    }
    return value
  }

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0 == word || (word.utf8.count <= 4 && $0.hasPrefix(word)) }
      .map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
