// Sentences that documents took over from each other.

import Tagging
import Testing

@testable import Positions

@Suite struct ReuseFinderTests {
  private static func document(
    _ doc: String, date: String?, _ sentences: [(text: String, actors: [String])]
  ) -> CodedDocument {
    var document = CodedDocument(doc: doc)
    document.date = date
    for (number, sentence) in sentences.enumerated() {
      let start = document.text.count
      document.text += Array(sentence.text.utf8)
      var passage = CodedPassage(
        passage: number, unit: "sentence", start: 0, end: sentence.text.utf8.count,
        textStart: start, textEnd: document.text.count)
      passage.statements = sentence.actors.map {
        Statement(
          actor: $0, issue: "critical-infrastructure", stance: .support, attribution: .issuer,
          confidence: 1)
      }
      document.passages.append(passage)
    }
    return document
  }

  private static let old =
    "States should not knowingly allow their territory to be used for wrongful acts using ICTs."
  private static let new =
    "States must not knowingly allow their territory to be used for wrongful acts using ICTs."

  @Test func firstUserAdoptersAndWords() throws {
    var finder = ReuseFinder()
    finder.add(Self.document("later", date: "2021", [(Self.new, ["USA", "CHN"])]))
    finder.add(
      Self.document(
        "first", date: "2015-07-22",
        [("Something else was said on that day by everyone here.", ["CHN"]), (Self.old, ["CHN"])]))
    finder.add(Self.document("undated", date: nil, [(Self.old, ["CHN", "EU"])]))
    let (documents, uses) = finder.finish()
    #expect(documents.map(\.doc) == ["later", "first", "undated"])
    #expect(uses.map(\.doc) == ["first", "later", "undated"])
    #expect(uses.map(\.isFirst) == [true, false, false])
    #expect(uses[1].removed == "should" && uses[1].added == "must")
    #expect(uses[1].likeness > 0.8 && uses[1].likeness < 1)
    #expect(uses[2].likeness == 1 && uses[2].removed.isEmpty)
    // China's position counts in 2015, that of the USA in 2021, that of the EU in the undated text.
    #expect(uses.map(\.counted) == [1, 1, 1])
    #expect(documents[0].passages[0].statements.map(\.actor) == ["USA"])
    #expect(documents[1].passages.allSatisfy { $0.statements.map(\.actor) == ["CHN"] })
    #expect(documents[2].passages[0].statements.map(\.actor) == ["EU"])
  }

  @Test func oneDocumentIsNoReuse() {
    var finder = ReuseFinder()
    finder.add(Self.document("a", date: nil, [(Self.old, ["CHN"]), (Self.old, ["CHN"])]))
    let (documents, uses) = finder.finish()
    #expect(uses.isEmpty)
    #expect(documents[0].passages.allSatisfy { $0.statements.count == 1 })
  }

  @Test func shortSentencesAreNotCompared() {
    var finder = ReuseFinder()
    for doc in ["a", "b"] {
      finder.add(Self.document(doc, date: nil, [("We support this norm.", ["CHN"])]))
    }
    #expect(finder.finish().uses.isEmpty)
  }

  /// Bands lose no pair: every sentence that is alike enough by the exact measure is found.
  @Test func bandsMissNothing() {
    var random = Bootstrap(seed: "bands")
    let vocabulary = (0..<200).map { "word\($0)" }
    var missed = 0
    var alike = 0
    for _ in 0..<300 {
      let words = (0..<20).map { _ in vocabulary[random.index(below: 200)] }
      var changed = words
      for _ in 0..<(1 + random.index(below: 3)) { changed[random.index(below: 20)] = "changed" }
      let one = SentenceWords(words.joined(separator: " ")).shingles
      let other = SentenceWords(changed.joined(separator: " ")).shingles
      guard MinHash.jaccard(one, other) >= ReuseFinder.threshold else { continue }
      alike += 1
      if Set(MinHash.keys(one)).isDisjoint(with: MinHash.keys(other)) { missed += 1 }
    }
    #expect(alike > 100 && missed == 0)
  }

  @Test func changesKeepTheirOrder() {
    let one = SentenceWords("The quick brown fox jumps over the dog")
    let other = SentenceWords("A quick fox jumps high over the lazy dog")
    let changes = one.changes(to: other)
    #expect(changes.removed == "The; brown")
    #expect(changes.added == "A; high; lazy")
  }
}
