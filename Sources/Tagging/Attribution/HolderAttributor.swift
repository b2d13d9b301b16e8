// Who holds the positions of each passage (CODEBOOK.md, section 2): rules find names in the clauses,
// the document's state resolves pronouns, the genre decides who speaks where nobody is named.

internal import Ingest
package import Lexicon
internal import Text

/// Finds holders; immutable, shared by all workers.
package struct HolderAttributor: Sendable {
  let lexicon: AttributionLexicon
  let groups: GroupExpansion
  let speakers: SpeakerNames
  let others: OtherKinds
  private let candidates: CandidateModel
  private let classes: Set<String>

  package init(lexicon: Lexicon) {
    self.lexicon = AttributionLexicon(lexicon)
    groups = GroupExpansion(lexicon: lexicon)
    speakers = SpeakerNames(lexicon: lexicon)
    others = OtherKinds(lexicon: lexicon)
    candidates = CandidateModel(weights: lexicon.weights)
    classes = Set(lexicon.actors.lazy.filter { $0.kind == .class }.map(\.code))
  }

  /// Puts those whom the text names in the place of the issuer `JOINT`; call it before `attribute`.
  package func resolveIssuers(of view: inout TokenizedDocument) {
    guard view.document.metadata.issuer == JointParties.code else { return }
    let parties = JointParties.find(view, lexicon)
    if !parties.isEmpty { view.document.metadata.issuer = parties.joined(separator: "+") }
  }

  /// Holders of each passage, in the order of their clauses; empty where nobody holds anything.
  ///
  /// - Parameters:
  ///   - passedOver: is given those named in a passage in which no rule found a holder.
  ///   - component: of a passage, from its number and whose position it reports; called once a passage,
  ///     in order. A paper's own opinion is one only where it states a component, and an issuer's
  ///     statement is less certain where there is none.
  package func attribute(
    _ view: TokenizedDocument, options: TaggingOptions,
    passedOver: ((Int, [HolderSample]) -> Void)? = nil,
    component: (Int, ReportedPosition) -> Component
  ) -> [[Holder]] {
    var state = AttributionState()
    state.classes = classes
    let metadata = view.document.metadata
    state.issuers = metadata.issuer?.split(separator: "+").map(String.init) ?? []
    let manner = Manner(genre: metadata.genre, hasIssuer: !state.issuers.isEmpty)
    if !manner.isOfficial { state.issuers = [] }
    state.mayTellOfItself = manner.followsReports
    state.hasAuthor = manner.hasAuthor
    var marks = PassageMarks()
    var pairs = PairFinder()
    let pair = pairs.pair(view, lexicon: lexicon, issuers: state.issuers)
    state.pair = state.issuers.count > 1 ? state.issuers : pair
    marks.known = pairs.known
    if manner.isJoint, state.issuers.count == 1, let title = metadata.title {
      let parties = speakers.states(title)
      if parties.count == 2, parties.contains(state.issuers[0]) {
        state.pair = parties
        state.isTwoSided = true
      }
    }
    for code in state.issuers {
      marks.known.insert(lexicon.index(of: code))
    }
    let documentPair = state.pair
    if !manner.isOfficial, pairs.home >= 0 { state.home = lexicon.codeLists[pairs.home] }
    if !manner.isOfficial, pairs.body >= 0 { state.body = lexicon.codeLists[pairs.body] }
    var known = KnownNames()
    var events: [HolderEvent] = []
    var turn: String?
    var holders: [[Holder]] = []
    holders.reserveCapacity(view.document.passages.count)
    var members: [String: [String]]?
    for index in view.document.passages.indices {
      if !view.document.passages[index].continues {
        state.last = []
        state.running = []
        state.openedAt = -1
        if state.issuers.isEmpty { state.pair = documentPair }
      }
      if view.document.passages[index].speaker != turn {
        turn = view.document.passages[index].speaker
        state.speaker = turn.map { speakers.codes($0, issuers: state.issuers) }
      }
      marks.read(view, passage: index, lexicon: lexicon)
      let context = AttributionContext(
        tokens: view.tokens, text: view.document.text, lexicon: lexicon, passage: index)
      events.removeAll(keepingCapacity: true)
      if !manner.isOfficial {
        marks.addPeers(context)
        marks.addNamed(context, others, &known)
        marks.addOfficials(context)
        marks.addDescribed(context, others)
      }
      if manner.readsNames {
        SubjectEvents.append(context, marks, &state, manner, to: &events)
        PhraseRules.append(context, marks, state, to: &events)
        // Official texts mention papers and support of others mostly in passing.
        if !manner.isOfficial, !marks.nouns.isEmpty {
          NounRules.append(context, marks, &state, to: &events)
        }
        EventOrder.arrange(&events, context)
      }
      if !manner.isOfficial { marks.learnOfficials(context, state, &known) }
      let coded = component(index, ReportedPosition(events.first, manner))
      var found = holdersOf(events, marks.range, state)
      if found.isEmpty {
        found = DefaultHolder.holders(context, marks, &state, manner, component: coded)
      }
      if found.isEmpty, !manner.isOfficial {
        found = CandidateHolders.holders(context, marks, state, candidates)
        passedOver?(index, CandidateHolders.samples(context, marks, state))
      }
      if !manner.isOfficial,
        let speaker = events.first(where: {
          $0.rule == "quoted" || $0.first > marks.range.lowerBound && context.isQuote($0.first - 1)
        })
      {
        backfill(speaker, index, view, state, &holders)
        state.last = speaker.actors
        state.lastSubject = index
      }
      state.viewers = events.first.map { $0.cue.isView ? $0.actors : [] } ?? []
      let endsInColon = marks.range.last.map { context.mark($0) == 0x3A } ?? false
      remember(events, index, manner, endsInColon: endsInColon, &state)
      DefaultHolder.follow(context, marks, &state)
      holders.append(
        groups.apply(found, date: metadata.date, members: &members, options: options))
    }
    return holders
  }

  /// The speaker named at the end of a quotation holds its sentences before too.
  private func backfill(
    _ event: HolderEvent, _ passage: Int, _ view: TokenizedDocument, _ state: AttributionState,
    _ holders: inout [[Holder]]
  ) {
    guard state.isQuoting, state.openedAt < passage else { return }
    for index in max(state.openedAt, passage - 8)..<passage {
      if let first = holders[index].first, first.rule != "author-opinion", first.rule != "quotation"
      {
        continue
      }
      holders[index] = event.actors.map {
        Holder(
          actor: $0, attribution: .explicit, joint: event.actors.count > 1 ? .parallel : .none,
          scope: view.tokenRanges[index],
          mention: view.tokenRanges[index].lowerBound..<view.tokenRanges[index].lowerBound,
          rule: "quotation", confidence: 0.55)
      }
    }
  }

  private func holdersOf(
    _ events: [HolderEvent], _ range: Range<Int>, _ state: AttributionState
  ) -> [Holder] {
    var holders: [Holder] = []
    for (number, event) in events.enumerated() {
      let start = number == 0 || event.coversPassage ? range.lowerBound : event.first
      var end = range.upperBound
      for later in events[(number + 1)...] where !later.coversPassage {
        end = later.first
        break
      }
      let joint: Joint =
        event.actors.count < 2 ? .none : event.isMutual || event.cue == .agree ? .mutual : .parallel
      for actor in event.actors
      where !holders.contains(where: { $0.actor == actor && $0.rule == event.rule }) {
        holders.append(
          Holder(
            actor: actor, attribution: event.attribution, commitment: event.cue.commitment,
            joint: joint, depth: event.depth, scope: start..<max(end, start),
            mention: event.mention,
            rule: event.rule, confidence: event.confidence))
      }
    }
    return holders
  }

  private func remember(
    _ events: [HolderEvent], _ passage: Int, _ manner: Manner, endsInColon: Bool,
    _ state: inout AttributionState
  ) {
    guard let event = events.first else { return }
    if !manner.isOfficial {
      for event in events { state.holders.formUnion(event.actors) }
    }
    state.reporters = events.count == 1 || event.cue != .agree ? event.actors : []
    state.lastReport = passage
    state.statedUntil = !manner.isOfficial && event.cue == .say && endsInColon ? passage + 4 : -1
    if event.rule != "subject-verb" { state.last = event.actors }
    state.lastPassage = passage
    state.lastSubject = passage
    state.note(pair: event.actors, in: passage)
    state.running = event.rule == "as-for" ? event.actors : []
    state.runningUntil = event.rule == "as-for" ? passage + 5 : -1
  }
}

