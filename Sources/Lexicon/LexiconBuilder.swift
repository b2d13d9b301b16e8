// Files in, `Lexicon` out. Packs are read in order; a later pack's actor, issue or weight of the
// same code replaces an earlier one, phrases add up.

internal import Text

/// Reads lexicon files one by one and builds the index at the end.
struct LexiconBuilder {
  private(set) var lexicon = Lexicon()
  private(set) var diagnostics: [LexiconDiagnostic] = []
  private var actorIndex: [String: Int32] = [:]
  private var issueIndex: [String: Int32] = [:]
  private var seen: [String: (entry: Int, file: String, line: Int)] = [:]
  private let checks: Bool

  /// - Parameter checks: also look for duplicates and contradictions (slower).
  init(checks: Bool) { self.checks = checks }

  private mutating func report(
    _ severity: LexiconDiagnostic.Severity, _ table: TSVTable, _ line: Int, _ column: Int?,
    _ message: String
  ) {
    diagnostics.append(
      LexiconDiagnostic(
        severity, file: table.file, line: line, column: (column ?? 0) + 1, message: message))
  }

  /// Reads one file; its name decides what it is.
  mutating func read(file: String, bytes: UnsafeBufferPointer<UInt8>) {
    let table = TSVTable(file: file, bytes: bytes)
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard !table.header.isEmpty else {
      if bytes.count > 0 { report(.error, table, 1, nil, "no header line") }
      return
    }
    switch name {
    case "actors.tsv": actors(table)
    case "members.tsv": members(table)
    case "patterns.tsv": patterns(table)
    case "issues.tsv": issues(table)
    case _ where name.hasPrefix("phrases"): phrases(table)
    case _ where name.hasPrefix("cues"): cues(table)
    case _ where name.hasPrefix("weights") || name.hasSuffix("-weights.tsv"): weights(table)
    default: report(.warning, table, 1, nil, "unknown file name; not read")
    }
  }

  private mutating func require(_ table: TSVTable, _ columns: [String]) -> [Int]? {
    var found: [Int] = []
    for name in columns {
      guard let column = table.column(name) else {
        report(.error, table, 1, nil, "no column \"\(name)\"")
        return nil
      }
      found.append(column)
    }
    return found
  }

  // MARK: Actors

  private static let nameColumns: [(String, AliasRole)] = [
    ("name", .name), ("aliases", .name), ("adjectives", .adjective), ("demonyms", .demonym),
    ("capitals", .capital), ("seats", .seat), ("leaders", .leader), ("bodies", .body),
  ]

  private mutating func actors(_ table: TSVTable) {
    guard let columns = require(table, ["code", "kind", "name"]) else { return }
    let known = Set(["code", "kind"] + Self.nameColumns.map(\.0))
    let others = table.header.indices.filter { !known.contains(String(table.header[$0])) }
    for row in table.rows {
      let code = String(row.cell(columns[0]))
      guard !code.isEmpty else {
        report(.error, table, row.line, columns[0], "no code")
        continue
      }
      guard let kind = Actor.Kind(rawValue: String(row.cell(columns[1]))) else {
        report(.error, table, row.line, columns[1], "unknown kind \"\(row.cell(columns[1]))\"")
        continue
      }
      var attributes: [String: String] = [:]
      for column in others where !row.cell(column).isEmpty {
        attributes[String(table.header[column])] = String(row.cell(column))
      }
      let actor = Actor(
        code: code, kind: kind, name: String(row.cell(columns[2])), attributes: attributes)
      let target: Int32
      if let index = actorIndex[code] {
        lexicon.actors[Int(index)] = actor
        target = index
        if checks {
          report(
            .warning, table, row.line, columns[0], "actor \(code) again; it replaces the row before"
          )
        }
      } else {
        target = Int32(lexicon.actors.count)
        lexicon.actors.append(actor)
        actorIndex[code] = target
      }
      for (name, role) in Self.nameColumns {
        let column = table.column(name)
        for item in row.list(column) { alias(item, role, target, table, row.line, column) }
      }
    }
  }

