// What speaks for an issuer, and the words of short texts (titles, letterheads, file names) as the
// rules look at them.

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
  /// Folded words before and after, single spaces around each.
  var before: String
  var after: String
}

/// A short text as folded words.
enum ShortText {
  /// "Cyber-Security Strategy (2015)" → " cyber security strategy 2015 ".
  static func words(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return asciiWords(text.utf8) }
    var words = " "
    for scalar in Folding.fold(String(text)).unicodeScalars {
      let isWord =
        scalar.value >= 0x80
        ? scalar.properties.isAlphabetic
        : (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
          || scalar.value == 0x27
      if isWord {
        words.unicodeScalars.append(scalar)
      } else if words.utf8.last != 0x20 {
        words.append(" ")
      }
    }
    if words.utf8.last != 0x20 { words.append(" ") }
    return words
  }

  /// The same for ASCII, byte by byte: most lines are.
  private static func asciiWords(_ text: some Sequence<UInt8>) -> String {
    var words: [UInt8] = [0x20]
    for byte in text {
      let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if folded &- 0x30 < 10 || folded &- 0x61 < 26 || folded == 0x27 {
        words.append(folded)
      } else if words.last != 0x20 {
        words.append(0x20)
      }
    }
    if words.last != 0x20 { words.append(0x20) }
    return String(decoding: words, as: UTF8.self)
  }

  static func count(_ words: String) -> Int { words.utf8.count { $0 == 0x20 } - 1 }
}

/// Finds the actors named in short texts, the longest name at each place.
struct ActorFinder: Sendable {
  private let lexicon: Lexicon
  private let tokenizer: Tokenizer

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    tokenizer = Tokenizer(vocabulary: lexicon.vocabulary)
  }

  /// Actors in order of their place; nobody twice. Classes ("companies") issue no documents.
  func actors(in text: String, date: String? = nil) -> [NamedActor] {
    let bytes = Array(text.utf8)
    var found: [NamedActor] = []
    for (match, entry) in matches(in: bytes) {
      let actor = Int(entry.target)
      guard lexicon.actors[actor].kind != .class, !found.contains(where: { $0.actor == actor })
      else { continue }
      found.append(
        NamedActor(
          actor: actor, role: entry.role, kind: lexicon.actors[actor].kind,
          before: ShortText.words(String(decoding: bytes[..<match.lowerBound], as: UTF8.self)),
          after: ShortText.words(String(decoding: bytes[match.upperBound...], as: UTF8.self))))
    }
    return found
  }

  /// Byte ranges of the longest actor names and their entries.
  func matches(in bytes: [UInt8]) -> [(Range<Int>, Entry)] {
    var tokens: [Token] = []
    var matches: [PhraseMatch] = []
    tokenizer.tokenize(bytes, range: 0..<bytes.count, into: &tokens)
    lexicon.phrases.match(tokens, text: bytes, into: &matches)
    var found: [(Range<Int>, Entry)] = []
    var covered: Int32 = 0
    for match in matches where match.first >= covered {
      let entry = lexicon.entries[Int(match.entry)]
      guard entry.kind == .actor else { continue }
      // Names begin in upper case in running text; "turkey" and "china" may be things.
      let start = Int(tokens[Int(match.first)].start)
      let end = Int(tokens[Int(match.end - 1)].end)
      found.append((start..<end, entry))
      covered = match.end
    }
    return found
  }
}
