import Reporting
import Tagging
import Testing
import Text

@testable import Batch

struct StatementPlaceTests {
  @Test func placesComeBackAsTheyWere() throws {
    var document = CodedDocument(doc: "d")
    var passage = CodedPassage(
      passage: 7, unit: "sentence", start: 0, end: 9, textStart: 0, textEnd: 0)
    passage.component = .norm
    passage.statements = [
      Statement(
        actor: "A\"B", issue: "x.y", stance: .support, attribution: .explicit, start: 2, end: 5),
      Statement(actor: "C", issue: "z", stance: .oppose, attribution: .explicit),
    ]
    passage.statements[0].confidence = 0.9
    passage.statements[1].confidence = 0.2
    document.passages = [passage]
    let places = try StatementPlace.read(StatementPlace.json(document, minimum: 0.5))
    #expect(
      places == [
        StatementPlace(
          actor: "A\"B", issue: "x.y", component: .norm, passage: 7, statement: 0, start: 2, end: 5)
      ])
    #expect(try StatementPlace.read([]).isEmpty)
    #expect(throws: JSONError.self) { _ = try StatementPlace.read(Array("[[\"a\",1]]".utf8)) }
  }
}
