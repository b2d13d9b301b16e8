// What the trie's phrases stand for, and where they were found.

/// What a phrase stands for.
package enum EntryKind: UInt8, Sendable { case actor, issue, cue }

/// One entry: a kind, the index of its actor, issue or cue in the lexicon, and its phrase.
package struct Entry: Sendable {
  package var kind: EntryKind
  /// Index into `Lexicon.actors`, `.issues` or `.cues`.
  package var target: Int32
  /// For actors: what kind of name this is.
  package var role: AliasRole
  package var phrase: String
  /// The text must be cased as the phrase is ("US", "WHO").
  package var isExactCase: Bool
  /// For issues: weight of the phrase, 0…; for leaders and dated names: unused.
  package var weight: Double
  /// ISO dates between which the entry holds (leaders); nil is open.
  package var from: String?
  package var to: String?

  package init(
    kind: EntryKind, target: Int32, role: AliasRole = .name, phrase: String,
    isExactCase: Bool = false, weight: Double = 1, from: String? = nil, to: String? = nil
  ) {
    self.kind = kind
    self.target = target
    self.role = role
    self.phrase = phrase
    self.isExactCase = isExactCase
    self.weight = weight
    self.from = from
    self.to = to
  }
}

/// A place where an entry's phrase stands: tokens `first..<end`.
package struct PhraseMatch: Sendable {
  package var first: Int32
  package var end: Int32
  /// Index into `Lexicon.entries`.
  package var entry: Int32

  package init(first: Int32, end: Int32, entry: Int32) {
    self.first = first
    self.end = end
    self.entry = entry
  }
}
