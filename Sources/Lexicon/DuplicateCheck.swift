// `normtag lexicon check`: phrases that stand twice, and phrases that say two things.

internal import Text

/// Knows every phrase seen so far.
struct DuplicateCheck {
  private var seen: [String: (entry: Int, place: String)] = [:]

  /// What is wrong with entry `number` in the light of those before it.
  ///
  /// - Parameter place: `file:line` of the entry.
  mutating func find(
    _ number: Int, _ lexicon: Lexicon, _ place: String
  ) -> (LexiconDiagnostic.Severity, String)? {
    let entry = lexicon.entries[number]
    let phrase = String(decoding: lexicon.phrase(entry), as: UTF8.self)
    let key = "\(scope(entry, lexicon))\t\(entry.isExactCase ? phrase : Folding.fold(phrase))"
    guard let (first, firstPlace) = seen[key] else {
      seen[key] = (number, place)
      return nil
    }
    let before = lexicon.entries[first]
    switch entry.kind {
    case .actor where before.target != entry.target:
      guard entry.role == before.role else { return nil }
      let code = lexicon.actors[Int(before.target)].code
      return (.error, "\"\(phrase)\" also names \(code) (\(firstPlace))")
    case .actor: return nil
    case .issue where before.target != entry.target:
      guard abs(before.weight) >= 1, abs(entry.weight) >= 1 else { return nil }
      let code = lexicon.issues[Int(before.target)].code
      return (.error, "\"\(phrase)\" is a full phrase of \(code) too (\(firstPlace))")
    case .cue where before.target != entry.target:
      let (cue, other) = (lexicon.cues[Int(entry.target)], lexicon.cues[Int(before.target)])
      guard cue.family != .class, !cue.isMark, !other.isMark else { return nil }
      let value = other.value
      return (.error, "\"\(phrase)\" is \(value) too (\(firstPlace))")
    default: return (.warning, "\"\(phrase)\" stands twice (\(firstPlace))")
    }
  }

  /// Phrases of different scopes don't meet.
  private func scope(_ entry: Entry, _ lexicon: Lexicon) -> String {
    switch entry.kind {
    case .actor: "actor"
    case .issue: "issue"
    case .cue: "cue/\(lexicon.cues[Int(entry.target)].family.rawValue)"
    }
  }
}
