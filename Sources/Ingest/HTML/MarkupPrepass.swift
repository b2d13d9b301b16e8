// One pass over the markup before libxml2 sees it: scripts, styles and comments go (JSON-LD is kept
// aside), attributes are cut to those the reader uses, and nesting is bounded. libxml2 spends most
// of its time on attributes and is quadratic in their number and in depth (measured).

/// A page's markup, slimmed; and what was taken out of it.
struct MarkupPrepass {
  private(set) var markup: [UInt8] = []
  /// Contents of `application/ld+json` scripts.
  private(set) var linkedData: [[UInt8]] = []
  private(set) var warnings: [String] = []

  private let limit: IngestOptions
  private var depth = 0
  /// End tags to leave out, for start tags that were left out.
  private var flattened = 0
  private var droppedAttributes = false

  init(_ bytes: [UInt8], options: IngestOptions) {
    limit = options
    markup.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer {
      let start = UnsafeBufferPointer(rebasing: $0.prefix(2_000))
      isXHTML = Self.contains(start, 0..<start.count, "xhtml")
      scan($0)
    }
    if flattenedAny {
      warnings.append("elements nested deeper than \(options.maximumDepth) were flattened")
    }
    if droppedAttributes {
      warnings.append(
        "a tag has more than \(options.maximumAttributes) attributes; the rest was dropped")
    }
  }
  private var flattenedAny = false
  private var inHead = true
  /// `div`s open in a button: its end tag ends them, which libxml2 does not see.
  private var openInButton: Int?
  /// `<script/>` is complete in XHTML, and opens a script in HTML.
  private var isXHTML = false
  /// Elements whose end tag is known not to come any more, so that it is looked for once.
  private var unclosed: Set<HTMLTag> = []
  private var hasOpenComment = false

