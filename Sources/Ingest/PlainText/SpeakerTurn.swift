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
  ].map { Array($0.utf8) }

  /// What names a part of a text, not who speaks.
  private static let parts = [
    "SECTION", "CHAPTER", "PART", "ANNEX", "APPENDIX", "GOAL", "OBJECTIVE", "PILLAR", "PRIORITY",
    "ACTION", "ARTICLE", "STEP", "PHASE", "BOX", "FIGURE", "TABLE", "NOTE", "SOURCE", "SUBJECT",
    "EDIT", "UPDATE", "TIP", "WARNING", "IMPORTANT", "DATE", "TIME", "WHEN", "WHERE", "FROM", "FAX",
  ].map { Array($0.utf8) }

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

  /// "Mr. Chairman, honoured guests:" and "Mr. President:" speak to somebody: no name has words in small
  /// letters, but for short ones and for what stands in brackets.
  private static func isAddress(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let words = name.prefix { $0 != 0x28 }.split(whereSeparator: { $0 == 0x20 || $0 == 0x2C })
    if words.contains(where: { $0.count > 3 && $0[$0.startIndex] &- 0x61 < 26 }) { return true }
    return words.count == 2 && words[0].count == 3
      && offices.contains { $0.elementsEqual(words[1]) }
  }

  /// In brackets behind a delegation: words up to the bracket that closes, no numbers.
  private static func isPerson(_ bracketed: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bracketed.last == 0x29 && bracketed.allSatisfy { $0 &- 0x30 >= 10 }
  }

  private static let offices = ["President", "Chairman", "Speaker", "Chair", "Ambassador"].map {
    Array($0.utf8)
  }

  /// "Mr. Smith (China):" or "SENIOR ADMINISTRATION OFFICIAL:" before the words.
  private static func titled(_ line: UnsafeBufferPointer<UInt8>) -> SpeakerTurn? {
    guard line.count > 3, line[0] &- 0x41 < 26,
      let colon = line.place(of: 0x3A, upTo: min(70, line.count)), colon > 0
    else { return nil }
    guard colon + 1 == line.count || line[colon + 1] == 0x20 else { return nil }
    let name = line[..<colon]
    // "CHINA (Mr. Wei Li):": the delegation in capitals, in brackets who it is.
    let bracket = name.firstIndex(of: 0x28) ?? name.endIndex
    let person = name[bracket...].dropFirst()
    let names = person.isEmpty || !isPerson(person) ? name : name[..<bracket]
    var letters = 0
    var isCaps = true
    var words = 0
    var last: UInt8 = 0x20
    for byte in names {
      if (byte | 0x20) &- 0x61 < 26 {
        letters += 1
        if byte >= 0x61 { isCaps = false }
      }
      if byte != 0x20, last == 0x20 { words += 1 }
      last = byte
    }
    let isTitled =
      words <= 8 && titles.contains { name.starts(with: $0) } && !isAddress(name)
    // A single letter is nobody but the Q of questions.
    guard isTitled || isCaps && words <= 6 && (letters > 3 || letters == 1 && line[0] == 0x51),
      isTitled || !parts.contains(where: { name.starts(with: $0) }) && !hasModel(names)
    else { return nil }
    var length = colon + 1
    while length < line.count, line[length] <= 0x20 { length += 1 }
    return SpeakerTurn(
      speaker: String(decoding: name, as: UTF8.self), length: length, isByForm: !isTitled)
  }
}
