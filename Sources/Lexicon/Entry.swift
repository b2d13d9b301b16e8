// What the trie's phrases stand for, and where they were found. Entries are copied for every match,
// so they hold nothing that is counted: the phrase itself stays in the lexicon.

/// What a phrase stands for.
package enum EntryKind: UInt8, Sendable { case actor, issue, cue }

/// One entry: a kind, the index of its actor, issue or cue in the lexicon, and where its phrase is.
package struct Entry: Sendable {
  package var kind: EntryKind
  /// For actors: what kind of name this is.
  package var role: AliasRole
  /// The text must be cased as the phrase is ("US", "WHO").
  package var isExactCase: Bool
  /// Index into `Lexicon.actors`, `.issues` or `.cues`.
  package var target: Int32
  /// For issues: weight of the phrase; below 0 it names what the issue is against.
  package var weight: Double
  /// Bytes of `Lexicon.phraseText`.
  var phrase: Range<Int32>
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
