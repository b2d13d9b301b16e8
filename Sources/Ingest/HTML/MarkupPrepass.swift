// One pass over the markup before libxml2 sees it: scripts, styles and comments go (JSON-LD is kept
// aside), attributes are cut to those the reader uses, and nesting is bounded. libxml2 spends most
// of its time on attributes and is quadratic in their number and in depth (measured).

/// A page's markup, slimmed; and what was taken out of it.
struct MarkupPrepass {
  var markup: [UInt8] = []
  /// Contents of `application/ld+json` scripts.
  var linkedData: [[UInt8]] = []
  private(set) var warnings: [String] = []

  let limit: IngestOptions
  private var depth = 0
  /// End tags to leave out, for start tags that were left out.
  private var flattened = 0
  var droppedAttributes = false

  init(_ bytes: [UInt8], options: IngestOptions) {
    limit = options
    markup.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer {
      let start = UnsafeBufferPointer(rebasing: $0.prefix(2_000))
      isXHTML = Self.contains(start, 0..<start.count, "xhtml")
      scan($0)
    }
    if flattenedAny {
      warnings.append(
        "elements nested deeper than \(options.maximumDepth) were flattened (--max-depth)")
    }
    if droppedAttributes {
      warnings.append(
        "a tag has more than \(options.maximumAttributes) attributes; the rest was dropped (--max-attributes)"
      )
    }
  }
  private var flattenedAny = false
  /// `div`s open in a button: its end tag ends them, which libxml2 does not see.
  private var openInButton: Int?
  /// Templates that are shown in their place, open now.
  private var openShadows = 0
  /// `<script/>` is complete in XHTML, and opens a script in HTML.
  private var isXHTML = false
  /// Elements whose end tag is known not to come any more, so that it is looked for once.
  var unclosed: Set<HTMLTag> = []
  var hasOpenComment = false

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

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  static func find(_ byte: UInt8, in b: UnsafeBufferPointer<UInt8>, from: Int) -> Int {
    var at = from
    while at < b.count, b[at] != byte { at += 1 }
    return at
  }

  static func contains(
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

  func matches(_ b: UnsafeBufferPointer<UInt8>, _ at: Int, _ name: StaticString) -> Bool {
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
    if tag == .template {
      if openShadows > 0 {
        openShadows -= 1
        markup.append(contentsOf: "</div>".utf8)
      }
      return min(close + 1, b.count)
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
    let isTaken = attributes(b, &end, tag, &isSelfClosing)
    markup.append(0x3E)
    switch tag {
    case .template where isTaken:
      markup.removeSubrange(resume...)
      markup.append(contentsOf: "<div>".utf8)
      openShadows += 1
    case .script, .style, .template, .svg, .iframe, .math:
      markup.removeSubrange(resume...)
      if isSelfClosing, tag == .svg || tag == .math || isXHTML { return end }
      return raw(b, end, b[(at + 1)..<name], isTaken, tag)
    case .button:
      openInButton = 0
    case .div:
      openInButton? += 1
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
}
