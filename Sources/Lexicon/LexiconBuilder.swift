// Files in, `Lexicon` out. Packs are read in order; a later pack's actor, issue or weight of the
// same code replaces an earlier one, phrases add up.

/// Which files a command needs.
package enum LexiconScope: Int, Sendable {
  /// Actors and issues by code and name, as reports show them.
  case codes
  /// These and all phrases, as needed to find who issued a document.
  case phrases
  /// Everything.
  case all
}

/// Reads lexicon files one by one and builds the index at the end.
struct LexiconBuilder {
  var lexicon = Lexicon()
  private(set) var diagnostics: [LexiconDiagnostic] = []
  var index: PhraseIndex?
  var actorIndex: [String: Int32] = [:]
  private var issueIndex: [String: Int32] = [:]
  private var cueIndex: [String: Int32] = [:]
  var duplicates: DuplicateCheck?

  /// - Parameter checks: also look for duplicates and contradictions (slower).
  init(scope: LexiconScope = .all, checks: Bool) {
    if scope != .codes { index = PhraseIndex() }
    if checks { duplicates = DuplicateCheck() }
    self.scope = scope
  }
  private let scope: LexiconScope

  mutating func report(
    _ severity: LexiconDiagnostic.Severity, _ table: TSVReader, line: Int? = nil, _ column: Int?,
    _ message: String
  ) {
    diagnostics.append(
      LexiconDiagnostic(
        severity, file: table.file, line: line ?? table.line, column: (column ?? 0) + 1,
        message: message))
  }

  /// Reads one file; its name decides what it is.
  mutating func read(file: String, bytes: UnsafeBufferPointer<UInt8>) {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let needed: LexiconScope
    let read: (inout Self, inout TSVReader) -> Void
    switch name {
    case "actors.tsv": (needed, read) = (.codes, { $0.actors(&$1) })
    case "signs.tsv": (needed, read) = (.phrases, { $0.signs(&$1) })
    case "members.tsv": (needed, read) = (.codes, { $0.members(&$1) })
    case "issues.tsv": (needed, read) = (.codes, { $0.issues(&$1) })
    case _ where name.hasPrefix("phrases"): (needed, read) = (.phrases, { $0.phrases(&$1) })
    case _ where name.hasPrefix("cues"): (needed, read) = (.phrases, { $0.cues(&$1) })
    case "weights-issues.tsv": (needed, read) = (.all, { $0.issueWeights(&$1, \.issueWeights) })
    case "weights-issue-stance.tsv":
      (needed, read) = (
        .all, { $0.issueWeights(&$1, \.issueStanceWeights, any: IssueWeights.anyColumn) }
      )
    case _ where name.hasPrefix("weights") || name.hasSuffix("-weights.tsv"):
      (needed, read) = (.all, { $0.weights(&$1) })
    default:
      (needed, read) = (
        .all, { $0.report(.warning, $1, line: 1, nil, "unknown file name; not read") }
      )
    }
    guard needed.rawValue <= scope.rawValue else { return }
    var table = TSVReader(file: file, bytes: bytes)
    guard !table.header.isEmpty else {
      if bytes.count > 0 { report(.error, table, line: 1, nil, "no header line") }
      return
    }
    read(&self, &table)
  }

  mutating func require(_ table: TSVReader, _ columns: [String]) -> [Int]? {
    var found: [Int] = []
    for name in columns {
      guard let column = table.column(name) else {
        report(.error, table, line: 1, nil, "no column \"\(name)\"")
        return nil
      }
      found.append(column)
    }
    return found
  }

  // MARK: Issues and cues

  private mutating func issues(_ table: inout TSVReader) {
    guard let columns = require(table, ["code", "directional", "proposition"]) else { return }
    while table.next() {
      let code = table.text(columns[0])
      let programme = option(table, "programme") ?? "no"
      if Issue.Programme(rawValue: programme) == nil {
        report(.error, table, table.column("programme"), "programme is no, own or also")
      }
      let issue = Issue(
        code: code, proposition: table.text(columns[2]),
        isDirectional: isYes(table, "directional", default: true),
        needsField: isYes(table, "field"), programme: Issue.Programme(rawValue: programme) ?? .no,
        isPracticeWanted: isYes(table, "wanted"))
      if let index = issueIndex[code] {
        lexicon.issues[Int(index)] = issue
      } else {
        issueIndex[code] = Int32(lexicon.issues.count)
        lexicon.issues.append(issue)
      }
      if let parent = issue.parent, issueIndex[parent] == nil {
        report(.error, table, columns[0], "sub-issue before its issue \"\(parent)\"")
      }
    }
  }

  /// What a column that a pack may leave out says; nil without it.
  private func option(_ table: TSVReader, _ name: String) -> String? {
    table.column(name).map { table.text($0) }
  }

  /// What a column of yes and no says; another word is an error and counts as the default.
  private mutating func isYes(
    _ table: TSVReader, _ name: String, default isDefault: Bool = false
  ) -> Bool {
    guard let text = option(table, name) else { return isDefault }
    if text != "yes", text != "no" {
      report(.error, table, table.column(name), "\(name) is yes or no")
    }
    return isDefault ? text != "no" : text == "yes"
  }

