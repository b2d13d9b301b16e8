import Ingest
import Lexicon
import Testing
import Text

@testable import Tagging

/// One construction a test: what the clause scan sees, and that the codebook's own kinds of
/// sentences come out as it says.
@Suite struct ComponentCoderTests {
  private static let lexicon = try? LexiconLoader.load()

  private func tokenized(_ sentences: [String]) throws -> TokenizedDocument {
    let lexicon = try #require(Self.lexicon)
    var document = Document(id: "test", unit: .record)
    for (number, sentence) in sentences.enumerated() {
      let start = document.text.count
      document.text.append(contentsOf: Array(sentence.utf8))
      document.passages.append(
        Passage(start: start, end: document.text.count, continues: number > 0))
      document.text.append(0x0A)
    }
    return DocumentTokenizer(lexicon: lexicon).tokenize(document)
  }

  private func analysis(_ sentence: String) throws -> PassageAnalysis {
    let lexicon = try #require(Self.lexicon)
    var scratch = ComponentScratch()
    let coder = ComponentCoder(lexicon: lexicon)
    coder.prepare(try tokenized([sentence]), scratch: &scratch)
    return try #require(scratch.analyses.first)
  }

  @Test(arguments: [
    ("States should cooperate against crime.", Mood.should, VerbKind.cooperate, SubjectKind.states),
    ("Operators shall notify the authority.", .shall, .report, .operators),
    ("No state should interfere in the affairs of others.", .should, .refrain, .states),
    ("We will establish a working group.", .will, .establish, .we),
    ("The committee adopted the resolution.", .finite, .decide, .body),
    ("Cyberspace is a common heritage.", .copula, .nominal, .domain),
  ])
  func firstPredicate(
    sentence: String, mood: Mood, verb: VerbKind, subject: SubjectKind
  ) throws {
    let analysis = try analysis(sentence)
    try #require(analysis.predicates.count > 0)
    let first = analysis.predicates[0]
    #expect(first.mood == mood)
    #expect(first.verb == verb)
    #expect(first.subject == subject)
  }

  @Test func negationAndVoice() throws {
    let negated = try analysis("States shall not allow attacks.")
    #expect(negated.predicates[0].isNegated)
    let passive = try analysis("A centre should be established.")
    #expect(passive.predicates[0].isPassive)
    #expect(passive.predicates[0].verb == .establish)
    let past = try analysis("The report was published in March.")
    #expect(past.predicates[0].isPast)
  }

  @Test func coreIsSeenThroughTheFrame() throws {
    let need = try analysis("Both leaders affirmed the need to maintain a hotline.")
    #expect(need.core.frame == .believe)
    #expect(need.core.verb == .protect)
    #expect(need.core.object == .procNoun)
    let condemned = try analysis("The minister condemned the attacks on hospitals.")
    #expect(condemned.core.frame == .concern)
  }

  @Test func featureNamesAreUniqueAndComplete() {
    let space = FeatureSpace()
    var seen = Set<String>()
    for number in 0..<space.count {
      let name = space.name(number)
      #expect(name != nil)
      if let name { #expect(seen.insert(name).inserted) }
    }
    #expect(space.name(space.count) == nil)
    #expect(LexicalClass.allCases.count <= 128)
  }

  @Test func stemsAndSilentWords() throws {
    let document = try tokenized(["Principles, norms and rules were discussed by negotiators."])
    let coder = ComponentCoder(lexicon: try #require(Self.lexicon))
    let names = try #require(named(document, coder).first).map(\.name)
    #expect(!names.contains { ["word=principle", "word=norm", "word=rule"].contains($0) })
    #expect(names.contains("word=discuss"))
    #expect(names.contains("word=negotiator"))
  }

  private func codes(_ sentences: [String], threshold: Double = 0) throws -> [ComponentCoding] {
    var options = TaggingOptions()
    options.ruleThreshold = threshold
    var scratch = ComponentScratch()
    let coder = ComponentCoder(lexicon: try #require(Self.lexicon))
    let document = try tokenized(sentences)
    coder.prepare(document, scratch: &scratch)
    return sentences.indices.map {
      coder.code(
        document, passage: $0, reported: ReportedPosition(), options: options, scratch: &scratch)
    }
  }

  private func named(
    _ document: TokenizedDocument, _ coder: ComponentCoder
  ) -> [[(name: String, value: Double)]] {
    let nobody = document.tokenRanges.map { _ in ReportedPosition() }
    return coder.namedFeatures(of: document, reported: nobody)
  }

  @Test(arguments: [
    (
      "Cyberspace is a common space of humanity that no country can secure alone.",
      Component.principle
    ),
    ("States should not knowingly allow their territory to be used for attacks.", .norm),
    (
      "The two governments agreed to establish a working group that meets twice a year.", .procedure
    ),
    ("The report was published in March.", .none),
  ])
  func codebookKinds(sentence: String, component: Component) throws {
    #expect(try codes([sentence]).first?.component == component)
  }

  @Test func thresholdMovesTheBorderOfRules() throws {
    let sentence = ["Operators shall notify the authority of any incident within 72 hours."]
    let low = try #require(try codes(sentence, threshold: -5).first)
    let high = try #require(try codes(sentence, threshold: 5).first)
    #expect(low.scores[.rule] < high.scores[.rule])
    #expect(high.component == .rule)
    #expect(abs(high.scores.values.sum() - 1) < 1e-9)
  }

  @Test func evidenceIsStrongestFirstAndNamesTheGrammar() throws {
    let sentence = "If asked, operators shall notify the authority within 72 hours."
    let coding = try #require(try codes([sentence]).first)
    var evidence: [ComponentEvidence] = []
    var names: [String] = []
    ComponentCoder(lexicon: try #require(Self.lexicon))
      .forEachEvidence(of: coding, try analysis(sentence), &names) { evidence.append($0) }
    let weights = evidence.filter { $0.weight > 0 }.map(\.weight)
    #expect(!weights.isEmpty)
    #expect(weights == weights.sorted(by: >))
    let codes = Set(evidence.map(\.code))
    #expect(codes.isSuperset(of: ["deontic", "aim", "condition"]))
  }

  @Test func itemsTakeTheMoodOfTheirLeadIn() throws {
    let document = try tokenized([
      "States should:", "refrain from attacks on hospitals;", "share information on threats.",
    ])
    let names = named(document, ComponentCoder(lexicon: try #require(Self.lexicon)))
    #expect(names[1].contains { $0.name == "lead-dominant=should-present" })
    #expect(names[2].contains { $0.name == "lead-subject=states" })
  }
}
