import Ingest
import Lexicon
import Testing
import Text

@testable import Tagging

@Suite struct AttributeCoderTests {
  private static let lexicon = try? LexiconLoader.load()

  private func coded(_ sentence: String) throws -> CodedPassage {
    let lexicon = try #require(Self.lexicon)
    var document = Document(id: "test", unit: .record)
    document.text = Array(sentence.utf8)
    document.passages = [Passage(start: 0, end: document.text.count)]
    var tagger = Tagger(lexicon: lexicon, options: TaggingOptions())
    return try #require(tagger.tag(document).passages.first)
  }

  @Test func forceFollowsTheModal() throws {
    #expect(
      try coded("Each Party shall cooperate to the widest extent possible.").force == .binding)
    #expect(try coded("States should protect critical infrastructure.").force == .voluntary)
    #expect(try coded("The report was published in March.").force == .none)
  }

  @Test func polarityTurnsWithNegation() throws {
    #expect(try coded("States should not allow attacks from their territory.").polarity == .forbid)
    #expect(try coded("States should protect critical infrastructure.").polarity == .require)
    #expect(try coded("A Party may refuse the request for assistance.").polarity == .permit)
  }

  @Test func bearerIsTheSubjectOfTheDuty() throws {
    #expect(try coded("States should protect critical infrastructure.").bearer == "states")
    #expect(try coded("China should respect the rights of others.").bearer == "CHN")
  }

  @Test func pathsAndTracks() throws {
    #expect(try coded("The first one is a low-level path.").path == .low)
    #expect(try coded("The second one is a middle-level path.").path == .middle)
    #expect(try coded("The third one is a high-level path.").path == .high)
    #expect(
      try coded("Track 1.5 diplomacy brings officials and scholars together.").track == .mixed)
    #expect(try coded("Track Two diplomacy can help both sides.").track == .unofficial)
  }

  @Test func mechanismOfAProcedure() throws {
    let passage = try coded("Both sides agreed to establish a hotline between their capitals.")
    #expect(passage.component == .procedure)
    #expect(passage.mechanism == .hotline)
  }
}
