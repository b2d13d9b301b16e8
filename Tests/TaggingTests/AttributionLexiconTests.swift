// The words that rules of attribution look at: a word without a number is never seen.

import Lexicon
import Testing

@testable import Tagging

@Suite struct AttributionLexiconTests {
  @Test func everyWordOfARuleIsKnown() throws {
    let lexicon = try LexiconLoader.load()
    for (_, list) in AttributionLexicon.words {
      let words = list.split(separator: " ")
      #expect(lexicon.ids(of: list).count == words.count, "a word is not known: \(list)")
    }
  }

  @Test func unknownWordsHaveNoNumber() throws {
    #expect(try LexiconLoader.load().ids(of: "the xyzzyq of").count == 2)
  }
}
