import Tagging
import Testing
import Text

@Suite struct CodedPassageJSONTests {
  private func sample() -> CodedDocument {
    var document = CodedDocument(doc: "a/b \"c\".txt")
    document.title = "Title\n中"
    document.issuer = "CHN+USA"
    document.text = Array("Both sides agreed. Next.".utf8)
    document.sections = [[], ["One", "Two"]]
    var first = CodedPassage(
      passage: 0, unit: "sentence", start: 0, end: 18, textStart: 0, textEnd: 18)
    first.section = 1
    first.component = .procedure
    first.second = .norm
    first.confidence = 0.715
    first.scores = ComponentScores([0.1, 0.15, 0.005, 0.715, 0.03])
    first.mechanism = .workingGroup
    first.statements = [
      Statement(
        actor: "CHN", issue: "confidence-building.hotline", stance: .support, attribution: .group,
        commitment: .agreed, joint: .mutual, depth: 1, confidence: 0.8, start: 0, end: 10)
    ]
    first.evidence = [
      Evidence(code: "procedure", cue: "x/y", text: "agreed", start: 11, end: 17, weight: -0.25)
    ]
    let second = CodedPassage(
      passage: 1, unit: "sentence", start: 19, end: 24, textStart: 19, textEnd: 24)
    document.passages = [first, second]
    return document
  }

  private func write(_ document: CodedDocument) -> [UInt8] {
    var out = ByteWriter()
    for passage in document.passages {
      CodedPassageWriter(document).append(passage, to: &out)
    }
    return out.bytes
  }

  @Test func roundTripGivesTheSameBytes() throws {
    let written = write(sample())
    var reader = CodedPassageReader()
    for line in written.split(separator: 0x0A) {
      let document = try Array(line).withUnsafeBufferPointer { try reader.read($0) }
      #expect(document == nil)
    }
    let last = reader.finish()
    let document = try #require(last)
    #expect(document.passages.count == 2)
    #expect(document.passages[0].statements == sample().passages[0].statements)
    #expect(write(document) == written)
  }

  @Test(arguments: [
    "{\"doc\":\"a\"", "{}", "[1]", "{\"doc\":\"a\",\"component\":\"nonsense\"}",
    "{\"doc\":\"a\",\"statements\":[{\"actor\":\"CHN\"}]}", "{\"doc\":\"a\",\"text\":\"x}",
  ])
  func malformedLinesThrow(line: String) {
    var reader = CodedPassageReader()
    #expect(throws: JSONError.self) {
      _ = try Array(line.utf8).withUnsafeBufferPointer { try reader.read($0) }
    }
  }

  @Test func otherKeysAndCarriageReturnsAreIgnored() throws {
    var reader = CodedPassageReader()
    let line =
      "{\"doc\":\"a\",\"extra\":{\"x\":[1,{\"y\":\"}\"}]},\"text\":\"T\\u00e9 \\ud83d\\ude00\"}\r"
    _ = try Array(line.utf8).withUnsafeBufferPointer { try reader.read($0) }
    let last = reader.finish()
    let document = try #require(last)
    #expect(String(decoding: document.text, as: UTF8.self) == "Té 😀")
  }
}
