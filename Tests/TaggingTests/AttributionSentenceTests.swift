// The golden attribution sentences of Corpus/cases/attribution, one construction each: a regression
// names the construction.

import Foundation
import Ingest
import Lexicon
import Tagging
import Testing
import Text

struct AttributionSentence: Sendable, CustomStringConvertible {
  var construction: String
  var genre: String
  var issuer: String
  var before: String
  var sentence: String
  var holders: [String]
  var description: String { construction }

  static let all: [AttributionSentence] = {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Corpus/cases/attribution/sentences.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 6 else { return nil }
      return AttributionSentence(
        construction: cells[0], genre: cells[1], issuer: cells[2], before: cells[3],
        sentence: cells[4], holders: cells[5].split(separator: " ").map(String.init).sorted())
    }
  }()
}

@Suite struct AttributionSentenceTests {
  static let coder: (tokenizer: DocumentTokenizer, attributor: HolderAttributor)? = {
    guard let lexicon = try? LexiconLoader.load() else { return nil }
    return (DocumentTokenizer(lexicon: lexicon), HolderAttributor(lexicon: lexicon))
  }()

  static func holders(_ item: AttributionSentence, groups: TaggingOptions.Groups = .keep) throws
    -> [Holder]
  {
    let coder = try #require(coder)
    let text = item.before + item.sentence
    var document = Document(id: "x", text: Array(text.utf8))
    document.metadata.genre = Genre(rawValue: item.genre)
    document.metadata.issuer = item.issuer.isEmpty ? nil : item.issuer
    document.metadata.date = "2021"
    let border = item.before.utf8.count
    if border > 0 { document.passages.append(Passage(start: 0, end: border)) }
    document.passages.append(Passage(start: border, end: text.utf8.count))
    var options = TaggingOptions()
    options.groups = groups
    let isNone = item.holders.isEmpty
    let found = coder.attributor.attribute(
      coder.tokenizer.tokenize(document), options: options
    ) { _, _ in isNone ? .none : .norm }
    return try #require(found.last)
  }

  @Test func thereAreSixtySentences() { #expect(AttributionSentence.all.count >= 60) }

  @Test(arguments: AttributionSentence.all)
  func holdersOfSentence(_ item: AttributionSentence) throws {
    let found = try Self.holders(item)
    #expect(Set(found.map(\.actor)).sorted() == item.holders, "\(found.map(\.rule))")
  }

  private func sentence(_ text: String, genre: String = "analysis") -> AttributionSentence {
    AttributionSentence(
      construction: "", genre: genre, issuer: "", before: "", sentence: text, holders: ["x"])
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