  private mutating func scan(_ b: UnsafeBufferPointer<UInt8>) {
    var at = 0
    let count = b.count
    while at < count {
      var next = at
      while next < count, b[next] != 0x3C { next += 1 }
      if next > at { markup.append(contentsOf: b[at..<next]) }
      guard next < count else { return }
      at = next
      let first = at + 1 < count ? b[at + 1] : 0
      if first == 0x21 {
        at = declaration(b, at)
      } else if first == 0x3F {
        at = Self.find(0x3E, in: b, from: at) + 1
      } else if first == 0x2F, at + 2 < count, Self.isLetter(b[at + 2]) {
        at = endTag(b, at)
      } else if Self.isLetter(first) {
        at = startTag(b, at)
      } else {
        // A bare "<" is text.
        markup.append(contentsOf: "&lt;".utf8)
        at += 1
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func find(_ byte: UInt8, in b: UnsafeBufferPointer<UInt8>, from: Int) -> Int {
    var at = from
    while at < b.count, b[at] != byte { at += 1 }
    return at
  }

  /// Comments, doctypes and CDATA. A comment that never closes hides nothing.
  private mutating func declaration(_ b: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
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

  private func matches(_ b: UnsafeBufferPointer<UInt8>, _ at: Int, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { name in
      guard at + name.count <= b.count else { return false }
      for index in 0..<name.count where b[at + index] | 0x20 != name[index] | 0x20 { return false }
      return true
    }
  }

  private func nameEnd(_ b: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    var end = at
    while end < b.count, b[end] > 0x20, b[end] != 0x3E, b[end] != 0x2F { end += 1 }
    return end
  }

  private mutating func endTag(_ b: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let name = nameEnd(b, at + 2)
    let close = Self.find(0x3E, in: b, from: name)
    let tag = HTMLTag.named(UnsafeBufferPointer(rebasing: b[(at + 2)..<name]))
    if Self.counts(tag) {
      if flattened > 0 {
        flattened -= 1
        return min(close + 1, b.count)
      }
      if depth > 0 { depth -= 1 }
    }
    if tag == .div, let open = openInButton, open > 0 { openInButton = open - 1 }
    if tag == .button {
      for _ in 0..<(openInButton ?? 0) {
        markup.append(contentsOf: "</div>".utf8)
        if depth > 0 { depth -= 1 }
      }
      openInButton = nil
    }
    // What follows a document's end still belongs to the page.
    if tag != .body, tag != .html {
      markup.append(contentsOf: b[at..<name])
      markup.append(0x3E)
    }
    return min(close + 1, b.count)
  }

  /// Whether a tag opens a level: void and implicitly closed elements do not.
  private static func counts(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .p, .li, .dt, .dd, .tr, .td, .th, .thead, .tbody, .tfoot, .option, .br, .hr, .img, .input,
      .meta, .link, .base, .embed, .html, .head, .body:
      false
    default: true
    }
  }

  private mutating func startTag(_ b: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let name = nameEnd(b, at + 1)
    let tag = HTMLTag.named(UnsafeBufferPointer(rebasing: b[(at + 1)..<name]))
    let resume = markup.count
    markup.append(contentsOf: b[at..<name])
    var end = name
    var isSelfClosing = false
    let isLinkedData = attributes(b, &end, tag, &isSelfClosing)
    markup.append(0x3E)
    switch tag {
    case .noscript where inHead:
      markup.removeSubrange(resume...)
      return raw(b, end, b[(at + 1)..<name], false, tag)
    case .script, .style, .template, .svg, .iframe, .object, .math:
      markup.removeSubrange(resume...)
      if isSelfClosing, tag == .svg || tag == .math || isXHTML { return end }
      return raw(b, end, b[(at + 1)..<name], isLinkedData, tag)
    case .button:
      inHead = false
      openInButton = 0
    case .div:
      inHead = false
      openInButton? += 1
    case .body, .main, .p, .h1, .table, .article: inHead = false
    case .textarea, .title: break
    default: break
    }
    if Self.counts(tag), !isSelfClosing || tag != .other {
      if depth >= limit.maximumDepth {
        markup.removeSubrange(resume...)
        flattened += 1
        flattenedAny = true
        return end
      }
      depth += 1
    }
    return end
  }

  /// Passes over an element whose content is no text of the page; unclosed it ends at once, so
  /// that a truncated page loses the tag, not the rest.
  private mutating func raw(
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

  /// Copies the attributes that the reader uses; `at` ends after ">". True for JSON-LD scripts.
  private mutating func attributes(
    _ b: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ tag: HTMLTag, _ isSelfClosing: inout Bool
  ) -> Bool {
    var isLinkedData = false
    var count = 0
    while at < b.count {
      while at < b.count, b[at] <= 0x20 || b[at] == 0x2F {
        isSelfClosing = b[at] == 0x2F
        at += 1
      }
      guard at < b.count else { break }
      if b[at] == 0x3E {
        at += 1
        return isLinkedData
      }
      if b[at] == 0x3C { return isLinkedData }  // an unclosed tag: the next one begins
      isSelfClosing = false
      let nameStart = at
      while at < b.count, b[at] > 0x20, b[at] != 0x3D, b[at] != 0x3E, b[at] != 0x2F { at += 1 }
      if at == nameStart {
        at += 1
        continue
      }
      let name = nameStart..<at
      while at < b.count, b[at] <= 0x20 { at += 1 }
      var value = at..<at
      if at < b.count, b[at] == 0x3D {
        at += 1
        while at < b.count, b[at] <= 0x20 { at += 1 }
        value = Self.value(b, &at)
      }
      count += 1
      guard count <= limit.maximumAttributes else {
        droppedAttributes = true
        continue
      }
      if tag == .script {
        isLinkedData = isLinkedData || Self.contains(b, value, "ld+json")
      } else if tag != .style {
        keep(b, name, value, tag)
      }
    }
    return isLinkedData
  }

  private static func value(_ b: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Range<Int> {
    guard at < b.count else { return at..<at }
    let quote = b[at]
    if quote == 0x22 || quote == 0x27 {
      let start = at + 1
      let end = find(quote, in: b, from: start)
      if end < b.count {
        at = end + 1
        return start..<end
      }
      // A quote that never closes: the value ends at the tag's end.
      let close = find(0x3E, in: b, from: start)
      at = close
      return start..<close
    }
    let start = at
    while at < b.count, b[at] > 0x20, b[at] != 0x3E { at += 1 }
    return start..<at
  }

  private static func contains(
    _ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ needle: StaticString
  ) -> Bool {
    needle.withUTF8Buffer { needle in
      guard range.count >= needle.count else { return false }
      for start in range.lowerBound...(range.upperBound - needle.count) {
        var isSame = true
        for index in 0..<needle.count where b[start + index] | 0x20 != needle[index] | 0x20 {
          isSame = false
          break
        }
        if isSame { return true }
      }
      return false
    }
  }

  private mutating func keep(
    _ b: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, _ value: Range<Int>, _ tag: HTMLTag
  ) {
    func named(_ other: StaticString) -> Bool {
      name.count == other.utf8CodeUnitCount && matches(b, name.lowerBound, other)
    }
    let isKept: Bool
    switch name.count {
    case 2: isKept = named("id")
    case 3: isKept = named("rel")
    case 4:
      isKept = named("role") || named("name") || named("lang") || (tag == .link && named("href"))
    case 5:
      isKept = named("class")
      if named("style"), Self.contains(b, value, "none"), Self.contains(b, value, "display") {
        markup.append(contentsOf: " hidden=\"\"".utf8)
        return
      }
    case 6: isKept = named("hidden")
    case 7: isKept = named("content")
    case 8:
      isKept = named("itemprop") || named("property") || named("datetime") || named("itemtype")
    case 10: isKept = named("http-equiv")
    case 11: isKept = named("aria-hidden")
    default: isKept = false
    }
    guard isKept else { return }
    markup.append(0x20)
    markup.append(contentsOf: b[name])
    markup.append(contentsOf: "=\"".utf8)
    for byte in b[value] {
      if byte == 0x22 {
        markup.append(contentsOf: "&quot;".utf8)
      } else {
        markup.append(byte)
      }
    }
    markup.append(0x22)
  }
}
