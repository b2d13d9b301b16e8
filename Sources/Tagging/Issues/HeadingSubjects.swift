// What a section is about by its heading: "CAPACITY BUILDING" stands over positions that name nothing.

internal import Ingest
internal import Lexicon
internal import Text

/// Reads the issue off headings; immutable.
struct HeadingSubjects: Sendable {
  /// Longer headings are sentences or titles.
  private static let mostWords = 8
  private static let mostTitleWords = 24
  /// Weight of a phrase that names its issue by itself.
  private static let leastWeight = 0.7

  private let tokenizer: Tokenizer
  private let phrases: PhraseTrie
  /// By entry: the upper-level issue of a phrase that names a proposition by itself, or -1.
  private let issues: [Int]
  /// By entry: whether it is a word of the pack's field.
  private let isField: [Bool]

  /// - Parameters:
  ///   - uppers: by issue, its parent or itself.
  ///   - isField: by entry, whether it is a word of the pack's field.
  init(lexicon: Lexicon, uppers: [Int], isField: [Bool]) {
    tokenizer = Tokenizer(vocabulary: lexicon.vocabulary)
    phrases = lexicon.phrases
    self.isField = isField
    let directional = uppers.map { lexicon.issues[$0].isDirectional ? $0 : -1 }
    issues = lexicon.entries.map { entry in
      guard entry.kind == .issue, abs(entry.weight) >= Self.leastWeight else { return -1 }
      return directional[Int(entry.target)]
    }
  }

  /// Whether a title or heading has a word of the pack's field.
  func namesField(_ heading: String) -> Bool {
    let text = Array(heading.utf8)
    var tokens: [Token] = []
    var matches: [PhraseMatch] = []
    tokenizer.tokenize(text, range: 0..<text.count, into: &tokens)
    phrases.match(tokens, text: text, into: &matches)
    return matches.contains { isField[Int($0.entry)] }
  }

  /// Fills `subjects`, by section: the only issue that its nearest heading names, or -1.
  func find(_ document: Document, into subjects: inout [Int]) {
    subjects.removeAll(keepingCapacity: true)
    for path in document.sections {
      // The document's title says what all of it is about.
      guard let heading = path.last, heading != document.metadata.title else {
        subjects.append(-1)
        continue
      }
      subjects.append(subject(of: heading, mostWords: Self.mostWords))
    }
  }

  /// The only issue that a title names, or -1.
  func subject(ofTitle title: String) -> Int { subject(of: title, mostWords: Self.mostTitleWords) }

  private func subject(of heading: String, mostWords: Int) -> Int {
    let text = Array(heading.utf8)
    var tokens: [Token] = []
    tokenizer.tokenize(text, range: 0..<text.count, into: &tokens)
    guard tokens.count <= mostWords else { return -1 }
    var matches: [PhraseMatch] = []
    phrases.match(tokens, text: text, into: &matches)
    var subject = -1
    for match in matches {
      let issue = issues[Int(match.entry)]
      // "Article 5" is the number of a section.
      let hasNumber = (match.first..<match.end).contains {
        tokens[Int($0)].shape.contains(.number)
      }
      if issue < 0 || issue == subject || hasNumber { continue }
      guard subject < 0 else { return -1 }
      subject = issue
    }
    return subject
  }
}
