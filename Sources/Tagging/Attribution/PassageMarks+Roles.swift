// Names and the nouns of office and body beside them are one mention: "Chinese Foreign Ministry
// spokesperson", "the President of China", "officials in Tokyo".

internal import Ingest
internal import Lexicon
internal import Text

extension PassageMarks {
  /// "the Security Council of Russia": a body's name that is a state's own here counts as the state's.
  mutating func dropForeign(_ view: TokenizedDocument, _ lexicon: AttributionLexicon) {
    for index in mentions.indices.dropLast().reversed() {
      let (body, state) = (mentions[index], mentions[index + 1])
      guard body.actor >= 0, state.actor >= 0, body.kind == .name, state.kind == .name,
        lexicon.kinds[Int(body.actor)] == .organisation,
        lexicon.kinds[Int(state.actor)] == .state,
        body.end < state.first, state.first - body.end <= 2,
        lexicon.flags(view.tokens[body.end]).contains(.of)
      else { continue }
      mentions[index + 1].first = body.first
      mentions.remove(at: index)
    }
  }

  /// Joins names with role nouns: "Chinese Foreign Ministry spokesperson", "President of China".
  mutating func join(_ view: TokenizedDocument, _ lexicon: AttributionLexicon) {
    for index in mentions.indices {
      guard mentions[index].actor >= 0 else {
        lengthenOffice(index)
        backward(index, view, lexicon)
        continue
      }
      if isAlone(mentions[index], view, lexicon) { mentions[index].kind = .name }
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

  /// "the Cabinet" of "the Cabinet Secretary".
  private mutating func lengthenOffice(_ index: Int) {
    let mention = mentions[index]
    guard mention.kind == .anaphor(.theGovernment), mention.first + 1 < mention.end else { return }
    mentions[index].end = max(mention.end, officeEnd(mention.first + 1))
  }

  /// "The French were", "the Dutch objected": an adjective that is the subject itself.
  private func isAlone(
    _ mention: ActorMention, _ view: TokenizedDocument, _ lexicon: AttributionLexicon
  ) -> Bool {
    guard mention.kind == .adjective, mention.first > range.lowerBound,
      Self.isThe(view, mention.first - 1),
      mention.end < range.upperBound
    else { return false }
    let next = mention.end
    return !lexicon.flags(view.tokens[next]).isDisjoint(with: [.be, .have, .will])
      || cueIsVerb(next) && cue(next).isPredicate && !Self.isPlural(view, next)
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
    let isOf =
      at >= floor
      && (lexicon.flags(view.tokens[at]).contains(.of) || linksRole(at, floor, view, lexicon))
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

  /// "the councillor from X", "the speaker for X": the noun of a role right before the link.
  private func linksRole(
    _ token: Int, _ floor: Int, _ view: TokenizedDocument, _ lexicon: AttributionLexicon
  ) -> Bool {
    !lexicon.flags(view.tokens[token]).isDisjoint(with: [.from, .for])
      && (max(floor, token - 3)..<token).contains { roleEnd($0) == token }
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
