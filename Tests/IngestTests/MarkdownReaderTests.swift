import Ingest
import Testing

@Suite struct MarkdownReaderTests {
  private func read(_ text: String, keep: Bool = false) throws -> Document {
    var options = IngestOptions()
    options.keepsFurniture = keep
    return try DocumentReader(options: options).read(
      Array(text.utf8), id: "m", fileExtension: "md")
  }

  private func texts(_ document: Document) -> [String] {
    document.passages.map { String(decoding: document.text[$0.start..<$0.end], as: UTF8.self) }
  }

  @Test func headingsMakeThePath() throws {
    let document = try read(
      "# One\n\nFirst text here.\n\n## Two ##\n\nSecond.\n\nThree\n=====\n\nThird.\n")
    #expect(texts(document) == ["First text here.", "Second.", "Third."])
    #expect(
      document.passages.map { document.sections[$0.section] } == [
        ["One"], ["One", "Two"], ["Three"],
      ])
  }

  @Test func listsKeepLeadInAndLabel() throws {
    let document = try read(
      "States should:\n\n1. report *incidents*;\n2. share [data](http://x.example/a_b).\n\n- a bullet\n\n(a) a letter stays.\n"
    )
    #expect(
      texts(document) == [
        "States should:", "report incidents;", "share data.", "a bullet", "(a) a letter stays.",
      ])
    #expect(document.passages.map(\.label) == [nil, "1", "2", nil, "a"])
    #expect(document.passages.prefix(3).map(\.leadIn) == [-1, 0, 0])
  }

  @Test func quotesTablesAndNotesHaveTheirRoles() throws {
    let text = """
      > They shall
      > consult.

      | Actor | View |
      |:------|-----:|
      | Brazil | for |

      A claim.[^1]

      [^1]: See above.

      ```
      code is no text
      ```
      """
    #expect(
      try texts(read(text)) == [
        "They shall consult.", "Actor", "View", "Brazil", "for", "A claim.",
      ])
    let kept = try read(text, keep: true)
    #expect(kept.passages.map(\.role).contains(.footnote))
    #expect(kept.passages.first?.role == .quote)
  }

  @Test func inlineMarksGo() throws {
    let document = try read(
      "A **bold** and _slanted_ word with snake_case, `code`, ![a ship](s.png) and <b>tags</b>, 3 < 4 \\*here\\*.\n"
    )
    #expect(
      texts(document) == [
        "A bold and slanted word with snake_case, code, a ship and tags, 3 < 4 *here*."
      ])
  }

  @Test func speakersHoldTheFloor() throws {
    let document = try read(
      "**Brazil | Ms. A | Envoy**\n\nWe agree. We do.\n\nMr. Lee (Chair): Thanks.\n")
    #expect(document.passages.map(\.speaker) == ["Brazil", "Brazil", "Mr. Lee (Chair)"])
  }

  @Test(arguments: [
    "[", "![", "[a](", "<", "<a", "**", "`", "|", "#", "> ", "[^1]:", "\\", "```\n",
  ])
  func brokenMarkupIsNoTrap(text: String) throws {
    let document = try read("Before.\n\n\(text)\n\nAfter.\n")
    #expect(texts(document).first == "Before.")
  }
}
