// Rows of numbered lines: headings between headings, items one right below the other.

extension LineClassifier {
  /// "7. Effective action to keep the ports open" where 6 and 8 are headings, and "4.2 …" between 4.1 and
  /// 4.3: its words are small, its place in the row tells.
  mutating func markHeadingsBetween() {
    /// The last heading of a level, and the lines with the next numbers, which may be headings.
    struct Row {
      var number = 0
      var index = -2
      var waiting: [Int] = []
    }
    var rows: [Int: Row] = [:]
    for index in text.lines.indices {
      let role = text.lines[index].role
      guard role == .heading || role == .body, text.lines[index].item == .other,
        let (above, number) = outline(index)
      else { continue }
      var row = rows[above] ?? Row()
      let expected = row.number + row.waiting.count + 1
      if role == .heading {
        if number == expected {
          for index in row.waiting { text.lines[index].role = .heading }
        }
        row = Row(number: number, index: index)
      } else if number == expected, index - (row.waiting.last ?? row.index) > 1,
        standsAsTitle(index)
      {
        row.waiting.append(index)
      } else if number == 1, row.number == 0 {
        row.waiting = []
      }
      rows[above] = row
    }
  }

  /// "1) Ports", "2) Ships", "3) Crews" one right below the other: items of a list, though they look like
  /// headings.
  mutating func markRowsOfItems() {
    for index in numberedHeadings where text.lines[index].role == .heading {
      var row = [index]
      while let next = neighbour(of: row[row.count - 1], step: 1) { row.append(next) }
      while let last = neighbour(of: row[0], step: -1) { row.insert(last, at: 0) }
      guard row.count >= 3 else { continue }
      for item in row where text.lines[item].role == .heading {
        text.lines[item].role = .body
        text.lines[item].isListed = false
      }
    }
  }

  /// The line with the number after (step 1) or before (-1), if only page numbers, heads and small words
  /// stand between.
  private func neighbour(of index: Int, step: Int) -> Int? {
    guard let (above, number) = outline(index) else { return nil }
    var at = index + step
    while text.lines.indices.contains(at) {
      let line = text.lines[at]
      switch line.role {
      case .pageNumber, .runningHead: break
      case .heading, .body:
        if let other = outline(at) {
          return other == (above, number + step) ? at : nil
        }
        // The second line of an item.
        guard line.blanksBefore == 0, text.startsLower(at), line.item == .none else { return nil }
      default: return nil
      }
      at += step
    }
    return nil
  }

  /// Of "4.2. Powers" what stands before the last number, as a number, and the last one.
  private func outline(_ index: Int) -> (above: Int, last: Int)? {
    let line = text.slice(index)
    guard line[0] &- 0x30 < 10 else { return nil }
    var above = 0
    var last = 0
    // "1 Ports" counts, "24 hours" and "5%" do not.
    if text.lines[index].item != .other {
      let digits = line.prefix(3).prefix { $0 &- 0x30 < 10 }.count
      let spaces = line[digits...].prefix { $0 <= 0x20 }.count
      guard spaces > 0, digits + spaces < line.count, line[digits + spaces] &- 0x41 < 26 else {
        return nil
      }
    }
    for at in 0..<min(12, line.count - 1) {
      if line[at] &- 0x30 < 10 {
        last = last * 10 + Int(line[at] - 0x30)
      } else if line[at] == 0x2E, line[at + 1] &- 0x30 < 10 {
        above = above &* 1_000 &+ last &+ 1
        last = 0
      } else {
        // "1)" is in no row with "1.".
        if line[at] == 0x29 { above = -1 - above }
        break
      }
    }
    return (above, last)
  }

  /// Apart, without a stop, and followed by a line that does not go on with it.
  private func standsAsTitle(_ index: Int) -> Bool {
    let line = text.lines[index]
    guard line.count <= 110, line.blanksBefore > 0 || line.startsPage, !text.endsWithStop(index),
      !text.endsDangling(index), index + 1 < text.lines.count
    else { return false }
    return !text.startsLower(index + 1) && text.lines[index + 1].role == .body
      && number(index + 1) == nil
  }

  /// "A. …", "B. …", "C. …": three capitals in a row and more are labels, one alone is a name's.
  mutating func markLetteredItems() {
    var row: [Int] = []
    var expected: UInt8 = 0x41
    func close(_ text: inout TextLines) {
      if row.count >= 3 { for index in row { text.lines[index].isLettered = true } }
      row.removeAll()
    }
    for index in text.lines.indices {
      let line = text.lines[index]
      guard line.count > 4, line.role == .body || line.role == .heading,
        text.bytes[line.start + 1] == 0x2E || text.bytes[line.start + 1] == 0x29,
        text.bytes[line.start + 2] <= 0x20, text.bytes[line.start] &- 0x41 < 26
      else { continue }
      let letter = text.bytes[line.start]
      if letter == expected, row.last.map({ index - $0 <= 80 }) ?? (letter == 0x41) {
        row.append(index)
        expected = letter + 1
      } else {
        close(&text)
        guard letter == 0x41 else { continue }
        row = [index]
        expected = 0x42
      }
    }
    close(&text)
  }
}
