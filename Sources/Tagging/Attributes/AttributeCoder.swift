// The attributes of a unit (CODEBOOK.md, section 3) beside force and polarity, which come with the
// component: who is bound, how far it goes, through which channel, by what mechanism, where.

internal import Ingest
internal import Lexicon
internal import Text

/// Codes bearer, addressee, status, path, track, mechanism and venue.
struct AttributeCoder: Sendable {
  private let cues: AttributeCues
  private let codes: [String]
  private let kinds: [Actor.Kind]
  private let prepositions: Set<Int32>
  private let only: Int32

  init(lexicon: Lexicon) {
    cues = AttributeCues(lexicon: lexicon)
    let word = lexicon.vocabulary.id(of: "only")
    only = word == .unknown ? -1 : word.rawValue
    codes = lexicon.actors.map(\.code)
    kinds = lexicon.actors.map(\.kind)
    prepositions = Set(
      ["in", "at", "under", "within", "through", "by", "of", "before", "to"].map {
        lexicon.vocabulary.id(of: $0).rawValue
      }.filter { $0 != WordID.unknown.rawValue })
  }

  /// The longest match of a family in the passage, the first of equals.
  private struct Best {
    var value: Int32 = -1
    var length: Int32 = 0
    mutating func take(_ match: PhraseMatch, _ value: Int32) {
      let own = match.end - match.first
      if own > length { (self.value, length) = (value, own) }
    }
  }

  func code(
    _ document: TokenizedDocument, _ passage: Int, _ coding: ComponentCoding,
    _ analysis: PassageAnalysis, into row: inout CodedPassage
  ) {
    row.force = coding.force
    // The closure takes the tokens alone: with the document it would copy that for every passage.
    let (tokens, only) = (document.tokens, self.only)
    row.polarity = PolarityRules.polarity(
      coding, analysis, isOnly: { Self.isOnly($0, only, tokens) })
    var forbids = false
    var permits = false
    var mechanism = Best()
    var path = Best()
    var track = Best()
    var statuses: UInt8 = 0
    var venue: Int32 = -1
    var addressedAfter: Int32 = -1
    var addressee: Int32 = -1
    for index in document.matchRanges[passage] {
      let match = document.matches[index]
      let cue = cues.entries[Int(match.entry)]
      switch cue.family {
      case .none, .bearer: break
      case .forbids: forbids = true
      case .permits: permits = true
      case .mechanism: mechanism.take(match, cue.value)
      case .path: path.take(match, cue.value)
      case .track: track.take(match, cue.value)
      case .status: statuses |= 1 << UInt8(cue.value)
      case .addressee: addressedAfter = match.end
      case .actor:
        if addressee < 0, addressedAfter >= 0, match.first - addressedAfter <= 3 {
          addressee = cue.value
        }
        if venue < 0, isVenue(document, match, cue.value) { venue = cue.value }
      }
    }
    let isRegime = coding.component != .none
    if isRegime, row.polarity == .none, forbids || permits {
      row.polarity = forbids ? .forbid : .permit
    }
    let isProcedure = coding.component == .procedure
    if isProcedure, mechanism.value >= 0 {
      row.mechanism = Mechanism.allCases[Int(mechanism.value)]
    }
    // A single word such as "treaty" names a path only where the unit is about a way of deciding.
    if path.value >= 0, isProcedure || path.length >= 3 {
      row.path = Path.allCases[Int(path.value)]
    }
    if track.value >= 0, isProcedure || Track.allCases[Int(track.value)] != .official {
      row.track = Track.allCases[Int(track.value)]
    }
    if isRegime {
      row.status = status(statuses, document, coding)
      row.bearer = bearer(document, passage, analysis, coding)
    }
    if isProcedure, venue >= 0 { row.venue = codes[Int(venue)] }
    if addressee >= 0 { row.addressee = codes[Int(addressee)] }
  }

  /// "should not only", "must not merely": the negation turns the adverb, not the duty.
  private static func isOnly(_ predicate: Predicate, _ only: Int32, _ tokens: [Token]) -> Bool {
    let from = Int(predicate.position)
    let to = min(from + 4, tokens.count)
    return from < to && (from..<to).contains { only == tokens[$0].word.rawValue }
  }

  private func isVenue(
    _ document: TokenizedDocument, _ match: PhraseMatch, _ actor: Int32
  ) -> Bool {
    guard kinds[Int(actor)] == .organisation, match.first > 0 else { return false }
    let before = Int(match.first)
    return prepositions.contains(document.tokens[before - 1].word.rawValue)
      || before > 1 && prepositions.contains(document.tokens[before - 2].word.rawValue)
  }

  private func status(
    _ statuses: UInt8, _ document: TokenizedDocument, _ coding: ComponentCoding
  ) -> Status {
    func has(_ status: Status) -> Bool {
      Status.allCases.firstIndex(of: status).map { statuses >> UInt8($0) & 1 == 1 } ?? false
    }
    if has(.rejected) { return .rejected }
    if has(.inForce) { return .inForce }
    let genre = document.document.metadata.genre
    if genre == .law || genre == .treaty, coding.force == .binding { return .inForce }
    if has(.agreed) { return .agreed }
    return has(.proposed) ? .proposed : .none
  }

  /// The subject of the first predicate that requires, forbids or permits: an actor by name where
  /// one stands there, else the class of the word.
  private func bearer(
    _ document: TokenizedDocument, _ passage: Int, _ analysis: PassageAnalysis,
    _ coding: ComponentCoding
  ) -> String {
    guard coding.polarity != .none || coding.force != .none else { return "none" }
    var predicate: Predicate?
    for index in 0..<analysis.predicates.count {
      let candidate = analysis.predicates[index]
      if predicate == nil || candidate.mood.isDeontic { predicate = candidate }
      if candidate.mood.isDeontic { break }
    }
    guard let predicate else { return "none" }
    let from = predicate.subjectToken >= 0 ? predicate.subjectToken - 4 : predicate.position - 6
    var found = "none"
    for match in document.matches[document.matchRanges[passage]] {
      guard match.first >= from, match.end <= predicate.position else { continue }
      let cue = cues.entries[Int(match.entry)]
      switch cue.family {
      case .actor: return codes[Int(cue.value)]
      case .bearer where found == "none": found = cues.bearers[Int(cue.value)]
      default: break
      }
    }
    return found
  }
}
