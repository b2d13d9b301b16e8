// What the opposition of a holder is read from: signs that a person understands, counted from the
// cues of its clause, the listed issues in it and who is named. Weights in weights-stance.tsv.

/// One sign. The names are the rows of weights-stance.tsv and what `learn` prints.
enum StanceSign: Int, CaseIterable, Sendable {
  /// Cues of each class in the holder's clause that no negation turns, at most two.
  case oppose, criticise, concern, harm, adverse, creed, measure, trend, support
  /// The same, beside a negation; support that is refused ("did not support").
  case negated, refusal
  /// "premature", "unconstitutional".
  case verdict
  /// Any cue against something; of two classes; of three.
  case against, twoKinds, threeKinds
  /// A class where no listed issue is named.
  case opposeUnlisted, criticiseUnlisted, harmUnlisted, adverseUnlisted, creedUnlisted,
    measureUnlisted
  /// A verb of opposition followed by a listed issue; by what is bad; by a creed or measure.
  case opposesListed, opposesHarm, opposesCreed
  /// What is done breaks a listed issue ("violations of human rights").
  case harmsListed
  /// A creed or measure beside a word of harm or blame; at the head of the clause.
  case blamedCreed, leadingCreed
  /// The holder's own verb opposes.
  case holderOpposes
  /// Somebody else is named; acts harmfully; is what a word of opposition or concern is about.
  case otherActor, otherHarms, blamesOther
  /// "we", "our"; "should", "must"; "will"; "but", "while"; a question.
  case firstPerson, deontic, future, contrast, question
  /// The strongest listed issue; there is one; it is named by what it is against.
  case issueScore, listed, practice
  /// Probabilities of the components.
  case principle, norm, rule, procedure, none
  /// The issuer speaks; somebody is named as the holder.
  case issuer, explicit
  /// In an official text somebody else than its issuer is the holder.
  case foreign
  /// Cues against something, in thirds; for each ten words of the passage.
  case count, density
  /// The passage before speaks against something; against a creed or measure.
  case before, beforeCreed
  /// Opens with "that", "such", "they".
  case anaphora
  case law, strategy, joint
  /// A text that speaks for nobody: there opposition is told far more often.
  case report
  case short, long

  /// Row of weights-stance.tsv.
  var row: String { OppositionModel.Rows.own.rawValue + name }
  var name: String { Self.names[rawValue] }

  /// The case's name, by number: a look through the program each time.
  static let names = allCases.map { "\($0)" }
  /// The number of each name.
  static let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })

  /// The rule that it is as evidence, by number.
  static let rules = names.map { "opposition: \($0)" }
}

/// Values of the signs of one holder in one passage.
struct StanceSigns: Sendable {
  /// Empty until they are first read: most passages speak against nothing.
  private(set) var values: [Double] = []
  /// First token that speaks against something, or -1.
  var token = -1

  subscript(_ sign: StanceSign) -> Double {
    get { values.isEmpty ? 0 : values[sign.rawValue] }
    set { values[sign.rawValue] = newValue }
  }

  mutating func clear() {
    if values.isEmpty { values = Array(repeating: 0, count: StanceSign.allCases.count) }
    for index in values.indices { values[index] = 0 }
    token = -1
  }
}