/// Whose position a passage reports, for the coding of its component.
package struct ReportedPosition: Sendable {
  /// Number in `AttributionCue.predicates`, counted from 1; 0 where nobody is reported.
  var predicate = 0
  var isShared = false
  /// Of a text that speaks for its issuer.
  var isOfficial = false

  package init() {}

  init(_ event: HolderEvent?, _ manner: Manner) {
    isOfficial = manner.isOfficial
    guard let event else { return }
    predicate = Int(event.cue.rawValue)
    isShared = event.actors.count > 1
  }
}

/// How a document of a genre is read.
struct Manner: Sendable {
  /// What is unattributed belongs to the issuer.
  var isOfficial: Bool
  /// What is unattributed and opinion belongs to the author.
  var hasAuthor: Bool
  /// Others than the issuer may be named as holders; not in operative texts.
  var readsNames: Bool
  var isJoint: Bool
  /// Reports go on over sentences in "would" and "should".
  var followsReports: Bool

  init(genre: Genre?, hasIssuer: Bool) {
    switch genre {
    case .academic, .analysis: isOfficial = false
    case .negotiationReport, .news: isOfficial = false
    default: isOfficial = hasIssuer
    }
    hasAuthor =
      switch genre {
      case .academic, .analysis, .other, nil: !isOfficial
      default: false
      }
    switch genre {
    case .law, .treaty, .resolution: readsNames = !isOfficial
    default: readsNames = true
    }
    isJoint = genre == .jointStatement || genre == .readout
    followsReports = genre == .negotiationReport || genre == .news
  }
}
