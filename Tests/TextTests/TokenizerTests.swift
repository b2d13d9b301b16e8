import Testing
import Text

@Suite struct TokenizerTests {
  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    Tokenizer(vocabulary: Vocabulary(words: []))
      .tokenize(bytes, range: 0..<bytes.count, into: &tokens)
    return tokens.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
  }

  @Test(arguments: [
    ("cross-border data", ["cross", "border", "data"]),
    ("the U.S. and P.R.C.", ["the", "U.S.", "and", "P.R.C."]),
    ("China's, the states' rights", ["China's", ",", "the", "states'", "rights"]),
    ("don\u{2019}t 1,000.50 (72h).", ["don\u{2019}t", "1,000.50", "(", "72h", ")", "."]),
    ("T\u{FC}rkiye\u{2019}s view", ["T\u{FC}rkiye\u{2019}s", "view"]),
    ("中国主张", ["中", "国", "主", "张"]),
    ("China\u{2013}U.S.", ["China", "U.S."]),
    ("a - b", ["a", "-", "b"]),
  ])
  func splits(text: String, expected: [String]) { #expect(words(text) == expected) }

  /// Words are read eight bytes a step, and byte by byte at the end of a text.
  @Test func wordsOfAnyLengthAreFoundAnywhere() {
    let letters = Array("abcdefghijklmnopqrstuvwxyz".utf8)
    let list = (1...20).map { String(decoding: letters[..<$0], as: UTF8.self) }
    let tokenizer = Tokenizer(vocabulary: Vocabulary(words: list))
    for (index, word) in list.enumerated() {
      for tail in ["", ".", " x", "\u{3B1}", "'s", " and more of it"] {
        for head in ["", "a ", "(", "some "] {
          let bytes = Array((head + word.uppercased() + tail).utf8)
          var tokens: [Token] = []
          tokenizer.tokenize(bytes, range: head.utf8.count..<bytes.count, into: &tokens)
          // Another letter makes another word.
          let expected = tail == "\u{3B1}" ? 0 : index + 1
          #expect(tokens.first?.word.rawValue == Int32(expected), "\(head)\(word)\(tail)")
          let isCaps = word.count > 1 && tail != "\u{3B1}"
          #expect(tokens.first?.isAllCaps == isCaps, "\(word)\(tail)")
        }
      }
    }
  }

  @Test func capitalsWithDigitsOrSmallLettersAreNotAllCapitals() {
    for (text, isCaps) in [("IT", true), ("It", false), ("G7", false), ("UNIDIR", true)] {
      let bytes = Array(text.utf8)
      for padding in [0, 12] {
        var tokens: [Token] = []
        let padded = bytes + [UInt8](repeating: 0x20, count: padding)
        Tokenizer(vocabulary: Vocabulary(words: []))
          .tokenize(padded, range: 0..<padded.count, into: &tokens)
        #expect(tokens.first?.isAllCaps == isCaps, "\(text)")
      }
    }
  }

  @Test func foldsToTheSameID() {
    let vocabulary = Vocabulary(words: ["u.s", "turkiye", "china", "don't", "中"])
    let cases = [("U.S.", 1), ("u.s", 1), ("Türkiye", 2), ("CHINA’S", 3), ("Don’t", 4), ("中", 5)]
    for (text, id) in cases {
      let bytes = Array(text.utf8)
      var tokens: [Token] = []
      Tokenizer(vocabulary: vocabulary).tokenize(bytes, range: 0..<bytes.count, into: &tokens)
      #expect(tokens.map(\.word.rawValue) == [Int32(id)], "\(text)")
    }
  }

  @Test func codePointsCountScalars() {
    let text = Array("aé中b".utf8)
    var counter = CodePointCounter(text)
    #expect(counter.codePoints(before: 3, in: text) == 2)
    #expect(counter.codePoints(before: 7, in: text) == 4)
    #expect(counter.codePoints(before: 1, in: text) == 1)
  }
}
