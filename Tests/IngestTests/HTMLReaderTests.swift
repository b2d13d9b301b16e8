import Ingest
import Testing
import Text

@Suite struct HTMLReaderTests {
  private func read(_ page: String, options: IngestOptions = IngestOptions()) throws -> Document {
    try read(Array(page.utf8), options: options)
  }

  private func read(_ page: [UInt8], options: IngestOptions = IngestOptions()) throws -> Document {
    try DocumentReader(options: options).read(page, id: "t", fileExtension: "html")
  }

  private func text(_ document: Document) -> String {
    String(decoding: document.text, as: UTF8.self)
  }

  private static let first =
    "States should cooperate in good faith to develop measures that increase the stability of "
    + "cyberspace, and they should not knowingly allow their territory to be used for harm."
  private static let second =
    "No State should conduct or support activity that damages critical infrastructure or that "
    + "impairs the use of such infrastructure to provide services to the public."

  private func page(_ body: String, head: String = "") -> String {
    "<!DOCTYPE html><html><head><title>T</title>\(head)</head><body>\(body)</body></html>"
  }

  private var prose: String { "<p>\(Self.first)</p><p>\(Self.second)</p>" }

  @Test func prunesFurniture() throws {
    let document = try read(
      page(
        """
        <nav><a href="/">Home page</a> <a href="/about">About us</a></nav>
        <div class="cookie-banner">We use cookies to improve this site.</div>
        <article><h1>Norms of conduct</h1>\(prose)</article>
        <footer>Imprint and contact</footer>
        """))
    let text = text(document)
    #expect(text == "Norms of conduct\n\n\(Self.first)\n\n\(Self.second)")
  }

  @Test func keepsTheHeadingOutsideTheContainer() throws {
    let document = try read(
      page(
        """
        <div class="hero"><h1>Norms of conduct</h1><p>A short summary.</p></div>
        <main>\(prose)\(prose)</main>
        """))
    #expect(text(document).hasPrefix("Norms of conduct\n\nA short summary.\n\nStates should"))
  }

  @Test func keepsRolesOfListsTablesAndQuotes() throws {
    let document = try read(
      page(
        """
        <main>\(prose)<ul><li>Report incidents early.</li><li>Share threat data.</li></ul>
        <table><tr><td>Cell of a table</td></tr></table>
        <blockquote>They shall consult each other.</blockquote></main>
        """))
    let roles = document.passages.map(\.role)
    #expect(roles.filter { $0 == .listItem }.count == 2)
    #expect(roles.contains(.tableCell))
    #expect(roles.contains(.quote))
    #expect(text(document).contains("Report incidents early.\nShare threat data."))
  }

  @Test func inlineMarkupNeitherGluesNorSplits() throws {
    let document = try read(
      page(
        "<main>\(prose)<p>One<b>two</b>, three<br>four &amp; five &lt;six&gt; caf&eacute;</p></main>"
      ))
    #expect(text(document).contains("Onetwo, three four & five <six> café"))
  }

  @Test func dropsHiddenTextButRevealsTabPanels() throws {
    let document = try read(
      page(
        """
        <main>\(prose)<span hidden>Secret words</span><div style="display:none">Gone words</div>
        <div role="tabpanel" hidden><p>Panel words are for readers who choose the tab.</p></div>
        </main>
        """))
    let text = text(document)
    #expect(!text.contains("Secret words"))
    #expect(!text.contains("Gone words"))
    #expect(text.contains("Panel words"))
  }

  @Test func readsLinkedData() throws {
    let data = """
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Norms agreed",
      "datePublished":"2021-05-28T10:00:00Z","author":{"name":"Ada Example"}}</script>
      """
    let document = try read(page("<article>\(prose)</article>", head: data))
    #expect(document.metadata.title == "Norms agreed")
    #expect(document.metadata.date == "2021-05-28")
    #expect(document.metadata.author == "Ada Example")
    #expect(!text(document).contains("NewsArticle"))
  }

  @Test func anUnclosedScriptLosesOnlyItself() throws {
    let document = try read(
      "<html><head><script>var a = 1 < 2;\n</head><body>\(prose)</body></html>")
    #expect(text(document) == "\(Self.first)\n\n\(Self.second)")
    let inBody = try read("<body><p>\(Self.first)</p><script>f()\n<p>\(Self.second)</p></body>")
    #expect(text(inBody) == "\(Self.first)\n\n\(Self.second)")
  }

  @Test func anEmptyScriptOfXHTMLEndsAtOnce() throws {
    let document = try read(
      """
      <?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title>
      <script src="a.js" /></head><body>\(prose)<script>g()</script></body></html>
      """)
    #expect(text(document) == "\(Self.first)\n\n\(Self.second)")
  }

  @Test func noscriptIsReadWhereThereIsLittleElse() throws {
    let shell = try read(page("<div id=app></div><noscript><div>\(prose)</div></noscript>"))
    #expect(text(shell) == "\(Self.first)\n\n\(Self.second)")
    let full = try read(
      page("<main>\(prose)</main><noscript>Please enable scripts.</noscript>"))
    #expect(!text(full).contains("enable scripts"))
  }

  @Test func readsBothOfTwoDocuments() throws {
    let document = try read(
      "<html><body><p>\(Self.first)</p></body></html><html><body><p>\(Self.second)</p></body></html>"
    )
    #expect(text(document) == "\(Self.first)\n\n\(Self.second)")
  }

  @Test func aButtonEndsItsUnclosedDivision() throws {
    let document = try read(page("<button><div>Menu</button><main>\(prose)</main>"))
    #expect(text(document) == "\(Self.first)\n\n\(Self.second)")
  }

  @Test func flattensDeepNestingWithAWarning() throws {
    let deep = String(repeating: "<div>", count: 20_000)
    let document = try read("<body>\(deep)\(prose)")
    #expect(text(document).contains(Self.first))
    #expect(document.warnings.contains { $0.contains("nested deeper than 512") })
  }

  @Test func capsAttributesWithAWarning() throws {
    let many = (0..<5_000).map { " a\($0)=\"x\"" }.joined()
    let document = try read("<body><div\(many)>\(prose)</div>")
    #expect(text(document).contains(Self.first))
    #expect(document.warnings.contains { $0.contains("more than 1000 attributes") })
  }

  @Test func encodingsGiveTheSameText() throws {
    let sentence = "The café’s naïve coöperation – a “façade” – should end, said the délégués."
    let body = "<p>\(sentence)</p><p>\(Self.first)</p>"
    let utf8 = try read(page(body, head: "<meta charset=\"utf-8\">"))
    #expect(text(utf8).hasPrefix(sentence))
    let special: [Unicode.Scalar: UInt8] = [
      "’": 0x92, "“": 0x93, "”": 0x94, "–": 0x96,
    ]
    let windows = page(body, head: "<meta charset=\"windows-1252\">").unicodeScalars.map {
      special[$0] ?? UInt8($0.value)
    }
    #expect(try text(read(windows)) == text(utf8))
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in page(body).utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try text(read(wide)) == text(utf8))
  }

  @Test func expandsNoExternalEntities() throws {
    let document = try read(
      """
      <!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY a "aaaa">]>
      <html><body>\(prose)<p>Value &secret; and &a; stay as written.</p></body></html>
      """)
    #expect(!text(document).contains("root:"))
    #expect(!text(document).contains("aaaa"))
    #expect(text(document).contains("stay as written."))
  }
}
