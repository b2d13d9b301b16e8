// Who has the floor in a transcript: "Mr. Smith (China):", "**Delegation | Name | Role**".

internal import Text

/// A speaker's name at the head of a line.
struct SpeakerTurn: Equatable {
  var speaker: String
  /// Bytes to leave out before what is said.
  var length: Int

  /// A name all in capitals, told only by its form: it counts where the text has several such.
  var isByForm = false

  static func parse(_ line: UnsafeBufferPointer<UInt8>) -> SpeakerTurn? {
    barred(line) ?? titled(line)
  }

  /// Whether the text has turns like "SENIOR OFFICIAL: …": two or more with speech after them.
  static func hasCapitalTurns(_ text: TextLines) -> Bool {
    var count = 0
    for index in text.lines.indices {
      let line = text.slice(index)
      guard let turn = parse(line), turn.isByForm, line.count - turn.length >= 12 else { continue }
      count += 1
      if count == 2 { return true }
    }
    return false
  }

  /// "**Delegation | Name | Role**" alone on a line; the delegation is the first cell.
  private static func barred(_ line: UnsafeBufferPointer<UInt8>) -> SpeakerTurn? {
    guard line.count > 5, line[0] == 0x2A, line[1] == 0x2A, line[line.count - 1] == 0x2A,
      let bar = line.firstIndex(of: 0x7C)
    else { return nil }
    var end = bar
    while end > 2, line[end - 1] <= 0x20 { end -= 1 }
    guard end > 2 else { return nil }
    return SpeakerTurn(speaker: String(decoding: line[2..<end], as: UTF8.self), length: line.count)
  }

  private static let titles = [
    "Mr.", "Mrs.", "Ms.", "Dr.", "Sir ", "Ambassador ", "The President", "The Chair",
  ]

  /// What names a part of a text, not who speaks.
  private static let parts = [
    "SECTION", "CHAPTER", "PART", "ANNEX", "APPENDIX", "GOAL", "OBJECTIVE", "PILLAR", "PRIORITY",
    "ACTION", "ARTICLE", "STEP", "PHASE", "BOX", "FIGURE", "TABLE", "NOTE", "SOURCE", "SUBJECT",
  ]

  /// "XR 20B" and "XR20": a number with letters glued to it names a thing; "SPEAKER 2" is a person.
  private static func hasModel(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var last: UInt8 = 0x20
    for byte in name {
      let isPair = byte &- 0x30 < 10 ? last &- 0x41 < 26 : last &- 0x30 < 10 && byte &- 0x41 < 26
      if isPair { return true }
      last = byte
    }
    return false
  }

  /// "Mr. Smith (China):" or "SENIOR ADMINISTRATION OFFICIAL:" before the words.
  private static func titled(_ line: UnsafeBufferPointer<UInt8>) -> SpeakerTurn? {
    guard line.count > 3, line[0] &- 0x41 < 26,
      let colon = line.place(of: 0x3A, upTo: min(70, line.count)), colon > 0
    else { return nil }
    guard colon + 1 == line.count || line[colon + 1] == 0x20 else { return nil }
    let name = line[..<colon]
    let letters = name.filter { ($0 | 0x20) &- 0x61 < 26 }
    let isCaps = letters.count >= 1 && letters.allSatisfy { $0 &- 0x41 < 26 }
    let words = name.split(separator: 0x20).count
    let text = String(decoding: name, as: UTF8.self)
    let isTitled = titles.contains { text.hasPrefix($0) } && words <= 8
    let isPart = parts.contains { text.hasPrefix($0) } || hasModel(name)
    guard isTitled || (isCaps && !isPart && words <= 6 && (letters.count > 3 || letters == [0x51]))
    else {
      return nil
    }
    var length = colon + 1
    while length < line.count, line[length] <= 0x20 { length += 1 }
    return SpeakerTurn(speaker: text, length: length, isByForm: !isTitled)
  }
}
