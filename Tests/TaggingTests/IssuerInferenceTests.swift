import Ingest
import Lexicon
import Testing

@testable import Tagging

@Suite struct IssuerInferenceTests {
  private static let inference = (try? LexiconLoader.load()).map { IssuerInference(lexicon: $0) }

  private func completed(
    _ id: String, title: String? = nil, url: String? = nil, letterhead: [String] = [],
    text: String = "Cyberspace matters."
  ) throws -> Document {
    var document = Document(id: id, text: Array(text.utf8), letterhead: letterhead)
    document.metadata.title = title
    document.metadata.url = url
    try #require(Self.inference).complete(&document)
    return document
  }

  @Test(arguments: [
    ("debate/CHN_72_2017.txt", "CHN"), ("Germany_2011_Cyber_Security_Strategy.txt", "DEU"),
    ("NewZealand_2011_policy.txt", "NZL"), ("nz-cyber-security-strategy-2015.txt", "NZL"),
    ("white-house/2021-03-17-statement-on-networks.md", "USA"),
  ])
  func fileAndFolderNames(id: String, issuer: String) throws {
    let document = try completed(id)
    #expect(document.metadata.issuer == issuer)
    #expect(document.metadata.issuerSource == .inferred)
    #expect(document.warnings.contains { $0.contains("inferred") })
  }

  @Test(arguments: [
    ("https://www.fmprc.gov.cn/eng/x.html", "CHN"), ("https://www.state.gov/x", "USA"),
    ("https://eur-lex.europa.eu/x", "EU"), ("http://www.mofa.go.jp/x", "JPN"),
    ("https://www.gov.uk/x", "GBR"), ("https://www.forces.mil/x", "USA"),
    ("https://undocs.org/x", "UN"), ("https://ministry.gov.su/x", "RUS"),
  ])
  func hosts(url: String, issuer: String) throws {
    #expect(try completed("page.html", url: url).metadata.issuer == issuer)
  }

  @Test(
    arguments: [
      ("Be it enacted by Parliament in the Fiftieth Year of the Republic", "IND"),
      ("THE GENERAL ASSEMBLY", "UN"), ("Adopted by the General Assembly on 4 May", "UN"),
      ("Text with EEA relevance and much else that somebody wrote about it", nil),
    ] as [(String, String?)])
  func enactingFormulas(line: String, issuer: String?) throws {
    #expect(try completed("a.txt", letterhead: [line]).metadata.issuer == issuer)
  }

  @Test func letterhead() throws {
    let document = try completed(
      "a.txt", letterhead: ["REPUBLIC OF GHANA", "MINISTRY OF COMMUNICATIONS"])
    #expect(document.metadata.issuer == "GHA")
  }

  @Test func jointStatementsHaveAllSides() throws {
    let document = try completed(
      "a.txt", title: "Joint Statement of France and Japan on Cyberspace")
    #expect(document.metadata.genre == .jointStatement)
    #expect(document.metadata.issuer == "FRA+JPN")
  }

  @Test func papersByTheirNamesHaveNone() throws {
    let text = "This paper compares three states (Author, 1990, p. 4). China holds much."
    let document = try completed("paper-on-norms.txt", letterhead: ["A Sample Paper"], text: text)
    #expect(document.metadata.genre == .academic)
    #expect(document.metadata.issuer == nil)
    let working = try completed("a.txt", title: "Working paper submitted by China")
    #expect(working.metadata.genre == .statement)
    #expect(working.metadata.issuer == "CHN")
  }

  @Test func runningTextIsNoLetterhead() throws {
    let lines = [
      "Notes", "China believes that cyberspace should be governed by governments and the",
      "two others disagree with that",
    ]
    #expect(try completed("notes.txt", letterhead: lines).metadata.issuer == nil)
  }

  @Test func papersHaveNone() throws {
    let citations = String(repeating: "China is big (Author, 2010, p. 3). ", count: 12)
    let document = try completed("China-policy.txt", text: citations)
    #expect(document.metadata.genre == .academic)
    #expect(document.metadata.issuer == nil)
  }

  @Test func nobodyIsGuessedWithoutAClue() throws {
    let document = try completed("notes.txt")
    #expect(document.metadata.issuer == nil)
    #expect(document.warnings.contains { $0.contains("no issuer found") })
  }

  @Test(
    arguments: [
      ("x_2017.txt", "2017"), ("2021-03-17-statement.md", "2021-03-17"),
      ("plan-20140211.txt", "2014-02-11"),
      ("a.txt", nil),
    ] as [(String, String?)])
  func datesOfFileNames(id: String, date: String?) throws {
    #expect(try completed(id).metadata.date == date)
  }
}
