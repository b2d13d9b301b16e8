// Which reader a document needs: by content first, then by extension.

/// Guesses the format of a document.
package enum FormatGuess {
  /// - Parameter asked: a format other than `auto` is taken as it is.
  package static func guess(
    _ bytes: [UInt8], fileExtension: String?, asked: IngestOptions.Format
  ) -> IngestOptions.Format {
    if asked != .auto { return asked }
    if looksLikeHTML(bytes) { return .html }
    switch fileExtension {
    case "html", "htm", "xhtml": return .html
    case "md", "markdown": return .markdown
    case "jsonl", "ndjson": return .jsonl
    default: return .text
    }
  }

  /// A doctype or a tag of the head within the first kilobyte of markup, or several common tags.
  private static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    // Most texts are told by their first byte.
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let opening = bytes.prefix(4096)[start...].first { $0 > 0x20 && $0 < 0xFE }
    guard opening == 0x3C else { return false }
    let head = bytes.prefix(4096).filter { $0 != 0 }.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    var at = 0
    while let tag = head[at...].firstIndex(of: 0x3C) {
      if signs.contains(where: { head[tag...].starts(with: $0.utf8) }) { return true }
      at = tag + 1
    }
    return false
  }

  private static let signs = [
    "<!doctype html", "<html", "<head", "<body", "<meta ", "<title", "<div", "<p>", "<p ",
    "<table", "<article", "<h1", "<script", "<ul", "<span", "<a ", "<br",
  ]
}

/// The charset that a page declares, found before it is decoded (HTML standard, "prescan").
enum CharsetPrescan {
  /// Nil if nothing is declared within the first 4 KB (comments are passed over).
  static func charset(in bytes: [UInt8]) -> String? {
    var head = Array(bytes.prefix(4096))
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return nil }
    for index in head.indices where head[index] &- 0x41 < 26 { head[index] |= 0x20 }
    var at = 0
    if let declared = xmlDeclaration(head) { return declared }
    while at < head.count {
      guard head[at] == 0x3C else {
        at += 1
        continue
      }
      if head[at...].starts(with: Array("<!--".utf8)) {
        at = end(of: Array("-->".utf8), in: head, from: at + 4)
      } else if head[at...].starts(with: Array("<meta".utf8)) {
        let close = head[at...].firstIndex(of: 0x3E) ?? head.count
        if let name = value(after: "charset", in: head[at..<close]) { return name }
        at = close
      } else {
        at += 1
      }
    }
    return nil
  }

  private static func xmlDeclaration(_ head: [UInt8]) -> String? {
    guard head.starts(with: Array("<?xml".utf8)), let close = head.firstIndex(of: 0x3E) else {
      return nil
    }
    return value(after: "encoding", in: head[..<close])
  }

  private static func end(of mark: [UInt8], in head: [UInt8], from start: Int) -> Int {
    var at = start
    while at < head.count {
      if head[at...].starts(with: mark) { return at + mark.count }
      at += 1
    }
    return head.count
  }

  private static func value(after key: String, in tag: ArraySlice<UInt8>) -> String? {
    let name = Array(key.utf8)
    var at = tag.startIndex
    while at < tag.endIndex {
      guard tag[at...].starts(with: name) else {
        at += 1
        continue
      }
      at += name.count
      while at < tag.endIndex, tag[at] <= 0x20 { at += 1 }
      guard at < tag.endIndex, tag[at] == 0x3D else { continue }
      at += 1
      while at < tag.endIndex, tag[at] <= 0x20 || tag[at] == 0x22 || tag[at] == 0x27 { at += 1 }
      let value = tag[at...].prefix { $0 > 0x20 && !";\"'>/".utf8.contains($0) }
      return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}
