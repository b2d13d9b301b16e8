// Who is named is no evidence of what is said: no weight of the shipped tables is a name's.

import Lexicon
import Tagging
import Testing
import Text

@Suite struct NameWordsTests {
  static let lexicon = try? LexiconLoader.load()

  @Test(arguments: [
    "china", "chinese", "russian", "moscow", "tehran", "brazil", "nairobi", "huawei",
  ])
  func namesAreNames(_ stem: String) throws {
    #expect(NameWords(lexicon: try #require(Self.lexicon)).contains(stem))
  }

  @Test(arguments: ["republic", "union", "state", "cyberspace", "house", "network", "sovereignty"])
  func otherWordsAreNot(_ stem: String) throws {
    #expect(!NameWords(lexicon: try #require(Self.lexicon)).contains(stem))
  }

  @Test(arguments: ["word=", "attribute:word=", "told:word="])
  func noWeightIsOfAName(_ prefix: String) throws {
    let lexicon = try #require(Self.lexicon)
    let names = NameWords(lexicon: lexicon)
    var found: [String] = []
    lexicon.weights.forEachRow(startingWith: prefix) { _, stem in
      let stem = String(decoding: stem, as: UTF8.self)
      if names.contains(stem) { found.append(stem) }
    }
    #expect(found.isEmpty)
  }

  @Test(arguments: [false, true])
  func noIssueIsOfAName(ofStances: Bool) throws {
    let lexicon = try #require(Self.lexicon)
    let table = ofStances ? lexicon.issueStanceWeights : lexicon.issueWeights
    let names = NameWords(lexicon: lexicon)
    var found: [String] = []
    var rows = 0
    table.forEachRow { name, _ in
      rows += 1
      let name = String(decoding: name, as: UTF8.self)
      if name.hasPrefix("word="), names.contains(String(name.dropFirst(5))) { found.append(name) }
    }
    #expect(found.isEmpty)
    #expect(rows > 1000)
  }
}
