// The matches of one passage, laid out by token: who may be named here, which cue starts here. The
// arrays are used again for every passage.

internal import Ingest
internal import Lexicon
internal import Text

/// Marks of one passage, by token relative to its first.
struct PassageMarks: Sendable {
  private(set) var mentions: [ActorMention] = []
  private(set) var range = 0..<0
  /// What begins at a token.
  private struct Mark: Sendable {
    var cue = AttributionCue.none
    var isVerb = false
    var cueEnd: Int32 = 0
    var roleEnd: Int32 = 0
    /// Index into `mentions`, or -1.
    var mention: Int32 = -1
  }
  private var marks: [Mark] = []
  /// Nouns of texts and of backing, which may be verbs at the same place.
  private(set) var nouns: [NounMark] = []
  private(set) var hasOpinion = false
  /// Begins with a standard that has no subject.
  private(set) var opensImpersonally = false
  /// Tokens at which a cue begins, ascending.
  private(set) var cuePlaces: [Int] = []
  var hasCues: Bool { !cuePlaces.isEmpty }

  func cue(_ token: Int) -> AttributionCue { marks[token - range.lowerBound].cue }
  func cueEnd(_ token: Int) -> Int { Int(marks[token - range.lowerBound].cueEnd) }
  func cueIsVerb(_ token: Int) -> Bool { marks[token - range.lowerBound].isVerb }
  /// The mention that begins at `token`.
  func mention(_ token: Int) -> ActorMention? {
    guard range.contains(token) else { return nil }
    let index = marks[token - range.lowerBound].mention
    return index < 0 ? nil : mentions[Int(index)]
  }
  private func roleEnd(_ token: Int) -> Int {
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
      case .roleNoun: marks[at].roleEnd = max(marks[at].roleEnd, Int32(end))
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
        guard !isNamed || view.tokens[end - 1].isCapitalized else { break }
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

  private static func isPlural(_ view: TokenizedDocument, _ token: Int) -> Bool {
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

  /// Joins names with role nouns: "Chinese Foreign Ministry spokesperson", "President of China".
  private mutating func join(_ view: TokenizedDocument, _ lexicon: AttributionLexicon) {
    for index in mentions.indices {
      guard mentions[index].actor >= 0 else {
        backward(index, view, lexicon)
        continue
      }
      var end = mentions[index].end
      // Forward: role nouns, at most two other capitalised words between.
      var skipped = 0
      var at = end
      while at < range.upperBound, skipped <= 2 {
        let role = roleEnd(at)
        if role > at {
          at = role
          end = role
          skipped = 0
        } else if skipped < 2,
          lexicon.isNamePart(view.tokens[at])
            || at == end && describesRole(at, of: mentions[index], view, lexicon),
          mention(covering: at, after: index) == nil
        {
          at += 1
          skipped += 1
        } else {
          break
        }
      }
      if end > mentions[index].end {
        mentions[index].end = end
        mentions[index].kind = .name
        mentions[index].isPossessive = view.tokens[end - 1].isPossessive
        mentions[index].nameEnd = personEnd(end, index, view, lexicon)
      }
      backward(index, view, lexicon)
    }
  }

  /// "Chinese deputy minister", "Peru's new envoy": the word before the noun of a role.
  private func describesRole(
    _ token: Int, of mention: ActorMention, _ view: TokenizedDocument,
    _ lexicon: AttributionLexicon
  ) -> Bool {
    (mention.kind == .adjective || mention.isPossessive) && !view.tokens[token].isPunctuation
      && lexicon.flags(view.tokens[token]).isEmpty && cue(token) == .none
      && roleEnd(token + 1) > token + 1
  }

  /// After the name that follows an office, with or without a comma: "minister, Jane Doe".
  private func personEnd(
    _ start: Int, _ index: Int, _ view: TokenizedDocument, _ lexicon: AttributionLexicon
  ) -> Int {
    var first = start
    if first < range.upperBound, !lexicon.flags(view.tokens[first]).isDisjoint(with: [.of, .for]) {
      let end = min(range.upperBound, first + 9)
      first = (first..<end).first(where: { view.tokens[$0].isPunctuation }) ?? start
    }
    if first < range.upperBound, view.tokens[first].isPunctuation,
      view.document.text[Int(view.tokens[first].start)] == 0x2C
    {
      first += 1
    }
    let end = lexicon.nameEnd(view.tokens, from: first, upTo: min(range.upperBound, first + 4)) {
      mention(covering: $0, after: index) == nil
    }
    return end > first ? end : start
  }

  private func mention(covering token: Int, after index: Int) -> Int? {
    let next = index + 1
    guard next < mentions.count, mentions[next].first <= token else { return nil }
    return next
  }

  /// "the Minister of Foreign Affairs of the Republic of X": from the name back to the role noun.
  private mutating func backward(
    _ index: Int, _ view: TokenizedDocument, _ lexicon: AttributionLexicon
  ) {
    switch mentions[index].kind {
    case .name, .capital, .anaphor(.both), .anaphor(.theParties): break
    default: return
    }
    if officials(index, view) { return }
    guard mentions[index].kind != .capital else { return }
    var floor = range.lowerBound
    if index > 0 {
      // "the Ministry of Foreign Affairs of X" begins like "the Ministry".
      let before = mentions[index - 1]
      if case .anaphor = before.kind { floor = before.first } else { floor = before.end }
    }
    var at = mentions[index].first - 1
    if at >= floor, lexicon.flags(view.tokens[at]).contains(.article) { at -= 1 }
    let isOf = at >= floor && lexicon.flags(view.tokens[at]).contains(.of)
    // "President Biden", "Foreign Minister Wang Yi": the title stands right before the name.
    var best = -1
    let lowest = max(floor, at - (isOf ? 9 : 3))
    var token = at
    while token >= lowest {
      let role = roleEnd(token)
      if role > token, role <= at + 1 {
        best = token
        if !isOf, role != at + 1 { best = -1 }
      }
      let shape = view.tokens[token].shape
      let flag = lexicon.flags(view.tokens[token])
      guard
        shape.contains(.capitalized) || role > token
          || (isOf && !flag.isDisjoint(with: [.of, .article, .and, .preposition]))
      else { break }
      token -= 1
    }
    guard best >= 0 else { return }
    if index > 0, mentions[index - 1].end > best {
      best = min(best, mentions[index - 1].first)
      mentions[index].first = best
      mentions[index - 1] = mentions[index]
    }
    mentions[index].first = best
  }

  /// "Officials in Tokyo", "delegates from Peru": many of a role, at the place right after.
  private mutating func officials(_ index: Int, _ view: TokenizedDocument) -> Bool {
    let preposition = mentions[index].first - 1
    let role = preposition - 1
    let floor = index > 0 ? mentions[index - 1].end : range.lowerBound
    guard mentions[index].actor >= 0, role >= floor, roleEnd(role) == preposition,
      Self.isPlural(view, role)
    else { return false }
    let token = view.tokens[preposition]
    let bytes = view.document.text[Int(token.start)..<Int(token.end)]
    guard bytes.elementsEqual("in".utf8) || bytes.elementsEqual("from".utf8) else { return false }
    mentions[index].first = role
    mentions[index].kind = .name
    return true
  }
}
