// Documents are hostile input: what looks like markup stays text in the page and in networks.

import Lexicon
import Positions
import Tagging
import Testing

@testable import Reporting

@Suite struct ReportPageTests {
  private static let hostile = "<script>alert('x')</script>"

  private static func report() -> (ReportTables, PageSample) {
    var document = CodedDocument(doc: hostile)
    document.title = hostile
    document.date = "2015"
    document.text = Array("</script><script>alert(1)</script> & more".utf8)
    var passage = CodedPassage(
      passage: 0, unit: "sentence", start: 0, end: 41, textStart: 0, textEnd: 41)
    passage.statements = [
      Statement(
        actor: hostile, issue: "new-treaty", stance: .support, attribution: .explicit, start: 2,
        end: 8),
      Statement(actor: "CHN", issue: "new-treaty", stance: .oppose, attribution: .explicit),
    ]
    document.passages = [passage]
    var cube = PositionCube()
    cube.add(DocumentTally(document))
    var sample = PageSample()
    sample.add(document)
    let tables = ReportTables(
      cube, codebook: ReportCodebook(Lexicon()), options: ReportOptions())
    return (tables, sample)
  }

  @Test func markupOfDocumentsIsText() {
    let (tables, sample) = Self.report()
    let page = String(decoding: ReportPage.html(tables, sample), as: UTF8.self)
    #expect(page.contains("&lt;script&gt;"))
    #expect(!page.contains("<script>alert"))
    #expect(page.contains("\\u003c/script>"))
    #expect(page.split(separator: "<script").count == 3)
  }

  @Test func networksAreEscaped() {
    let files = NetworkFiles.makers(Self.report().0).flatMap { $0() }
    #expect(files.count == 6)
    for (name, bytes) in files where !name.hasSuffix(".dl") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("<script"), "\(name)")
      #expect(text.contains("CHN"), "\(name)")
    }
  }
}
