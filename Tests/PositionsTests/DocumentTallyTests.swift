// What is counted in a document, and that counts survive their JSON.

import Tagging
import Testing
import Text

@testable import Positions

@Suite struct DocumentTallyTests {
  static func document() -> CodedDocument {
    var document = CodedDocument(doc: "a \"b\".txt")
    document.date = "2015-09-25"
    document.issuer = "CHN+USA"
    var passage = CodedPassage(
      passage: 0, unit: "sentence", start: 0, end: 5, textStart: 0, textEnd: 5)
    passage.component = .procedure
    passage.path = .low
    passage.mechanism = .hotline
    passage.statements = ["CHN", "USA"].flatMap { actor in
      ["confidence-building.hotline", "confidence-building.transparency"].map { issue in
        Statement(
          actor: actor, issue: issue, stance: .support, attribution: .group, joint: .mutual,
          confidence: 0.9)
      }
    }
    document.text = Array("Hello".utf8)
    document.passages = [passage]
    return document
  }

  @Test func parentsCountOnce() throws {
    let tally = DocumentTally(Self.document())
    let parent = try #require(
      tally.cells.first { $0.actor == "CHN" && $0.issue == "confidence-building" })
    #expect(parent.counts == StanceCounts(support: 1))
    #expect(parent.passages == 1)
    #expect(tally.cells.count == 6)
    #expect(tally.statements == 4)
    #expect(tally.presences.map(\.passages) == [1, 1])
    let pair = try #require(tally.pairs.first { $0.issue == "confidence-building" })
    #expect(pair.first == "CHN" && pair.second == "USA" && pair.joint == 1 && pair.apart == 0)
  }

  @Test func improbableStatementsAreLeftOut() {
    #expect(DocumentTally(Self.document(), minimum: 0.95).cells.isEmpty)
  }

  @Test func jsonRoundTrip() throws {
    let tally = DocumentTally(Self.document())
    var out = ByteWriter()
    tally.append(to: &out)
    let back = try out.bytes.withUnsafeBufferPointer { try DocumentTally(json: $0) }
    #expect(back == tally)
  }

  @Test func oncePerYear() {
    var cube = PositionCube()
    for _ in 0..<3 { cube.add(DocumentTally(Self.document())) }
    let each = cube.positions(byComponent: false)
    let yearly = cube.positions(byComponent: false, rule: .year)
    #expect(each.allSatisfy { $0.counts.support == 3 && $0.clusters.count == 3 })
    #expect(yearly.allSatisfy { $0.counts.support == 1 && $0.clusters.count == 1 })
  }

  @Test func daysAreNumbered() {
    #expect(Period.dayNumber("1970-01-01") == 0)
    #expect(Period.dayNumber("2000-03-01") == 11_017)
    #expect(Period.dayNumber("2015-09") == nil)
  }
}
