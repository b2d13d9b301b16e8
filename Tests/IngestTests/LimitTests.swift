import Ingest
import Testing
import Text

/// Limits cut, say so, and leave what stands before them.
@Suite struct LimitTests {
  private func read(
    _ text: String, _ fileExtension: String, _ limit: (inout IngestOptions) -> Void
  ) throws -> Document {
    var options = IngestOptions()
    limit(&options)
    return try DocumentReader(options: options).read(
      Array(text.utf8), id: "t", fileExtension: fileExtension)
  }

  @Test func cutsLinesWithAWarning() throws {
    let text = "One line is here.\n\nTwo lines are here.\n\nThree lines are here.\n"
    let document = try read(text, "txt") { $0.maximumLines = 2 }
    #expect(document.text == Array("One line is here.\n\nTwo lines are here.".utf8))
    #expect(document.warnings.contains { $0.contains("--max-lines") })
    let whole = try read(text, "txt") { $0.maximumLines = 3 }
    #expect(whole.passages.count == 3)
    #expect(!whole.warnings.contains { $0.contains("--max-lines") })
  }

  @Test(arguments: ["txt", "md", "html"]) func cutsPassagesAtASentence(kind: String) throws {
    let text = "First it rained. Then it cleared. At last it snowed."
    let document = try read(text, kind) { $0.maximumPassages = 2 }
    #expect(document.passages.count == 2)
    #expect(document.text == Array("First it rained. Then it cleared.".utf8))
    #expect(document.warnings.contains { $0.contains("--max-passages") })
  }

  @Test(arguments: ["txt", "md", "html"]) func cutsLongPassagesBetweenCharacters(kind: String)
    throws
  {
    let text = String(repeating: "é", count: 120) + " " + String(repeating: "word ", count: 40)
    let document = try read(text, kind) { $0.maximumPassageBytes = 101 }
    #expect(document.warnings.contains { $0.contains("--max-passage-size") })
    #expect(document.passages.allSatisfy { $0.end - $0.start <= 101 && $0.end > $0.start })
    var at = 0
    for passage in document.passages {
      let part = Array(document.text[passage.start..<passage.end])
      #expect(String(validating: part, as: UTF8.self) != nil)
      // Nothing but a space is lost between two of them.
      #expect(document.text[at..<passage.start].allSatisfy { $0 == 0x20 })
      at = passage.end
    }
    #expect(at == document.text.count)
  }

  @Test func cutsWordsWithAWarning() throws {
    let text = String(repeating: "Nine words stand in this line of the text.\n\n", count: 50)
    let document = try read(text, "txt") { $0.maximumWords = 100 }
    #expect((8...12).contains(document.passages.count))
    #expect(document.text.count == document.passages.last?.end)
    #expect(document.warnings.contains { $0.contains("--max-words") })
  }

  /// Rows of single letters are looked at once, not once from each of their places.
  @Test func readsManySingleLettersInLinearTime() throws {
    func time(letters: Int) throws -> Duration {
      let text = String(repeating: "x ", count: letters)
      return try ContinuousClock().measure { _ = try read(text, "txt") { _ in } }
    }
    _ = try time(letters: 1_000)
    let short = try time(letters: 100_000)
    let long = try time(letters: 800_000)
    #expect(long < short * 32)
  }

  @Test func cutsElementsWithAWarning() throws {
    let page = "<p>Here is a first line.</p>" + String(repeating: "<p>More of it.</p>", count: 50)
    let document = try read(page, "html") { $0.maximumElements = 8 }
    #expect(document.passages.count < 10 && !document.passages.isEmpty)
    #expect(document.warnings.contains { $0.contains("--max-elements") })
  }

  /// A paragraph of a million hyphenated lines took a time that grew with its square.
  @Test func joinsManyHyphensInLinearTime() throws {
    func time(lines: Int) throws -> Duration {
      let text = String(repeating: "some-\n", count: lines)
      return try ContinuousClock().measure {
        let document = try read(text, "txt") { _ in }
        #expect(!document.text.isEmpty)
      }
    }
    // Eight times the lines take eight times as long, not sixty-four; a busy machine may take more.
    let few = try min(time(lines: 5_000), time(lines: 5_000))
    let many = try time(lines: 40_000)
    #expect(many < few * 32)
  }
}
