// The attributes of a tag: those that the reader uses are copied, the others are passed over.

extension MarkupPrepass {
  /// Copies the attributes that the reader uses; `at` ends after ">". True for JSON-LD scripts
  /// and for templates that are shown in their place (declarative shadow trees).
  mutating func attributes(
    _ b: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ tag: HTMLTag, _ isSelfClosing: inout Bool
  ) -> Bool {
    var isTaken = false
    var count = 0
    while at < b.count {
      while at < b.count, b[at] <= 0x20 || b[at] == 0x2F {
        isSelfClosing = b[at] == 0x2F
        at += 1
      }
      guard at < b.count else { break }
      if b[at] == 0x3E {
        at += 1
        return isTaken
      }
      if b[at] == 0x3C { return isTaken }  // an unclosed tag: the next one begins
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
        isTaken = isTaken || Self.contains(b, value, "ld+json")
      } else if tag == .template {
        isTaken = isTaken || (name.count == 14 && matches(b, name.lowerBound, "shadowrootmode"))
      } else if tag != .style {
        keep(b, name, value, tag)
      }
    }
    return isTaken
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
      isKept =
        named("role") || named("name") || named("lang") || (tag == .link && named("href"))
        || (tag == .ol && named("type"))
    case 5:
      isKept = named("class") || (tag == .ol && named("start")) || (tag == .li && named("value"))
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
