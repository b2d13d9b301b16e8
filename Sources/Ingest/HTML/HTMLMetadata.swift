// Title, date, author, site, language and kind of a page, from JSON-LD, Open Graph, `meta`, `time`
// and bylines, in that order of trust.

internal import Text

/// Metadata found in a page.
struct HTMLMetadata {
  private(set) var found = DocumentMetadata()
  private(set) var articleBody: [UInt8] = []
  private var title = PageTitle()

  init(_ tree: HTMLTree, traits: [NodeTraits], linkedData: [[UInt8]]) {
    for blob in linkedData { linked(blob) }
    scan(tree, traits)
  }

  private static func clean(_ text: String) -> String? {
    let bytes = PassageBuilder.collapse(Array(PageTitle.unescape(text).utf8))
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  // MARK: JSON-LD

  private mutating func linked(_ blob: [UInt8]) {
    var values: [String: String] = [:]
    blob.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer)
      try? Self.walk(&scanner, key: "", into: &values, depth: 0)
    }
    let type = values["@type"]
    title.headline = title.headline ?? values["headline"].flatMap(Self.clean)
    if found.date == nil { found.date = values["datePublished"].flatMap(ISODate.normalize) }
    if found.author == nil { found.author = values["author.name"].flatMap(Self.clean) }
    if found.siteName == nil { found.siteName = values["publisher.name"].flatMap(Self.clean) }
    if found.lang == nil { found.lang = values["inLanguage"].map { String($0.prefix(2)) } }
    if let type, found.pageType == nil, type != "WebSite", type != "Organization" {
      found.pageType = type
    }
    if let body = values["articleBody"], body.utf8.count > articleBody.count {
      articleBody = Array(body.utf8)
    }
  }

  /// Collects the strings of interest wherever they stand; the first of each key wins.
  private static func walk(
    _ scanner: inout JSONScanner, key: String, into values: inout [String: String], depth: Int
  ) throws(JSONError) {
    guard depth < 12 else { return try scanner.skipValue() }
    switch scanner.peek() {
    case 0x7B:
      try scanner.object { scanner, raw throws(JSONError) in
        let name = String(decoding: raw, as: UTF8.self)
        let isNested = key == "author" || key == "publisher"
        let path = isNested && name == "name" ? "\(key).name" : name
        try walk(&scanner, key: path, into: &values, depth: depth + 1)
      }
    case 0x5B:
      try scanner.array { scanner throws(JSONError) in
        try walk(&scanner, key: key, into: &values, depth: depth + 1)
      }
    case 0x22:
      let wanted = keys.contains(key)
      if let value = try scanner.optionalString(), wanted {
        let name = key == "author" ? "author.name" : key
        if values[name] == nil { values[name] = value }
      }
    default: try scanner.skipValue()
    }
  }

  private static let keys: Set<String> = [
    "@type", "headline", "datePublished", "author", "author.name", "publisher.name", "inLanguage",
    "articleBody",
  ]

  // MARK: Markup

  private mutating func scan(_ tree: HTMLTree, _ traits: [NodeTraits]) {
    var meta: [String: String] = [:]
    var time: String?
    var byline: String?
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      switch node.tag {
      case .meta:
        guard let content = tree.string(.content, of: index), !content.isEmpty else { continue }
        let key =
          tree.string(.property, of: index) ?? tree.string(.name, of: index)
          ?? tree.string(.itemprop, of: index)
        if let key = key?.lowercased(), meta[key] == nil { meta[key] = content }
      case .html:
        if found.lang == nil, let lang = tree.string(.lang, of: index), lang.count >= 2 {
          found.lang = String(lang.prefix(2)).lowercased()
        }
      case .title where title.element == nil:
        title.element = Self.clean(String(decoding: tree.text(under: index), as: UTF8.self))
      case .h1 where title.headings.count < 8:
        let text = String(decoding: tree.text(under: index), as: UTF8.self)
        if let heading = Self.clean(PageTitle.heading(text)) { title.headings.append(heading) }
      case .link:
        if tree.string(.rel, of: index) == "canonical" { found.url = tree.string(.href, of: index) }
      case .time where time == nil:
        time =
          tree.string(.datetime, of: index)
          ?? String(decoding: tree.text(under: index), as: UTF8.self)
      default:
        guard node.attributes > 0, byline == nil || time == nil else { continue }
        if time == nil,
          tree.value(.itemprop, of: index)?.elementsEqual("datePublished".utf8) ?? false
        {
          time =
            tree.string(.datetime, of: index)
            ?? String(decoding: tree.text(under: index), as: UTF8.self)
        }
        if byline == nil, traits[index].contains(.byline) || isAuthor(tree, index) {
          byline = author(tree.text(under: index))
        }
      }
    }
    take(meta, time: time, byline: byline)
    if found.date == nil { found.date = visibleDate(tree) }
  }

  private mutating func take(
    _ meta: [String: String], time: String?, byline: String?
  ) {
    func first(_ names: [String]) -> String? {
      for name in names { if let value = meta[name].flatMap(Self.clean) { return value } }
      return nil
    }
    found.siteName = found.siteName ?? first(["og:site_name", "application-name", "dc.publisher"])
    found.description = first(["og:description", "description", "twitter:description"])
    found.url = found.url ?? first(["og:url"])
    found.pageType = found.pageType ?? first(["og:type"])
    found.author =
      found.author ?? first([
        "author", "article:author", "dc.creator", "citation_author", "parsely-author",
      ]) ?? byline
    if found.author?.hasPrefix("http") ?? false { found.author = byline }
    let dateNames = [
      "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
      "dcterms.date",
      "dcterms.issued", "citation_publication_date", "citation_date", "pubdate", "publishdate",
      "publish-date",
      "parsely-pub-date", "sailthru.date", "og:published_time", "dcterms.created",
    ]
    if found.date == nil { found.date = first(dateNames).flatMap(ISODate.normalize) }
    if found.date == nil { found.date = time.flatMap(ISODate.normalize) }
    if found.date == nil {
      found.date = first(["article:modified_time", "og:updated_time", "last-modified"]).flatMap(
        ISODate.normalize)
    }
    title.shared = first(["og:title", "twitter:title", "dc.title", "citation_title"])
    title.siteName = found.siteName
    title.url = found.url
    found.title = title.best
  }

  private func isAuthor(_ tree: HTMLTree, _ index: Int) -> Bool {
    for name in [HTMLTree.Name.rel, .itemprop] {
      if let value = tree.value(name, of: index), value.elementsEqual("author".utf8) { return true }
    }
    return false
  }

  private func author(_ bytes: [UInt8]) -> String? {
    guard var text = Self.clean(String(decoding: bytes, as: UTF8.self)), text.count <= 80 else {
      return nil
    }
    for prefix in ["By ", "by ", "BY ", "Written by "] where text.hasPrefix(prefix) {
      text = String(text.dropFirst(prefix.count))
    }
    if let comma = text.firstIndex(of: ",") { text = String(text[..<comma]) }
    return text.contains { $0.isNumber } || text.isEmpty ? nil : text
  }

  /// The first date that stands alone near the top of the page.
  private func visibleDate(_ tree: HTMLTree) -> String? {
    var seen = 0
    for node in tree.nodes where node.tag == .text {
      let length = Int(node.textEnd - node.textStart)
      guard length >= 8 else { continue }
      seen += 1
      if seen > 250 { return nil }
      guard length <= 60 else { continue }
      let text = String(
        decoding: tree.bytes[Int(node.textStart)..<Int(node.textEnd)], as: UTF8.self)
      if let date = ISODate.normalize(text.trimmed), date.utf8.count == 10 { return date }
    }
    return nil
  }
}

extension String {
  fileprivate var trimmed: String {
    String(decoding: PassageBuilder.collapse(Array(utf8)), as: UTF8.self)
  }
}
