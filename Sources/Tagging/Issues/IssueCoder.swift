// What a passage is about: phrases of the lexicon add up per issue; weak words need company, and
// the document's subject lends a little, and where nothing is named the heading speaks.

internal import Ingest
package import Lexicon
internal import Text

/// Finds the issues of passages. Immutable; the state of a document is in `IssueScratch`.
package struct IssueCoder: Sendable {
  /// Score from which an issue stands by itself.
  package static let threshold = 0.6
  /// Score from which an issue is taken where a position is there and no better issue is.
  package static let weakThreshold = 0.4
  /// Share of the strongest issue's score from which another stands beside it.
  package static let companion = 0.55
  /// What an issue that is all of a document's subject adds where it is named.
  private static let topicWeight = 0.6
  /// What the issue of a strategy's own programme gets in strategies and elsewhere.
  private static let programmeBias = (inside: 0.4, outside: -0.3)
  /// Share of a document's named issues from which one is its only subject, which its passages are
  /// about where they name none: the articles of a convention on cybercrime.
  private static let subjectShare = 0.7
  /// Passages from which a document has a subject.
  private static let subjectPassages = 4
  /// Most issues of one passage.
  package static let most = 3

  /// What a phrase of an issue says: its place in `Lexicon.issues` and its weight.
  private struct Sign: Sendable {
    var issue: Int32
    var weight: Double
  }
  /// By entry: the place of its sign, or one of those below. Every match is looked up here, so that it
  /// has to be small.
  private let places: [Int32]
  private let signs: [Sign]
  private static let nothing: Int32 = -1
  /// Words of the pack's field.
  private static let field: Int32 = -2
  /// Names of actors.
  private static let actor: Int32 = -3
  private let issueCount: Int
  /// Issue → its parent, or itself.
  private let parents: [Int]
  /// Issues that a strategy is about by itself, the own programme first; empty where the pack has none.
  private let programmes: [Int]
  private let headings: HeadingSubjects

  package init(lexicon: Lexicon) {
    issueCount = lexicon.issues.count
    let fields = lexicon.cues.map { $0.family == .field }
    let isField = lexicon.entries.map { $0.kind == .cue && fields[Int($0.target)] }
    var signs: [Sign] = []
    places = zip(lexicon.entries, isField).map { entry, isField in
      guard entry.kind == .issue else {
        return isField ? Self.field : entry.kind == .actor ? Self.actor : Self.nothing
      }
      signs.append(Sign(issue: entry.target, weight: entry.weight))
      return Int32(signs.count - 1)
    }
    self.signs = signs
    let issues = lexicon.issues
    let own = issues.indices.filter { issues[$0].programme == .own }
    programmes = own.isEmpty ? [] : own + issues.indices.filter { issues[$0].programme == .also }
    var index: [String: Int] = [:]
    for (number, issue) in lexicon.issues.enumerated() { index[issue.code] = number }
    parents = lexicon.issues.enumerated().map { number, issue in
      issue.parent.flatMap { index[$0] } ?? number
    }
    headings = HeadingSubjects(lexicon: lexicon, uppers: parents, isField: isField)
  }

  /// Words of a passage that tell something, by token: not those of a proper name ("Human Rights Watch").
  func tellingWords(_ document: TokenizedDocument, _ passage: Int, into words: inout [Int]) {
    words.removeAll(keepingCapacity: true)
    var (index, end) = (document.matchRanges[passage].lowerBound, -1)
    let last = document.matchRanges[passage].upperBound
    document.tokens.withUnsafeBufferPointer { tokens in
      document.matches.withUnsafeBufferPointer { matches in
        places.withUnsafeBufferPointer { places in
          for at in document.tokenRanges[passage] {
            while index < last, Int(matches[index].first) <= at {
              let match = matches[index]
              if places[Int(match.entry)] == Self.actor, tokens[Int(match.first)].isCapitalized {
                end = max(end, Int(match.end))
              }
              index += 1
            }
            if at >= end, WordTable.isTelling(tokens[at]) { words.append(at) }
          }
        }
      }
    }
  }

  /// The issue itself, or the one that it is a sub-issue of.
  func parent(of issue: Int) -> Int { parents[issue] }

  /// An issue of a passage.
  package struct Finding: Sendable {
    /// Index into `Lexicon.issues`; a sub-issue where its own phrases are there.
    package var issue: Int
    package var parent: Int
    package var score: Double
    /// The score before the document's subject is added.
    package var raw: Double
    /// Tokens of the strongest phrase.
    package var tokens: Range<Int>
    /// The strongest phrase names what the issue is against ("terrorism").
    package var isPractice: Bool
  }

  /// The issues of passage `index` by its own words.
  private func findings(
    _ document: TokenizedDocument, passage index: Int, scratch: inout IssueScratch
  ) -> [Finding] {
    scratch.begin(issueCount)
    let isField = collect(document, index, into: &scratch.named)
    scratch.isField.append(isField)
    var findings: [Finding] = []
    for (number, named) in scratch.named.enumerated() {
      guard !isCovered(number, scratch.named) else { continue }
      let issue = Int(named.issue)
      let parent = parents[issue]
      let tokens = Int(named.first)..<Int(named.end)
      let weight = abs(named.weight)
      if let known = findings.firstIndex(where: { $0.parent == parent }) {
        // The same words do not count twice.
        if findings[known].tokens.overlaps(tokens) {
          if weight > scratch.peak[parent] {
            findings[known].score += weight - scratch.peak[parent]
            take(&findings[known], issue, tokens, named, &scratch)
          }
          continue
        }
        findings[known].score += weight * (scratch.count[parent] > 2 ? 0.25 : 0.6)
        scratch.count[parent] += 1
        if weight > scratch.peak[parent] || (issue != parent && findings[known].issue == parent) {
          take(&findings[known], issue, tokens, named, &scratch)
        }
      } else {
        scratch.count[parent] = 1
        scratch.peak[parent] = weight
        findings.append(
          Finding(
            issue: issue, parent: parent, score: weight, raw: weight, tokens: tokens,
            isPractice: named.weight < 0))
      }
    }
    return findings
  }

  /// Fills `scratch.findings`: for every passage its issues, strongest first, those below the
  /// thresholds too. The document's subject, the share of each issue in all its passages, lends
  /// weight to issues that are named.
  package func find(_ document: TokenizedDocument, scratch: inout IssueScratch) {
    scratch.findings.removeAll(keepingCapacity: true)
    scratch.isField.removeAll(keepingCapacity: true)
    var topic = [Double](repeating: 0, count: issueCount)
    var total = 0.0
    for index in document.matchRanges.indices {
      let found = findings(document, passage: index, scratch: &scratch)
      for finding in found where finding.score >= 0.7 {
        topic[finding.parent] += min(finding.score, 1.5)
        total += min(finding.score, 1.5)
      }
      scratch.findings.append(found)
    }
    let genre = document.document.metadata.genre
    scratch.subject = subject(topic, total, genre, passages: document.matchRanges.count)
    headings.find(document.document, into: &scratch.headings)
    let metadata = document.document.metadata
    scratch.takesUp = !Manner(genre: genre, hasIssuer: metadata.issuer != nil).isOfficial
    scratch.title = scratch.takesUp ? metadata.title.map(headings.subject(ofTitle:)) ?? -1 : -1
    let passages = scratch.isField.count
    scratch.isFieldRare =
      passages >= Self.fieldPassages(genre)
      && Double(scratch.isField.count(where: \.self)) < Self.fieldShare(genre) * Double(passages)
      && !(document.document.metadata.title.map(headings.namesField) ?? false)
    scratch.fieldSections.removeAll(keepingCapacity: true)
    if scratch.isFieldRare {
      scratch.fieldSections = document.document.sections.map { path in
        path.contains(where: headings.namesField)
      }
    }
    let isStrategy = genre == .strategy
    for index in scratch.findings.indices where !scratch.findings[index].isEmpty {
      for number in scratch.findings[index].indices {
        let parent = scratch.findings[index][number].parent
        scratch.findings[index][number].raw = scratch.findings[index][number].score
        if total > 0 {
          scratch.findings[index][number].score += Self.topicWeight * topic[parent] / total
        }
        if parent == programmes.first {
          scratch.findings[index][number].score +=
            isStrategy ? Self.programmeBias.inside : Self.programmeBias.outside
        }
      }
      scratch.findings[index].sort { ($0.score, $1.issue) > ($1.score, $0.issue) }
    }
  }

  /// Speeches, statements and laws are given on anything.
  private static func wanders(_ genre: Genre?) -> Bool {
    switch genre {
    case .statement, .jointStatement, .readout, .pressCall, .law, nil: true
    default: false
    }
  }

  /// Who reads an analysis, a treaty or a report of negotiations with a pack has mostly chosen it for
  /// the pack's field, which only the lack of all its words denies.
  ///
  /// Returns the share of passages that speak of the field from which all of a document does.
  private static func fieldShare(_ genre: Genre?) -> Double { wanders(genre) ? 0.1 : 0.03 }
  /// Passages from which a document is long enough to be judged by that share.
  private static func fieldPassages(_ genre: Genre?) -> Int { wanders(genre) ? 8 : 12 }

  /// The issue that the whole document is about, or -1. Speeches wander; a paper's sentences that
  /// name no issue are about its method.
  private func subject(
    _ topic: [Double], _ total: Double, _ genre: Genre?, passages: Int
  ) -> Int {
    switch genre {
    case .law, .treaty, .strategy, .declaration, .jointStatement, .readout: break
    default: return -1
    }
    guard passages >= Self.subjectPassages, total > 0 else { return -1 }
    if let subject = topic.firstIndex(where: { $0 >= Self.subjectShare * total }) { return subject }
    // A strategy that names no issue goes on with its own programme.
    guard genre == .strategy, var best = programmes.first else { return -1 }
    for other in programmes where topic[other] > topic[best] { best = other }
    return best
  }

  private func take(
    _ finding: inout Finding, _ issue: Int, _ tokens: Range<Int>,
    _ named: IssueScratch.Named, _ scratch: inout IssueScratch
  ) {
    if issue != finding.parent || finding.issue == finding.parent { finding.issue = issue }
    finding.tokens = tokens
    finding.isPractice = named.weight < 0
    scratch.peak[finding.parent] = max(abs(named.weight), scratch.peak[finding.parent])
  }

  /// The passage's matches of issues.
  ///
  /// - Returns: whether the passage speaks of the pack's field.
  private func collect(
    _ document: TokenizedDocument, _ passage: Int, into named: inout [IssueScratch.Named]
  ) -> Bool {
    named.removeAll(keepingCapacity: true)
    var isField = false
    var nameEnd: Int32 = 0
    document.matches.withUnsafeBufferPointer { matches in
      places.withUnsafeBufferPointer { places in
        for index in document.matchRanges[passage] {
          let match = matches[index]
          let place = places[Int(match.entry)]
          guard place >= 0 else {
            if place == Self.field { isField = true }
            if place == Self.actor { nameEnd = max(nameEnd, match.end) }
            continue
          }
          // "Human Rights Watch" says nothing of human rights. The longer match comes first.
          if match.end <= nameEnd { continue }
          let sign = signs[Int(place)]
          named.append(
            IssueScratch.Named(
              first: match.first, end: match.end, issue: sign.issue, weight: sign.weight))
        }
      }
    }
    return isField
  }

  /// A phrase inside a longer phrase of another full issue says nothing of its own. The longer ones
  /// come before.
  private func isCovered(_ number: Int, _ named: [IssueScratch.Named]) -> Bool {
    let own = named[number]
    for other in named[..<number]
    where other.end >= own.end && other.end - other.first > own.end - own.first
      && abs(other.weight) >= 0.7
    {
      return true
    }
    return false
  }
}
