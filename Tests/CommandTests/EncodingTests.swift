// The same document in several encodings, line ends and ways in gives the same text and passages.

import Foundation
import Testing

struct EncodingTests {
  private static let sentence =
    "The délégués’ “naïve” view – a façade – should end, said the café owners of Málaga."

  private static let page = """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="CHARSET"><title>A view</title></head>
    <body><main><h1>A view</h1>
    <p>\(sentence)</p>
    <p>States should cooperate in good faith, and they should report what they see to each other.</p>
    </main></body></html>

    """

  private static let japanese = """
    各国は協力しなければならない。情報を共有するべきである。

    港の規則は守られる。

    """

  private func crlf(_ text: String) -> String {
    text.replacingOccurrences(of: "\n", with: "\r\n")
  }

  /// What `ingest` prints for each file, as text and as records, and for each through a pipe.
  private func outputs(_ files: [(String, Data)], arguments: String = "") throws -> [String] {
    try RealBinary.inTemporaryDirectory { directory in
      var outputs: [String] = []
      for (name, data) in files {
        let folder = directory.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try data.write(to: folder.appendingPathComponent("doc"))
        for format in ["text", "jsonl"] {
          for way in ["doc", "- <doc", "<doc"] {
            let result = try RealBinary.run(
              "normtag ingest --issuer BRA --format \(format) \(arguments) \(way) | sed 's/\"doc\":\"[^\"]*\"//'",
              in: folder)
            outputs.append(format + result.text)
          }
        }
      }
      return outputs
    }
  }

  private func encoded(_ text: String, _ encoding: String.Encoding) throws -> Data {
    try #require(text.data(using: encoding))
  }

  @Test func pages() throws {
    func page(_ charset: String) -> String {
      Self.page.replacingOccurrences(of: "CHARSET", with: charset)
    }
    let outputs = try outputs(
      [
        ("utf8", encoded(page("utf-8"), .utf8)), ("crlf", encoded(crlf(page("utf-8")), .utf8)),
        ("bom", Data([0xEF, 0xBB, 0xBF]) + encoded(page("latin1"), .utf8)),
        ("utf16", Data([0xFF, 0xFE]) + encoded(page("utf-16"), .utf16LittleEndian)),
        ("utf16be", Data([0xFE, 0xFF]) + encoded(page("utf-16"), .utf16BigEndian)),
        ("windows", encoded(page("windows-1252"), .windowsCP1252)),
      ], arguments: "--input html")
    #expect(Set(outputs).count == 2)
    #expect(outputs.first?.contains(Self.sentence) ?? false)
  }

  @Test func texts() throws {
    let text = Self.sentence + "\n\nStates should report what they see.\n"
    let outputs = try outputs([
      ("utf8", encoded(text, .utf8)), ("crlf", encoded(crlf(text), .utf8)),
      ("utf16", Data([0xFF, 0xFE]) + encoded(crlf(text), .utf16LittleEndian)),
      ("bare16", encoded(text, .utf16LittleEndian)),
      ("windows", encoded(text, .windowsCP1252)),
    ])
    #expect(Set(outputs).count == 2)
    #expect(outputs.first?.contains(Self.sentence) ?? false)
  }

  @Test func japaneseTexts() throws {
    let outputs = try outputs([
      ("utf8", encoded(Self.japanese, .utf8)),
      ("utf16", Data([0xFE, 0xFF]) + encoded(Self.japanese, .utf16BigEndian)),
      ("sjis", encoded(Self.japanese, .shiftJIS)),
    ])
    #expect(Set(outputs).count == 2)
    #expect(outputs.first?.contains("協力しなければならない。") ?? false)
  }
}
