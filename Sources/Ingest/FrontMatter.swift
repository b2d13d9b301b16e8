// The `---` block that may open a text or Markdown file: the keys of `--metadata`, in YAML.

internal import Yams

/// Reads a front-matter block.
package enum FrontMatter {
  /// - Returns: what it says and how many bytes it takes; length 0 if there is none. A block that
  ///   is no YAML mapping is text, not metadata.
  package static func parse(_ text: [UInt8]) -> (DocumentMetadata, length: Int) {
    let none = (DocumentMetadata(), 0)
    guard text.starts(with: Array("---\n".utf8)) else { return none }
    var at = 4
    while at < text.count {
      let end = text[at...].firstIndex(of: 0x0A) ?? text.count
      let line = text[at..<end]
      if line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8) {
        let yaml = String(decoding: text[4..<at], as: UTF8.self)
        guard let node = try? Yams.compose(yaml: yaml), let mapping = node.mapping else {
          return none
        }
        return (metadata(mapping), min(end + 1, text.count))
      }
      if at > 16_384 { return none }
      at = end + 1
    }
    return none
  }

  private static func metadata(_ mapping: Node.Mapping) -> DocumentMetadata {
    var metadata = DocumentMetadata()
    for (key, value) in mapping {
      guard let name = key.string, let text = value.scalar?.string, !text.isEmpty else { continue }
      metadata.set(name, to: text)
    }
    return metadata
  }
}

extension DocumentMetadata {
  /// Sets the value that a key of front matter, a record or a metadata column names.
  /// - Returns: false for an unknown key.
  @discardableResult
  package mutating func set(_ key: String, to value: String) -> Bool {
    switch key {
    case "title": title = value
    case "date": date = ISODate.normalize(value) ?? value
    case "issuer": issuer = value
    case "genre":
      genre = Genre(rawValue: value)
    case "lang": lang = value
    case "url", "source_url": url = value
    case "author": author = value
    default: return false
    }
    return true
  }
}
