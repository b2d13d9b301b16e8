// The phrase language of the lexicon files (Lexicons/README.md): `word~`, `a/b`, `=Case`, `{num}`.

internal import Text

/// One phrase after parsing: the folded words that may stand at each position.
struct PhraseSyntax {
  private(set) var positions: [[String]] = []
  private(set) var isExactCase = false
  /// The words as written, for phrases whose case counts.
  private(set) var written: [[UInt8]] = []

  static let number = "{num}"

  private static let tokenizer = Tokenizer(vocabulary: Vocabulary(words: []))

  init(_ phrase: some StringProtocol) {
    var text = Substring(phrase)
    if text.utf8.first == 0x3D {
      isExactCase = true
      text = text.dropFirst()
    }
    for part in text.utf8.split(separator: 0x20).map({ Substring($0) }) {
      if part == Self.number {
        positions.append([Self.number])
        continue
      }
      let choices = part.utf8.split(separator: 0x2F).map { Substring($0) }
      if choices.count == 1, let only = choices.first {
        append(only)
      } else {
        var words: [String] = []
        for choice in choices { words += Self.alternatives(choice) }
        positions.append(words)
      }
    }
  }

  private static func alternatives(_ word: Substring) -> [String] {
    word.utf8.last == 0x7E
      ? Inflection.forms(of: Folding.fold(String(word.dropLast()))) : [Folding.fold(String(word))]
  }

  /// A word of the phrase; hyphens and marks split it as they split texts.
  private mutating func append(_ word: Substring) {
    let isInflected = word.utf8.last == 0x7E
    if !isExactCase, word.utf8.allSatisfy({ $0 == 0x7E || ($0 | 0x20) &- 0x61 < 26 }) {
      // Plain letters, which nearly all words are, need no tokenizer.
      let folded = String(
        decoding: (isInflected ? word.dropLast() : word).utf8.map { $0 | 0x20 }, as: UTF8.self)
      positions.append(isInflected ? Inflection.forms(of: folded) : [folded])
      return
    }
    let bytes = Array((isInflected ? word.dropLast() : word).utf8)
    var tokens: [Token] = []
    Self.tokenizer.tokenize(bytes, range: 0..<bytes.count, into: &tokens)
    for (index, token) in tokens.enumerated() {
      var slice = Array(bytes[Int(token.start)..<Int(token.end)])
      if token.shape.contains(.possessive) {
        slice.removeLast(slice.last == 0x27 ? 1 : 2)
        if slice.last == 0x80 { slice.removeLast(2) }
      }
      written.append(slice)
      if slice.contains(0x2E), slice.last == 0x2E { slice.removeLast() }
      let folded = Folding.fold(String(decoding: slice, as: UTF8.self))
      positions.append(
        isInflected && index == tokens.count - 1 ? Inflection.forms(of: folded) : [folded])
    }
  }
}
