import Testing
import Text

@testable import Lexicon

@Suite struct LexiconLoaderTests {
  @Test func missingFolderIsNamed() {
    #expect(throws: LexiconDiagnostic.self) {
      _ = try LexiconLoader.load(flags: ["no/such/folder"])
    }
  }

  private func build(_ files: [(String, String)]) -> (Lexicon, [LexiconDiagnostic]) {
    var builder = LexiconBuilder(checks: true)
    for (name, text) in files {
      Array(text.utf8).withUnsafeBufferPointer { builder.read(file: name, bytes: $0) }
    }
    return (builder.finish(), builder.diagnostics)
  }

  private static let issues = """
    code\tdirectional\tproposition
    one\tyes\tOne.
    two\tyes\tTwo.
    """

  @Test func findingsHaveFileLineAndColumn() {
    let (_, found) = build([
      ("issues.tsv", Self.issues),
      ("phrases.tsv", "issue\tphrase\tweight\n# comment\nthree\tx\t1\none\ty\tmuch\n"),
    ])
    #expect(
      found.map(\.description) == [
        "phrases.tsv:3:1: error: unknown issue \"three\"",
        "phrases.tsv:4:3: error: \"much\" is no number",
      ])
  }

  @Test func fullPhraseOfTwoIssuesIsAContradiction() {
    let (_, found) = build([
      ("issues.tsv", Self.issues),
      ("phrases.tsv", "issue\tphrase\tweight\none\tFree Flow\t\ntwo\tfree flow\t\n"),
    ])
    #expect(found.count == 1)
    #expect(found.first?.severity == .error)
    #expect(found.first?.line == 3)
  }

  @Test func missingColumnIsAnError() {
    let (_, found) = build([("cues.tsv", "family\tphrase\nforce\tmust\n")])
    #expect(found.first?.message == "no column \"value\"")
  }

  @Test(arguments: [
    ("States protected critical infrastructure.", ["one"]),
    ("cross-border data flows", ["two"]), ("Cross border data flow", ["two"]),
    ("the US said", ["one"]), ("tell us", []), ("within 72 hours", ["two"]),
    ("cyber theft or digital theft", ["one", "one"]),
  ])
  func phraseLanguage(text: String, expected: [String]) {
    let (lexicon, found) = build([
      ("issues.tsv", Self.issues),
      (
        "phrases.tsv",
        """
        issue\tphrase\tweight
        one\tprotect~ critical infrastructure\t
        two\tcross-border data flow~\t
        one\t=US\t
        two\twithin {num} hours\t
        one\tcyber/digital theft\t
        """
      ),
    ])
    #expect(found.isEmpty)
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    Tokenizer(vocabulary: lexicon.vocabulary).tokenize(
      bytes, range: 0..<bytes.count, into: &tokens)
    var matches: [PhraseMatch] = []
    lexicon.phrases.match(tokens, text: bytes, into: &matches)
    let codes = matches.map { lexicon.issues[Int(lexicon.entries[Int($0.entry)].target)].code }
    #expect(codes == expected)
  }

  @Test func longerMatchesComeFirst() {
    let (lexicon, _) = build([
      ("issues.tsv", Self.issues),
      ("phrases.tsv", "issue\tphrase\tweight\none\tcyber\t0.5\ntwo\tcyber crime\t\n"),
    ])
    let bytes = Array("cyber crime".utf8)
    var tokens: [Token] = []
    Tokenizer(vocabulary: lexicon.vocabulary).tokenize(
      bytes, range: 0..<bytes.count, into: &tokens)
    var matches: [PhraseMatch] = []
    lexicon.phrases.match(tokens, text: bytes, into: &matches)
    #expect(matches.map { Int($0.end - $0.first) } == [2, 1])
  }

  @Test(arguments: ["0", "-0.125", "12.3456", "1e-3", "0.1", "123456789012345678"])
  func numbersAsDoubleReadsThem(text: String) {
    #expect(Number.parse(Substring(text)) == Double(text))
  }
}
