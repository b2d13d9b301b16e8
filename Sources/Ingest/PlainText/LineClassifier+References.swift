// Reference lists of plain text: labelled, so that no claim of a cited title is coded.

extension LineClassifier {
  private static let referenceTitles: Set<String> = [
    "references", "bibliography", "works cited", "literature", "endnotes", "notes",
    "reference list",
    "literature cited", "sources",
  ]

  /// First letters and numbers of letters of these titles.
  private static let referenceShapes: [UInt32] = referenceTitles.reduce(
    into: [UInt32](repeating: 0, count: 26)
  ) { shapes, title in
    guard let first = title.utf8.first else { return }
    shapes[Int(first - 0x61)] |= 1 << UInt32(title.utf8.count { $0 != 0x20 })
  }

  mutating func markReferences() {
    let shapes = Self.referenceShapes
    let letters = shapes.reduce(0) { $0 | UInt64($1) }
    guard
      let start = text.lines.indices.last(where: { index in
        let line = text.lines[index]
        guard line.count <= 24, line.count >= 5, letters >> min(63, line.counts.letters) & 1 != 0,
          line.role != .contents,
          let first = text.slice(index).first(where: { ($0 | 0x20) &- 0x61 < 26 }),
          // A title without its number has the letters of one of them.
          shapes[Int((first | 0x20) &- 0x61)] >> UInt32(min(31, line.counts.letters)) & 1 != 0
        else { return false }
        let title = String(
          decoding: text.slice(index).filter { $0 == 0x20 || ($0 | 0x20) &- 0x61 < 26 }
            .map { $0 | 0x20 }, as: UTF8.self)
        let trimmed = title.drop { $0 == " " }
        return Self.referenceTitles.contains(String(trimmed))
      })
    else { return }
    var marks = 0
    for index in (start + 1)..<max(start + 1, text.lines.count) where isReferenceLike(index) {
      marks += 1
    }
    let rest = text.lines.count - start - 1
    guard rest > 0, marks * 6 >= rest || marks >= 5 else { return }
    var at = start
    while at < text.lines.count {
      let line = text.slice(at)
      let isAnnex = ["annex", "appendix", "schedule"].contains { name in
        line.count < 80 && line.lazy.map { $0 | 0x20 }.starts(with: Array(name.utf8))
      }
      if isAnnex, text.lines[at].blanksBefore > 0, marks > 0 { return }
      text.lines[at].role = .reference
      at += 1
    }
  }

  /// "(2016).", "Retrieved from", a URL, "pp. 3".
  private func isReferenceLike(_ index: Int) -> Bool {
    let line = text.slice(index)
    if contains(line, "http") || contains(line, "Retrieved from") || contains(line, "pp. ") {
      return true
    }
    var digits = 0
    for (offset, byte) in line.enumerated() {
      digits = byte &- 0x30 < 10 ? digits + 1 : 0
      if digits == 4, offset >= 4, line[offset - 4] == 0x28 { return true }
    }
    return false
  }
}
