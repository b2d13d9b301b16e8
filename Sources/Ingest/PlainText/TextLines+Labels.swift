// Labels of lines that need a look at other lines.

extension TextLines {
  /// Marks the lines that open with a speaker's name. Names like "SENIOR OFFICIAL", told by form, count
  /// where two or more have speech after them.
  mutating func markTurns() {
    var byForm: [Int] = []
    var spoken = 0
    for index in lines.indices {
      guard let turn = SpeakerTurn.parse(slice(index)) else { continue }
      if turn.isByForm {
        byForm.append(index)
        if lines[index].count - turn.length >= 12 { spoken += 1 }
      } else {
        lines[index].opensTurn = true
      }
    }
    guard spoken >= 2 else { return }
    for index in byForm { lines[index].opensTurn = true }
  }

  /// The label of line `index` whose text, behind a speaker's name, is `line`.
  func label(_ index: Int, _ line: UnsafeBufferPointer<UInt8>) -> ItemLabel? {
    let isWhole = line.count == lines[index].count
    guard lines[index].isLettered, isWhole else {
      return isWhole && lines[index].item == .none ? nil : ItemLabel.parse(line)
    }
    var length = 2
    while length < line.count, line[length] <= 0x20 { length += 1 }
    return ItemLabel(label: String(decoding: line[..<1], as: UTF8.self), length: length)
  }

  /// "Objective: Keep the ports open": a capitalised word or two and a colon before the title.
  func hasNamedTitle(_ index: Int) -> Bool {
    let line = slice(index)
    guard first(index) &- 0x41 < 26, let colon = line.prefix(24).firstIndex(of: 0x3A),
      colon + 2 < line.count, line[colon + 1] == 0x20, line[colon + 2] &- 0x41 < 26
    else { return false }
    return line[..<colon].allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 == 0x20 }
  }

  /// "Goal 2: Build capability", "Main aim No. 1 – Skills": one to three words, a number and a mark.
  func hasNumberedName(_ index: Int) -> Bool {
    let line = slice(index)
    guard first(index) &- 0x41 < 26 else { return false }
    var at = 0
    var words = 0
    while at < line.count, words < 4, (line[at] | 0x20) &- 0x61 < 26 {
      while at < line.count, (line[at] | 0x20) &- 0x61 < 26 || line[at] == 0x2E { at += 1 }
      guard at < line.count, line[at] == 0x20 else { return false }
      at += 1
      words += 1
    }
    let digits = at
    while at < line.count, line[at] &- 0x30 < 10 || line[at] == 0x2E { at += 1 }
    guard words > 0, at > digits, at - digits <= 4, at + 2 < line.count else { return false }
    return line[at] == 0x3A || (line[at] == 0x20 && line[at + 1] == 0xE2)
  }
}
