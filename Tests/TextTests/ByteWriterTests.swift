import Foundation
import Testing
import Text

@Suite struct ByteWriterTests {
  @Test(arguments: [
    (0.0, 3, "0"), (0.5, 3, "0.5"), (-0.25, 3, "-0.25"), (1.0, 3, "1"), (0.9996, 3, "1"),
    (0.0004, 3, "0"), (-0.0004, 3, "0"), (12.345, 2, "12.35"), (.nan, 3, "null"),
    (1234567.891, 6, "1234567.891"), (99999.99996, 4, "100000"), (-3.07, 9, "-3.07"),
    (2.5e10, 4, "25000000000"), (0.000001, 6, "0.000001"), (7, 0, "7"), (6.5, 0, "7"),
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

  /// Short strings and long ones, with what needs an escape at every place.
  @Test func escapesAtAnyPlace() {
    for length in 1...20 {
      for place in 0..<length {
        for (letter, escaped) in [("\"", "\\\""), ("\\", "\\\\"), ("\u{1F}", "\\u001f")] {
          let before = String(repeating: "é", count: place) + String(repeating: "!", count: place)
          let after = String(repeating: "[", count: length - place - 1)
          var writer = ByteWriter()
          writer.append(atMost: ByteCursor.most(before + letter + after)) {
            $0.put(json: before + letter + after)
          }
          #expect(
            String(decoding: writer.bytes, as: UTF8.self) == "\"\(before)\(escaped)\(after)\"")
        }
      }
    }
  }

  @Test func thousandths() {
    for number in 0...2_000 {
      var writer = ByteWriter()
      writer.append(Double(number) / 1000, places: 3)
      var expected = String(format: "%.3f", Double(number) / 1000)
      while expected.hasSuffix("0") { expected.removeLast() }
      if expected.hasSuffix(".") { expected.removeLast() }
      #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }
  }

  @Test(arguments: [
    0, 7, 10, -1, 99, 100, 12_345_678, 90_000_001, 99_999_999, 100_000_000, -100_000_000,
    1_234_567_890, Int.max, Int.min,
  ])
  func integers(value: Int) {
    var writer = ByteWriter()
    writer.append(decimal: value)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\(value)")
  }

  /// Pieces of every length are copied whole, whatever way they take.
  @Test func piecesOfAnyLength() {
    let letters = String((0..<40).map { Character(Unicode.Scalar(UInt8(0x41 + $0))) })
    for length in 0...letters.count {
      var writer = ByteWriter()
      let piece = String(letters.prefix(length))
      writer.append(piece)
      writer.appendJSON(piece)
      writer.append("|")
      let expected = piece + "\"" + piece.replacingOccurrences(of: "\\", with: "\\\\") + "\"|"
      #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }
  }

  /// A cursor stays in the room that `most` asks for, at worst six bytes for one.
  @Test func escapesFillTheirRoom() {
    let text = String(repeating: "\u{1}", count: 1_000)
    var writer = ByteWriter()
    writer.append(atMost: ByteCursor.most(text) + ByteCursor.most(nil)) {
      $0.put(json: text)
      $0.put(json: nil)
    }
    #expect(writer.count == 2 + 6_000 + 4)
    #expect(String(decoding: writer.bytes.suffix(8), as: UTF8.self) == "001\"null")
  }

  @Test func csvQuotesOnlyWhereNeeded() {
    var writer = ByteWriter()
    writer.appendCSV("plain".utf8)
    writer.append(0x2C)
    writer.appendCSV("a \"b\", c".utf8)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "plain,\"a \"\"b\"\", c\"")
  }
}
