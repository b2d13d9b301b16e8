// The word classes of cues-component.tsv as small integers, and sets of them a token can belong to.
// Classes say what a word can do in a clause; which component that speaks for is left to weights.

/// A value of the cue family `class`.
enum LexicalClass: String, CaseIterable, Sendable {
  case modalShall = "modal-shall", modalMust = "modal-must", modalNeed = "modal-need"
  case modalShould = "modal-should", modalMay = "modal-may", modalCan = "modal-can"
  case modalWill = "modal-will", modalWould = "modal-would", negation, copula, have, cooperate
  case protect, combat, improve, respect, refrain, harm, enable, establish, decide, meet
  case report, criminalise, build, believe, urge, commit, agree, say, event, depict
  case aimVerb = "aim-verb", evaluative, importance, goal, foundation, value, domain, threat
  case body, process, instrument, offence, operators, persons, states, authority, textnoun
  case capability, measures, deadline, threshold, legalref, condition, hedge, definition
  case purpose, example, cause, contrast, generic, timepast, future, we, it, they, this, there
  case who, relative, prep, by, to, and, det, conduct, namedList = "named-list"
  case leadVerb = "lead-verb", potential, genericAdv = "generic-adv", duty
  case requireTo = "require-to", softCall = "soft-call", boiler, speech, biography, statistic
  case ownplan, setupVerb = "setup-verb", procNoun = "proc-noun", procVerb = "proc-verb"
  case procTime = "proc-time", bodySubj = "body-subj", crimeAct = "crime-act"
  case ruleAddr = "rule-addr", namedAct = "named-act", generalAct = "general-act"
  case genVerb = "gen-verb", whynow, concern, channel, mla, positiveReport = "positive-report"
  case adverb, be, participle, pastForm = "past-form", subordinator, actNoun = "act-noun"
  case needNoun = "need-noun", that, semiModal = "semi-modal"
  case possessivePronoun = "possessive-pronoun"

  /// Position in `ClassSet` and in `allCases`: cases without values are stored as their number, and
  /// a look-up by name would cost every start some milliseconds.
  var index: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// A set with this class alone.
  var set: ClassSet { ClassSet(index: index) }
}

/// The classes of a token, at most 128 of them.
struct ClassSet: Sendable, Hashable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  init() {}

  init(index: Int) {
    if index < 64 { low = 1 << UInt64(index) } else { high = 1 << UInt64(index - 64) }
  }

  init(_ classes: LexicalClass...) {
    for value in classes { formUnion(ClassSet(index: value.index)) }
  }

  @inline(__always)
  mutating func formUnion(_ other: ClassSet) {
    low |= other.low
    high |= other.high
  }

  @inline(__always)
  func intersects(_ other: ClassSet) -> Bool { low & other.low | high & other.high != 0 }

  @inline(__always)
  func intersection(_ other: ClassSet) -> ClassSet {
    var result = self
    result.low &= other.low
    result.high &= other.high
    return result
  }

  @inline(__always)
  func subtracting(_ other: ClassSet) -> ClassSet {
    var result = self
    result.low &= ~other.low
    result.high &= ~other.high
    return result
  }

  @inline(__always)
  func contains(_ index: Int) -> Bool {
    index < 64 ? low >> UInt64(index) & 1 != 0 : high >> UInt64(index - 64) & 1 != 0
  }

  var isEmpty: Bool { low | high == 0 }

  /// Calls `body` with the index of each class, ascending.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    var rest = low
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    rest = high
    while rest != 0 {
      body(64 + rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }
}

/// Some classes in an order of their own.
struct ClassOrder: Sendable {
  let any: ClassSet
  /// By class: its place in the order.
  private let places: [UInt8]

  /// - Parameter classes: at most 64; nil takes a place that nothing has.
  init(_ classes: [LexicalClass?]) {
    var any = ClassSet()
    var places = [UInt8](repeating: 0, count: 128)
    for (place, value) in classes.enumerated() {
      guard let value, !any.contains(value.index) else { continue }
      any.formUnion(value.set)
      places[value.index] = UInt8(place)
    }
    self.any = any
    self.places = places
  }

  /// Bit n is set if the n-th class is in `set`.
  @inline(__always)
  func places(_ set: ClassSet) -> UInt64 {
    var bits: UInt64 = 0
    set.intersection(any).forEach { bits |= 1 << UInt64(places[$0]) }
    return bits
  }
}
