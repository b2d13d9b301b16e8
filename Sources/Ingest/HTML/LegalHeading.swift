// Headings of laws that pages set as paragraphs.

/// "Article 5", "CHAPTER II": headings of laws that are set as paragraphs.
enum LegalHeading {
  /// Nil if the block is no such heading; else its level.
  static func level(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.count <= 90, let space = text.firstIndex(of: 0x20) else { return nil }
    let word = String(decoding: text[..<space].map { $0 | 0x20 }, as: UTF8.self)
    guard let level = levels[word] else { return nil }
    var at = space + 1
    let start = at
    while at < text.count, text[at] &- 0x30 < 10 || "IVXLCivxlc".utf8.contains(text[at]) { at += 1 }
    guard at > start else { return nil }
    if at < text.count, !" .:-".utf8.contains(text[at]), text[at] < 0x80 { return nil }
    // "Article 5 applies." is a sentence.
    if text.last == 0x2E, at + 1 < text.count { return nil }
    return level
  }
  private static let levels = [
    "article": 4, "section": 3, "chapter": 2, "title": 1, "part": 1, "annex": 1, "schedule": 1,
  ]
}
