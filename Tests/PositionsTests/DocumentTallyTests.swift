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
    #expect(tally.document.statements == 4)
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
    var names = NameTable()
    let back = try out.bytes.withUnsafeBufferPointer { try DocumentTally(json: $0, names: &names) }
    #expect(back == tally)
  }

  @Test func oncePerYear() {
    var cube = PositionCube()
    for _ in 0..<3 { cube.add(DocumentTally(Self.document())) }
    let each = cube.positions(Counting(cube)).overall
    let yearly = cube.positions(Counting(cube, rule: .year)).overall
    #expect(each.allSatisfy { $0.counts.support == 3 && $0.documents == 3 })
    #expect(yearly.allSatisfy { $0.counts.support == 1 && $0.documents == 1 })
    #expect(each.allSatisfy { $0.firstDate == "2015-09-25" })
  }

  @Test func jointPositionsAreDivided() throws {
    let tally = DocumentTally(Self.document(), dividesJoint: true)
    let unit = DocumentTally.divided
    #expect(tally.cells.allSatisfy { $0.counts.support == unit / 2 })
    var cube = PositionCube(dividesJoint: true)
    for _ in 0..<3 { cube.add(tally) }
    let positions = cube.positions(Counting(cube)).overall
    #expect(positions.allSatisfy { $0.counts.support == 3 * unit / 2 })
    let clusters = cube.clusters(of: try #require(positions.first), Counting(cube))
    #expect(clusters.allSatisfy { abs($0.confidence.support - 0.9) < 3e-3 && $0.unit == unit })
  }

  @Test func daysAndDatesAreInverse() {
    for day in [-719_162, -1, 0, 59, 11_017, 16_703, 20_000] {
      #expect(Period.dayNumber(Period.date(dayNumber: day)) == day)
    }
    #expect(Period.date(dayNumber: 16_703) == "2015-09-25")
  }

  @Test func daysAreNumbered() {
    #expect(Period.dayNumber("1970-01-01") == 0)
    #expect(Period.dayNumber("2000-03-01") == 11_017)
    #expect(Period.dayNumber("2015-09") == nil)
  }
}

@Suite struct PositionCubeTests {
  /// More than the fields of a record hold.
  @Test func bigCountsAreKeptWhole() throws {
    var tally = DocumentTally(doc: "big")
    tally.document.title = "Größe"
    tally.document.date = "2020-02"
    var cell = DocumentTally.Cell(actor: "EU", issue: "privacy", component: .rule)
    cell.counts = StanceCounts(support: 200_000, oppose: 70_000, neutral: 3)
    cell.confidence = StanceCounts(support: 160_000_000, oppose: 70_000_000, neutral: 3000)
    cell.passages = 1000
    cell.fromIssuer = 150_000
    cell.joint = 600
    cell.paths = 5
    cell.mechanisms = 1 << 12
    tally.cells = [cell]
    tally.venues = ["UN": 2, "ITU": 2, "OSCE": 1]
    var cube = PositionCube()
    cube.add(DocumentTally(doc: "empty"))
    cube.add(tally)
    let position = try #require(cube.positions(Counting(cube)).byComponent.first)
    #expect(position.counts == cell.counts)
    #expect(position.passages == 1000 && position.joint == 600 && position.fromIssuer == 150_000)
    #expect(position.paths == 5 && position.mechanisms == 1 << 12 && position.component == 2)
    #expect(position.documents == 1 && position.firstDate == "2020-02")
    let cluster = try #require(cube.clusters(of: position, Counting(cube)).first)
    #expect(cluster.document == 1 && abs(cluster.confidence.support - 0.8) < 0.01)
    let document = cube.documents[1]
    #expect(document.doc == "big" && document.title == "Größe" && document.venue == "ITU")
    #expect(cube.documents[0].title == nil && cube.documents[0].date == nil)
  }
}
