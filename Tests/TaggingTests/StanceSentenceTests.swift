// The golden stance sentences of Corpus/cases/stance, one construction each: a regression names the
// construction. Columns as for attribution; a position is ACTOR:issue:stance.

import Foundation
import Ingest
import Lexicon
import Tagging
import Testing

@Suite struct StanceSentenceTests {
  static let all = GoldenSentence.read("stance")
  static let lexicon = try? LexiconLoader.load()

  static func coded(_ item: GoldenSentence) throws -> CodedPassage {
    var tagger = Tagger(lexicon: try #require(lexicon), options: TaggingOptions())
    let coded = tagger.tag(item.document)
    return try #require(coded.passages.last)
  }

  @Test func thereAreSixtySentences() {
    #expect(Self.all.count >= 60)
    #expect(Set(Self.all.map(\.construction)).count == Self.all.count)
  }

  @Test(arguments: all)
  func positionsOfSentence(_ item: GoldenSentence) throws {
    let passage = try Self.coded(item)
    let coded = Set(
      passage.statements.map { statement in
        let issue = statement.issue.split(separator: ".").first.map(String.init) ?? ""
        return "\(statement.actor):\(issue):\(statement.stance.rawValue)"
      })
    let rules = passage.evidence.filter { $0.code.hasPrefix("stance:") }.map(\.cue)
    #expect(coded == item.expected, "\(rules)")
  }
}
