// All tallies together: cells of integers over actors, issues, components and documents. Tables
// are sums over it; it grows with what was said, not with the passages that say it.

internal import Tagging
internal import Text

/// What is known of a document in the cube.
package struct CountedDocument: Sendable {
  package var doc: String
  package var title: String?
  package var date: String?
  package var issuer: String?
  package var genre: String?
  package var lang: String?
  package var source: String?
  package var passages: Int
  package var statements: Int
  package var withStatements: Int
  package var unsure: Int
  package var components: [Int]
}

/// The sum of tallies.
package struct PositionCube: Sendable {
  /// One actor, issue, component and document; 44 bytes.
  package struct Cell: Sendable {
    package var actor: Int32
    package var issue: Int32
    package var document: Int32
    package var support: Int32
    package var oppose: Int32
    package var neutral: Int32
    package var passages: Int32
    package var fromIssuer: Int32
    package var joint: Int32
    package var mechanisms: UInt16
    package var paths: UInt8
    package var component: UInt8

    package var counts: StanceCounts {
      StanceCounts(support: Int(support), oppose: Int(oppose), neutral: Int(neutral))
    }
  }
  package struct Presence: Sendable, Equatable {
    package var passages = 0
    package var supporting = 0
    package var opposing = 0
  }
  package struct PairKey: Hashable, Sendable {
    package var first: String
    package var second: String
    package var issue: String

    package init(first: String, second: String, issue: String) {
      self.first = first
      self.second = second
      self.issue = issue
    }
  }
  package private(set) var actors: [String] = []
  package private(set) var issues: [String] = []
  package private(set) var documents: [CountedDocument] = []
  package private(set) var cells: [Cell] = []
  /// By actor's index, then component.
  package private(set) var presences: [[Presence]] = []
  package private(set) var pairs: [PairKey: (joint: Int, apart: Int)] = [:]
  /// Documents that mention an actor.
  package private(set) var mentions: [String: Int] = [:]
  package private(set) var venues: [String: Int] = [:]
  private var actorIndex: [String: Int32] = [:]
  private var issueIndex: [String: Int32] = [:]

  package init() {}

  package mutating func add(_ tally: DocumentTally) {
    let document = Int32(documents.count)
    documents.append(
      CountedDocument(
        doc: tally.doc, title: tally.title, date: tally.date, issuer: tally.issuer,
        genre: tally.genre, lang: tally.lang, source: tally.source, passages: tally.passages,
        statements: tally.statements, withStatements: tally.withStatements, unsure: tally.unsure,
        components: tally.components))
    for cell in tally.cells {
      cells.append(
        Cell(
          actor: actor(cell.actor), issue: issue(cell.issue), document: document,
          support: Int32(clamping: cell.counts.support),
          oppose: Int32(clamping: cell.counts.oppose),
          neutral: Int32(clamping: cell.counts.neutral), passages: Int32(clamping: cell.passages),
          fromIssuer: Int32(clamping: cell.fromIssuer), joint: Int32(clamping: cell.joint),
          mechanisms: UInt16(truncatingIfNeeded: cell.mechanisms),
          paths: UInt8(truncatingIfNeeded: cell.paths), component: UInt8(cell.component.index)))
    }
    for presence in tally.presences {
      let at = Int(actor(presence.actor))
      presences[at][presence.component.index].passages += presence.passages
      presences[at][presence.component.index].supporting += presence.supporting
      presences[at][presence.component.index].opposing += presence.opposing
    }
    for pair in tally.pairs {
      let key = PairKey(first: pair.first, second: pair.second, issue: pair.issue)
      var counts = pairs[key] ?? (0, 0)
      counts.joint += pair.joint
      counts.apart += pair.apart
      pairs[key] = counts
    }
    for actor in tally.mentioned { mentions[actor, default: 0] += 1 }
    for (venue, count) in tally.venues { venues[venue, default: 0] += count }
  }

  private mutating func actor(_ code: String) -> Int32 {
    if let known = actorIndex[code] { return known }
    let index = Int32(actors.count)
    actorIndex[code] = index
    actors.append(code)
    presences.append(Array(repeating: Presence(), count: Component.allCases.count))
    return index
  }

  private mutating func issue(_ code: String) -> Int32 {
    if let known = issueIndex[code] { return known }
    let index = Int32(issues.count)
    issueIndex[code] = index
    issues.append(code)
    return index
  }

  /// Indices of actors in the order of their codes' bytes.
  package var sortedActors: [Int] {
    actors.indices.sorted { actors[$0].asBytes < actors[$1].asBytes }
  }

  /// Indices of issues in the order of their codes' bytes: sub-issues follow their parent.
  package var sortedIssues: [Int] {
    issues.indices.sorted { issues[$0].asBytes < issues[$1].asBytes }
  }
}