  /// "name@from..to" for leaders, a plain name otherwise.
  private mutating func alias(
    _ item: Substring, _ role: AliasRole, _ target: Int32, _ table: TSVTable, _ line: Int,
    _ column: Int?
  ) {
    var phrase = item
    var entry = Entry(kind: .actor, target: target, role: role, phrase: String(item))
    if let at = item.firstIndex(of: "@") {
      phrase = item[..<at]
      let period = item[item.index(after: at)...]
      let parts = period.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 3 else {
        report(.error, table, line, column, "\"\(item)\": a period is written from..to")
        return
      }
      entry.from = parts[0].isEmpty ? nil : String(parts[0])
      entry.to = parts[2].isEmpty ? nil : String(parts[2])
    }
    entry.phrase = String(phrase)
    add(entry, table, line, column)
  }

  private mutating func members(_ table: TSVTable) {
    guard let columns = require(table, ["group", "member", "from", "to"]) else { return }
    for row in table.rows {
      let group = String(row.cell(columns[0]))
      let member = String(row.cell(columns[1]))
      for (code, column) in [(group, columns[0]), (member, columns[1])]
      where actorIndex[code] == nil {
        report(.error, table, row.line, column, "unknown actor \"\(code)\"")
      }
      let from = String(row.cell(columns[2]))
      let to = String(row.cell(columns[3]))
      lexicon.memberships.append(
        Membership(
          group: group, member: member, from: from.isEmpty ? nil : from, to: to.isEmpty ? nil : to))
    }
  }

  private mutating func patterns(_ table: TSVTable) {
    guard let columns = require(table, ["role", "pattern"]) else { return }
    for row in table.rows {
      let pattern = row.cell(columns[1])
      let isName = pattern.contains("{name}")
      guard isName != pattern.contains("{adjective}"), let open = pattern.firstIndex(of: "{"),
        let close = pattern.firstIndex(of: "}")
      else {
        report(.error, table, row.line, columns[1], "a pattern needs {name} or {adjective}, once")
        continue
      }
      lexicon.patterns.append(
        ActorPattern(
          role: String(row.cell(columns[0])), isName: isName,
          before: words(pattern[..<open]), after: words(pattern[pattern.index(after: close)...])))
    }
  }

  private func words(_ text: Substring) -> [String] {
    PhraseSyntax(text).positions.compactMap(\.first)
  }

  // MARK: Issues and cues

  private mutating func issues(_ table: TSVTable) {
    guard let columns = require(table, ["code", "directional", "proposition"]) else { return }
    for row in table.rows {
      let code = String(row.cell(columns[0]))
      let directional = row.cell(columns[1])
      if directional != "yes", directional != "no" {
        report(.error, table, row.line, columns[1], "directional is yes or no")
      }
      let issue = Issue(
        code: code, proposition: String(row.cell(columns[2])), isDirectional: directional != "no")
      if let index = issueIndex[code] {
        lexicon.issues[Int(index)] = issue
      } else {
        issueIndex[code] = Int32(lexicon.issues.count)
        lexicon.issues.append(issue)
      }
      if let parent = issue.parent, issueIndex[parent] == nil {
        report(.error, table, row.line, columns[0], "sub-issue before its issue \"\(parent)\"")
      }
    }
  }

  private mutating func phrases(_ table: TSVTable) {
    guard let columns = require(table, ["issue", "phrase", "weight"]) else { return }
    for row in table.rows {
      guard let target = issueIndex[String(row.cell(columns[0]))] else {
        report(.error, table, row.line, columns[0], "unknown issue \"\(row.cell(columns[0]))\"")
        continue
      }
      let cell = row.cell(columns[2])
      guard let weight = cell.isEmpty ? 1 : Double(cell) else {
        report(.error, table, row.line, columns[2], "\"\(cell)\" is no number")
        continue
      }
      add(
        Entry(kind: .issue, target: target, phrase: String(row.cell(columns[1])), weight: weight),
        table, row.line, columns[1])
    }
  }

