// Parts of the page and of the terminal's tables.

import Tagging
import Testing
import Text

@testable import Reporting

struct PagePartsTests {
  @Test(arguments: [
    (1.0, "1"), (-1, "−1"), (0.25, ".25"), (-0.5, "−.5"), (0, "0"), (0.004, "0"), (-0.999, "−1"),
  ])
  func shortFigures(_ value: Double, _ text: String) { #expect(Figure.short(value) == text) }

  @Test func counts() {
    #expect([0, 999, 1000, 1_234_567].map(Figure.count) == ["0", "999", "1,000", "1,234,567"])
    #expect(Figure.percent(1, of: 3) == "33\u{A0}%")
  }

  @Test func marksStayApart() {
    let marks = PageSample.apart([
      .init(start: 10, end: 14, code: "norm"), .init(start: 0, end: 5, code: "holder:CHN"),
      .init(start: 3, end: 8, code: "norm"), .init(start: 3, end: 4, code: "norm"),
    ])
    #expect(
      marks == [
        .init(start: 0, end: 8, code: "holder:CHN,norm"), .init(start: 10, end: 14, code: "norm"),
      ])
  }

  /// A cell shows several documents before it shows one twice.
  @Test func aCellShowsManyDocuments() {
    var sample = PageSample()
    for number in 0..<(PageSample.perCell + 3) {
      var document = CodedDocument(doc: "d\(number)")
      document.text = Array("word".utf8)
      document.passages = (0..<4).map { place in
        var passage = CodedPassage(
          passage: place, unit: "sentence", start: 0, end: 4, textStart: 0, textEnd: 4)
        passage.statements = [
          Statement(actor: "CHN", issue: "new-treaty.x", stance: .support, attribution: .explicit)
        ]
        return passage
      }
      sample.add(document)
    }
    let shown = sample.cells[.init(actor: "CHN", issue: "new-treaty")]?.sentences ?? []
    #expect(shown.count == PageSample.perCell)
    #expect(Set(shown.map { sample.sentences[$0].document }).count == PageSample.perCell)
  }

  @Test func alignedTextIsSafeAndFits() {
    let csv = Array("actor,n,note\nA,1,\"x\u{1B}[2J\ty\"\nLONG,-0.25,日本\n".utf8)
    let plain = String(decoding: AlignedTable(csv: csv).text(), as: UTF8.self)
    #expect(plain == "actor      n  note\nA          1  x [2J y\nLONG   -0.25  日本\n")
    let narrow = AlignedTable(csv: csv).text(.init(width: 13))
    #expect(
      String(decoding: narrow, as: UTF8.self)
        == "actor      n\nA          1\nLONG   -0.25\n… 1 more columns: --format csv has them all\n"
    )
    let turned = String(decoding: AlignedTable(csv: csv).turned.tsv, as: UTF8.self)
    #expect(turned.hasPrefix("actor\tA\tLONG\nn\t1\t-0.25\n"))
  }

  /// Positions are coloured, counts are not; turned or not.
  @Test func positionsAreColoured() {
    var table = CSVTable(
      "t", [.init("actor"), .init("n", .integer), .init("net", .number)], .init())
    table.text("A")
    table.integer(1)
    table.number(-0.25)
    table.endRow()
    let text = String(decoding: AlignedTable(table).text(.init(isColoured: true)), as: UTF8.self)
    #expect(text.contains("\u{1B}[33m-0.25\u{1B}[0m") && text.contains("  1"))
    var matrix = CSVTable("m", [.init("actor"), .init("x", .number)], .init())
    matrix.text("A")
    matrix.number(1)
    matrix.endRow()
    let turned = AlignedTable(matrix).turned.text(.init(isColoured: true))
    #expect(String(decoding: turned, as: UTF8.self).contains("\u{1B}[34m1\u{1B}[0m"))
  }
}
