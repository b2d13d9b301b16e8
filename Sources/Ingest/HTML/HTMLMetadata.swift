// Title, date, author, site, language and kind of a page, from JSON-LD, Open Graph, `meta`, `time`
// and bylines, in that order of trust.

internal import Text

/// Metadata found in a page.
struct HTMLMetadata {
  private(set) var found = DocumentMetadata()
  /// The text that the page's own data hold, for shells that a script fills.
  private(set) var articleBody: [UInt8] = []
  /// The page's own data call it a forum's page or questions with answers.
  private(set) var isDiscussion = false

  private let tree: HTMLTree
  private let linked: LinkedData
  private var meta: [String: String] = [:]
  private var title = PageTitle()
  private var canonical: String?
  private var lang: String?

  init(_ tree: HTMLTree, traits: [NodeTraits], linkedData: [[UInt8]]) {
    self.tree = tree
    linked = LinkedData(linkedData)
    scan()
    articleBody = Array(linked.articleBody.utf8)
    describe()
    isDiscussion =
      linked.items.contains { $0.type == "DiscussionForumPosting" || $0.type == "QAPage" }
      || DiscussionSigns.generator(first(["generator"]) ?? "")
      || DiscussionSigns.address(found.url ?? "")
    found.date = PageDate(tree, traits: traits, published: published, modified: modified).chosen
    found.author =
      linked.name("author").flatMap(Self.clean)
      ?? first([
        "author", "article:author", "dc.creator", "citation_author", "parsely-author",
        "sailthru.author",
      ]).flatMap { $0.hasPrefix("http") ? nil : $0 }
      ?? Byline(tree, traits: traits).name ?? linked.name("creator").flatMap(Self.clean)
  }

  /// White space collapsed, references that were escaped twice resolved; nil if nothing is left.
  static func clean(_ text: String) -> String? {
    let bytes = PassageBuilder.collapse(Array(PageTitle.unescape(text).utf8))
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  private mutating func scan() {
    for index in tree.nodes.indices {
      switch tree.nodes[index].tag {
      case .meta:
        guard let content = tree.string(.content, of: index), !content.isEmpty else { continue }
        let key =
          tree.string(.property, of: index) ?? tree.string(.name, of: index)
          ?? tree.string(.itemprop, of: index)
        if let key = key?.lowercased(), meta[key] == nil { meta[key] = content }
      case .html where lang == nil:
        if let value = tree.string(.lang, of: index), value.count >= 2 {
          lang = String(value.prefix(2)).lowercased()
        }
      case .title where title.element == nil:
        title.element = Self.clean(
          String(decoding: tree.text(under: index, limit: 1_000), as: UTF8.self))
      case .h1 where title.headings.count < 8:
        let text = String(decoding: tree.text(under: index, limit: 1_000), as: UTF8.self)
        if let heading = Self.clean(PageTitle.heading(text)) { title.headings.append(heading) }
      case .link where canonical == nil:
        if tree.value(.rel, of: index)?.elementsEqual("canonical".utf8) ?? false {
          canonical = tree.string(.href, of: index)
        }
      default: break
      }
    }
  }

  private func first(_ names: [String]) -> String? {
    for name in names { if let value = meta[name].flatMap(Self.clean) { return value } }
    return nil
  }

  private mutating func describe() {
    found.siteName =
      first(["og:site_name"]) ?? linked.name("publisher").flatMap(Self.clean)
      ?? linked.items.first { $0.type == "WebSite" }?.values["name"].flatMap(Self.clean)
      ?? first(["application-name", "dc.publisher", "citation_publisher"])
    found.description =
      first(["og:description", "description", "twitter:description", "dc.description"])
      ?? linked.first("description").flatMap(Self.clean)
    found.url = canonical ?? first(["og:url"])
    found.pageType = linked.type ?? first(["og:type"])
    found.lang =
      lang ?? first(["content-language", "dc.language", "og:locale"]).map {
        String($0.prefix(2)).lowercased()
      } ?? linked.first("inLanguage").map { String($0.prefix(2)).lowercased() }
    title.headline = linked.first("headline").flatMap(Self.clean)
    title.shared = first([
      "og:title", "twitter:title", "dc.title", "citation_title", "dcterms.title",
    ])
    title.siteName = found.siteName
    title.url = found.url
    found.title = title.best
  }

  private var published: String? {
    linked.first("datePublished")
      ?? first([
        "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
        "dcterms.date", "dcterms.issued", "citation_publication_date", "citation_date", "pubdate",
        "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date",
        "og:published_time", "dcterms.created", "dc.date.created", "datecreated", "ms.date",
        "article:published",
      ])
  }

  private var modified: String? {
    linked.first("dateCreated") ?? linked.first("dateModified")
      ?? first([
        "article:modified_time", "og:updated_time", "last-modified", "datemodified", "revised",
        "dcterms.modified", "dc.date.modified", "lastmod",
      ])
  }
}
