// What a document has told so far: who was named last, which pair it speaks of, who speaks now.

internal import Ingest
internal import Lexicon
internal import Text

/// The context in which pronouns and definite descriptions resolve.
struct AttributionState: Sendable {
  /// A report or news may be an organisation's own; in papers "we" are the authors.
  var mayTellOfItself = false
  /// A paper or an analysis, whose "I" and "we" are its authors.
  var hasAuthor = false
  /// Codes of classes of actors, who are "they".
  var classes: Set<String> = []
  /// Codes of the document's issuers; empty for papers and news.
  var issuers: [String] = []
  /// Holders of the last position, and the passage it stood in.
  var last: [String] = []
  var lastPassage = -10
  /// The state named last as nobody's object, for "the government".
  var named: [String] = []
  /// Who was named last, whatever is told of it: "the latter".
  var mentioned: [String] = []
  /// The passage in which `last` was the subject.
  var lastSubject = -10
  /// The last two or more actors named together, else the document's own pair.
  var pair: [String] = []
  /// The title of an official text of one issuer names `pair`: "we" and "they" are both.
  var isTwoSided = false
  /// The passage in which two or more were named together last.
  var pairPassage = -100
  /// Who has the floor; nil where the document has no turns.
  var speaker: [String]?
  /// Holders of a quotation or list of aspects that runs on; empty if none.
  var running: [String] = []
  var runningUntil = -1
  /// Passage in which the quotation began that is still open, or -1.
  var openedAt = -1
  var isQuoting: Bool { openedAt >= 0 }
  /// Last passage of what "X stated:" leads to.
  var statedUntil = -1
  /// The holders of the last passage that reported somebody, for what goes on in "would" and "should".
  var reporters: [String] = []
  var lastReport = -10
  /// Whose text was told of last, for "the proposal would", and where.
  var textOwner: [String] = []
  var textNoun = WordID.unknown
  var lastText = -100
  /// The organisation that a report or paper names most: whose "the resolution" is.
  var body: [String] = []
  /// The state that a report or paper is about, if one: whose "the minister" is where nobody was named.
  var home: [String] = []
  /// Whose view the passage before told.
  var viewers: [String] = []
  /// All whom a rule found to hold something.
  var holders: Set<String> = []

  /// Two actors or more named together are who "both sides" are.
  mutating func note(pair actors: [String], in passage: Int) {
    guard actors.count > 1, issuers.count < 2 else { return }
    pairPassage = passage
    // A readout keeps its own counterpart.
    if let issuer = issuers.first, pair.count > 1 || !actors.contains(issuer) { return }
    pair = actors
  }

  /// "Others warned", after "Some experts": the class of actors that was the subject last.
  func others(_ mention: ActorMention, _ passage: Int) -> [String]? {
    guard mention.end == mention.first + 1, passage - lastSubject <= 1, last.count == 1,
      classes.contains(last[0])
    else { return nil }
    return last
  }

  /// The holders that an anaphor stands for; empty where nothing fits.
  func resolve(_ anaphor: Anaphor, passage: Int, _ lexicon: AttributionLexicon) -> [String] {
    switch anaphor {
    case .we, .myDelegation:
      if let speaker { return speaker }
      guard issuers.isEmpty else { return isTwoSided && anaphor == .we ? pair : issuers }
      if isQuoting { return running }
      if hasAuthor { return [UnnamedHolder.author] }
      // An organisation tells of itself by name, then as "we".
      let isOwn = mayTellOfItself && passage - lastSubject <= 2
      return isOwn && last.count == 1 && classes.contains(last[0]) ? last : []
    case .it:
      return passage - lastSubject <= 2 && lexicon.isOne(last) ? last : []
    case .they:
      let isMany = last.count > 1 || last.first.map(classes.contains) ?? false
      if isMany, passage - lastSubject <= 2 { return last }
      guard !issuers.isEmpty || passage - pairPassage <= 2 else { return [] }
      return last.isEmpty ? [] : pair
    case .both, .theLeaders, .theParties:
      if issuers.count > 1 { return issuers }
      // In reports many are named together who are no parties to anything: then a meeting's own body.
      if issuers.isEmpty, pair.count > 3 || pair.count != 2 && passage - pairPassage > 3 {
        return anaphor == .theParties ? body : []
      }
      return pair.isEmpty ? issuers : pair
    case .theLatter: return mentioned
    case .theGovernment:
      if !issuers.isEmpty { return issuers }
      if lexicon.isState(named) { return named }
      if lexicon.isState(last) { return last }
      guard home.isEmpty else { return home }
      let known = named.count == 1 ? named : last
      return known.count == 1 && !classes.contains(known[0]) ? known : []
    }
  }
}

/// Counts names to find the pair that a bilateral text speaks of.
struct PairFinder: Sendable {
  private var counts: [Int32] = []
  /// The organisation or group that the document names most, or -1.
  private(set) var body = -1
  /// The state that the document names at least twice as often as any other, or -1.
  private(set) var home = -1
  /// The actors named by more than a vague name.
  private(set) var known: Set<Int32> = []

  mutating func pair(
    _ view: TokenizedDocument, lexicon: AttributionLexicon, issuers: [String]
  ) -> [String] {
    counts.removeAll(keepingCapacity: true)
    counts.append(contentsOf: repeatElement(0, count: lexicon.codes.count))
    var covered: Int32 = 0
    for match in view.matches {
      guard case .actor(let actor, let role, _) = lexicon.marks[Int(match.entry)],
        match.end > covered
      else { continue }
      covered = match.end
      if role != .vague { known.insert(actor) }
      counts[Int(actor)] += 1
    }
    var first = -1
    var second = -1
    for actor in counts.indices where counts[actor] > 1 && lexicon.isParty[actor] {
      if first < 0 || counts[actor] > counts[first] {
        second = first
        first = actor
      } else if second < 0 || counts[actor] > counts[second] {
        second = actor
      }
    }
    body = -1
    for actor in counts.indices
    where counts[actor] > 1
      && (lexicon.kinds[actor] == .organisation || lexicon.kinds[actor] == .group)
      && !lexicon.isParty[actor] && (body < 0 || counts[actor] > counts[body])
    {
      body = actor
    }
    home = first >= 0 && (second < 0 || counts[first] >= 2 * counts[second]) ? first : -1
    guard first >= 0 else { return [] }
    if issuers.count == 1 {
      let other = lexicon.codes[first] == issuers[0] ? second : first
      return other < 0 ? [] : [issuers[0], lexicon.codes[other]]
    }
    guard second >= 0, counts[second] * 4 >= counts[first] else { return [] }
    return [lexicon.codes[first], lexicon.codes[second]]
  }
}
