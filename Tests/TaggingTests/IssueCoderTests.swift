// What a passage is about: its own phrases, and where it has none the only subject of its document.

import Ingest
import Lexicon
import Testing

@testable import Tagging

@Suite struct IssueCoderTests {
  private static let lexicon = try? LexiconLoader.load()

  private func coded(
    _ sentences: [String], genre: Genre, issuer: String, options: TaggingOptions = TaggingOptions()
  ) throws -> CodedDocument {
    var tagger = Tagger(lexicon: try #require(Self.lexicon), options: options)
    var document = Document(id: "x", text: [])
    document.metadata.genre = genre
    document.metadata.issuer = issuer
    for sentence in sentences {
      let start = document.text.count
      document.text.append(contentsOf: Array(sentence.utf8))
      document.passages.append(Passage(start: start, end: document.text.count))
    }
    return tagger.tag(document)
  }

  private func issues(_ passage: CodedPassage?) -> Set<String> {
    Set((passage?.statements ?? []).map(\.issue))
  }

  /// What found the issues.
  private func rules(_ passage: CodedPassage?) -> Set<String> {
    Set((passage?.evidence ?? []).filter { $0.code.hasPrefix("issue:") }.map(\.cue))
  }

  private static let articles = [
    "Each Party shall adopt measures to prosecute cybercrime.",
    "The Parties shall cooperate in the investigation of cybercrime.",
    "The Parties shall assist each other against cybercrime.",
    "The Parties shall exchange electronic evidence of cybercrime.",
    "The requested Party shall keep the request confidential.",
  ]

  @Test func anArticleThatNamesNoIssueIsAboutItsConvention() throws {
    let document = try coded(Self.articles, genre: .treaty, issuer: "COE")
    let last = document.passages.last
    #expect(issues(last) == ["cybercrime-cooperation"])
    #expect(last?.statements.allSatisfy { $0.stance == .support } == true)
    #expect(last?.evidence.contains { $0.cue == "document-subject" } == true)
  }

  @Test func wordsMakeAnIssueLikelyThatNoPhraseNames() throws {
    let sentence = "Teachers in small islands should be trained to handle breaches."
    let document = try coded([sentence], genre: .statement, issuer: "KEN")
    #expect(issues(document.passages.last) == ["capacity-building"])
    #expect(rules(document.passages.last) == ["likely"])
    let shown = document.passages.last?.evidence.first { $0.cue == "likely" }
    #expect(shown?.text == "trained")
  }

  private func stances(_ passage: CodedPassage?) -> Set<String> {
    Set((passage?.statements ?? []).map { "\($0.issue) \($0.stance.rawValue)" })
  }

  @Test func whatWordsMakeLikelyIsNotOpposedForWhatIsRejected() throws {
    let sentences = [
      "Governments should play the leading role in the governance of the internet.",
      "We do not accept that a few companies decide over the governance of the network.",
    ]
    let document = try coded(sentences, genre: .statement, issuer: "CHN")
    let last = document.passages.last
    #expect(stances(last) == ["other oppose", "state-led-governance support"])
    #expect(last?.evidence.contains { $0.cue == "beside-opposition" } == true)
  }

  /// Keeping data at home is against data flows, though no word of it opposes anything.
  @Test func anIssueHasWordsOfItsOwnAgainstIt() throws {
    let kept = try coded(
      ["The data of citizens shall be hosted on servers in the country."], genre: .law,
      issuer: "VNM")
    #expect(stances(kept.passages.last).contains("data-flows oppose"))
    #expect(kept.passages.last?.evidence.contains { $0.cue == "against" } == true)
    let free = try coded(
      ["All data must be free to leave the country."], genre: .statement, issuer: "JPN")
    #expect(!stances(free.passages.last).contains("data-flows oppose"))
  }

  @Test func aSpeechHasNoOnlySubject() throws {
    let document = try coded(Self.articles, genre: .statement, issuer: "COE")
    #expect(!rules(document.passages.last).contains("document-subject"))
  }

  @Test func aShortTextHasNoSubject() throws {
    let document = try coded(Array(Self.articles.suffix(2)), genre: .treaty, issuer: "COE")
    #expect(!rules(document.passages.last).contains("document-subject"))
  }

  /// A speech about many things, with a sentence on sovereignty in the middle.
  private func speech(about extra: [String] = []) -> [String] {
    let other = [
      "We welcome the new president of the Assembly.", "Our harvests were poor this year.",
      "Hospitals must be rebuilt in every province.", "Fishing rights should be shared fairly.",
      "We call for more trade between neighbours.", "Schools need teachers.",
      "Every state must pay its dues.", "Roads and ports should be opened.",
      "The desert grows and wells run dry.", "We thank those who sent doctors.",
    ]
    return other + extra + ["All states must respect the sovereignty of others."]
  }

  @Test func anIssueAtLargeIsNotTheFieldsOwn() throws {
    let speech = try coded(speech(), genre: .statement, issuer: "CHN")
    #expect(issues(speech.passages.last) == ["other"])
    let heard = try coded(
      Array(repeating: "States should not attack computer networks.", count: 3) + self.speech(),
      genre: .statement, issuer: "CHN")
    #expect(issues(heard.passages.last) == ["cyber-sovereignty"])
    let treaty = try coded(self.speech(), genre: .treaty, issuer: "CHN")
    #expect(issues(treaty.passages.last) == ["cyber-sovereignty"])
  }

  @Test func issuesAtLargeCountOnRequest() throws {
    var options = TaggingOptions()
    options.takesAtLarge = true
    let document = try coded(speech(), genre: .statement, issuer: "CHN", options: options)
    #expect(issues(document.passages.last) == ["cyber-sovereignty"])
  }

  @Test func aStrategyThatNamesNoIssueGoesOnWithItsProgramme() throws {
    let plans = [
      "The government shall protect critical infrastructure.",
      "Personal data must be protected by all agencies.",
      "Human rights must be respected online.", "We shall cooperate against cybercrime.",
      "The strategy shall raise the level of cybersecurity.",
      "Every ministry must report its progress each year.",
    ]
    let strategy = try coded(plans, genre: .strategy, issuer: "NOR")
    #expect(issues(strategy.passages.last) == ["security-strategy"])
    #expect(rules(strategy.passages.last).contains("document-subject"))
    let statement = try coded(plans, genre: .statement, issuer: "NOR")
    #expect(!rules(statement.passages.last).contains("document-subject"))
  }

  @Test func aHeadingNamesTheIssueOfWhatNamesNone() throws {
    var tagger = Tagger(lexicon: try #require(Self.lexicon), options: TaggingOptions())
    let sentence = "NORWAY called for a mailing list."
    func issues(under heading: String) -> [String] {
      var document = Document(id: "x", text: Array(sentence.utf8))
      document.metadata.genre = .negotiationReport
      document.sections = [[], ["Second session", heading]]
      document.passages = [Passage(start: 0, end: document.text.count)]
      document.passages[0].section = 1
      return tagger.tag(document).passages[0].statements.map(\.issue)
    }
    #expect(issues(under: "CAPACITY BUILDING") == ["capacity-building"])
    // Two issues, none, or the number of an article name nothing.
    #expect(issues(under: "Human rights and capacity building") == ["other"])
    #expect(issues(under: "Other business") == ["other"])
    #expect(issues(under: "Article 5") == ["other"])
  }

  @Test func phrasesNameIssuesAndSubIssues() throws {
    let document = try coded(
      [
        "States should set up a hotline for incidents.",
        "States must protect critical infrastructure.",
      ], genre: .statement, issuer: "USA")
    #expect(issues(document.passages.first).contains("confidence-building.hotline"))
    #expect(issues(document.passages.last) == ["critical-infrastructure"])
  }
}
