// Who is told of by what he is: "a professor from Leiden objected", "said one lobbyist", "Insurers
// warned". For texts that speak for nobody; only where a position follows or the passage begins.

internal import Ingest
internal import Lexicon
internal import Text

extension PassageMarks {
  /// Adds mentions of people by the nouns of `OtherKinds.people`, where no name overlaps them.
  mutating func addDescribed(_ context: AttributionContext, _ kinds: OtherKinds) {
    var found: [ActorMention] = []
    for noun in range {
      let actor = kinds.people[Int(context.tokens[noun].word.rawValue)]
      guard actor >= 0, !isInMention(noun) else { continue }
      let first = start(of: noun, context)
      let end = afterPlace(noun + 1, context)
      guard opens(first, end, context) else { continue }
      found.append(
        ActorMention(
          kind: .name, actor: actor, first: first, end: end,
          isPossessive: context.tokens[noun].isPossessive))
    }
    // Two nouns of one description ("law professor"): the last is what he is.
    for index in found.indices.dropLast().reversed()
    where found[index].end > found[index + 1].first {
      found.remove(at: index)
    }
    if !found.isEmpty { insert(found) }
  }

  /// The first word that describes the noun, its article not counted: "former Supreme Court judge".
  private func start(of noun: Int, _ context: AttributionContext) -> Int {
    var first = noun
    while first > range.lowerBound, noun - first < 5 {
      let before = first - 1
      let flags = context.flags(before)
      guard flags.isEmpty || context.isNumber(before) || flags.contains(.other),
        !context.tokens[before].isPunctuation || context.mark(before) == 0x2D,
        cue(before) == .none, !isInMention(before)
      else { break }
      first = before
    }
    return first
  }

  /// After "from Leiden", "of a trade association", "in the room", up to five words on, if a verb of
  /// position follows.
  private func afterPlace(_ start: Int, _ context: AttributionContext) -> Int {
    guard start < range.upperBound,
      !context.flags(start).isDisjoint(with: [.of, .from, .preposition, .with, .for])
    else { return start }
    var at = start + 1
    while at < min(range.upperBound, start + 7), !context.tokens[at].isPunctuation {
      if cue(at).isPredicate, cueIsVerb(at) { return at }
      guard
        context.flags(at).isDisjoint(with: [.be, .have, .will, .can, .ought, .that, .relative])
      else { return at - start > 1 ? at : start }
      at += 1
    }
    return start
  }

  /// The description is the subject of a verb of position, or opens the passage, or follows "said".
  private func opens(_ first: Int, _ end: Int, _ context: AttributionContext) -> Bool {
    var at = end
    while at < min(range.upperBound, end + 4),
      !context.flags(at).isDisjoint(with: [.be, .have, .will]) || context.isAdverb(at)
    { at += 1 }
    if at < range.upperBound, cue(at).isPredicate, cueIsVerb(at) { return true }
    var before = first - 1
    if before >= range.lowerBound, context.flags(before).contains(.article) { before -= 1 }
    if before < range.lowerBound { return true }
    return endsCue(before + 1) && cuePlaces.contains { cue($0) == .say && cueEnd($0) == before + 1 }
  }
}
