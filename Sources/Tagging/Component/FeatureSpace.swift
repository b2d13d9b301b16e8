// Names and numbers of features. A feature is a template and one or two small integers; its number
// is computed, never looked up by name, so that coding a passage touches no string.

/// A family of features: `name=first` or `name=first/second`.
struct FeatureTemplate: Sendable {
  /// Number of its first feature.
  let base: Int32
  /// Values of the second integer.
  let width: Int32

  /// Number of the feature with these values.
  @inline(__always)
  func callAsFunction(_ a: Int, _ b: Int = 0) -> Int32 {
    base &+ Int32(truncatingIfNeeded: a) &* width &+ Int32(truncatingIfNeeded: b)
  }
}

/// What the features of a template are called.
struct FeatureLabels: Sendable {
  let name: String
  let first: [String]
  let second: [String]
  let base: Int32

  var count: Int { first.count * second.count }
}

/// All features but words; their numbers are `0..<count`.
struct FeatureSpace: Sendable {
  /// The passage has a word of the class; has it among its first four words; opens with it.
  let has, near, opens: FeatureTemplate
  /// Opens like a list item: "to protect", "protecting", "protect"; with what kind of act.
  let item, itemVerb: FeatureTemplate
  let flag: FeatureTemplate
  /// The core proposition.
  let frame, frameMood, coreMood, coreVerb, coreObject, moodVerb, verbObject,
    moodObject: FeatureTemplate
  let framedObject, frameObject, framedVerb: FeatureTemplate
  /// The first, second and any later predicate.
  let mood, verb, moodTense, moodAct: [FeatureTemplate]
  let subject, subjectMood, subjectVerb, negated, passive, object, objectMood: [FeatureTemplate]
  let pairMood, pairVerb: FeatureTemplate
  /// The strongest mood of the passage, alone and with telling classes.
  let dominant, dominantClass, classPair: FeatureTemplate
  let anyMood, anyAct: FeatureTemplate
  let deonticClass, plainClass: FeatureTemplate
  /// Shares in the document.
  let document: FeatureTemplate
  let before, after: FeatureTemplate
  /// Whom a passage reports: the predicate of its first holder, one holder or more, negated or not;
  /// apart for official texts, which speak for themselves, and for texts about others.
  let holder, holderCount, holderNegated: FeatureTemplate
  let leadDominant, leadMood, leadSubject, leadVerb, leadClass, leadItem: FeatureTemplate
  let labels: [FeatureLabels]
  let count: Int

  enum Flag: Int, CaseIterable, Sendable {
    case lowerCase, bullet, numbered, noPredicate, deontic, notDeontic, anyPast, allPast
    case establishedBody, bodyProcess, meetProcess, under8, under15, under30, under60, longer
    case digit, digits3, year, colon, semicolon, question, noEnd, quote, capitals30, capitals15
    case inList
  }

  enum Item: Int, CaseIterable, Sendable { case infinitive, gerund, base }

  enum Share: Int, CaseIterable, Sendable { case shall, should, we, past, will, item, legal }

  /// Signs that a neighbour lends.
  enum Sign: Int, CaseIterable, Sendable {
    case shall, should, must, will, past, itemBase, itemInfinitive, itemGerund, we, colon, body
    case process, noPredicate, deontic, event, threat, value, establish, decide, offence, semicolon
  }

  /// Classes that are paired with each other and with the dominant mood.
  static let telling: [LexicalClass] = [
    .potential, .genericAdv, .duty, .requireTo, .softCall, .setupVerb, .procNoun, .procVerb,
    .procTime, .bodySubj, .crimeAct, .ruleAddr, .namedAct, .generalAct, .ownplan, .states, .we,
    .evaluative, .value, .threat, .importance, .deadline, .legalref, .condition, .speech,
    .statistic, .timepast, .capability, .believe, .goal,
  ]
  static let deonticClasses: [LexicalClass] = [
    .deadline, .threshold, .legalref, .condition, .offence, .operators, .persons, .states, .body,
    .process, .value, .report, .establish, .decide, .hedge,
  ]
  static let plainClasses: [LexicalClass] = [
    .establish, .decide, .process, .body, .value, .threat, .capability, .event, .say, .build,
    .timepast, .goal, .evaluative, .we, .believe, .meet, .commit, .states,
  ]
  static let leadClasses: [LexicalClass] = [
    .goal, .we, .states, .legalref, .offence, .procNoun, .body, .duty, .measures, .commit, .agree,
    .example, .textnoun,
  ]
  /// Values of the dominant mood: a deontic modal or "will", else the first predicate's mood and
  /// tense, else none.
  static let dominantCount = 29

