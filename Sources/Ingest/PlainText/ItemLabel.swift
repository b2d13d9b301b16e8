// The document's own numbers: "13.", "(a)", "1.2.3", "Article 5", bullets.

internal import Text

/// A label or bullet at the start of a line or block.
struct ItemLabel: Equatable {
  /// What a line opens with.
  enum Kind: UInt8 { case none, bullet, bracketed, other }

  /// Without closing punctuation: `13`, `a`, `1.2.3`, `Article 5`; nil for a bullet.
  var label: String?
  /// Bytes to leave out before the text.
  var length: Int
  /// In round brackets on both sides: a label below another one.
  var isBracketed = false
  var isBullet: Bool { label == nil }
  /// A bullet or a plain number: in Markdown the mark of a list, elsewhere text.
  var isMarkup: Bool {
    guard let label else { return true }
    return !isBracketed && label.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }
  /// "Article 5" and the like.
  var isProvision: Bool {
    guard let label, let first = label.utf8.first else { return false }
    return first &- 0x41 < 26 && label.utf8.contains(0x20)
  }
  var kind: Kind { isBullet ? .bullet : isBracketed ? .bracketed : .other }

  /// Nil if the text starts with no label. "13. (c)" is one label, `13(c)`.
  static func parse(_ text: UnsafeBufferPointer<UInt8>) -> ItemLabel? {
    guard text.count > 2 else { return nil }
    let own: ItemLabel?
    switch text[0] {
    case 0x30...0x39: own = numbered(text)
    case 0x41...0x5A:
      if let provision = provision(text) { return provision }
      own = mayBeNumeral(text) ? numbered(text) : nil
    case 0x6F where text[1] <= 0x20: own = bullet(text)
    case 0x61...0x7A: own = mayBeNumeral(text) ? numbered(text) : nil
    case 0x28: own = bracketed(text)
    case 0x2A, 0x2B, 0x2D, 0x80...: own = bullet(text)
    default: own = nil
    }
    guard var first = own, let outer = first.label else { return own }
    let rest = UnsafeBufferPointer(rebasing: text[first.length...])
    if let inner = bracketed(rest), let label = inner.label {
      first.label = "\(outer)(\(label))"
      first.length += inner.length
    }
    return first
  }

  /// Whether the letters that the text opens with may be a label: one alone, two alike (capitals) or
  /// roman ones. Most texts open with a word.
  private static func mayBeNumeral(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text[1] {
    case 0x29, 0x2E: true
    case text[0]: text[0] < 0x61 || isRoman(text[0])
    default: isRoman(text[0] | 0x20) && isRoman(text[1] | 0x20)
    }
  }

  /// "Article 5", "Section 12." before the text or alone.
  private static func provision(_ text: UnsafeBufferPointer<UInt8>) -> ItemLabel? {
    switch (text[0], text[1] | 0x20) {
    case (0x41, 0x72), (0x50, 0x61), (0x50, 0x72), (0x52, 0x75), (0x53, 0x65): break
    default: return nil
    }
    guard let space = text.place(of: 0x20, upTo: min(12, text.count)),
      provisions.contains(where: { $0.utf8.elementsEqual(text[..<space]) })
    else { return nil }
    var at = space + 1
    while at < text.count, at - space <= 5, isAlphanumeric(text[at]) { at += 1 }
    guard at > space + 1, isNumeral(text, space + 1, at) else { return nil }
    while at < text.count, text[at] == 0x28 {
      var close = at + 1
      while close < text.count, close - at <= 5, isAlphanumeric(text[close]) { close += 1 }
      guard close > at + 1, close < text.count, text[close] == 0x29 else { return nil }
      at = close + 1
    }
    let end = at
    while at < text.count, at - end < 3, ".:-".utf8.contains(text[at]) { at += 1 }
    guard at == text.count || text[at] <= 0x20 else { return nil }
    while at < text.count, text[at] <= 0x20 { at += 1 }
    // "Article 5 of the Charter": a reference, no label.
    if at < text.count, text[at] &- 0x61 < 26 { return nil }
    return ItemLabel(label: string(text, 0, end), length: at)
  }

  private static let provisions = [
    "Article", "ARTICLE", "Section", "SECTION", "Art.", "Rule", "Principle", "Paragraph",
  ]

  private static func spaceAfter(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    guard at < text.count, text[at] == 0x20 || text[at] == 0x09 || text[at] == 0x0A else {
      return nil
    }
    var next = at
    while next < text.count, text[next] <= 0x20 { next += 1 }
    return next < text.count ? next : nil
  }

