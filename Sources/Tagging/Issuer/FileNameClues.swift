// What a document's id says: codes and names in its file name, a folder named for an actor, dates.

internal import Lexicon
internal import Text

/// Splits ids into words and dates.
enum FileNameClues {
  /// The file name of an id, without its extension.
  static func base(_ id: String) -> Substring {
    let name = id.lastPathComponent
    guard let dot = name.utf8.lastIndex(of: 0x2E), dot != name.startIndex,
      name[dot...].utf8.count <= 6
    else { return name }
    return name[..<dot]
  }

  static func folders(_ id: String) -> [Substring] { id.split(separator: "/").dropLast() }

  /// "NewZealand_2011-nz" → ["New", "Zealand", "2011", "nz"].
  static func parts(_ name: Substring) -> [String] {
    if name.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return asciiParts(name.utf8) }
    var parts: [String] = []
    var part = ""
    var previous: Character?
    for character in name {
      let isJoint =
        character.isUppercase && previous?.isLowercase == true
        || character.isNumber != (previous?.isNumber ?? character.isNumber)
          && part.contains { $0.isNumber }
      if !(character.isLetter || character.isNumber) || isJoint {
        if !part.isEmpty { parts.append(part) }
        part = ""
      }
      if character.isLetter || character.isNumber { part.append(character) }
      previous = character
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }

  /// The same for ASCII, byte by byte: most names are.
  private static func asciiParts(_ name: Substring.UTF8View) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    var hasNumber = false
    var previous: UInt8 = 0
    func end() {
      if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
      part.removeAll(keepingCapacity: true)
      hasNumber = false
    }
    for byte in name {
      let isNumber = byte &- 0x30 < 10
      let isLetter = (byte | 0x20) &- 0x61 < 26
      let isCapital = byte &- 0x41 < 26 && previous &- 0x61 < 26
      let isTurn = previous != 0 && isNumber != (previous &- 0x30 < 10) && hasNumber
      if !isLetter && !isNumber || isCapital || isTurn { end() }
      if isLetter || isNumber {
        part.append(byte)
        if isNumber { hasNumber = true }
      }
      previous = byte
    }
    end()
    return parts
  }

  /// Nothing but capital letters.
  static func isUppercase(_ part: String) -> Bool {
    part.utf8.allSatisfy { $0 < 0x80 }
      ? part.utf8.allSatisfy { $0 &- 0x41 < 26 } : part.allSatisfy { $0.isUppercase }
  }

  /// The words for `ActorFinder`: lower-case abbreviations that people use in file names in capitals.
  static func text(_ parts: [String]) -> String {
    var words: [String] = []
    for (index, part) in parts.enumerated() {
      let lower = part.lowercased()
      let isUs =
        lower == "us" && index > 0
        && ["contact", "about", "with", "to", "join"]
          .contains(parts[index - 1].lowercased())
      words.append(abbreviations.contains(lower) && !isUs ? lower.uppercased() : part)
    }
    return words.joined(separator: " ")
  }

  private static let abbreviations: Set<String> = [
    "us", "uk", "nz", "eu", "usa", "uae", "prc", "dprk", "nato", "un", "asean", "osce",
  ]

  /// `2011-02-15`, `2011-02` or `2011` in a file name, at its most precise; nil if two years stand in it.
  static func date(_ name: Substring) -> String? {
    let parts = parts(name)
    var years: [(Int, String)] = []
    for (index, part) in parts.enumerated() {
      if let year = year(part) {
        years.append((index, year))
      } else if part.utf8.count == 8, let number = Int(part), let year = year(part.prefix(4)),
        (1...12).contains(number / 100 % 100), (1...31).contains(number % 100)
      {
        return "\(year)-\(part.dropFirst(4).prefix(2))-\(part.suffix(2))"
      }
    }
    guard let (index, year) = years.first else { return nil }
    if let month = two(parts, index + 1, 1...12) {
      if let day = two(parts, index + 2, 1...31) { return "\(year)-\(month)-\(day)" }
      return "\(year)-\(month)"
    }
    return years.allSatisfy { $0.1 == year } ? year : nil
  }

  private static func two(_ parts: [String], _ index: Int, _ range: ClosedRange<Int>) -> String? {
    guard index < parts.count, parts[index].utf8.count == 2, let value = Int(parts[index]),
      range.contains(value)
    else { return nil }
    return parts[index]
  }

  private static func year(_ part: some StringProtocol) -> String? {
    guard part.utf8.count == 4, let value = Int(part), (1945...2100).contains(value) else {
      return nil
    }
    return String(part)
  }
}
