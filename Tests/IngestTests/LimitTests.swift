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
