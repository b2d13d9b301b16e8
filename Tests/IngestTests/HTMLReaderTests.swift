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

  @Test func styleNamesThatOnlySoundHiddenHideNothing() throws {
    let document = try read(
      page(
        """
        <main><section class="relative overflow-hidden">\(prose)</section>
        <section class="md:hidden"><p>Seen on small screens.</p>\(prose)</section>
        <span class="hidden">Secret words</span></main>
        """))
    #expect(text(document).contains(Self.first))
    #expect(text(document).contains("Seen on small screens"))
    #expect(!text(document).contains("Secret words"))
  }

  @Test func revealsAnswersThatAScriptUnfolds() throws {
    let document = try read(
      page(
        """
        <main>\(prose)<div class="faq"><h3>Who reports?</h3>
        <div style="display: none">Each operator of critical infrastructure reports to the \
        national authority within three days of an incident.</div></div></main>
        """))
    #expect(text(document).contains("Each operator of critical infrastructure"))
  }

  @Test func keepsProseInAsidesOfAnArticle() throws {
    let document = try read(
      page(
        """
        <article>\(prose)<aside><p>\(Self.second) \(Self.first)</p></aside>
        <aside><a href="/1">Another story</a> <a href="/2">One more story</a></aside></article>
        <aside><p>\(Self.first) Subscribe to our reports.</p></aside>
        """))
    #expect(text(document).contains("\(Self.second) \(Self.first)"))
    #expect(!text(document).contains("Another story"))
    #expect(!text(document).contains("Subscribe"))
  }

  @Test func leavesOutConsentThoughItIsLongest() throws {
    let consent = String(repeating: "<p>\(Self.second) We store data on your device.</p>", count: 9)
    let document = try read(
      page("<div id=\"cookie-consent\">\(consent)</div><div><h1>Norms</h1>\(prose)</div>"))
    #expect(text(document) == "Norms\n\n\(Self.first)\n\n\(Self.second)")
  }

  @Test func keepsTheQuestionAboveItsAnswers() throws {
    let data = """
      <script type="application/ld+json">{"@type":"QAPage","name":"Which norm?"}</script>
      """
    let answers = String(repeating: "<li>\(prose)</li>", count: 8)
    let document = try read(
      page(
        """
        <main><div class="question-body"><p>Which norm covers hospitals and their networks?</p></div>
        <div class="comments"><ol>\(answers)</ol></div></main>
        """, head: data))
    #expect(text(document).contains("Which norm covers hospitals"))
    #expect(text(document).contains(Self.second))
  }

  @Test func readsWhatStandsInForAnObject() throws {
    #expect(try text(read("<p><object type=\"x\"><p>\(Self.first)</p></object>")) == Self.first)
    #expect(try text(read("<head><noscript>Few words</noscript></head>")) == "Few words")
  }

  @Test func keepsLinkedTitlesOfAListing() throws {
    let entries = (1...6).map {
      "<article><h2><a href=\"/\($0)\">Report number \($0)</a></h2></article>"
    }
    let document = try read(
      page("<main><div><h1>Reports</h1>\(prose)</div>\(entries.joined())</main>"))
    #expect(text(document).contains("Report number 6"))
  }

  @Test func theVisibleHeadingIsTheTitle() throws {
    let head = """
      <title>Norms in cyberspace - Example Institute</title>
      <meta property="og:site_name" content="Example Institute">
      """
    func title(_ body: String) throws -> String? {
      try read(
        "<html><head>\(head)</head><body>\(body)<main>\(prose)</main></body></html>"
      ).metadata.title
    }
    #expect(
      try title("<h1>Example Institute</h1><h1>Norms in Cyberspace #</h1>") == "Norms in Cyberspace"
    )
    #expect(try title("<h1>Welcome to our work</h1>") == "Norms in cyberspace")
    #expect(try title("") == "Norms in cyberspace")
  }

  @Test func findsDatesAndAuthorsOfTheText() throws {
    let document = try read(
      page(
        """
        <article><h1>Norms</h1><p>By <a href="/a">Ada Example</a></p>
        <p>Last updated on 3 May 2021</p>\(prose)</article>
        """))
    #expect(document.metadata.author == "Ada Example")
    #expect(document.metadata.date == "2021-05-03")
    let marked = try read(
      page(
        """
        <time datetime="2026-01-01">today</time><article><h1>Norms</h1>
        <time datetime="2019-11-12T09:00">12 November</time>\(prose)</article>
        """))
    #expect(marked.metadata.date == "2019-11-12")
  }

  @Test func resolvesAuthorsByReference() throws {
    let data = """
      <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Example Institute"},
      {"@type":"Person","@id":"#ada","name":"Ada Example"},
      {"@type":"Article","headline":"Norms &#038; duties","author":{"@id":"#ada"}}]}</script>
      """
    let document = try read(page("<article>\(prose)</article>", head: data))
    #expect(document.metadata.author == "Ada Example")
    #expect(document.metadata.title == "Norms & duties")
    #expect(document.metadata.siteName == "Example Institute")
    #expect(document.metadata.pageType == "Article")
  }

  @Test func keysInClassNamesAreNoWords() throws {
    let document = try read(
      page(
        """
        <main>\(prose)<div class="c-12ad36b" id="x_ad36873b"><p>Reports are due in March.</p></div>
        <div class="footer2"><p>Imprint</p></div></main>
        """))
    #expect(text(document).contains("due in March"))
    #expect(!text(document).contains("Imprint"))
  }

  @Test func readsTemplatesShownInTheirPlace() throws {
    let document = try read(
      page(
        """
        <main>\(prose)<my-note><template shadowrootmode="open"><p>\(Self.second) Shown.</p></template>
        </my-note><template><p>Never shown.</p></template>\(prose)</main>
        """))
    #expect(text(document).contains("Shown."))
    #expect(!text(document).contains("Never"))
  }

  @Test func aPageLaidOutAsATableIsNoTable() throws {
    let document = try read(
      page(
        """
        <table><tr><td><a href="/">Home</a></td><td>\(prose)\(prose)</td></tr></table>
        """))
    #expect(document.passages.allSatisfy { $0.role == .body })
    #expect(document.passages.count == 4)
  }
}