  private static func bullet(_ text: UnsafeBufferPointer<UInt8>) -> ItemLabel? {
    guard let first = text.first else { return nil }
    if first == 0x2A || first == 0x2D || first == 0x2B {
      return spaceAfter(text, 1).map { ItemLabel(label: nil, length: $0) }
    }
    // A word processor's bullet of the second level comes out as the letter.
    if first == 0x6F, text[1] <= 0x20, let rest = spaceAfter(text, 1), text[rest] &- 0x41 < 26 {
      return ItemLabel(label: nil, length: rest)
    }
    guard first == 0xE2 || first == 0xEF || first == 0xC2, text.count > 3 else { return nil }
    if first == 0xC2 {
      return text[1] == 0xB7 ? spaceAfter(text, 2).map { ItemLabel(label: nil, length: $0) } : nil
    }
    let scalar = UInt32(first & 15) << 12 | UInt32(text[1] & 63) << 6 | UInt32(text[2] & 63)
    if bullets.contains(scalar) {
      return ItemLabel(label: nil, length: spaceAfter(text, 3) ?? 3)
    }
    if scalar == 0x2013 || scalar == 0x2014 {
      return spaceAfter(text, 3).map { ItemLabel(label: nil, length: $0) }
    }
    return nil
  }

  /// Whether the three bytes of `text` are a bullet.
  static func isBullet(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == 3 else { return false }
    return bullets.contains(
      UInt32(text[0] & 15) << 12 | UInt32(text[1] & 63) << 6 | UInt32(text[2] & 63))
  }

  private static let bullets: Set<UInt32> = [
    0x2022, 0x2023, 0x2043, 0x2219, 0x25AA, 0x25AB, 0x25CF, 0x25CB, 0x25A0, 0x25E6, 0x27A2,
    0x2713, 0x2714, 0x2756, 0x25BA, 0x25B6, 0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF02D, 0xF076,
  ]

  /// "(a)", "(iv)", "(12)"; "(2017)" is a year.
  private static func bracketed(_ text: UnsafeBufferPointer<UInt8>) -> ItemLabel? {
    guard text.first == 0x28 else { return nil }
    var at = 1
    while at < text.count, at < 6, isAlphanumeric(text[at]) { at += 1 }
    guard at > 1, at < text.count, text[at] == 0x29, isNumeral(text, 1, at),
      at <= 4 || text[1] &- 0x30 >= 10, let rest = spaceAfter(text, at + 1)
    else { return nil }
    return ItemLabel(label: string(text, 1, at), length: rest, isBracketed: true)
  }

  /// "13.", "13)", "a)", "1.2", "1.2.3.", "IV.".
  private static func numbered(_ text: UnsafeBufferPointer<UInt8>) -> ItemLabel? {
    var at = 0
    var dots = 0
    while at < text.count, at < 12 {
      if isAlphanumeric(text[at]) {
        at += 1
      } else if text[at] == 0x2E, at + 1 < text.count, text[at + 1] &- 0x30 < 10, at > 0 {
        dots += 1
        at += 1
      } else {
        break
      }
    }
    guard at > 0, at < text.count else { return nil }
    let isDecimal = text[0] &- 0x30 < 10
    if dots > 0 {
      guard isDecimal, isDigitsAndDots(text, at) else { return nil }
      let next = text[at] == 0x2E || text[at] == 0x29 ? at + 1 : at
      guard let rest = spaceAfter(text, next),
        dots > 1 || next > at || text[rest] &- 0x41 < 26
      else { return nil }
      return ItemLabel(label: string(text, 0, at), length: rest)
    }
    guard text[at] == 0x2E || text[at] == 0x29, isNumeral(text, 0, at) else { return nil }
    if isDecimal, at > 3 { return nil }
    var next = at + 1
    if next < text.count, text[next] == 0x29 { next += 1 }
    guard let rest = spaceAfter(text, next) else { return nil }
    // "I. Smith" and "U. S." are names; a letter counts only in lower case or as a roman numeral.
    if !isDecimal, text[at] == 0x2E, text[0] &- 0x41 < 26 {
      guard at > 1 || text[0] == 0x49 || text[0] == 0x56 || text[0] == 0x58 else { return nil }
    }
    return ItemLabel(label: string(text, 0, at), length: rest)
  }

  private static func isDigitsAndDots(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    text[..<end].allSatisfy { $0 == 0x2E || $0 &- 0x30 < 10 }
  }

  static func isRoman(_ byte: UInt8) -> Bool {
    byte == 0x69 || byte == 0x76 || byte == 0x78
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// Digits, one letter, or a roman numeral.
  private static func isNumeral(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    let part = text[start..<end]
    if part.allSatisfy({ $0 &- 0x30 < 10 }) { return true }
    if part.count == 1 { return true }
    if part.allSatisfy({ isRoman($0 | 0x20) }) { return true }
    return part.count == 2 && part.first == part.last && (part[start] | 0x20) &- 0x61 < 26
  }

  private static func string(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> String {
    String(decoding: text[start..<end], as: UTF8.self)
  }
}
