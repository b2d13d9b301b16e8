// What attribution needs of the lexicon, resolved to small integers once: what each entry means for
// the search for holders, and what each word of grammar is.

internal import Lexicon
internal import Text

/// What a cue of the family `attribution` says of the words around it.
enum AttributionCue: UInt8, CaseIterable, Sendable {
  case none, say, believe, demand, agree, commit, propose, according, position, opinion
  /// A standard put without a subject: "it is not permitted to".
  case impersonal
  /// What states write: "white paper"; what a text does: "stipulates"; whose: "criticism from".
  case document, provides, backing

  /// Names of the cues that make a holder.
  static let predicates = allCases.filter { $0 != .none && $0.rawValue < opinion.rawValue }.map {
    "\($0)"
  }

  init(value: String) {
    switch value {
    case "say": self = .say
    case "believe": self = .believe
    case "demand": self = .demand
    case "agree": self = .agree
    case "commit": self = .commit
    case "propose": self = .propose
    case "according": self = .according
    case "position": self = .position
    case "opinion": self = .opinion
    case "impersonal": self = .impersonal
    case "document": self = .document
    case "provides": self = .provides
    case "backing": self = .backing
    default: self = .none
    }
  }

  /// A predicate that has a holder as its subject.
  var isPredicate: Bool { self != .none && rawValue < AttributionCue.according.rawValue }

  /// Tells what the subject thinks or wants.
  var isView: Bool {
    switch self {
    case .believe, .demand, .propose, .according, .position: true
    default: false
    }
  }

  var commitment: Commitment {
    switch self {
    case .believe, .according, .position: .believes
    case .agree: .agreed
    case .commit: .undertakes
    case .propose: .proposes
    default: .supports
    }
  }
}

/// A name that needs resolving: a pronoun or a definite description.
enum Anaphor: UInt8, Sendable {
  case it, they, we, both, theParties, theGovernment, myDelegation, theLeaders, theLatter

  init?(value: String) {
    switch value {
    case "it": self = .it
    case "they": self = .they
    case "we": self = .we
    case "both": self = .both
    case "the-parties": self = .theParties
    case "the-government": self = .theGovernment
    case "my-delegation": self = .myDelegation
    case "the-leaders": self = .theLeaders
    case "the-latter": self = .theLatter
    default: return nil
    }
  }
}

/// What an entry of the lexicon means here.
enum EntryMark: Sendable {
  case none
  /// Index of the actor, kind of name; `isNamed` where a capital letter is part of the name.
  case actor(Int32, AliasRole, isNamed: Bool)
  /// A verb ("stress~") or, without inflection, a predicative or noun ("of the view").
  case cue(AttributionCue, isVerb: Bool)
  case anaphor(Anaphor)
  case quantity
  /// An office, ministry or delegation; `isOffice` where it is a government's own.
  case roleNoun(isOffice: Bool)
}

