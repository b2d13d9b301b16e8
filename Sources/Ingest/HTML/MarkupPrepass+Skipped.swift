// What is passed over: comments, doctypes, scripts and the like; and where markup goes on when one of
// them never ends.

extension MarkupPrepass {
  /// Comments, doctypes and CDATA. A comment that never closes hides nothing.
  mutating func declaration(_ b: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    if at + 3 < b.count, b[at + 2] == 0x2D, b[at + 3] == 0x2D {
      var end = hasOpenComment ? b.count : at + 4
      while end + 2 < b.count {
        if b[end] == 0x2D, b[end + 1] == 0x2D, b[end + 2] == 0x3E { return end + 3 }
        if b[end] == 0x2D, b[end + 1] == 0x2D, b[end + 2] == 0x21, end + 3 < b.count,
          b[end + 3] == 0x3E
        {
          return end + 4
        }
        end += 1
      }
      hasOpenComment = true
      return min(Self.find(0x3E, in: b, from: at) + 1, b.count)
    }
    if matches(b, at + 2, "[cdata[") {
      var end = at + 9
      while end + 2 < b.count {
        if b[end] == 0x5D, b[end + 1] == 0x5D, b[end + 2] == 0x3E {
          for byte in b[(at + 9)..<end] { append(text: byte) }
          return end + 3
        }
        end += 1
      }
      return at + 9
    }
    // A doctype with an internal subset ends at "]>".
    var end = at + 2
    var brackets = 0
    while end < b.count {
      if b[end] == 0x5B { brackets += 1 }
      if b[end] == 0x5D { brackets -= 1 }
      if b[end] == 0x3E, brackets <= 0 { return end + 1 }
      end += 1
    }
    return Self.find(0x3E, in: b, from: at) + 1
  }

  private mutating func append(text byte: UInt8) {
    switch byte {
    case 0x3C: markup.append(contentsOf: "&lt;".utf8)
    case 0x26: markup.append(contentsOf: "&amp;".utf8)
    default: markup.append(byte)
    }
  }

  /// Passes over an element whose content is no text of the page; unclosed it ends at once, so
  /// that a truncated page loses the tag, not the rest.
  mutating func raw(
    _ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ name: Slice<UnsafeBufferPointer<UInt8>>,
    _ isLinkedData: Bool, _ tag: HTMLTag
  ) -> Int {
    var at = unclosed.contains(tag) ? b.count : start
    while at + name.count + 2 <= b.count {
      if b[at] == 0x3C, b[at + 1] == 0x2F {
        var isSame = true
        for (offset, byte) in name.enumerated()
        where at + 2 + offset >= b.count || b[at + 2 + offset] | 0x20 != byte | 0x20 {
          isSame = false
          break
        }
        if isSame {
          if isLinkedData { linkedData.append(Array(b[start..<at])) }
          return min(Self.find(0x3E, in: b, from: at) + 1, b.count)
        }
      }
      at += 1
    }
    unclosed.insert(tag)
    return tag == .script || tag == .style ? resumption(b, start) : start
  }

  /// Where markup goes on after a script or style that never closes: at the end of the head, or at
  /// the first line that begins with a tag; code seldom has one.
  private func resumption(_ b: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    var isLineStart = false
    while at < b.count {
      if b[at] == 0x0A {
        isLineStart = true
      } else if b[at] == 0x3C {
        if matches(b, at, "</head") || matches(b, at, "<body") { return at }
        if isLineStart, at + 1 < b.count, Self.isLetter(b[at + 1]) { return at }
        isLineStart = false
      } else if b[at] > 0x20 {
        isLineStart = false
      }
      at += 1
    }
    return b.count
  }
}
