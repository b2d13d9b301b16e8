// The golden attribution sentences of Corpus/cases/attribution, one construction each: a regression
// names the construction.

import Foundation
import Ingest
import Lexicon
import Tagging
import Testing
import Text

@Suite struct AttributionSentenceTests {
  static let all = GoldenSentence.read("attribution")
  static let coder: (tokenizer: DocumentTokenizer, attributor: HolderAttributor)? = {
    guard let lexicon = try? LexiconLoader.load() else { return nil }
    return (DocumentTokenizer(lexicon: lexicon), HolderAttributor(lexicon: lexicon))
  }()

  static func holders(_ item: GoldenSentence, groups: TaggingOptions.Groups = .keep) throws
    -> [Holder]
  {
    let coder = try #require(coder)
    var options = TaggingOptions()
    options.groups = groups
    let isNone = item.expected.isEmpty
    var view = coder.tokenizer.tokenize(item.document)
    coder.attributor.resolveIssuers(of: &view)
    let found = coder.attributor.attribute(view, options: options) { _, _ in
      isNone ? .none : .norm
    }
    return try #require(found.last)
  }

  @Test func thereAreSixtySentences() { #expect(Self.all.count >= 60) }

  @Test(arguments: all)
  func holdersOfSentence(_ item: GoldenSentence) throws {
    let found = try Self.holders(item)
    #expect(Set(found.map(\.actor)) == item.expected, "\(found.map(\.rule))")
  }

  private func sentence(_ text: String, genre: String = "analysis") -> GoldenSentence {
    GoldenSentence(genre: genre, sentence: text, expected: ["x"])
  }

  @Test func nestedReportHasDepthTwo() throws {
    let found = try Self.holders(sentence("The White House said that China opposes the text."))
    #expect(found.map(\.actor) == ["CHN"])
    #expect(found.first?.depth == 2)
  }

  @Test func jointAgreementIsMutual() throws {
    let found = try Self.holders(sentence("China and Brazil agreed to establish a hotline."))
    #expect(found.map(\.joint) == [.mutual, .mutual])
    #expect(found.map(\.commitment) == [.agreed, .agreed])
  }

  @Test func scopesDivideAtTheContrast() throws {
    let found = try Self.holders(
      sentence("India supports localization; Japan opposes any restriction."))
    #expect(found.map(\.actor) == ["IND", "JPN"])
    #expect(found.first?.scope.upperBound == found.last?.scope.lowerBound)
  }

  @Test func groupsExpandByDate() throws {
    let item = sentence("The European Union supports the norms.")
    let expanded = try Self.holders(item, groups: .expand).map(\.actor)
    #expect(expanded.contains("FRA"))
    #expect(!expanded.contains("GBR"))
    #expect(!expanded.contains("EU"))
    #expect(Set(expanded).count == expanded.count)
    let both = try Self.holders(item, groups: .both).map(\.actor)
    #expect(both.count == expanded.count + 1)
  }
}