/// Classes of words of grammar.
struct WordFlags: OptionSet, Sendable {
  let rawValue: UInt64
  static let will = WordFlags(rawValue: 1)
  static let ought = WordFlags(rawValue: 2)
  static let can = WordFlags(rawValue: 4)
  static let be = WordFlags(rawValue: 8)
  static let have = WordFlags(rawValue: 16)
  static let preposition = WordFlags(rawValue: 32)
  static let article = WordFlags(rawValue: 64)
  static let and = WordFlags(rawValue: 128)
  static let relative = WordFlags(rawValue: 256)
  static let contrast = WordFlags(rawValue: 512)
  static let adverb = WordFlags(rawValue: 1024)
  static let condition = WordFlags(rawValue: 2048)
  static let of = WordFlags(rawValue: 4096)
  static let by = WordFlags(rawValue: 8192)
  static let that = WordFlags(rawValue: 16384)
  static let negation = WordFlags(rawValue: 32768)
  static let with = WordFlags(rawValue: 1 << 16)
  static let `for` = WordFlags(rawValue: 1 << 17)
  static let from = WordFlags(rawValue: 1 << 18)
  static let including = WordFlags(rawValue: 1 << 19)
  static let led = WordFlags(rawValue: 1 << 20)
  static let behalf = WordFlags(rawValue: 1 << 21)
  static let to = WordFlags(rawValue: 1 << 22)
  /// Months, days of the week and the like.
  static let time = WordFlags(rawValue: 1 << 23)
  /// "other", "many": before a noun of states, some of them.
  static let other = WordFlags(rawValue: 1 << 24)
  static let number = WordFlags(rawValue: 1 << 25)
  /// Nouns of states and those who act for them, in the plural.
  static let peers = WordFlags(rawValue: 1 << 26)
  /// Texts that ask for something by what they are: "proposal".
  static let proposal = WordFlags(rawValue: 1 << 27)
  /// "sign", "join": not doing it is a refusal.
  static let signs = WordFlags(rawValue: 1 << 28)
  static let chair = WordFlags(rawValue: 1 << 29)
  static let secretariat = WordFlags(rawValue: 1 << 30)
  /// "accept", "agree": what could be done with a proposal.
  static let answers = WordFlags(rawValue: 1 << 32)
  /// Who stands behind a text, and who against it: "co-sponsors", "opponents".
  static let backers = WordFlags(rawValue: 1 << 33)
  static let critics = WordFlags(rawValue: 1 << 34)
}

/// The lexicon as attribution sees it; immutable.
struct AttributionLexicon: Sendable {
  let marks: [EntryMark]
  private let flags: [WordFlags]
  let codes: [String]
  /// The same, each as a list of one: chains of names begin with one.
  let codeLists: [[String]]
  let kinds: [Actor.Kind]
  /// Index of an actor by its code.
  private let numbers: [String: Int32]
  /// By actor: a state, or who stands beside states as one of them.
  let isParty: [Bool]
  /// Numbers of those who lead and serve a meeting, or -1.
  let chair: Int32
  let secretariat: Int32
  /// Whose "the resolution" is where nobody else's is named; nil if nobody's.
  let resolving: [String]?
  /// Two who speak as one: "the Group of 77 and China".
  private let partners: [[String]]
  /// "its", "their", "our", "my".
  let owning: [WordID]

  static let words: [(WordFlags, String)] = [
    (.will, "will would"), (.ought, "shall should must ought need needs"),
    (.can, "can could may might cannot"), (.be, "is are was were be been being am"),
    (.have, "has have had do does did"),
    (
      .preposition,
      "of in to for with by on at from against between among toward towards into under over through "
        + "within than about like including via across regarding concerning upon without versus "
        + "unlike besides despite alongside amid"
    ),
    (.article, "the a an"), (.and, "and or & nor"), (.relative, "which who that whose whom where"),
    (.contrast, "while whereas but however although though"),
    (
      .adverb,
      "also both all each then again further now still always never once only just even therefore "
        + "thus long often already instead have has had itself themselves have not would today "
        + "yesterday nevertheless nonetheless meanwhile moreover furthermore too soon later earlier "
        + "first so yet far ever indeed rather hence either jointly together alone"
    ),
    (.condition, "if whether unless when until"), (.of, "of"), (.by, "by"), (.that, "that"),
    (.negation, "not no never neither cannot"), (.with, "with"), (.for, "for"), (.from, "from"),
    (.including, "including notably such"), (.led, "led headed spearheaded chaired"),
    (.behalf, "behalf speaking"), (.to, "to"),
    (
      .time,
      "january february march april may june july august september october november december monday "
        + "tuesday wednesday thursday friday saturday sunday morning afternoon evening week month year"
    ),
    (
      .other,
      "other others many several various most certain numerous fellow some few dozens scores more"
    ),
    (
      .number,
      "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        + "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
    ),
    (
      .peers,
      "states countries nations governments allies delegations delegates partners powers participants "
        + "speakers supporters backers opponents signatories parties members capitals representatives "
        + "envoys diplomats negotiators panellists panelists attendees"
    ),
    (
      .proposal,
      "proposal proposals suggestion suggestions plan plans draft demand demands amendment amendments "
        + "motion motions counterproposal argument arguments idea ideas"
    ),
    (.signs, "sign signed join joined adopt adopted ratify ratified endorse endorsed accede agree"),
    (.chair, "chair chairs chairperson chairman chairwoman chairpersons facilitator facilitators"),
    (.secretariat, "secretariat"),
    (.answers, "accept live agree support go sign consent subscribe endorse join back"),
    (
      .backers,
      "sponsors cosponsors authors coauthors signatories supporters backers advocates proponents "
        + "adherents"
    ),
    (.critics, "opponents critics objectors sceptics skeptics holdouts detractors against opposed"),
  ]

