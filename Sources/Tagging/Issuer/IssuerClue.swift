// What speaks for an issuer, and the actors that short texts (titles, letterheads, file names) name.

internal import Lexicon
internal import Text

/// One hint at who issued a document.
struct IssuerClue: Sendable, Equatable {
  /// Index into `Lexicon.actors`.
  var actor: Int
  /// How much it counts; 3 alone is enough if nothing speaks against it.
  var weight: Double
  /// For the warning: "file name", "title" …
  var source: String
}

/// An actor named in a short text.
struct NamedActor: Sendable {
  var actor: Int
  var role: AliasRole
  var kind: Actor.Kind
  var before: FoldedWords
  var after: FoldedWords
}

/// Finds the actors named in short texts, the longest name at each place.
struct ActorFinder: Sendable {
  /// A name of an actor; `actor` is -1 for entries of other kinds.
  struct Name: Sendable {
    var actor: Int32
    var role: AliasRole
  }
  private let phrases: PhraseTrie
  private let tokenizer: Tokenizer
  /// By entry of the lexicon.
  let names: [Name]
  /// By actor.
  let kinds: [Actor.Kind]
  /// By actor, for loops: comparing kinds of another module is a call.
  let isState: [Bool]

  init(lexicon: Lexicon) {
    phrases = lexicon.phrases
    tokenizer = Tokenizer(vocabulary: lexicon.vocabulary)
    names = lexicon.entries.map {
      Name(actor: $0.kind == .actor ? $0.target : -1, role: $0.role)
    }
    kinds = lexicon.actors.map(\.kind)
    isState = kinds.map { $0 == .state }
  }

  /// Actors in order of their place; nobody twice. Classes ("companies") issue no documents.
  func actors(in text: String) -> [NamedActor] {
    let bytes = Array(text.utf8)
    var found: [NamedActor] = []
    for (match, name) in matches(in: bytes[...]) {
      let actor = Int(name.actor)
      guard kinds[actor] != .class, !found.contains(where: { $0.actor == actor }) else { continue }
      found.append(
        NamedActor(
          actor: actor, role: name.role, kind: kinds[actor],
          before: FoldedWords(bytes[..<match.lowerBound]),
          after: FoldedWords(bytes[match.upperBound...])))
    }
    return found
  }

  /// Byte ranges of the longest actor names.
  func matches(in bytes: ArraySlice<UInt8>) -> [(Range<Int>, Name)] {
    var tokens: [Token] = []
    var matches: [PhraseMatch] = []
    let text = Array(bytes)
    tokenizer.tokenize(text, range: text.indices, into: &tokens)
    phrases.match(tokens, text: text, into: &matches)
    var found: [(Range<Int>, Name)] = []
    longest(matches[...], tokens) { range, name in
      found.append(
        (range.lowerBound + bytes.startIndex..<range.upperBound + bytes.startIndex, name))
    }
    return found
  }

  /// Calls `body` with the byte range of each longest actor name among `matches`.
  @inline(__always)
  func longest(
    _ matches: ArraySlice<PhraseMatch>, _ tokens: [Token], _ body: (Range<Int>, Name) -> Void
  ) {
    var covered: Int32 = 0
    for match in matches where match.first >= covered {
      let name = names[Int(match.entry)]
      guard name.actor >= 0 else { continue }
      body(Int(tokens[Int(match.first)].start)..<Int(tokens[Int(match.end - 1)].end), name)
      covered = match.end
    }
  }
}
