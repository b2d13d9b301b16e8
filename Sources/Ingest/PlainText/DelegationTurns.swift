// Records of debates where a delegation's name alone on a line opens its statement. Country names
// are headings of surveys as well, so the statements have to speak in the first person.

/// The lines that give a delegation the floor.
struct DelegationTurns {
  /// Names by line.
  private(set) var names: [Int: String] = [:]

  /// Empty unless three lines or more are names, two of them different, and half of what follows
  /// them says "we", "our", "my" or "I".
  init(_ text: TextLines) {
    var found: [(line: Int, name: String)] = []
    for index in text.lines.indices where Self.standsApart(text, index) {
      // "in the waters of / Brazil" gives nobody the floor.
      if let name = Self.name(text.slice(index)), index == 0 || !text.endsInArticle(index - 1) {
        found.append((index, name))
      }
    }
    guard found.count >= 3, Set(found.map(\.name)).count >= 2 else { return }
    var personal = 0
    for (place, turn) in found.enumerated() {
      let next = place + 1 < found.count ? found[place + 1].line : text.lines.count
      let end = min(next, turn.line + 40)
      if (turn.line + 1..<end).contains(where: { DelegationName.isFirstPerson(text.slice($0)) }) {
        personal += 1
      }
    }
    guard personal * 2 >= found.count else { return }
    for turn in found { names[turn.line] = turn.name }
  }

  private static func standsApart(_ text: TextLines, _ index: Int) -> Bool {
    let line = text.lines[index]
    guard line.role == .body || line.role == .heading, line.count >= 3, line.count <= 60,
      text.first(index) &- 0x41 < 26
    else { return false }
    return index == 0 || line.blanksBefore > 0 || line.startsPage || text.endsWithStop(index - 1)
  }

  /// "Brazil", "the Netherlands:", "Cuba (on behalf of …)" as the document writes them.
  private static func name(_ line: UnsafeBufferPointer<UInt8>) -> String? {
    var end = line.firstIndex(of: 0x28) ?? line.count
    while end > 0, line[end - 1] <= 0x20 || line[end - 1] == 0x3A { end -= 1 }
    guard end >= 3, DelegationName.mayBeKnown(line, end),
      !line[..<end].contains(0x2E) || line[..<end].contains(0x20)
    else { return nil }
    let written = String(decoding: line[..<end], as: UTF8.self)
    var key = written.lowercased()
    if key.hasPrefix("the ") { key.removeFirst(4) }
    return DelegationName.isKnown(key) ? written : nil
  }
}