  private mutating func cues(_ table: TSVTable) {
    guard let columns = require(table, ["family", "value", "phrase"]) else { return }
    for row in table.rows {
      guard let family = CueFamily(rawValue: String(row.cell(columns[0]))) else {
        report(.error, table, row.line, columns[0], "unknown family \"\(row.cell(columns[0]))\"")
        continue
      }
      let cue = Cue(
        family: family, value: String(row.cell(columns[1])), phrase: String(row.cell(columns[2])))
      lexicon.cues.append(cue)
      add(
        Entry(kind: .cue, target: Int32(lexicon.cues.count - 1), phrase: cue.phrase), table,
        row.line, columns[2])
    }
  }

  private mutating func weights(_ table: TSVTable) {
    for row in table.rows {
      var values: [Double] = []
      values.reserveCapacity(row.cells.count - 1)
      for (column, cell) in row.cells.enumerated().dropFirst() {
        guard let value = Number.parse(cell) else {
          report(.error, table, row.line, column, "\"\(cell)\" is no number")
          continue
        }
        values.append(value)
      }
      lexicon.weights[String(row.cell(0))] = values
    }
  }

  // MARK: Entries

  private mutating func add(_ entry: Entry, _ table: TSVTable, _ line: Int, _ column: Int?) {
    guard !entry.phrase.isEmpty else {
      report(.error, table, line, column, "an empty phrase")
      return
    }
    lexicon.entries.append(entry)
    if checks { check(entry, table, line, column) }
  }

  private mutating func check(_ entry: Entry, _ table: TSVTable, _ line: Int, _ column: Int?) {
    let scope: String
    switch entry.kind {
    case .actor: scope = "actor"
    case .issue: scope = "issue"
    case .cue: scope = "cue/\(lexicon.cues[Int(entry.target)].family.rawValue)"
    }
    let phrase =
      entry.isExactCase || entry.phrase.hasPrefix("=")
      ? entry.phrase : Folding.fold(entry.phrase)
    let key = "\(scope)\t\(phrase)"
    guard let (other, file, otherLine) = seen[key] else {
      seen[key] = (lexicon.entries.count - 1, table.file, line)
      return
    }
    let before = lexicon.entries[other]
    let place = "\(file):\(otherLine)"
    switch entry.kind {
    case .actor where before.target != entry.target:
      if entry.role == before.role || (entry.role == .name && before.role == .name) {
        report(
          .error, table, line, column,
          "\"\(entry.phrase)\" also names \(lexicon.actors[Int(before.target)].code) (\(place))")
      }
    case .actor: break
    case .issue where before.target != entry.target:
      if abs(before.weight) >= 1, abs(entry.weight) >= 1 {
        report(
          .error, table, line, column,
          "\"\(entry.phrase)\" is a full phrase of \(lexicon.issues[Int(before.target)].code) too (\(place))"
        )
      }
    case .cue where lexicon.cues[Int(before.target)].value != lexicon.cues[Int(entry.target)].value:
      if lexicon.cues[Int(entry.target)].family != .class {
        report(
          .error, table, line, column,
          "\"\(entry.phrase)\" is \(lexicon.cues[Int(before.target)].value) too (\(place))")
      }
    default: report(.warning, table, line, column, "\"\(entry.phrase)\" stands twice (\(place))")
    }
  }

  // MARK: Index

  /// Builds vocabulary and trie.
  mutating func finish() -> Lexicon {
    var interner = WordInterner()
    func id(_ word: String) -> WordID { interner.id(word) }
    var trie = PhraseTrie(capacity: lexicon.entries.count * 4)
    let number = id(PhraseSyntax.number)
    for index in lexicon.entries.indices {
      let syntax = PhraseSyntax(lexicon.entries[index].phrase)
      lexicon.entries[index].isExactCase = syntax.isExactCase
      trie.insert(syntax.positions.map { $0.map(id) }, entry: Int32(index))
      if syntax.isExactCase { trie.demandCase(Int32(index), words: syntax.written) }
    }
    for pattern in lexicon.patterns { for word in pattern.before + pattern.after { _ = id(word) } }
    for word in lexicon.extraWords { _ = id(word) }
    trie.freeze(wordCount: interner.words.count, numberWord: number)
    lexicon.vocabulary = Vocabulary(words: interner.words)
    lexicon.phrases = trie
    return lexicon
  }
}
