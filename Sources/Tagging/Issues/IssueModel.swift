// How likely each issue is in a passage in which somebody holds something: a logistic regression for
// each over the words of the passage, of the title and of the passage before, and over what phrases and
// headings say. It corrects what the phrases found; weights in weights-issues.tsv.

internal import Ingest
internal import Lexicon
internal import Text

/// Weights by word and by finding; immutable.
struct IssueModel: Sendable {
  static let wordPrefix = "word="
  /// Of an issue and the rule that found it in the passage: `found=privacy/phrase`.
  static let foundPrefix = "found="
  /// Of an issue that was found in the passage before.
  static let beforePrefix = "before="
  static let bias = "(bias)"
  /// What a word counts that stands in the title or in the passage before only; in the passage it is 1.
  static let titleValue: Float = 0.5
  static let beforeValue: Float = 0.25

  /// A score is the logarithm of the odds. An issue that was found stays from `keep` (probability .15);
  /// beside it another is added from `beside` (.6). Where none was found any is added from `add` (.38),
  /// the likeliest from `best` (.22), in texts that speak for somebody from `bestOwn` (.3): laws and
  /// speeches are given on anything.
  static let keep: Float = -1.735
  static let add: Float = -0.490
  static let beside: Float = 0.405
  static let best: Float = -1.266
  static let bestOwn: Float = -0.847

  /// What found an issue; another rule counts as a phrase.
  static let rules = ["phrase", "document-subject", "title", "taken-up"]

  private var entries: [IssueWeights.Entry] = []
  private var rows: [Range<Int32>] = []
  private var words = WordTable([])
  private let issueCount: Int
  /// By issue (the last is `other`) and rule, and by issue: the row, or -1.
  private var foundRows: [Int32]
  private var beforeRows: [Int32]
  private var biases: [Float]
  /// By issue: whether the table knows it. What a pack of one's own adds is found by its phrases alone.
  private(set) var knows: [Bool]

  /// Whether weights are there at all.
  private(set) var isFitted = false

  init(lexicon: Lexicon) {
    issueCount = lexicon.issues.count
    foundRows = Array(repeating: -1, count: (issueCount + 1) * Self.rules.count)
    beforeRows = Array(repeating: -1, count: issueCount)
    biases = Array(repeating: 0, count: issueCount)
    knows = Array(repeating: false, count: issueCount)
    var places: [String: Int] = [CommonIssue.other: issueCount]
    for (number, issue) in lexicon.issues.enumerated() { places[issue.code] = number }
    var stems: [(stem: UInt64, row: Int32)] = []
    let (word, found, before) = (
      Array(Self.wordPrefix.utf8), Array(Self.foundPrefix.utf8), Array(Self.beforePrefix.utf8)
    )
    lexicon.issueWeights.forEachRow { name, weights in
      let row = Int32(rows.count)
      if name.starts(with: word) {
        stems.append((WordHash.hash(UnsafeBufferPointer(rebasing: name[word.count...])), row))
      } else if name.starts(with: found) {
        let parts = String(decoding: name[found.count...], as: UTF8.self).split(separator: "/")
        guard parts.count == 2, let issue = places[String(parts[0])],
          let rule = Self.rules.firstIndex(of: String(parts[1]))
        else { return }
        foundRows[issue * Self.rules.count + rule] = row
      } else if name.starts(with: before) {
        guard let issue = places[String(decoding: name[before.count...], as: UTF8.self)],
          issue < issueCount
        else { return }
        beforeRows[issue] = row
      } else {
        guard name.elementsEqual(Self.bias.utf8) else { return }
        for entry in weights {
          biases[Int(entry.issue)] = entry.weight
          knows[Int(entry.issue)] = true
        }
        return
      }
      let start = Int32(entries.count)
      entries += weights
      rows.append(start..<Int32(entries.count))
    }
    isFitted = !rows.isEmpty
    words = WordTable(stems)
    addWordsOfStances(lexicon, &stems)
  }

  /// Gives a row without weights to words that only the stance towards issues weighs: a word is looked
  /// up once for both.
  private mutating func addWordsOfStances(
    _ lexicon: Lexicon, _ stems: inout [(stem: UInt64, row: Int32)]
  ) {
    let known = stems.count
    let prefix = Array(IssueStanceModel.wordPrefix.utf8)
    lexicon.issueStanceWeights.forEachRow { name, _ in
      guard name.starts(with: prefix) else { return }
      let stem = WordHash.hash(UnsafeBufferPointer(rebasing: name[prefix.count...]))
      guard words.row(ofStem: stem) < 0 else { return }
      stems.append((stem, Int32(rows.count)))
      rows.append(0..<0)
    }
    if stems.count > known { words = WordTable(stems) }
  }

  /// Rows, most of them of words.
  var rowCount: Int { rows.count }

  /// The row of a word's stem, given in UTF-8; -1 for none.
  func row(ofStem stem: UnsafeBufferPointer<UInt8>) -> Int32 {
    words.row(ofStem: WordHash.hash(stem))
  }

