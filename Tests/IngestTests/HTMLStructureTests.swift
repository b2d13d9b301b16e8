// What markup says of structure: sections, numbers, lead-ins, notes and speakers of HTML pages.

import Ingest
import Testing
import Text

@Suite struct HTMLStructureTests {
  private func read(_ body: String, keeps: Bool = false) throws -> Document {
    var options = IngestOptions()
    options.keepsFurniture = keeps
    let prose = "<p>The group met in Geneva and agreed on the text that all members support.</p>"
    let page = "<html><body><main><h1>Norms</h1>\(prose)\(body)</main></body></html>"
    return try DocumentReader(options: options).read(
      Array(page.utf8), id: "t", fileExtension: "html")
  }

  private func passage(_ document: Document, _ start: String) throws -> Passage {
    try #require(document.passages.first { text($0, document).hasPrefix(start) })
  }

  private func text(_ passage: Passage, _ document: Document) -> String {
    String(decoding: document.text[passage.start..<passage.end], as: UTF8.self)
  }

  @Test func sectionsAreThePathOfHeadings() throws {
    let document = try read(
      """
      <h2>Part one</h2><h3>Scope</h3><p>This part applies to all networks.</p>
      <h2>Part two</h2><p>This part applies to none of them.</p>
      """)
    let first = try passage(document, "This part applies to all")
    let second = try passage(document, "This part applies to none")
    #expect(document.sections[first.section] == ["Norms", "Part one", "Scope"])
    #expect(document.sections[second.section] == ["Norms", "Part two"])
  }

  @Test func numbersOfListsAndParagraphsAreLabels() throws {
    let document = try read(
      """
      <p>13. (c) States should not allow harmful acts from their territory.</p>
      <p>Article 5(2) Each Party shall designate an authority.</p>
      <ol start="3" type="a"><li>Third item of the list</li><li value="6">Sixth item</li></ol>
      <ol><li>Plain item<ol type="I"><li>Inner item</li></ol></li><li>Second item</li></ol>
      """)
    #expect(try passage(document, "13. (c)").label == "13(c)")
    #expect(try passage(document, "Article 5(2) Each").label == "Article 5(2)")
    #expect(try passage(document, "Third item").label == "c")
    #expect(try passage(document, "Sixth item").label == "f")
    #expect(try passage(document, "Plain item").label == "1")
    #expect(try passage(document, "Inner item").label == "I")
    #expect(try passage(document, "Second item").label == "2")
  }

  @Test func itemsKnowTheirLeadIn() throws {
    let document = try read(
      """
      <p>5. The Parties shall:</p>
      <ol><li>report incidents within three days;</li><li>share threat data.</li></ol>
      <p>Nothing else is asked of them.</p>
      """)
    let lead = try #require(
      document.passages.firstIndex { text($0, document) == "5. The Parties shall:" })
    #expect(try passage(document, "report incidents").leadIn == lead)
    #expect(try passage(document, "share threat").leadIn == lead)
    #expect(try passage(document, "Nothing else").leadIn == -1)
  }

  @Test func notesStandApart() throws {
    let body = """
      <p>The text has a note.<sup><a href="#n1">1</a></sup> More follows \
      here.<a id="_ftnref2" href="#_ftn2">[2]</a></p>
      <p><a id="_ftn2" href="#_ftnref2">[2]</a> See the report of the group.</p>
      <section role="doc-endnotes"><p>Ibid., on the duties of States.</p></section>
      <ol class="footnotes"><li>See resolution 70/237.</li></ol>
      """
    let clean = try read(body)
    #expect(String(decoding: clean.text, as: UTF8.self).hasSuffix("has a note. More follows here."))
    let kept = try read(body, keeps: true)
    #expect(kept.passages.count { $0.role == .footnote } == 3)
  }

  @Test func cellsComeInReadingOrder() throws {
    let document = try read(
      """
      <table><tr><th>State</th><th>Vote</th></tr><tr><td>Chad</td><td>Yes</td></tr></table>
      """)
    #expect(
      document.passages.filter { $0.role == .tableCell }.map { text($0, document) }
        == ["State", "Vote", "Chad", "Yes"])
  }

  @Test func speakersOfTranscripts() throws {
    let document = try read(
      """
      <p><strong>Examplia | Jane Doe | Head of Delegation</strong></p>
      <p>We thank the Chair for this draft.</p>
      <p>Mr. Smith (China): We cannot support paragraph four.</p>
      <p><b>United Kingdom</b></p><p>My delegation supports the draft.</p>
      <p>Chad</p><p>The country has nine million people.</p>
      <h2>Closing</h2><p>The meeting rose at noon.</p>
      """)
    #expect(try passage(document, "We thank").speaker == "Examplia")
    #expect(try passage(document, "We cannot").speaker == "Mr. Smith (China)")
    #expect(try passage(document, "My delegation").speaker == "United Kingdom")
    #expect(try passage(document, "The country").speaker == nil)
    #expect(try passage(document, "The meeting").speaker == nil)
  }
}