  private mutating func phrases(_ table: inout TSVReader) {
    guard let columns = require(table, ["issue", "phrase", "weight"]) else { return }
    // Rows of one issue stand together.
    var last: (code: Bytes, target: Int32)?
    while table.next() {
      let code = table.cell(columns[0])
      if last.map({ !$0.code.equals(code) }) ?? true {
        last = issueIndex[table.text(columns[0])].map { (code, $0) }
      }
      guard let target = last?.target else {
        report(.error, table, columns[0], "unknown issue \"\(table.text(columns[0]))\"")
        continue
      }
      let cell = table.cell(columns[2])
      guard let weight = cell.isEmpty ? 1 : Number.parse(cell) else {
        report(.error, table, columns[2], "\"\(table.text(columns[2]))\" is no number")
        continue
      }
      add(.issue, target, weight: weight, table.cell(columns[1]), table, columns[1])
    }
  }

  private mutating func cues(_ table: inout TSVReader) {
    guard let columns = require(table, ["family", "value", "phrase"]) else { return }
    var last: (family: Bytes, value: Bytes, target: Int32)?
    while table.next() {
      let (family, value) = (table.cell(columns[0]), table.cell(columns[1]))
      if last.map({ !$0.family.equals(family) || !$0.value.equals(value) }) ?? true {
        last = cue(table.text(columns[0]), table.text(columns[1])).map { (family, value, $0) }
      }
      guard let target = last?.target else {
        report(.error, table, columns[0], "unknown family \"\(table.text(columns[0]))\"")
        continue
      }
      add(.cue, target, table.cell(columns[2]), table, columns[2])
    }
  }

  /// Index of the cue, which is new or known; nil for a family that does not exist.
  private mutating func cue(_ family: String, _ value: String) -> Int32? {
    guard let known = CueFamily(rawValue: family) else { return nil }
    let key = "\(family)\t\(value)"
    if let index = cueIndex[key] { return index }
    let index = Int32(lexicon.cues.count)
    lexicon.cues.append(Cue(family: known, value: value))
    cueIndex[key] = index
    return index
  }

  private mutating func weights(_ table: inout TSVReader) {
    lexicon.weights.reserve(bytes: table.size)
    var values: [Double] = []
    while true {
      // Rows of plain numbers, which nearly all are, at once; what is left is read cell by cell.
      let (end, rows) = lexicon.weights.read(table.bytes, from: table.at)
      table.skip(to: end, lines: rows)
      guard table.next() else { break }
      values.removeAll(keepingCapacity: true)
      for column in table.cells.indices.dropFirst() {
        guard let value = Number.parse(table.cells[column]) else {
          report(.error, table, column, "\"\(table.text(column))\" is no number")
          continue
        }
        values.append(value)
      }
      lexicon.weights.set(table.cell(0), values)
    }
  }

  /// - Parameter any: name of the column whose weights count for every issue; nil where there is none.
  private mutating func issueWeights(
    _ table: inout TSVReader, _ kept: WritableKeyPath<Lexicon, IssueWeights>, any: String? = nil
  ) {
    var issues: [Int32] = [-1]
    for (column, code) in table.header.enumerated().dropFirst() {
      let issue = code == any ? IssueWeights.any : issueIndex[code]
      if issue == nil { report(.error, table, column, "unknown issue \"\(code)\"") }
      issues.append(issue ?? -1)
    }
    var weights: [IssueWeights.Entry] = []
    while true {
      let (end, rows) = lexicon[keyPath: kept].read(table.bytes, from: table.at, issues: issues)
      table.skip(to: end, lines: rows)
      guard table.next() else { break }
      weights.removeAll(keepingCapacity: true)
      for (column, cell) in table.cells.enumerated().dropFirst()
      where !cell.isEmpty && column < issues.count && issues[column] != -1 {
        guard let value = Number.parse(cell) else {
          report(.error, table, column, "\"\(table.text(column))\" is no number")
          continue
        }
        weights.append(IssueWeights.Entry(issue: issues[column], weight: Float(value)))
      }
      lexicon[keyPath: kept].add(table.cell(0), weights)
    }
  }

  // MARK: Entries

  mutating func add(
    _ kind: EntryKind, _ target: Int32, role: AliasRole = .name, weight: Double = 1,
    _ phrase: Bytes, _ table: TSVReader, _ column: Int?
  ) {
    guard !phrase.isEmpty else {
      report(.error, table, column, "an empty phrase")
      return
    }
    let number = lexicon.entries.count
    let start = Int32(lexicon.phraseText.count)
    lexicon.phraseText.append(contentsOf: phrase)
    let isExactCase = index?.insert(phrase, entry: Int32(number)) ?? false
    lexicon.entries.append(
      Entry(
        kind: kind, role: role, isExactCase: isExactCase, target: target, weight: weight,
        phrase: start..<Int32(lexicon.phraseText.count)))
    if let (severity, message) = duplicates?.find(number, lexicon, "\(table.file):\(table.line)") {
      report(severity, table, column, message)
    }
  }

  /// Builds vocabulary and trie.
  consuming func finish() -> Lexicon {
    if let index { (lexicon.vocabulary, lexicon.phrases) = index.finish() }
    return lexicon
  }
}
