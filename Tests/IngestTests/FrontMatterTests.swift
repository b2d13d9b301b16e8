import Ingest
import Testing

@Suite struct FrontMatterTests {
  private func parse(_ text: String) -> (DocumentMetadata, rest: String) {
    let bytes = Array(text.utf8)
    let (metadata, length) = FrontMatter.parse(bytes)
    return (metadata, String(decoding: bytes[length...], as: UTF8.self))
  }

  @Test func readsTheKeysOfAMetadataFile() {
    let (metadata, rest) = parse(
      "---\ntitle: \"Ports: a view\"\ndate: 25.09.2015\nissuer: CHN+RUS\ngenre: joint-statement\nlang: en\n"
        + "source_url: https://example.org\nauthor: Ada\nweight: 3\n---\nText.\n")
    #expect(metadata.title == "Ports: a view")
    #expect(metadata.date == "2015-09-25")
    #expect(metadata.issuer == "CHN+RUS")
    #expect(metadata.genre == .jointStatement)
    #expect(metadata.url == "https://example.org")
    #expect(metadata.author == "Ada")
    #expect(rest == "Text.\n")
  }

  @Test func endsInDotsToo() {
    #expect(parse("---\ntitle: A\n...\nText.").rest == "Text.")
  }

  @Test(arguments: [
    "---\nA rule above, no metadata.\n---\nText.", "---\ntitle: never closed\nText.",
    "---\n- a\n- b\n---\nText.", "---\ntitle: [broken\n---\nText.", "Text.\n---\ntitle: A\n---\n",
  ])
  func whatIsNoMappingIsText(text: String) {
    let (metadata, rest) = parse(text)
    #expect(metadata == DocumentMetadata())
    #expect(rest == text)
  }

  @Test func winsOverThePageButNotOverTheCommand() throws {
    var options = IngestOptions()
    options.overrides.issuer = "BRA"
    let document = try DocumentReader(options: options).read(
      Array("---\nissuer: USA\ntitle: Front\n---\nStates agreed.".utf8), id: "d",
      fileExtension: "txt")
    #expect(document.metadata.issuer == "BRA")
    #expect(document.metadata.issuerSource == .option)
    #expect(document.metadata.title == "Front")
    #expect(String(decoding: document.text, as: UTF8.self) == "States agreed.")
  }
}
