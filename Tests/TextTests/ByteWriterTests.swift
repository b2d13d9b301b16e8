import Testing
import Text

@Suite struct ByteWriterTests {
  @Test(arguments: [
    (0.0, 3, "0"), (0.5, 3, "0.5"), (-0.25, 3, "-0.25"), (1.0, 3, "1"), (0.9996, 3, "1"),
    (0.0004, 3, "0"), (-0.0004, 3, "0"), (12.345, 2, "12.35"), (.nan, 3, "null"),
  ])
  func numbers(value: Double, places: Int, expected: String) {
    var writer = ByteWriter()
    writer.append(value, places: places)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test func jsonEscapes() {
    var writer = ByteWriter()
    writer.appendJSON("a\"b\\c\n\u{1}é")
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"a\\\"b\\\\c\\n\\u0001é\"")
  }

  @Test func csvQuotesOnlyWhereNeeded() {
    var writer = ByteWriter()
    writer.appendCSV("plain".utf8)
    writer.append(0x2C)
    writer.appendCSV("a \"b\", c".utf8)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "plain,\"a \"\"b\"\", c\"")
  }
}
