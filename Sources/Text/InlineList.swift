// Lists that run on within a paragraph: "1) The first item 2) The second item". A paragraph that
// opens with a label is watched for the next label of the same form.

/// The labels of a list inside one paragraph.
struct InlineList {
  private enum Form { case number, letter }

  private let text: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var form = Form.number
  private var closing: (UInt8, UInt8) = (0, 0)
  private var expected = 0
  /// Whether the paragraph opened with a label.
  private(set) var isOpen = false
  /// The place after the label taken last.
  private(set) var afterLabel = 0

  init(text: UnsafeBufferPointer<UInt8>, start: Int, end: Int) {
    self.text = text
    self.end = end
    let at = skipBullet(start)
    guard let label = label(at) else { return }
    form = label.form
    closing = label.closing
    expected = label.value + 1
    afterLabel = label.after
    isOpen = true
  }

  /// Whether the next item of the list begins at `start`; if so, the list moves on.
  mutating func takesItem(_ start: Int) -> Bool {
    guard start > 0, start < end, text[start] > 0x20 else { return false }
    let at = skipBullet(start)
    guard at < end, text[at] < 0x80, let label = label(at), label.form == form,
      label.closing == closing, label.value == expected
    else { return false }
    if closing == (0x2E, 0), at == start, followsReference(start) { return false }
    expected += 1
    afterLabel = label.after
    return true
  }

  private func byte(_ at: Int) -> UInt8 { at < end ? text[at] : 0 }

  private func skipBullet(_ at: Int) -> Int {
    guard at + 3 < end, text[at] == 0xE2 else { return at }
    let isBullet =
      text[at + 1] == 0x80 && text[at + 2] == 0xA2 || text[at + 1] == 0x81 && text[at + 2] == 0x83
    guard isBullet else { return at }
    return text[at + 3] == 0x20 ? at + 4 : at + 3
  }

  private func label(
    _ start: Int
  ) -> (form: Form, value: Int, closing: (UInt8, UInt8), after: Int)? {
    var at = start
    var value = 0
    var form = Form.number
    while at < end, text[at] &- 0x30 < 10, at - start < 3 {
      value = value * 10 + Int(text[at] - 0x30)
      at += 1
    }
    if at == start {
      guard at < end, text[at] &- 0x61 < 26 else { return nil }
      form = .letter
      value = Int(text[at])
      at += 1
    }
    let first = byte(at)
    guard first == 0x2E || first == 0x29 else { return nil }
    at += 1
    var second: UInt8 = 0
    if first == 0x2E, byte(at) == 0x29 {
      second = 0x29
      at += 1
    }
    guard byte(at) == 0x20, byte(at + 1) > 0x20 else { return nil }
    let isCapital = !(byte(at + 1) &- 0x61 < 26)
    guard first == 0x29 || second != 0 || isCapital else { return nil }
    return (form, value, (first, second), at)
  }

  /// "see section 2. The": the number belongs to the word before it.
  private func followsReference(_ start: Int) -> Bool {
    var stop = start
    while stop > 0, text[stop - 1] <= 0x20 { stop -= 1 }
    guard stop > 0 else { return false }
    var first = stop
    while first > 0, (text[first - 1] | 0x20) &- 0x61 < 26 { first -= 1 }
    return Self.holders.contains(
      Folding.hash(text[first..<stop].lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }))
  }

  private static let holders: Set<UInt64> = Set(
    ("section sections article articles chapter part paragraph para point points step "
      + "level phase stage table figure annex appendix tier version volume rule rules principle norm "
      + "objective goal pillar clause page number no nos and or to in of the than by from is at with "
      + "option class type grade line room day week plan vitamin")
      .split(separator: " ").map { Folding.hash($0.utf8) })
}
