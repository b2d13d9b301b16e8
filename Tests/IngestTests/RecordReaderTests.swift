import Ingest
import Testing
import Text

@Suite struct RecordReaderTests {
  private func record(_ line: String) throws -> InputRecord {
    try Array(line.utf8).withUnsafeBufferPointer { try InputRecord($0) }
  }

  private func text(_ document: Document) -> String {
    String(decoding: document.text, as: UTF8.self)
  }

  @Test func readsEveryField() throws {
    let record = try record(
      """
      {"doc":"a","title":"On ports","date":"3 May 2019","issuer":"BRA","genre":"statement",\
      "lang":"en","url":"https://example.org/a","speaker":"Mr. Okoro","label":"2(a)",\
      "section":["One","Two"],"block":4,"unit":7,"extra":{"deep":[1,{"text":"no"}]},"text":"Caf\\u00e9 \\ud83d\\udea2"}
      """)
    #expect(record.doc == "a")
    #expect(record.metadata.title == "On ports")
    #expect(record.metadata.date == "2019-05-03")
    #expect(record.metadata.issuer == "BRA")
    #expect(record.metadata.genre == .statement)
    #expect(record.metadata.url == "https://example.org/a")
    #expect(record.speaker == "Mr. Okoro")
    #expect(record.label == "2(a)")
    #expect(record.section == ["One", "Two"])
    #expect(record.block == 4)
    #expect(record.number == 7)
    #expect(String(decoding: record.text, as: UTF8.self) == "Café 🚢")
  }

  @Test(arguments: [
    ("{\"doc\":\"a\"}", "no \"text\" or \"html\""), ("[1]", "expected"), ("{\"text\":\"a", ""),
    ("{\"text\":\"a\\q\"}", "escape"), ("", ""),
  ])
  func refusesWhatIsNoRecord(line: String, reason: String) {
    let error = #expect(throws: JSONError.self) { try record(line) }
    #expect(error?.reason.contains(reason) ?? false)
  }

  @Test func aRecordIsADocument() throws {
    let reader = RecordReader(options: IngestOptions())
    let document = reader.document(
      try record("{\"text\":\"States agreed. They left.\",\"issuer\":\"USA\"}"), id: "r#1")
    #expect(document.id == "r#1")
    #expect(document.passages.count == 2)
    #expect(document.metadata.issuer == "USA")
    #expect(document.metadata.issuerSource == .record)
  }

  @Test func recordsArePassagesAsTheyStand() throws {
    let lines = [
      "{\"text\":\"States should:\",\"block\":0,\"section\":\"One\"}",
      "{\"text\":\"(a) report incidents;\",\"block\":0,\"section\":\"One\"}",
      "{\"text\":\"  Nothing. More. \",\"block\":9,\"section\":\"Two\"}",
    ]
    var options = IngestOptions()
    options.unit = .record
    let document = RecordReader(options: options).document(
      passages: try lines.map(record), id: "d")
    #expect(document.passages.map(\.leadIn) == [-1, 0, -1])
    #expect(document.passages.map(\.continues) == [false, true, false])
    #expect(document.passages.map { document.sections[$0.section] } == [["One"], ["One"], ["Two"]])
    #expect(
      document.passages.map { String(decoding: document.text[$0.start..<$0.end], as: UTF8.self) }
        == ["States should:", "(a) report incidents;", "  Nothing. More. "])
  }

  @Test func namesOfSpeakersInTheTextTurnARecordsFloor() throws {
    let lines = [
      "{\"text\":\"CHAIR: The floor is open.\"}",
      "{\"text\":\"CHILE (Ms. Rojas): We share this view.\"}",
      "{\"text\":\"It is too early.\"}", "{\"text\":\"ICRC (observer): War has limits.\"}",
    ]
    let document = RecordReader(options: IngestOptions()).document(
      passages: try lines.map(record), id: "d")
    #expect(
      document.passages.map(\.speaker)
        == ["CHAIR", "CHILE (Ms. Rojas)", "CHILE (Ms. Rojas)", "ICRC (observer)"])
    let single = RecordReader(options: IngestOptions()).document(
      passages: try [record(lines[0]), record(lines[2])], id: "d")
    #expect(single.passages.map(\.speaker) == [nil, nil])
  }

  @Test func bytesThatAreNoTextAreReadWithAWarning() throws {
    var bytes = Array("{\"text\":\"d".utf8)
    bytes += [0xE9]
    bytes += Array("l".utf8) + [0xE9] + Array("gu\"}".utf8)
    let record = try bytes.withUnsafeBufferPointer { try InputRecord($0) }
    let document = RecordReader(options: IngestOptions()).document(passages: [record], id: "d")
    #expect(text(document) == "délégu\n" || text(document).hasPrefix("d"))
    #expect(String(validating: document.text, as: UTF8.self) != nil)
    #expect(document.warnings.first?.hasPrefix("record 1: not UTF-8") ?? false)
  }
}
