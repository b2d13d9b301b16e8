import Foundation
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
    let diagnostics = builder.diagnostics
    return (builder.finish(), diagnostics)
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

  @Test func weightsForAnyIssueAreOfStancesOnly() {
    let (lexicon, found) = build([
      ("issues.tsv", Self.issues),
      ("weights-issues.tsv", "feature\tany\tone\tthree\nword=a\t1\t2\t3\n"),
      ("weights-issue-stance.tsv", "feature\tany\tone\nword=a\t1\t2\nword=b\t\tmuch\n"),
    ])
    #expect(
      found.map(\.description) == [
        "weights-issues.tsv:1:2: error: unknown issue \"any\"",
        "weights-issues.tsv:1:4: error: unknown issue \"three\"",
        "weights-issue-stance.tsv:3:3: error: \"much\" is no number",
      ])
    var rows: [String] = []
    for table in [lexicon.issueWeights, lexicon.issueStanceWeights] {
      table.forEachRow { name, weights in
        let cells = weights.map { "\($0.issue):\($0.weight)" }
        rows.append(String(decoding: name, as: UTF8.self) + " " + cells.joined(separator: " "))
      }
    }
    #expect(rows == ["word=a 0:2.0", "word=a -2:1.0 0:2.0", "word=b "])
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

  @Test func signsAreChecked() {
    let (lexicon, found) = build([
      ("actors.tsv", "code\tkind\tname\nA\tstate\tAlpha\nB\tclass\tBeta\n"),
      (
        "signs.tsv",
        """
        actor\tsign\ttext
        A\thost\talpha.example
        C\thost\tgamma.example
        A\tlogo\talpha
        B\tnoun\tthink tank
        B\tname\tlaboratory
        A\theading\t
        A\tnoun\tlaboratory
        """
      ),
    ])
    #expect(
      found.map(\.description) == [
        "signs.tsv:3:1: error: unknown actor \"C\"",
        "signs.tsv:4:2: error: sign is one of host, formula, heading, noun, name, people",
        "signs.tsv:5:3: error: a noun is one word", "signs.tsv:7:3: error: too short a text",
        "signs.tsv:8:3: error: \"laboratory\" points to B already",
      ])
    #expect(lexicon.signs.map(\.text).prefix(2) == ["alpha.example", "laboratory"])
    #expect(lexicon.ids(of: "laboratory").count == 1, "nouns have numbers without a phrase")
  }

  @Test func columnsOfCodesAreChecked() {
    let (lexicon, found) = build([
      (
        "actors.tsv",
        """
        code\tkind\tname\tspeaks\tpartner
        A\tgroup\tAlpha\tmembers\tB
        B\tstate\tBeta\t\t
        C\tclass\tGamma\tloudly\tD
        """
      ),
      (
        "issues.tsv",
        """
        code\tdirectional\tfield\tprogramme\twanted\tproposition
        one\tno\tyes\town\tyes\tOne.
        two\tyes\tno\tmaybe\tperhaps\tTwo.
        """
      ),
    ])
    #expect(
      found.map(\.description) == [
        "actors.tsv:4:4: error: speaks is one of members, state, jointly, resolutions, chair, "
          + "secretariat, or empty",
        "actors.tsv:4:5: error: unknown actor \"D\"",
        "issues.tsv:3:4: error: programme is no, own or also",
        "issues.tsv:3:5: error: wanted is yes or no",
      ])
    #expect(lexicon.actors.first?.voice == .members)
    #expect(lexicon.actors.first?.partner == "B")
    #expect(lexicon.actors.map(\.isParty) == [false, true, false])
    #expect(lexicon.issues.map(\.programme) == [.own, .no])
    #expect(lexicon.issues.map(\.isPracticeWanted) == [true, false])
  }

  @Test(arguments: [
    ("States protected critical infrastructure.", ["one"]),
    ("cross-border data flows", ["two"]), ("Cross border data flow", ["two"]),
    ("the US said", ["one"]), ("tell us", []), ("within 72 hours", ["two"]),
    ("within 24 hours", ["two"]), ("the 24 hour network", ["one"]), ("24 days", ["two"]),
    ("cyber theft or digital theft", ["one", "one"]),
    ("Mr John W. Doe of CERT.XY", ["two", "two"]),
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
        two\t{num} days\t
        one\t24 hour network\t
        one\tcyber/digital theft\t
        two\tJohn W. Doe\t
        two\t=CERT.XY\t
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

  /// What a command does not need is not read.
  @Test func scopeOfCodesHasNoPhrases() throws {
    let all = try LexiconLoader.load()
    let codes = try LexiconLoader.load(scope: .codes)
    #expect(codes.actors.map(\.code) == all.actors.map(\.code))
    #expect(codes.issues.map(\.proposition) == all.issues.map(\.proposition))
    #expect(codes.entries.isEmpty && codes.weights.isEmpty)
    #expect(try LexiconLoader.load(scope: .phrases).entries.count == all.entries.count)
  }

  /// The list in CLexicons.c is written by hand.
  @Test func everyFileOfTheFolderIsEmbedded() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Lexicons")
    var files: [String: [UInt8]] = [:]
    for pack in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let path = folder.appending(path: pack)
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path.path) else {
        continue
      }
      for name in names where name.hasSuffix(".tsv") {
        files["\(pack)/\(name)"] = Array(try Data(contentsOf: path.appending(path: name)))
      }
    }
    #expect(!files.isEmpty)
    let embedded = LexiconLoader.embedded()
    #expect(Set(embedded.map(\.name)) == Set(files.keys))
    #expect(embedded.count == files.count)
    for file in embedded {
      file.withBytes { #expect(Array($0) == files[file.name], "\(file.name)") }
    }
  }

  @Test func commentsBlankLinesAndCarriageReturnsAreNoRows() {
    let text = "\u{FEFF}# comment\r\na\tb\r\n\r\n# more\n1\t2\r\n3\n"
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var table = TSVReader(file: "x.tsv", bytes: bytes)
      #expect(table.header == ["a", "b"])
      let first = table.next()
      #expect(first && table.line == 5)
      #expect(table.text(0) == "1" && table.text(1) == "2")
      let second = table.next()
      #expect(second && table.line == 6)
      #expect(table.text(0) == "3" && table.cell(1).isEmpty)
      let third = table.next()
      #expect(!third)
    }
  }

  @Test func laterWeightsReplaceEarlierOnes() {
    let (lexicon, found) = build([
      ("weights.tsv", "feature\tx\ty\na\t1\t-0.5\nb\t2\t3\n"),
      ("weights-more.tsv", "feature\tx\na\t7\n"),
    ])
    #expect(found.isEmpty)
    #expect(lexicon.weights.count == 2)
    #expect(Array(lexicon.weights["a"]) == [7])
    #expect(Array(lexicon.weights["b"]) == [2, 3])
    #expect(lexicon.weights["c"].isEmpty)
  }

  /// Plain rows are read in one pass, others cell by cell; both into the same table.
  @Test func weightsOfAllForms() {
    let text = """
      feature\tx\ty\tz
      plain\t1\t-0.5\t12.345
      # comment
      power\t1e-3\t2\t3

      crlf\t1\t2\t0.25\r
      long\t1234567890123456\t-7
      short\t4
      name only
      much\t1\tmuch\t2
      last\t0.1\t0.2\t0.3
      """
    let (lexicon, found) = build([("weights.tsv", text)])
    #expect(found.map(\.description) == ["weights.tsv:10:3: error: \"much\" is no number"])
    #expect(Array(lexicon.weights["plain"]) == [1, -0.5, 12.345])
    #expect(Array(lexicon.weights["power"]) == [0.001, 2, 3])
    #expect(Array(lexicon.weights["crlf"]) == [1, 2, 0.25])
    #expect(Array(lexicon.weights["long"]) == [1_234_567_890_123_456, -7])
    #expect(Array(lexicon.weights["short"]) == [4])
    #expect(lexicon.weights["name only"].isEmpty && lexicon.weights["# comment"].isEmpty)
    #expect(Array(lexicon.weights["much"]) == [1, 2])
    #expect(Array(lexicon.weights["last"]) == [0.1, 0.2, 0.3])
  }

  @Test(arguments: [
    "0", "-0.125", "12.3456", "1e-3", "0.1", "123456789012345678", "-7", ".5", "5.", "-", "",
    "1.2.3",
    "-1234567.87654321", "1234567890123456", "0.00000000000001", "12a", "--1", "1-",
  ])
  func numbersAsDoubleReadsThem(text: String) {
    let parsed = Array(text.utf8).withUnsafeBufferPointer { Number.parse($0) }
    #expect(parsed == Double(text))
  }
}
