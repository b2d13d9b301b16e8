// Persons and organisations that no list holds: "Jane Doe of the Network for Rights", "analyst John
// Smith". What is said beside the name tells whom they speak for; the name alone stands for it later.

internal import Ingest
internal import Lexicon
internal import Text

/// Nouns that tell what a person or body is.
struct OtherKinds: Sendable {
  /// Actor of a noun, by its word.
  let actors: [WordID: Int32]
  /// Nouns that end or hold the name of a body.
  let bodies: Set<WordID>
  /// Actor of a noun that needs no name, by the number of its word; -1 for other words.
  let people: [Int32]

  init(lexicon: Lexicon) {
    var actors: [WordID: Int32] = [:]
    var bodies: Set<WordID> = []
    var people = [Int32](repeating: -1, count: lexicon.vocabulary.count + 1)
    for sign in lexicon.signs {
      guard sign.kind == .noun || sign.kind == .name || sign.kind == .people else { continue }
      for id in lexicon.ids(of: sign.text) {
        actors[id] = Int32(sign.actor)
        if sign.kind == .name { bodies.insert(id) }
        if sign.kind == .people { people[Int(id.rawValue)] = Int32(sign.actor) }
      }
    }
    self.actors = actors
    self.bodies = bodies
    self.people = people
  }
}

/// Names that a document has told of, by the bytes of the last word.
struct KnownNames: Sendable {
  private(set) var names: [(bytes: [UInt8], actor: Int32)] = []

  mutating func add(_ bytes: ArraySlice<UInt8>, _ actor: Int32) {
    guard bytes.count > 2 else { return }
    if let index = names.firstIndex(where: { bytes.elementsEqual($0.bytes) }) {
      names[index].actor = actor
    } else {
      names.append((Array(bytes), actor))
    }
  }

  func actor(_ bytes: ArraySlice<UInt8>) -> Int32? {
    names.first { bytes.elementsEqual($0.bytes) }?.actor
  }
}

extension PassageMarks {
  /// Adds mentions of persons and bodies by what is said beside their names, and learns the names.
  mutating func addNamed(
    _ context: AttributionContext, _ kinds: OtherKinds, _ known: inout KnownNames
  ) {
    for mention in mentions where mention.nameEnd > mention.end {
      learn(mention.nameEnd - 1, mention.actor, context, &known)
    }
    guard hasCues else { return }
    var found: [ActorMention] = []
    var at = range.lowerBound
    var next = 0
    while at < range.upperBound {
      while next < mentions.count, mentions[next].end <= at { next += 1 }
      if next < mentions.count, mentions[next].first <= at {
        at = mentions[next].end
        continue
      }
      let limit = next < mentions.count ? mentions[next].first : range.upperBound
      let end = context.lexicon.nameEnd(context.tokens, from: at, upTo: limit) {
        !cueIsVerb($0) || cue($0) == .none
      }
      guard end > at else {
        at += 1
        continue
      }
      if let actor = known.actor(nameBytes(end - 1, context)) {
        append(actor, at..<end, context, &found)
      } else if end - at > 1, let actor = kind(at..<end, limit, context, kinds) {
        learn(end - 1, actor, context, &known)
        append(actor, at..<bodyNameEnd(end, context), context, &found)
      }
      at = end
    }
    if !found.isEmpty { insert(found) }
  }

  /// The last word of a name without "'s".
  func nameBytes(_ token: Int, _ context: AttributionContext) -> ArraySlice<UInt8> {
    let value = context.tokens[token]
    var slice = context.text[Int(value.start)..<Int(value.end)]
    if value.isPossessive {
      slice = slice.prefix { $0 != 0x27 && $0 != 0xE2 }
    }
    return slice
  }

  private func learn(
    _ token: Int, _ actor: Int32, _ context: AttributionContext, _ known: inout KnownNames
  ) {
    known.add(nameBytes(token, context), actor)
  }

  private func append(
    _ actor: Int32, _ tokens: Range<Int>, _ context: AttributionContext,
    _ found: inout [ActorMention]
  ) {
    guard actor >= 0 else { return }
    found.append(
      ActorMention(
        kind: .name, actor: actor, first: tokens.lowerBound, end: tokens.upperBound,
        isPossessive: context.tokens[tokens.upperBound - 1].isPossessive))
  }

  /// After "of the Museum of History" if that goes on from a name.
  private func bodyNameEnd(_ start: Int, _ context: AttributionContext) -> Int {
    guard start + 1 < range.upperBound,
      !context.flags(start).isDisjoint(with: [.of, .from]) || context.isAt(start)
    else { return start }
    let end = context.lexicon.nameEnd(
      context.tokens, from: start + 1, upTo: min(range.upperBound, start + 12),
      links: [.article, .of, .and, .for]
    ) { _ in true }
    return end > start + 1 ? end : start
  }

  /// Whom a name stands for, by its own words, those right before it and its apposition.
  private func kind(
    _ name: Range<Int>, _ limit: Int, _ context: AttributionContext, _ kinds: OtherKinds
  ) -> Int32? {
    for at in name.reversed() where kinds.bodies.contains(context.tokens[at].word) {
      return kinds.actors[context.tokens[at].word]
    }
    var at = name.lowerBound - 1
    while at >= max(range.lowerBound, name.lowerBound - 4), !context.tokens[at].isPunctuation,
      context.flags(at).isEmpty
    {
      if let actor = kinds.actors[context.tokens[at].word] { return actor }
      at -= 1
    }
    at = name.upperBound
    guard at + 1 < range.upperBound,
      context.isComma(at) || !context.flags(at).isDisjoint(with: [.of, .from]) || context.isAt(at)
    else { return nil }
    at += 1
    let end = min(range.upperBound, at + 18)
    while at < end {
      if let mention = mention(at), mention.actor >= 0, mention.kind == .name {
        return mention.actor
      }
      if let actor = kinds.actors[context.tokens[at].word] { return actor }
      if context.mark(at) == 0x3B || context.isQuote(at)
        || !context.flags(at).isDisjoint(with: [.relative, .that, .be, .have, .will])
        || cueIsVerb(at) && cue(at).isPredicate && context.isComma(at - 1)
      {
        return nil
      }
      at += 1
    }
    return nil
  }
}
