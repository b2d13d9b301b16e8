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
  private var lexicon = Lexicon()
  private(set) var diagnostics: [LexiconDiagnostic] = []
  private var index: PhraseIndex?
  private var actorIndex: [String: Int32] = [:]
  private var issueIndex: [String: Int32] = [:]
  private var cueIndex: [String: Int32] = [:]
  private var duplicates: DuplicateCheck?

  /// - Parameter checks: also look for duplicates and contradictions (slower).
  init(scope: LexiconScope = .all, checks: Bool) {
    if scope != .codes { index = PhraseIndex() }
    if checks { duplicates = DuplicateCheck() }
    self.scope = scope
  }
  private let scope: LexiconScope

  private mutating func report(
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
    case "members.tsv": (needed, read) = (.codes, { $0.members(&$1) })
    case "issues.tsv": (needed, read) = (.codes, { $0.issues(&$1) })
    case _ where name.hasPrefix("phrases"): (needed, read) = (.phrases, { $0.phrases(&$1) })
    case _ where name.hasPrefix("cues"): (needed, read) = (.phrases, { $0.cues(&$1) })
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

  private mutating func require(_ table: TSVReader, _ columns: [String]) -> [Int]? {
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

  // MARK: Actors

  private static let nameColumns: [(String, AliasRole)] = [
    ("name", .name), ("aliases", .name), ("adjectives", .adjective), ("demonyms", .demonym),
    ("capitals", .capital), ("seats", .seat), ("leaders", .leader), ("bodies", .body),
  ]

  private mutating func actors(_ table: inout TSVReader) {
    guard let columns = require(table, ["code", "kind", "name"]) else { return }
    let known = Set(["code", "kind"] + Self.nameColumns.map(\.0))
    let header = table.header
    let others = header.indices.filter { !known.contains(header[$0]) }
    let aliases = Self.nameColumns.map { (table.column($0.0), $0.1) }
    while table.next() {
      let code = table.text(columns[0])
      guard !code.isEmpty else {
        report(.error, table, columns[0], "no code")
        continue
      }
      guard let kind = Actor.Kind(rawValue: table.text(columns[1])) else {
        report(.error, table, columns[1], "unknown kind \"\(table.text(columns[1]))\"")
        continue
      }
      var actor = Actor(code: code, kind: kind, name: table.text(columns[2]))
      for column in others where !table.cell(column).isEmpty {
        actor.columns.append((header[column], table.text(column)))
      }
      let target: Int32
      if let index = actorIndex[code] {
        lexicon.actors[Int(index)] = actor
        target = index
        if duplicates != nil {
          report(.warning, table, columns[0], "actor \(code) again; it replaces the row before")
        }
      } else {
        target = Int32(lexicon.actors.count)
        lexicon.actors.append(actor)
        actorIndex[code] = target
      }
      guard index != nil else { continue }
      for (column, role) in aliases {
        table.forEachItem(column) { alias($0, role, target, table, column) }
      }
    }
  }

  /// "name@from..to" for leaders, a plain name otherwise.
  private mutating func alias(
    _ item: Bytes, _ role: AliasRole, _ target: Int32, _ table: TSVReader, _ column: Int?
  ) {
    var phrase = item
    if let at = item.firstIndex(of: 0x40) {
      phrase = Bytes(rebasing: item[..<at])
      guard item[at...].count(where: { $0 == 0x2E }) == 2 else {
        let text = String(decoding: item, as: UTF8.self)
        report(.error, table, column, "\"\(text)\": a period is written from..to")
        return
      }
    }
    add(.actor, target, role: role, phrase, table, column)
  }

  private mutating func members(_ table: inout TSVReader) {
    guard let columns = require(table, ["group", "member", "from", "to"]) else { return }
    while table.next() {
      let group = table.text(columns[0])
      let member = table.text(columns[1])
      for (code, column) in [(group, columns[0]), (member, columns[1])]
      where actorIndex[code] == nil {
        report(.error, table, column, "unknown actor \"\(code)\"")
      }
      let from = table.text(columns[2])
      let to = table.text(columns[3])
      lexicon.memberships.append(
        Membership(
          group: group, member: member, from: from.isEmpty ? nil : from, to: to.isEmpty ? nil : to))
    }
  }

  // MARK: Issues and cues

  private mutating func issues(_ table: inout TSVReader) {
    guard let columns = require(table, ["code", "directional", "proposition"]) else { return }
    // Packs without a field of their own leave the column out.
    let field = table.column("field")
    while table.next() {
      let code = table.text(columns[0])
      let directional = table.text(columns[1])
      if directional != "yes", directional != "no" {
        report(.error, table, columns[1], "directional is yes or no")
      }
      let needsField = field.map { table.text($0) } ?? "no"
      if needsField != "yes", needsField != "no" {
        report(.error, table, field, "field is yes or no")
      }
      let issue = Issue(
        code: code, proposition: table.text(columns[2]), isDirectional: directional != "no",
        needsField: needsField == "yes")
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

  // MARK: Entries

  private mutating func add(
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