  init(_ lexicon: Lexicon) {
    codes = lexicon.actors.map(\.code)
    codeLists = codes.map { [$0] }
    numbers = Dictionary(
      uniqueKeysWithValues: lexicon.actors.enumerated().map { ($1.code, Int32($0)) })
    kinds = lexicon.actors.map(\.kind)
    owning = lexicon.ids(of: "its their our my")
    isParty = lexicon.actors.map(\.isParty)
    func first(_ voice: Actor.Voice) -> Int? { lexicon.actors.firstIndex { $0.voice == voice } }
    chair = first(.chair).map { Int32($0) } ?? -1
    secretariat = first(.secretariat).map { Int32($0) } ?? -1
    resolving = first(.resolutions).map { [lexicon.actors[$0].code] }
    partners = lexicon.actors.compactMap { actor in actor.partner.map { [actor.code, $0] } }
    var flags = [WordFlags](repeating: [], count: lexicon.vocabulary.count + 1)
    for (flag, list) in Self.words {
      for id in lexicon.ids(of: list) { flags[Int(id.rawValue)].insert(flag) }
    }
    self.flags = flags
    let cueMarks = lexicon.cues.map(Self.mark)
    marks = lexicon.entries.map { entry -> EntryMark in
      switch entry.kind {
      case .issue: return .none
      case .actor:
        // "the private sector" may be lower case, "Turkey" may not.
        let phrase = lexicon.phrase(entry)
        let start = phrase.lastIndex(of: 0x20).map { $0 + 1 } ?? phrase.startIndex
        let initial = start < phrase.endIndex ? phrase[start] : 0
        return .actor(
          entry.target, entry.role, isNamed: initial &- 0x41 < 26 && !entry.isExactCase)
      case .cue:
        guard case .cue(let cue, _) = cueMarks[Int(entry.target)] else {
          return cueMarks[Int(entry.target)]
        }
        return .cue(cue, isVerb: lexicon.phrase(entry).contains(0x7E))
      }
    }
  }

  private static func mark(_ cue: Cue) -> EntryMark {
    switch cue.family {
    case .attribution: .cue(AttributionCue(value: cue.value), isVerb: false)
    case .pronoun: Anaphor(value: cue.value).map { .anaphor($0) } ?? .none
    case .quantity: .quantity
    case .role: .roleNoun(isOffice: cue.value != "delegation" && cue.value != "body")
    default: .none
    }
  }

  /// A body or group of states, for which one of them may speak.
  func isGroup(_ code: String) -> Bool {
    guard let actor = numbers[code] else { return false }
    return kinds[Int(actor)] == .group || kinds[Int(actor)] == .organisation
  }

  /// Index of the actor of a code, or -1.
  func index(of code: String) -> Int32 { numbers[code] ?? -1 }

  /// One state.
  func isState(_ actors: [String]) -> Bool {
    guard actors.count == 1, let actor = numbers[actors[0]] else { return false }
    return kinds[Int(actor)] == .state
  }

  /// One actor, or two who speak as one.
  func isOne(_ actors: [String]) -> Bool { actors.count == 1 || partners.contains(actors) }

  /// Nobody but who leads or serves the meeting.
  func servesMeeting(_ actors: [String]) -> Bool {
    actors.count == 1
      && [chair, secretariat].contains { $0 >= 0 && codes[Int($0)] == actors[0] }
  }

  @inline(__always)
  func flags(_ token: Token) -> WordFlags { flags[Int(token.word.rawValue)] }
}
