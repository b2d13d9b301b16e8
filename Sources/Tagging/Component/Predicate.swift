// What a shallow parse leaves of a clause: mood, kind of act, kind of subject. All three are small
// integers that index feature templates.

/// How a predicate is put: the modal, or the kind of finite form.
enum Mood: Int, CaseIterable, Sendable {
  case shall, must, need, should, may, can, will, would
  /// A copula with a noun or adjective, a progressive, a passive, a perfect, "has", a finite verb.
  case copula, progressive, passive, perfect, have, finite

  /// Requires, forbids or permits.
  var isDeontic: Bool { rawValue <= Mood.may.rawValue }
  var isModal: Bool { rawValue <= Mood.would.rawValue }
}

/// What kind of act or state a predicate names.
enum VerbKind: Int, CaseIterable, Sendable {
  case criminalise, refrain, cooperate, protect, combat, improve, respect, establish, decide, meet
  case report, urge, commit, agree, believe, say, event, depict, aim, harm, enable, build, general
  case other, copula, adjective, foundation, evaluation, nominal, have

  /// The class whose words show it, for the kinds that have one.
  var lexicalClass: LexicalClass? {
    switch self {
    case .criminalise: .criminalise
    case .refrain: .refrain
    case .cooperate: .cooperate
    case .protect: .protect
    case .combat: .combat
    case .improve: .improve
    case .respect: .respect
    case .establish: .establish
    case .decide: .decide
    case .meet: .meet
    case .report: .report
    case .urge: .urge
    case .commit: .commit
    case .agree: .agree
    case .believe: .believe
    case .say: .say
    case .event: .event
    case .depict: .depict
    case .aim: .aimVerb
    case .harm: .harm
    case .enable: .enable
    case .build: .build
    case .general: .genVerb
    default: nil
    }
  }
}

/// What kind of thing a subject is.
enum SubjectKind: Int, CaseIterable, Sendable {
  case we, states, body, authority, operators, persons, it, they, textnoun, instrument, process
  case threat, value, domain, capability, measures, offence, goal, conduct, this, there, generic
  case none, proper, abstract

  var lexicalClass: LexicalClass? {
    switch self {
    case .none, .proper, .abstract: nil
    default: LexicalClass(rawValue: FeatureNames.subjects[rawValue])
    }
  }
}

/// What kind of thing an act is done to, by the first telling noun after it.
enum ObjectKind: Int, CaseIterable, Sendable {
  case procNoun, channel, mla, process, body, crimeAct, offence, instrument, threat, measures
  case capability, value, conduct, goal, importance, domain, textnoun, states, operators, persons
  case none

  var lexicalClass: LexicalClass? {
    switch self {
    case .none: nil
    case .procNoun: .procNoun
    case .crimeAct: .crimeAct
    default: LexicalClass(rawValue: FeatureNames.objects[rawValue])
    }
  }
}

/// A predicate of a passage.
struct Predicate: Sendable {
  var mood = Mood.finite
  var verb = VerbKind.other
  var subject = SubjectKind.none
  var isNegated = false
  var isPassive = false
  var isPast = false
  /// Tokens of the modal or finite verb, of the act, and of the subject (or -1), in the document.
  var position: Int32 = 0
  var act: Int32 = 0
  var subjectToken: Int32 = -1
}

/// The predicates of a passage in order; those past the sixth are not kept.
struct PredicateList: Sendable {
  static let capacity = 6
  private var storage: (Predicate, Predicate, Predicate, Predicate, Predicate, Predicate) = (
    Predicate(), Predicate(), Predicate(), Predicate(), Predicate(), Predicate()
  )
  private(set) var count = 0

  mutating func removeAll() { count = 0 }

  mutating func append(_ predicate: Predicate) {
    switch count {
    case 0: storage.0 = predicate
    case 1: storage.1 = predicate
    case 2: storage.2 = predicate
    case 3: storage.3 = predicate
    case 4: storage.4 = predicate
    case 5: storage.5 = predicate
    default: return
    }
    count += 1
  }

  subscript(_ index: Int) -> Predicate {
    switch index {
    case 0: storage.0
    case 1: storage.1
    case 2: storage.2
    case 3: storage.3
    case 4: storage.4
    default: storage.5
    }
  }
}
