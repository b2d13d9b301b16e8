// Formulas by which lawgivers and bodies enact ("be it enacted by …"): rows of signs.tsv.

internal import Lexicon

/// Finds the formulas at the heads of paragraphs.
struct EnactingFormulas: Sendable {
  private let phrases: FoldedPhrases
  /// By phrase: who enacts with it, and whether it counts only where it fills a line.
  private let formulas: [(actor: Int, isHeading: Bool)]
  /// Bytes of a paragraph in which a formula may stand.
  private static let head = 400
  /// Words at most of a line that a formula fills.
  private static let line = 6

  init(lexicon: Lexicon) {
    let signs = lexicon.signs.filter { $0.kind == .formula || $0.kind == .heading }
    phrases = FoldedPhrases(
      signs.map { String(decoding: FoldedWords($0.text).bytes, as: UTF8.self) })
    formulas = signs.map { ($0.actor, $0.kind == .heading) }
  }

  /// Who enacts in a paragraph, and its words, counted up to `longest`: too many for a heading where
  /// it is long, or ends like a sentence and has no formula, since then nobody asks.
  func read(_ text: String, upTo longest: Int) -> (actors: [Int], words: Int) {
    var text = text
    return text.withUTF8 { bytes in
      var found: [Int] = []
      let head = UnsafeBufferPointer(rebasing: bytes.prefix(Self.head))
      phrases.forEach(inText: head) { index, _ in
        if !found.contains(index) { found.append(index) }
      }
      let isSentence = bytes.last == 0x2E || bytes.last == 0x2C
      let isShort = bytes.count <= Self.head && !(found.isEmpty && isSentence)
      let words = isShort ? FoldedWords.count(bytes, upTo: longest) : .max
      let actors = found.filter { words <= Self.line || !formulas[$0].isHeading }
        .map { formulas[$0].actor }
      return (actors, words)
    }
  }
}
