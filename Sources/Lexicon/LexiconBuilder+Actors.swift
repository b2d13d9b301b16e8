// Reading actors, what points to them, and memberships.

extension LexiconBuilder {
  private static let nameColumns: [(String, AliasRole)] = [
    ("name", .name), ("aliases", .name), ("adjectives", .adjective), ("demonyms", .demonym),
    ("capitals", .capital), ("seats", .seat), ("leaders", .leader), ("bodies", .body),
    ("vague", .vague),
  ]

  mutating func actors(_ table: inout TSVReader) {
    guard let columns = require(table, ["code", "kind", "name"]) else { return }
    let known = Set(["code", "kind", "partner"] + Self.nameColumns.map(\.0))
    let header = table.header
    let others = header.indices.filter { !known.contains(header[$0]) }
    let aliases = Self.nameColumns.map { (table.column($0.0), $0.1) }
    let (speaks, partner) = (table.column("speaks"), table.column("partner"))
    var partners: [(code: String, line: Int)] = []
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
      if let speaks, !table.cell(speaks).isEmpty {
        actor.voice = Actor.Voice(rawValue: table.text(speaks))
        if actor.voice == nil {
          let known = Actor.Voice.allCases.map(\.rawValue).joined(separator: ", ")
          report(.error, table, speaks, "speaks is one of \(known), or empty")
        }
      }
      if let partner, !table.cell(partner).isEmpty {
        actor.partner = table.text(partner)
        partners.append((table.text(partner), table.line))
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
    for (code, line) in partners where actorIndex[code] == nil {
      report(.error, table, line: line, partner, "unknown actor \"\(code)\"")
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

  mutating func members(_ table: inout TSVReader) {
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

  mutating func signs(_ table: inout TSVReader) {
    guard let columns = require(table, ["actor", "sign", "text"]) else { return }
    while table.next() {
      let (code, text) = (table.text(columns[0]), table.text(columns[2]))
      guard let actor = actorIndex[code] else {
        report(.error, table, columns[0], "unknown actor \"\(code)\"")
        continue
      }
      guard let kind = ActorSign.Kind(rawValue: table.text(columns[1])) else {
        let known = ActorSign.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        report(.error, table, columns[1], "sign is one of \(known)")
        continue
      }
      let isWord = kind == .noun || kind == .name || kind == .people
      guard text.utf8.count > 1, !isWord || !text.utf8.contains(0x20) else {
        report(.error, table, columns[2], isWord ? "a noun is one word" : "too short a text")
        continue
      }
      if duplicates != nil, let known = lexicon.signs.first(where: { $0.text == text }) {
        report(
          .error, table, columns[2],
          "\"\(text)\" points to \(lexicon.actors[known.actor].code) already")
      }
      lexicon.signs.append(ActorSign(kind: kind, actor: Int(actor), text: text))
      if isWord { index?.know(text) }
    }
  }
}
