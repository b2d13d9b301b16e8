// The golden stance sentences of Corpus/cases/stance, one construction each: a regression names the
// construction. Columns as for attribution; a position is ACTOR:issue:stance.

import Foundation
import Ingest
import Lexicon
import Tagging
import Testing

struct StanceSentence: Sendable, CustomStringConvertible {
  var construction: String
  var genre: String
  var issuer: String
  var before: String
  var sentence: String
  var positions: Set<String>
  var description: String { construction }

  static let all: [StanceSentence] = {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Corpus/cases/stance/sentences.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 6 else { return nil }
      return StanceSentence(
        construction: cells[0], genre: cells[1], issuer: cells[2], before: cells[3],
        sentence: cells[4], positions: Set(cells[5].split(separator: " ").map(String.init)))
    }
  }()
}

@Suite struct StanceSentenceTests {
  static let lexicon = try? LexiconLoader.load()

  static func coded(_ item: StanceSentence) throws -> CodedPassage {
    var tagger = Tagger(lexicon: try #require(lexicon), options: TaggingOptions())
    let text = item.before + item.sentence
    var document = Document(id: "x", text: Array(text.utf8))
    document.metadata.genre = Genre(rawValue: item.genre)
    document.metadata.issuer = item.issuer.isEmpty ? nil : item.issuer
    document.metadata.date = "2021"
    let border = item.before.utf8.count
    if border > 0 { document.passages.append(Passage(start: 0, end: border)) }
    document.passages.append(Passage(start: border, end: text.utf8.count))
    let coded = tagger.tag(document)
    return try #require(coded.passages.last)
  }

  @Test func thereAreSixtySentences() {
    #expect(StanceSentence.all.count >= 60)
    #expect(Set(StanceSentence.all.map(\.construction)).count == StanceSentence.all.count)
  }

  @Test(arguments: StanceSentence.all)
  func positionsOfSentence(_ item: StanceSentence) throws {
    let passage = try Self.coded(item)
    let coded = Set(
      passage.statements.map { statement in
        let issue = statement.issue.split(separator: ".").first.map(String.init) ?? ""
        return "\(statement.actor):\(issue):\(statement.stance.rawValue)"
      })
    let rules = passage.evidence.filter { $0.code.hasPrefix("stance:") }.map(\.cue)
    #expect(coded == item.positions, "\(rules)")
  }
}
