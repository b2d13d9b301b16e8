// The matches of one passage, laid out by token: who may be named here, which cue starts here. The
// arrays are used again for every passage.

internal import Ingest
internal import Lexicon
internal import Text

/// Marks of one passage, by token relative to its first.
struct PassageMarks: Sendable {
  var mentions: [ActorMention] = []
  private(set) var range = 0..<0
  /// What begins at a token.
  private struct Mark: Sendable {
    var cue = AttributionCue.none
    var isVerb = false
    var cueEnd: Int32 = 0
    var roleEnd: Int32 = 0
    var officeEnd: Int32 = 0
    /// Index into `mentions`, or -1.
    var mention: Int32 = -1
  }
  private var marks: [Mark] = []
  /// Nouns of texts and of backing, which may be verbs at the same place.
  private(set) var nouns: [NounMark] = []
  private(set) var hasOpinion = false
  /// The actors that the document names by more than a vague name.
  var known: Set<Int32> = []
  /// Begins with a standard that has no subject.
  private(set) var opensImpersonally = false
  /// Tokens at which a cue begins, ascending.
  private(set) var cuePlaces: [Int] = []
  var hasCues: Bool { !cuePlaces.isEmpty }
  /// "It was agreed", "Views were shared": a verb of agreement, of nobody by name.
  var tellsOfAgreement: Bool { cuePlaces.contains { cue($0) == .agree } }

  func cue(_ token: Int) -> AttributionCue { marks[token - range.lowerBound].cue }
  func cueEnd(_ token: Int) -> Int { Int(marks[token - range.lowerBound].cueEnd) }
  func cueIsVerb(_ token: Int) -> Bool { marks[token - range.lowerBound].isVerb }
  /// The mention that begins at `token`.
  func mention(_ token: Int) -> ActorMention? {
    guard range.contains(token) else { return nil }
    let index = marks[token - range.lowerBound].mention
    return index < 0 ? nil : mentions[Int(index)]
  }
  /// After the noun of an office that begins at `token`, else 0.
  func officeEnd(_ token: Int) -> Int { Int(marks[token - range.lowerBound].officeEnd) }
  func isInMention(_ token: Int) -> Bool {
    mentions.contains { $0.first <= token && token < $0.end }
  }
  func roleEnd(_ token: Int) -> Int {
    range.contains(token) ? Int(marks[token - range.lowerBound].roleEnd) : 0
  }

  mutating func read(_ view: TokenizedDocument, passage: Int, lexicon: AttributionLexicon) {
    let owning = lexicon.owning
    range = view.tokenRanges[passage]
    if !mentions.isEmpty { mentions.removeAll(keepingCapacity: true) }
    if !nouns.isEmpty { nouns.removeAll(keepingCapacity: true) }
    clear(range.count)
    hasOpinion = false
    opensImpersonally = false
    if !cuePlaces.isEmpty { cuePlaces.removeAll(keepingCapacity: true) }
    var covered = 0
    for number in view.matchRanges[passage] {
      let match = view.matches[number]
      let first = Int(match.first)
      let end = Int(match.end)
      let at = first - range.lowerBound
      switch lexicon.marks[Int(match.entry)] {
      case .none: break
      case .cue(.opinion, _): hasOpinion = true
      case .cue(.impersonal, _):
        hasOpinion = true
        if at <= 1 { opensImpersonally = true }
      case .cue(let cue, _) where cue == .document || cue == .backing:
        nouns.append(NounMark(cue: cue, first: first, end: end))
      case .cue(let cue, let verb):
        if cuePlaces.last != first { cuePlaces.append(first) }
        if cue == .position { nouns.append(NounMark(cue: cue, first: first, end: end)) }
        let known = marks[at]
        let isStronger = cue.isPredicate && (!known.cue.isPredicate || (known.isVerb && !verb))
        if known.cueEnd < end || (known.cueEnd == end && isStronger) {
          marks[at].cue = cue
          marks[at].cueEnd = Int32(end)
          marks[at].isVerb = verb
        }
      case .roleNoun(let isOffice):
        marks[at].roleEnd = max(marks[at].roleEnd, Int32(end))
        if isOffice { marks[at].officeEnd = marks[at].roleEnd }
      case .anaphor(let anaphor):
        // "IT" is no pronoun.
        guard end > covered, end > first + 1 || !view.tokens[first].isAllCaps else {
          break
        }
        covered = end
        mentions.append(
          ActorMention(
            kind: .anaphor(anaphor), actor: -1, first: first, end: end,
            isPossessive: view.tokens[end - 1].isPossessive
              || end == first + 1 && owning.contains(view.tokens[first].word)))
      case .quantity:
        // "others said", but not the determiner in "every state".
        guard end > covered, end > first + 1 || Self.isPlural(view, first) else { break }
        covered = end
        mentions.append(
          ActorMention(kind: .quantity, actor: -1, first: first, end: end, isPossessive: false))
      case .actor(let actor, let role, let isNamed):
        guard !isNamed || view.tokens[end - 1].isCapitalized,
          role != .vague || known.contains(actor)
        else { break }
        // A word that is name and adjective ("U.S.") counts as the name.
        if let before = mentions.last, before.first == first, before.end == end,
          before.kind == .adjective || (role != .adjective && before.actor < 0)
        {
          mentions.removeLast()
        } else if end <= covered {
          break
        }
        // "The Group of 77" is no "the group".
        if let before = mentions.last, before.actor < 0, before.end > first {
          mentions.removeLast()
        }
        covered = end
        let kind: ActorMention.Kind =
          role == .adjective ? .adjective : role == .capital ? .capital : .name
        mentions.append(
          ActorMention(
            kind: kind, actor: actor, first: first, end: end,
            isPossessive: view.tokens[end - 1].isPossessive))
      }
    }
    // "The Vienna Convention", "the Tallinn Manual": a text is no government.
    if !nouns.isEmpty {
      mentions.removeAll { mention in
        mention.kind == .capital && !mention.isPossessive
          && nouns.contains { $0.first == mention.end && view.tokens[$0.first].isCapitalized }
      }
    }
    dropForeign(view, lexicon)
    join(view, lexicon)
    for index in mentions.indices {
      marks[mentions[index].first - range.lowerBound].mention = Int32(index)
    }
  }

  mutating func extend(_ mention: Int, to end: Int) { mentions[mention].end = end }

  /// Adds mentions, which overlap no other.
  mutating func insert(_ found: [ActorMention]) {
    mentions += found
    mentions.sort { $0.first < $1.first }
    for index in mentions.indices {
      marks[mentions[index].first - range.lowerBound].mention = Int32(index)
    }
  }

  static func isThe(_ view: TokenizedDocument, _ token: Int) -> Bool {
    let (start, end) = (Int(view.tokens[token].start), Int(view.tokens[token].end))
    return end - start == 3 && view.document.text[start] | 0x20 == 0x74
      && view.document.text[start + 2] == 0x65
  }

  static func isPlural(_ view: TokenizedDocument, _ token: Int) -> Bool {
    view.document.text[Int(view.tokens[token].end) - 1] | 0x20 == 0x73
  }

  /// Clears the first `count` marks; those beyond stay as they are.
  private mutating func clear(_ count: Int) {
    guard marks.count >= count else {
      marks = Array(repeating: Mark(), count: count * 2)
      return
    }
    marks.withUnsafeMutableBufferPointer { $0[..<count].update(repeating: Mark()) }
  }
}
