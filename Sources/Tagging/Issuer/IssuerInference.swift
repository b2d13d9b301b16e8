// Who speaks where nothing says so: clues from the file name, folder, host, title, first lines and
// text are added up; the winner must be clear, else the document keeps no issuer and a warning says so.

internal import Ingest
internal import Lexicon

/// Infers issuer, genre and date of documents; immutable, shared by all workers.
struct IssuerInference: Sendable {
  let lexicon: Lexicon
  let finder: ActorFinder
  private let codes: [String: Int]
  private let hosts: HostClues
  private let formulas: EnactingFormulas

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    finder = ActorFinder(lexicon: lexicon)
    var codes: [String: Int] = [:]
    for (index, actor) in lexicon.actors.enumerated() { codes[actor.code] = index }
    self.codes = codes
    hosts = HostClues(lexicon: lexicon)
    formulas = EnactingFormulas(lexicon: lexicon)
  }

  /// - Parameter view: tokens and matches of `document`, if they are known.
  func complete(_ document: inout Document, view: TokenizedDocument? = nil) {
    if document.metadata.genre == nil, let genre = GenreInference.genre(of: document) {
      document.metadata.genre = genre
      document.metadata.genreSource = .inferred
    }
    if document.metadata.date == nil {
      document.metadata.date =
        FileNameClues.date(FileNameClues.base(document.id))
        ?? LetterheadDate.find(document.letterhead)
    }
    guard document.metadata.issuer == nil, document.unit != .record else { return }
    switch document.metadata.genre {
    case .academic, .news, .analysis, .negotiationReport: return
    default: break
    }
    let (issuer, sources) = infer(document, view)
    guard let issuer else {
      document.warnings.append(
        "no issuer found: positions without a named holder are left out (give --issuer or --metadata)"
      )
      return
    }
    document.metadata.issuer = issuer
    document.metadata.issuerSource = .inferred
    document.warnings.append("issuer \(issuer) inferred from the \(sources)")
  }

  /// The issuer's code, joint ones joined by `+`, and what showed it.
  func infer(
    _ document: Document, _ view: TokenizedDocument? = nil
  ) -> (issuer: String?, sources: String) {
    if document.metadata.genre == .jointStatement, let joint = joint(document) {
      return (joint, "names of a joint statement")
    }
    var clues = nameClues(document)
    clues += headClues(document)
    clues += TextClues(finder: finder).clues(document, view)
    return decide(clues, isJoint: document.metadata.genre == .jointStatement)
  }

  private func decide(_ clues: [IssuerClue], isJoint: Bool) -> (String?, String) {
    var sums: [Int: Double] = [:]
    for clue in clues { sums[clue.actor, default: 0] += clue.weight }
    let order = sums.sorted {
      ($1.value, lexicon.actors[$0.key].code) < ($0.value, lexicon.actors[$1.key].code)
    }
    guard let best = order.first, best.value >= 3, !isJoint else { return (nil, "") }
    if order.count > 1, best.value - order[1].value < 1 { return (nil, "") }
    var sources: [String] = []
    for clue in clues where clue.actor == best.key && !sources.contains(clue.source) {
      sources.append(clue.source)
    }
    return (lexicon.actors[best.key].code, sources.joined(separator: ", "))
  }

  // MARK: Joint statements

  /// Two states or more named in title, file name or first lines; or a small group by its members.
  private func joint(_ document: Document) -> String? {
    var sources = [document.metadata.title ?? ""]
    sources.append(FileNameClues.text(FileNameClues.parts(FileNameClues.base(document.id))))
    sources += document.letterhead.prefix(6).filter { FoldedWords($0).contains(" joint ") }
    for source in sources {
      guard FoldedWords(source).count <= 24 else { continue }
      let named = finder.actors(in: source).filter { lexicon.actors[$0.actor].isParty }
      if named.count >= 2 {
        return named.map { lexicon.actors[$0.actor].code }.joined(separator: "+")
      }
      for group in finder.actors(in: source) where group.kind != .state {
        let members = self.members(of: lexicon.actors[group.actor].code, at: document.metadata.date)
        if (2...5).contains(members.count) { return members.joined(separator: "+") }
        if lexicon.actors[group.actor].voice == .jointly {
          return lexicon.actors[group.actor].code
        }
      }
    }
    return nil
  }

  private func members(of group: String, at date: String?) -> [String] {
    lexicon.memberships.filter { membership in
      membership.group == group
        && (date.map { day in
          (membership.from.map { $0 <= day } ?? true) && (membership.to.map { day < $0 } ?? true)
        } ?? (membership.to == nil))
    }.map(\.member)
  }

  // MARK: File name, folder, host

  private func nameClues(_ document: Document) -> [IssuerClue] {
    var clues: [IssuerClue] = []
    let parts = FileNameClues.parts(FileNameClues.base(document.id))
    let words = parts.filter { Int($0) == nil }
    for part in words where part.utf8.count >= 2 && FileNameClues.isUppercase(part) {
      if let actor = codes[part] {
        clues.append(
          IssuerClue(actor: actor, weight: words.count == 1 ? 6 : 4, source: "file name"))
      }
    }
    if clues.isEmpty {
      let named = finder.actors(in: FileNameClues.text(parts))
      let states = named.filter { $0.kind == .state }
      for (rank, name) in (states.isEmpty ? named : states).enumerated() {
        let weight = name.kind == .state ? (states.count == 1 ? 4.0 : rank == 0 ? 2 : 1) : 2
        clues.append(IssuerClue(actor: name.actor, weight: weight, source: "file name"))
      }
    }
    for folder in FileNameClues.folders(document.id) {
      let words = FileNameClues.text(FileNameClues.parts(folder))
      for candidate in [words, "the " + words] {
        for name in finder.actors(in: candidate)
        where name.before.count <= 0 && name.after.count <= 0 {
          clues.append(IssuerClue(actor: name.actor, weight: 4, source: "folder"))
        }
        if clues.last?.source == "folder" { break }
      }
      if clues.last?.source != "folder", let actor = codes[String(folder)],
        FoldedWords(words).bytes.count > 3
      {
        clues.append(IssuerClue(actor: actor, weight: 4, source: "folder"))
      }
    }
    if let url = document.metadata.url, let code = hosts.actor(url: url),
      let actor = codes[code]
    {
      clues.append(IssuerClue(actor: actor, weight: 6, source: "host of the URL"))
    }
    if let site = document.metadata.siteName, let name = finder.actors(in: site).first {
      clues.append(IssuerClue(actor: name.actor, weight: 3, source: "site's name"))
    }
    return clues
  }

  // MARK: Title and first lines

  private func headClues(_ document: Document) -> [IssuerClue] {
    var clues: [IssuerClue] = []
    if let title = document.metadata.title { clues += line(title, "title", 3) }
    var seen = Set(clues.map(\.actor))
    for (number, text) in document.letterhead.enumerated() {
      let (enacting, count) = formulas.read(text, upTo: Self.longestHeading)
      for actor in enacting {
        clues.append(IssuerClue(actor: actor, weight: 6, source: "enacting formula"))
      }
      guard (1...Self.longestHeading).contains(count), text.utf8.last != 0x2E,
        text.utf8.last != 0x2C
      else { continue }
      // A long line that goes on in lower case is running text.
      let next = number + 1 < document.letterhead.count ? document.letterhead[number + 1] : ""
      if count >= 9, next.first?.isLowercase == true { continue }
      for clue in line(text, "first lines", 3) where seen.insert(clue.actor).inserted {
        clues.append(clue)
      }
    }
    return clues
  }

  /// Words of a heading at most.
  private static let longestHeading = 14

  /// Actors of a heading: who stands after "by", "of" or "from" or owns it counts most.
  private func line(_ text: String, _ source: String, _ weight: Double) -> [IssuerClue] {
    finder.actors(in: text).enumerated().map { rank, name in
      var value = rank == 0 ? weight : 1
      if name.before.ends(withOneOf: Self.subjects) { value = min(value, 1) }
      if name.before.ends(withOneOf: Self.sources) { value = weight + 1 }
      // "Ministry of Defence" may be anybody's; "Secretary of State for …" is a British minister.
      if name.role == .body || name.role == .leader {
        value = name.after.starts(with: " for ") ? 0 : min(value, 2)
      }
      if name.role == .capital { value = min(value, 1) }
      if name.role == .demonym { value = min(value, 1) }
      return IssuerClue(actor: name.actor, weight: value, source: source)
    }
  }

  /// What a document is about stands after these, whose it is after those.
  private static let subjects: [StaticString] = [
    " with ", " on ", " to ", " against ", " between ", " at ",
  ]
  private static let sources: [StaticString] = [
    " by ", " government of ", " republic of ", " mission of ", " ministry of ", " strategy of ",
    " strategy for ", " delegation of ", " statement of ", " embassy of ", " law of ",
    " remarks of ", " policy of ", " from ", " kingdom of ",
  ]
}
