// What tells whether somebody whom the rules of attribution passed over holds what a passage says:
// who it is, where its name stands and what the words around it are. Weights in weights-holders.tsv.

internal import Lexicon
internal import Text

/// One sign. The names are the rows of weights-holders.tsv and what `learn` prints.
enum CandidateSign: Int, CaseIterable, Sendable {
  /// Who it is. `serving` leads or serves a meeting; `unlisted` is on no list of actors.
  case state, organisation, group, `class`, serving, unlisted
  /// What it is named by: its name, its capital, its adjective, an office of it.
  case name, capital, adjective, office
  /// Where it is named: at the first word of the passage, by the third, sixth, thirteenth, later; within
  /// the last three words.
  case first, early, middle, late, tail, last
  /// Others are named with it; it held something before.
  case several, earlier
  /// What follows: auxiliaries, "not", an adverb, a passive, an infinitive.
  case will, be, have, negation, adverb, passive, infinitive
  /// What stands before it and its article: nothing, a mark, a word of grammar, another word.
  case opens, afterMark, afterWord, afterAnd, afterPreposition, afterOf, afterBy, afterWith,
    afterFor, afterFrom, afterTo, afterThat, afterRelative, afterContrast, afterCondition,
    afterAdverb

  /// Row of weights-holders.tsv.
  var row: String { "holder:\(self)" }

  /// Words that follow, and words that stand before.
  fileprivate static let following: [(WordFlags, CandidateSign)] = [
    (.will, .will), (.be, .be), (.have, .have), (.negation, .negation), (.adverb, .adverb),
  ]
  fileprivate static let preceding: [(WordFlags, CandidateSign)] = [
    (.and, .afterAnd), (.preposition, .afterPreposition), (.of, .afterOf), (.by, .afterBy),
    (.with, .afterWith), (.for, .afterFor), (.from, .afterFrom), (.to, .afterTo),
    (.that, .afterThat), (.relative, .afterRelative), (.contrast, .afterContrast),
    (.condition, .afterCondition), (.adverb, .afterAdverb),
  ]

  /// Who an actor is.
  static func kind(of actor: String, _ lexicon: AttributionLexicon) -> CandidateSign {
    let index = lexicon.index(of: actor)
    guard index >= 0 else { return .unlisted }
    if lexicon.servesMeeting([actor]) { return .serving }
    switch lexicon.kinds[Int(index)] {
    case .state: return .state
    case .organisation: return .organisation
    case .group: return .group
    case .class: return .class
    }
  }
}

/// The signs of one candidate.
struct CandidateSigns: Sendable {
  private(set) var bits: UInt64 = 0

  /// Signs of a chain of names but those of who it is.
  init(
    _ chain: SubjectChain, of mention: ActorMention, _ predicate: SubjectPredicate,
    _ context: AttributionContext, _ marks: PassageMarks
  ) {
    switch mention.kind {
    case .capital: insert(.capital)
    case .adjective: insert(.adjective)
    case .anaphor: insert(.office)
    default: insert(.name)
    }
    switch mention.first - marks.range.lowerBound {
    case 0: insert(.first)
    case ...2: insert(.early)
    case ...5: insert(.middle)
    case ...12: insert(.late)
    default: insert(.tail)
    }
    if marks.range.upperBound - chain.end < 3 { insert(.last) }
    if chain.actors.count > 1 { insert(.several) }
    if chain.end < marks.range.upperBound, context.flags(chain.end).contains(.to) {
      insert(.infinitive)
    }
    for (flag, sign) in CandidateSign.following where predicate.flags.contains(flag) {
      insert(sign)
    }
    if predicate.isPassive { insert(.passive) }
    readBefore(chain, context, marks)
  }

  private mutating func readBefore(
    _ chain: SubjectChain, _ context: AttributionContext, _ marks: PassageMarks
  ) {
    var before = chain.first - 1
    while before >= marks.range.lowerBound, context.flags(before).contains(.article) { before -= 1 }
    guard before >= marks.range.lowerBound else {
      insert(.opens)
      return
    }
    let flags = context.flags(before)
    if context.tokens[before].isPunctuation {
      insert(.afterMark)
    } else if flags.isEmpty {
      insert(.afterWord)
    }
    for (flag, sign) in CandidateSign.preceding where flags.contains(flag) { insert(sign) }
  }

  mutating func insert(_ sign: CandidateSign) { bits |= 1 << UInt64(sign.rawValue) }
  func contains(_ sign: CandidateSign) -> Bool { bits >> UInt64(sign.rawValue) & 1 == 1 }
}