  init() {
    var labels: [FeatureLabels] = []
    var base: Int32 = 0
    func add(_ name: String, _ first: [String], _ second: [String] = [""]) -> FeatureTemplate {
      let label = FeatureLabels(name: name, first: first, second: second, base: base)
      labels.append(label)
      base += Int32(label.count)
      return FeatureTemplate(base: label.base, width: Int32(second.count))
    }
    let classes = LexicalClass.allCases.map(\.rawValue)
    let (moods, verbs) = (FeatureNames.moods, FeatureNames.verbs)
    let (kinds, objects) = (FeatureNames.subjects, FeatureNames.objects)
    let frames = FeatureNames.frames
    let coreMoods = (0..<CoreMood.count).map(CoreMood.name)
    let coreVerbs = verbs + ["noun"]
    let tenses = ["present", "past"]
    let moodTenses = moods.flatMap { mood in tenses.map { mood + "-" + $0 } }
    let dominants = moodTenses + ["none"]
    func values(_ classes: [LexicalClass]) -> [String] { classes.map(\.rawValue) }

    has = add("has", classes)
    near = add("near-start", classes)
    opens = add("opens", classes)
    item = add("item", FeatureNames.items)
    itemVerb = add("item-act", FeatureNames.items, verbs)
    flag = add("is", FeatureNames.flags)
    frame = add("frame", frames)
    frameMood = add("frame-core", frames, coreMoods)
    coreMood = add("core", coreMoods)
    coreVerb = add("core-act", coreVerbs)
    coreObject = add("core-object", objects)
    moodVerb = add("core+act", coreMoods, coreVerbs)
    verbObject = add("act+object", coreVerbs, objects)
    moodObject = add("core+object", coreMoods, objects)
    framedObject = add("framed-object", objects)
    frameObject = add("frame+object", frames, objects)
    framedVerb = add("framed-act", coreVerbs)
    let ordinals = ["first", "second", "later"]
    mood = ordinals.map { add($0 + "-mood", moods) }
    verb = ordinals.map { add($0 + "-act", verbs) }
    moodTense = ordinals.map { add($0 + "-tense", moodTenses) }
    moodAct = ordinals.map { add($0 + "-mood+act", moods, verbs) }
    let two = ordinals.prefix(2)
    subject = two.map { add($0 + "-subject", kinds) }
    subjectMood = two.map { add($0 + "-subject+mood", kinds, moodTenses) }
    subjectVerb = two.map { add($0 + "-subject+act", kinds, verbs) }
    negated = two.map { add($0 + "-negated", moods) }
    passive = two.map { add($0 + "-passive", moods) }
    object = two.map { add($0 + "-act+object", verbs, objects) }
    objectMood = two.map { add($0 + "-mood+object", moods, objects) }
    pairMood = add("moods", moods, moods)
    pairVerb = add("act+mood", verbs, moods)
    dominant = add("dominant", dominants)
    dominantClass = add("dominant+has", dominants, values(Self.telling))
    classPair = add("both", values(Self.telling), values(Self.telling))
    anyMood = add("any-mood", moods)
    anyAct = add("any-mood+act", moods, verbs)
    deonticClass = add("deontic+has", values(Self.deonticClasses))
    plainClass = add("plain+has", values(Self.plainClasses))
    document = add("document-share", FeatureNames.shares)
    before = add("before", FeatureNames.signs)
    after = add("after", FeatureNames.signs)
    let manners = ["official", "about-others"]
    let predicates = ["none"] + AttributionCue.predicates
    holder = add("holder", manners, predicates)
    holderCount = add("holders", manners, ["one", "several"])
    holderNegated = add("holder-negated", manners, predicates)
    leadDominant = add("lead-dominant", dominants)
    leadMood = add("lead-mood", moods)
    leadSubject = add("lead-subject", kinds)
    leadVerb = add("lead-act", verbs)
    leadClass = add("lead-has", values(Self.leadClasses))
    leadItem = add("lead+item", FeatureNames.items)
    self.labels = labels
    count = Int(base)
  }

  /// The name of a feature as weights.tsv has it, or nil for a number out of range.
  func name(_ feature: Int) -> String? {
    for label in labels {
      let index = feature - Int(label.base)
      guard index >= 0, index < label.count else { continue }
      let (a, b) = index.quotientAndRemainder(dividingBy: label.second.count)
      let second = label.second[b]
      return label.name + "=" + label.first[a] + (second.isEmpty ? "" : "/" + second)
    }
    return nil
  }
}
