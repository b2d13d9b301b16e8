// Tables as RFC 4180 and as spreadsheets want them.

import Testing

@testable import Reporting

@Suite struct CSVTableTests {
  private func table(_ change: (inout ReportOptions) -> Void) -> [UInt8] {
    var options = ReportOptions()
    change(&options)
    var table = CSVTable("t", [.init("a"), .init("n", .number)], options)
    table.text("=1+1, \"x\"")
    table.number(-0.25)
    table.endRow()
    table.text(nil)
    table.number(nil)
    table.endRow()
    return table.take()
  }

  @Test func plain() {
    #expect(table { _ in } == Array("a,n\n\"=1+1, \"\"x\"\"\",-0.25\n,\n".utf8))
  }

  @Test func excelSafe() {
    let bytes = table { $0.excelSafe = true }
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(String(decoding: bytes.dropFirst(3), as: UTF8.self).contains("\"'=1+1"))
  }

  @Test func readsBackItsOwnTables() {
    let text = String(decoding: AlignedTable(csv: table { _ in }).tsv, as: UTF8.self)
    #expect(text == "a\tn\n=1+1, \"x\"\t-0.25\n\t\n")
  }
}