  /// Fills `likely.scores` for a passage whose words `likely` has.
  ///
  /// - Parameter found: the issues found in it and the rules, as `rules` has them; -1 for `other`.
  func score(
    passage: Int, found: [(issue: Int, rule: Int)], _ likely: inout LikelyIssues
  ) {
    likely.scores.removeAll(keepingCapacity: true)
    likely.scores += biases
    if likely.stamps.count != rows.count {
      likely.stamps = Array(repeating: -1, count: rows.count)
    }
    likely.stamp &+= 1
    let stamp = likely.stamp
    var (scores, stamps) = ([Float](), [Int32]())
    swap(&scores, &likely.scores)
    swap(&stamps, &likely.stamps)
    scores.withUnsafeMutableBufferPointer { scores in
      stamps.withUnsafeMutableBufferPointer { stamps in
        entries.withUnsafeBufferPointer { entries in
          rows.withUnsafeBufferPointer { rows in
            /// Adds a row that was not yet added.
            func take(_ row: Int32, _ value: Float) {
              guard row >= 0, stamps[Int(row)] != stamp else { return }
              stamps[Int(row)] = stamp
              let range = rows[Int(row)]
              for index in Int(range.lowerBound)..<Int(range.upperBound) {
                scores[Int(entries[index].issue)] += value * entries[index].weight
              }
            }
            for (issue, rule) in found {
              let place = issue < 0 ? issueCount : issue
              take(foundRows[place * Self.rules.count + rule], 1)
            }
            if likely.beforePassage == passage - 1 {
              for issue in likely.before { take(beforeRows[issue], 1) }
            }
            for row in likely.rows { take(row, 1) }
            for row in likely.titleRows { take(row, Self.titleValue) }
            for row in likely.rowsBefore { take(row, Self.beforeValue) }
          }
        }
      }
    }
    swap(&scores, &likely.scores)
    swap(&stamps, &likely.stamps)
  }

  /// Fills `found` with the rows of words that carry a weight.
  ///
  /// - Parameter known: by word of the vocabulary, its row or `unread`.
  func readRows(
    of tokens: [Int], _ all: [Token], _ text: [UInt8], _ known: inout [Int32],
    into found: inout [Int32]
  ) {
    found.removeAll(keepingCapacity: true)
    text.withUnsafeBufferPointer { text in
      all.withUnsafeBufferPointer { all in
        known.withUnsafeMutableBufferPointer { known in
          for at in tokens {
            let token = all[at]
            let id = token.isKnown && token.isPlain ? Int(token.word.rawValue) : 0
            var row = id > 0 && id < known.count ? known[id] : Self.unread
            if row == Self.unread {
              row = words.row(ofStem: WordTable.stemHash(token, text))
              if id > 0, id < known.count { known[id] = row }
            }
            if row >= 0 { found.append(row) }
          }
        }
      }
    }
  }

  /// In place of the row of a word that was not looked up yet.
  static let unread: Int32 = -2

  /// The word of a passage that speaks most for an issue; empty where none does.
  func strongest(_ issue: Int, _ view: TokenizedDocument, words tokens: [Int]) -> Range<Int> {
    var best = (weight: Float(0), token: -1)
    view.document.text.withUnsafeBufferPointer { text in
      for at in tokens {
        let row = words.row(ofStem: WordTable.stemHash(view.tokens[at], text))
        guard row >= 0 else { continue }
        let range = rows[Int(row)]
        for entry in entries[Int(range.lowerBound)..<Int(range.upperBound)]
        where Int(entry.issue) == issue && entry.weight > best.weight {
          best = (entry.weight, at)
        }
      }
    }
    return best.token < 0 ? 0..<0 : best.token..<(best.token + 1)
  }
}

/// What the issues of a document's passages are scored with; kept over documents.
struct LikelyIssues: Sendable {
  /// By issue: the logarithm of the odds.
  var scores: [Float] = []
  /// By issue: what the passage's words say for opposition to it (`IssueStanceModel`).
  var stances: [Float] = []
  var stamps: [Int32] = []
  var stamp: Int32 = 0
  var titleText: [UInt8] = []
  var titleTokens: [Token] = []
  /// The telling words of the passage `wordsPassage`, by token.
  var words: [Int] = []
  var wordsPassage = -2
  /// Rows of the words of the passage `rowsPassage`, of the one before it, and of the title.
  var rows: [Int32] = []
  var rowsPassage = -2
  var rowsBefore: [Int32] = []
  var titleRows: [Int32] = []
  /// By word of the vocabulary: its row.
  var known: [Int32] = []
  /// Issues found in the passage where somebody held something last.
  var before: [Int] = []
  var beforePassage = -2

  mutating func begin(title: String?, _ tokenizer: Tokenizer, _ model: IssueModel, words: Int) {
    titleText = title.map { Array($0.utf8) } ?? []
    titleTokens.removeAll(keepingCapacity: true)
    tokenizer.tokenize(titleText, range: 0..<titleText.count, into: &titleTokens)
    before = []
    beforePassage = -2
    rowsPassage = -2
    if known.count != words { known = Array(repeating: IssueModel.unread, count: words) }
    let telling = titleTokens.indices.filter { WordTable.isTelling(titleTokens[$0]) }
    model.readRows(of: telling, titleTokens, titleText, &known, into: &titleRows)
  }
}

/// The issues of a passage by their scores alone.
package enum IssueChoice {
  /// Numbers of the issues that are likely enough to be taken; the likeliest where none is.
  package static func likely(_ scores: [Double]) -> Set<Int> {
    let taken = scores.indices.filter { scores[$0] >= Double(IssueModel.add) }
    guard taken.isEmpty, let best = scores.indices.max(by: { scores[$0] < scores[$1] }),
      scores[best] >= Double(IssueModel.best)
    else { return Set(taken) }
    return [best]
  }
}

/// A passage as the fitting of issues sees it.
package struct IssueSample: Sendable {
  /// Features by the names of weights-issues.tsv.
  package let features: [(name: String, value: Double)]
}
