import Testing
import Text

@Suite struct DecodingTests {
  private func text(_ bytes: [UInt8], declared: String? = nil) -> String {
    String(decoding: Decoding.decode(bytes, declared: declared).bytes, as: UTF8.self)
  }

  private let sample = "Änderung: “règles” – 5 €"

  @Test func readsByteOrderMarks() {
    let utf16 = Array(sample.utf16)
    let little = utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let wide = sample.unicodeScalars.flatMap { scalar in
      (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * UInt32($0))) }
    }
    #expect(text([0xEF, 0xBB, 0xBF] + Array(sample.utf8)) == sample)
    #expect(text([0xFF, 0xFE] + little) == sample)
    #expect(text([0xFE, 0xFF] + big) == sample)
    #expect(text([0xFF, 0xFE, 0, 0] + wide) == sample)
  }

  @Test func readsDeclaredAndUndeclaredLegacyEncodings() {
    let latin: [UInt8] =
      Array("R".utf8) + [0xE8] + Array("gles de l\u{2019}".utf8.prefix(8)) + [0xE9]
    #expect(text(latin, declared: "ISO-8859-1").elementsEqual("Règles de é"))
    let quoted: [UInt8] = [0x93] + Array("norms".utf8) + [0x94] + Array(" of behaviour".utf8)
    #expect(text(quoted) == "\u{201C}norms\u{201D} of behaviour")
    let cyrillic: [UInt8] = [0xCF, 0xF0, 0xE0, 0xE2, 0xE8, 0xEB, 0xE0]
    #expect(text(cyrillic, declared: "windows-1251") == "Правила")
  }

  @Test func repairsWithoutLosingText() {
    let decoded = Decoding.decode(Array("Les règles é à ü ö ".utf8) + [0xFF] + Array("fin".utf8))
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "Les règles é à ü ö \u{FFFD}fin")
    #expect(decoded.warnings.count == 1)
  }

  @Test func unifiesLineEnds() {
    #expect(text(Array("a\r\nb\rc\nd\0e".utf8)) == "a\nb\nc\nde")
    #expect(text([]).isEmpty)
  }

  @Test func tellsBinariesFromText() {
    #expect(BinarySniff.sniff(Array("%PDF-1.4\n".utf8))?.advice == "convert with pdftotext -layout")
    #expect(BinarySniff.sniff([0x1F, 0x8B, 8, 0]) != nil)
    #expect(
      BinarySniff.sniff((0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 7) }) != nil)
    #expect(BinarySniff.sniff(Array("Plain text.\n".utf8)) == nil)
    #expect(BinarySniff.sniff(Array("é".utf8)) == nil)
    #expect(BinarySniff.sniff([]) == nil)
  }

  @Test(arguments: [
    (
      "The States should act in accordance with the Charter and with the norms that they agreed.",
      "en"
    ),
    (
      "Les États doivent agir dans le respect de la Charte et des normes qu’ils ont acceptées.",
      "fr"
    ),
    (
      "Die Staaten sollen nach der Charta und den Normen handeln, die sie mit anderen vereinbart haben.",
      "de"
    ),
    (
      "Los Estados deben actuar de acuerdo con la Carta y con las normas que han aceptado en la ONU.",
      "es"
    ),
    ("Государства должны действовать в соответствии с Уставом и принятыми нормами.", "ru"),
    ("各国应当按照联合国宪章和已经商定的规范行事并且保护关键信息基础设施免受攻击。", "zh"),
    ("يجب على الدول أن تتصرف وفقا للميثاق والقواعد المتفق عليها.", "ar"),
  ])
  func guessesLanguages(sample: String, language: String) {
    #expect(LanguageGuess.guess(Array(sample.utf8)) == language)
  }

  @Test func leavesShortTextsUndetermined() {
    #expect(LanguageGuess.guess(Array("Annex II".utf8)) == nil)
  }
}
