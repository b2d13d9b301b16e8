// What a page says of itself in JSON-LD: its items with the few values that matter, whatever the
// nesting; persons named by reference are resolved.

internal import Text

/// The items of a page's `application/ld+json` scripts.
struct LinkedData {
  /// An object with a type.
  struct Item {
    var type = ""
    var values: [String: String] = [:]
  }

  private(set) var items: [Item] = []
  private var names: [String: String] = [:]

  init(_ blobs: [[UInt8]]) {
    for blob in blobs {
      blob.withUnsafeBufferPointer { buffer in
        var scanner = JSONScanner(buffer)
        try? item(&scanner, depth: 0)
      }
    }
    // In document order within a rank.
    items = (0...3).reversed().flatMap { rank in items.filter { Self.rank($0.type) == rank } }
  }

  /// The value of the item that is most likely the page's subject.
  func first(_ key: String) -> String? {
    for item in items { if let value = item.values[key], !value.isEmpty { return value } }
    return nil
  }

  /// Name of the author or publisher, references resolved.
  func name(_ key: String) -> String? {
    guard let value = first(key) else { return nil }
    return names[value] ?? (value.contains("/") || value.hasPrefix("#") ? nil : value)
  }

  /// The type of the page's subject.
  var type: String? { items.first { Self.rank($0.type) > 0 }?.type }

  /// The longest article body.
  var articleBody: String {
    items.compactMap { $0.values["articleBody"] }.max { $0.utf8.count < $1.utf8.count } ?? ""
  }

  private static func rank(_ type: String) -> Int {
    switch type {
    case "DiscussionForumPosting", "QAPage", "Report", "Legislation", "GovernmentService": 3
    case "WebPage", "CollectionPage", "ItemPage", "AboutPage", "FAQPage", "ItemList": 1
    case "", "WebSite", "Organization", "NewsMediaOrganization", "GovernmentOrganization", "Person",
      "BreadcrumbList", "ListItem", "ImageObject", "SearchAction", "Brand", "Offer", "Comment",
      "Answer", "Review", "Rating", "AggregateRating", "PostalAddress", "Corporation", "EntryPoint":
      0
    default: type.hasSuffix("Article") || type.hasSuffix("Posting") ? 3 : 2
    }
  }

  /// Takes one value and all items in it.
  private mutating func item(_ scanner: inout JSONScanner, depth: Int) throws(JSONError) {
    guard depth < 12 else { return try scanner.skipValue() }
    switch scanner.peek() {
    case 0x7B:
      var found = Item()
      var id: String?
      var failure: JSONError?
      do throws(JSONError) {
        try scanner.object { scanner, raw throws(JSONError) in
          let key = String(decoding: raw, as: UTF8.self)
          switch key {
          case "@type":
            found.type = try Self.names(&scanner, depth: depth + 1).first ?? ""
          case "@id": id = try Self.names(&scanner, depth: depth + 1).first
          case "author", "creator", "publisher":
            let list = try Self.names(&scanner, depth: depth + 1)
            if !list.isEmpty { found.values[key] = list.joined(separator: ", ") }
          default:
            if scanner.peek() == 0x22, Self.keys.contains(key) {
              found.values[key] = try scanner.optionalString()
            } else {
              try item(&scanner, depth: depth + 1)
            }
          }
        }
      } catch { failure = error }
      if let id, let name = found.values["name"] { names[id] = name }
      if !found.type.isEmpty || !found.values.isEmpty { items.append(found) }
      if let failure { throw failure }
    case 0x5B:
      try scanner.array { scanner throws(JSONError) in try item(&scanner, depth: depth + 1) }
    default: try scanner.skipValue()
    }
  }

  private static let keys: Set<String> = [
    "headline", "name", "datePublished", "dateCreated", "dateModified", "inLanguage",
    "articleBody", "description", "text",
  ]

  /// Strings, or the names (else the ids) of objects.
  private static func names(_ scanner: inout JSONScanner, depth: Int) throws(JSONError) -> [String]
  {
    guard depth < 12 else {
      try scanner.skipValue()
      return []
    }
    var found: [String] = []
    switch scanner.peek() {
    case 0x22: if let value = try scanner.optionalString() { found.append(value) }
    case 0x7B:
      var name: String?
      var id: String?
      try scanner.object { scanner, raw throws(JSONError) in
        let key = String(decoding: raw, as: UTF8.self)
        let value = try key == "name" || key == "@id" ? names(&scanner, depth: depth + 1) : nil
        if key == "name" {
          name = value?.first
        } else if key == "@id" {
          id = value?.first
        } else {
          try scanner.skipValue()
        }
      }
      if let value = name ?? id { found.append(value) }
    case 0x5B:
      try scanner.array { scanner throws(JSONError) in
        found += try names(&scanner, depth: depth + 1)
      }
    default: try scanner.skipValue()
    }
    return found
  }
}
