// What a document adds to the matrices: integer counts by actor, issue and component. Tallies are
// made in the workers, kept for resume and merge, and are all that most tables are made from.

package import Tagging

/// The counts of one document.
package struct DocumentTally: Sendable, Equatable {
  /// Statements of one actor on one issue in passages of one component. A sub-issue has a cell of
  /// its own and is counted in the cell of its parent, once a passage and stance.
  package struct Cell: Sendable, Equatable {
    package var actor: String
    package var issue: String
    package var component: Component
    package var counts = StanceCounts()
    /// Sums of the statements' probabilities in thousandths, weighted as in `counts`.
    package var confidence = StanceCounts()
    package var passages = 0
    /// Statements that rest on the document's issuer alone, weighted as in `counts`.
    package var fromIssuer = 0
    package var joint = 0
    /// Bit n: the n-th case of `Path` and of `Mechanism` was named.
    package var paths = 0
    package var mechanisms = 0
  }
  /// Passages of a component in which an actor holds a statement, whatever the issue.
  package struct Presence: Sendable, Equatable {
    package var actor: String
    package var component: Component
    package var passages = 0
    package var supporting = 0
    package var opposing = 0
  }
  /// Two actors in one passage on one issue.
  package struct Pair: Sendable, Equatable {
    package var first: String
    package var second: String
    package var issue: String
    /// Passages that give both the same position jointly.
    package var joint = 0
    /// Passages that say that their views differ: both neutral, or one for and one against.
    package var apart = 0
  }
  package var doc: String
  package var title: String?
  package var date: String?
  package var issuer: String?
  /// Who said so (a `MetadataSource`); nil after reading coded passages.
  package var issuerSource: String?
  package var genre: String?
  package var lang: String?
  package var source: String?
  package var passages = 0
  /// Passages by component, in the order of `Component.allCases`.
  package var components = [0, 0, 0, 0, 0]
  package var withStatements = 0
  package var statements = 0
  /// Passages whose component has a probability below 0.5.
  package var unsure = 0
  /// Forums named, with the passages that name them.
  package var venues: [String: Int] = [:]
  package var mentioned: [String] = []
  package var cells: [Cell] = []
  package var presences: [Presence] = []
  package var pairs: [Pair] = []

  /// What a whole statement counts where joint ones are divided among their holders: 840 can be
  /// divided by 1 to 8.
  package static let divided = 840

  package init(doc: String) { self.doc = doc }

  private struct Key: Hashable {
    var actor: String
    var issue: String
    var component: Component
  }

  /// - Parameters:
  ///   - minimum: statements below this probability are left out.
  ///   - dividesJoint: a joint position counts 1/k for each of its k holders; all counts are then in
  ///     units of `divided`.
  package init(_ document: CodedDocument, minimum: Double = 0, dividesJoint: Bool = false) {
    self.init(doc: document.doc)
    title = document.title
    date = document.date
    issuer = document.issuer
    genre = document.genre
    lang = document.lang
    source = document.source
    mentioned = document.mentionedActors
    passages = document.passages.count
    var cellOf: [Key: Int] = [:]
    var presenceOf: [Key: Int] = [:]
    var pairOf: [[String]: Int] = [:]
    for passage in document.passages {
      components[passage.component.index] += 1
      if passage.confidence < 0.5 { unsure += 1 }
      if passage.venue != "none" { venues[passage.venue, default: 0] += 1 }
      let held = Self.distinct(passage.statements, minimum)
      guard !held.isEmpty else { continue }
      withStatements += 1
      statements += passage.statements.count { $0.confidence >= minimum }
      for (index, statement) in held.enumerated() {
        let key = Key(
          actor: statement.actor, issue: statement.issue, component: passage.component)
        let at = cellOf[key] ?? cells.count
        if at == cells.count {
          cellOf[key] = at
          cells.append(
            Cell(actor: key.actor, issue: key.issue, component: passage.component))
        }
        let weight = dividesJoint ? Self.share(of: statement, in: held) : 1
        cells[at].counts[statement.stance] += weight
        cells[at].confidence[statement.stance] += weight * Int(statement.confidence * 1000 + 0.5)
        let isFirst = !held[..<index].contains {
          $0.actor == statement.actor && $0.issue == statement.issue
        }
        if isFirst { cells[at].passages += 1 }
        if statement.attribution == .issuer { cells[at].fromIssuer += weight }
        if statement.joint != .none { cells[at].joint += 1 }
        cells[at].paths |= Self.bit(passage.path, none: .none)
        cells[at].mechanisms |= Self.bit(passage.mechanism, none: .none)
      }
      countPresence(held, passage.component, &presenceOf)
      if held.count > 1 { countPairs(held, &pairOf) }
    }
    sort()
  }

  /// What a statement counts if a joint position is divided among its holders.
  private static func share(of statement: Statement, in held: [Statement]) -> Int {
    guard statement.joint != .none else { return divided }
    let holders = held.count {
      $0.joint != .none && $0.issue == statement.issue && $0.stance == statement.stance
    }
    return (divided + holders / 2) / holders
  }

  private static func bit<Code: CaseIterable & Equatable>(_ value: Code, none: Code) -> Int {
    guard value != none else { return 0 }
    for (index, code) in Code.allCases.enumerated() where code == value { return 1 << index }
    return 0
  }

  /// Statements of a passage with those on the parents of their issues, each once.
  private static func distinct(_ statements: [Statement], _ minimum: Double) -> [Statement] {
    var held: [Statement] = []
    func add(_ statement: Statement) {
      let isKnown = held.contains {
        $0.actor == statement.actor && $0.issue == statement.issue
          && $0.stance == statement.stance
      }
      if !isKnown { held.append(statement) }
    }
    for statement in statements where statement.confidence >= minimum {
      add(statement)
      if let dot = statement.issue.utf8.firstIndex(of: 0x2E) {
        var parent = statement
        parent.issue = String(statement.issue[..<dot])
        add(parent)
      }
    }
    return held
  }

  private mutating func countPresence(
    _ held: [Statement], _ component: Component, _ presenceOf: inout [Key: Int]
  ) {
    for (index, statement) in held.enumerated() {
      // Once for each actor; alone in most passages.
      let isKnown = held[..<index].contains { $0.actor == statement.actor }
      if isKnown { continue }
      let at = presence(statement.actor, component, &presenceOf)
      presences[at].passages += 1
      var (supports, opposes) = (false, false)
      for own in held[index...] where own.actor == statement.actor {
        if own.stance == .support { supports = true }
        if own.stance == .oppose { opposes = true }
      }
      if supports { presences[at].supporting += 1 }
      if opposes { presences[at].opposing += 1 }
    }
  }

  /// The place of an actor's presence; the last one is asked first, since speakers go on.
  private mutating func presence(
    _ actor: String, _ component: Component, _ presenceOf: inout [Key: Int]
  ) -> Int {
    for at in presences.indices.suffix(4).reversed()
    where presences[at].component == component && presences[at].actor == actor {
      return at
    }
    let key = Key(actor: actor, issue: "", component: component)
    if let at = presenceOf[key] { return at }
    presenceOf[key] = presences.count
    presences.append(Presence(actor: actor, component: component))
    return presences.count - 1
  }

  private mutating func countPairs(_ held: [Statement], _ pairOf: inout [[String]: Int]) {
    for (index, one) in held.enumerated() {
      for other in held[(index + 1)...] where other.issue == one.issue && other.actor != one.actor {
        let isJoint =
          one.joint != .none && other.joint != .none && one.stance == other.stance
          && one.stance != .neutral
        let isApart =
          one.stance == .neutral && other.stance == .neutral
          || one.stance == .support && other.stance == .oppose
          || one.stance == .oppose && other.stance == .support
        guard isJoint || isApart else { continue }
        let isInOrder = one.actor.utf8.lexicographicallyPrecedes(other.actor.utf8)
        let names =
          isInOrder ? [one.actor, other.actor, one.issue] : [other.actor, one.actor, one.issue]
        let at = pairOf[names] ?? pairs.count
        if at == pairs.count {
          pairOf[names] = at
          pairs.append(Pair(first: names[0], second: names[1], issue: names[2]))
        }
        if isJoint { pairs[at].joint += 1 } else { pairs[at].apart += 1 }
      }
    }
  }

  private mutating func sort() {
    cells.sort {
      ($0.actor.asBytes, $0.issue.asBytes, $0.component.index)
        < ($1.actor.asBytes, $1.issue.asBytes, $1.component.index)
    }
    presences.sort {
      ($0.actor.asBytes, $0.component.index) < ($1.actor.asBytes, $1.component.index)
    }
    pairs.sort {
      ($0.first.asBytes, $0.second.asBytes, $0.issue.asBytes)
        < ($1.first.asBytes, $1.second.asBytes, $1.issue.asBytes)
    }
  }
}

/// A string in the order of its bytes, the same in every locale.
package struct ByteOrder: Comparable {
  let string: String
  package static func < (a: ByteOrder, b: ByteOrder) -> Bool {
    let fast = a.string.utf8.withContiguousStorageIfAvailable { a in
      b.string.utf8.withContiguousStorageIfAvailable { b in precedes(a, b) }
    }
    return (fast ?? nil) ?? a.string.utf8.lexicographicallyPrecedes(b.string.utf8)
  }

  @inline(__always)
  private static func precedes(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for index in 0..<min(a.count, b.count) where a[index] != b[index] { return a[index] < b[index] }
    return a.count < b.count
  }
}

extension String {
  package var asBytes: ByteOrder { ByteOrder(string: self) }
}
