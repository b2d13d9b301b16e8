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

  /// The index finds what comparing with all finds.
  @Test func indexMissesNothing() {
    var random = Bootstrap(seed: "index")
    var sentences: [[String]] = []
    for _ in 0..<300 {
      // Words of a small vocabulary, the first of them frequent; a third are older sentences changed.
      var words = (0..<(8 + random.index(below: 20))).map { _ in
        "word\(random.index(below: 1 + random.index(below: 200)))"
      }
      if let older = sentences.randomElement(below: &random), random.index(below: 3) == 0 {
        words = older
        for _ in 0..<random.index(below: 5) { words[random.index(below: words.count)] = "changed" }
      }
      sentences.append(words)
    }
    let shingles = sentences.map { SentenceWords($0.joined(separator: " ")).shingles }
    var ends: [Int] = []
    for set in shingles { ends.append((ends.last ?? 0) + set.count) }
    var index = LikenessIndex(
      ShingleSets(hashes: shingles.flatMap { $0 }, ends: ends), threshold: 0.7)
    var found = 0
    for set in shingles.indices {
      var best: (member: Int, likeness: Double)?
      for member in 0..<set {
        let (a, b) = (Set(shingles[member]), Set(shingles[set]))
        let likeness = Double(a.intersection(b).count) / Double(a.union(b).count)
        if likeness >= 0.7 && likeness > best?.likeness ?? 0 { best = (member, likeness) }
      }
      let nearest = index.nearest(to: set)
      #expect(nearest?.member == best?.member && nearest?.likeness == best?.likeness)
      if best != nil { found += 1 }
      index.insert(set)
    }
    #expect(found > 50)
  }

  @Test func changesKeepTheirOrder() {
    let one = SentenceWords("The quick brown fox jumps over the dog")
    let other = SentenceWords("A quick fox jumps high over the lazy dog")
    let changes = one.changes(to: other)
    #expect(changes.removed == "The; brown")
    #expect(changes.added == "A; high; lazy")
  }
}

extension [[String]] {
  fileprivate func randomElement(below random: inout Bootstrap) -> [String]? {
    isEmpty ? nil : self[random.index(below: count)]
  }
}
