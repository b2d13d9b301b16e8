// Counts the statements of one document. Actors and issues are small numbers here: a document has
// hundreds of statements, and comparing strings was most of what counting cost.

internal import Tagging
internal import Text

/// Makes the cells, presences and pairs of a tally.
struct TallyCounter {
  /// A position of a passage: a statement, or the same on the parent of its issue.
  private struct Held {
    var actor: Int
    var issue: Int
    /// The statement's number in its passage.
    var statement: Int
    var stance: Stance
    var joint: Bool
  }

  private let minimum: Double
  private let dividesJoint: Bool
  private var actors = NameTable()
  private var issues = NameTable()
  /// By issue: the number of its parent, -1 for none.
  private var parents: [Int] = []
  private var cells = KeyedList<DocumentTally.Cell>()
  private var presences = KeyedList<DocumentTally.Presence>()
  private var pairs = KeyedList<DocumentTally.Pair>()
  private var held: [Held] = []

  init(minimum: Double, dividesJoint: Bool) {
    self.minimum = minimum
    self.dividesJoint = dividesJoint
  }

  /// Counts the statements of a passage.
  /// - Returns: how many there are, those below the minimum left out.
  mutating func count(
    _ statements: [Statement], in component: Component, _ path: Path, _ mechanism: Mechanism
  ) -> Int {
    guard !statements.isEmpty else { return 0 }
    let count = collect(statements)
    guard !held.isEmpty else { return 0 }
    let (paths, mechanisms) = (Self.bit(path, none: .none), Self.bit(mechanism, none: .none))
    for index in held.indices {
      let place = place(held[index], component)
      countCell(
        index, statements[held[index].statement].confidence,
        isIssuer: statements[held[index].statement].attribution == .issuer, paths, mechanisms,
        in: place)
    }
    countPresences(component)
    if held.count > 1 { countPairs() }
    return count
  }

  /// What was counted, in the order of names.
  func finish(into tally: inout DocumentTally) {
    let (actor, issue) = (actors.ranks(), issues.ranks())
    tally.cells = cells.sorted { Self.key(actor[$0], issue[$1], $2) }
    tally.presences = presences.sorted { Self.key(actor[$0], $1, $2) }
    tally.pairs = pairs.sorted { Self.key(actor[$0], actor[$1], issue[$2]) }
  }

  /// Fills `held` with the statements of a passage and those on the parents of their issues, each
  /// once.
  private mutating func collect(_ statements: [Statement]) -> Int {
    held.removeAll(keepingCapacity: true)
    var count = 0
    for index in statements.indices where statements[index].confidence >= minimum {
      count += 1
      let issue = number(ofIssue: statements[index].issue)
      var new = Held(
        actor: actors.number(statements[index].actor), issue: issue, statement: index,
        stance: statements[index].stance, joint: statements[index].joint != .none)
      add(new)
      if parents[issue] >= 0 {
        new.issue = parents[issue]
        add(new)
      }
    }
    return count
  }

  private mutating func add(_ new: Held) {
    for old in held
    where old.actor == new.actor && old.issue == new.issue && old.stance == new.stance { return }
    held.append(new)
  }

  private mutating func number(ofIssue name: String) -> Int {
    let number = issues.number(name)
    if number == parents.count {
      parents.append(-1)
      if let dot = name.utf8.firstIndex(of: 0x2E) {
        parents[number] = self.number(ofIssue: String(name[..<dot]))
      }
    }
    return number
  }

  private static func key(_ first: Int, _ second: Int, _ third: Int) -> Int {
    first << 42 | second << 21 | third
  }

  /// The place of a position's cell.
  private mutating func place(_ own: Held, _ component: Component) -> Int {
    cells.place(own.actor, own.issue, component.index) {
      DocumentTally.Cell(
        actor: actors.names[own.actor], issue: issues.names[own.issue], component: component)
    }
  }

  private mutating func countCell(
    _ index: Int, _ confidence: Double, isIssuer: Bool, _ paths: Int, _ mechanisms: Int,
    in place: Int
  ) {
    let own = held[index]
    let weight = dividesJoint ? share(of: own) : 1
    let isFirst = !held[..<index].contains { $0.actor == own.actor && $0.issue == own.issue }
    func count(_ cell: inout DocumentTally.Cell) {
      cell.counts[own.stance] += weight
      cell.confidence[own.stance] += weight * Int(confidence * 1000 + 0.5)
      if isFirst { cell.passages += 1 }
      if isIssuer { cell.fromIssuer += weight }
      if own.joint { cell.joint += 1 }
      cell.paths |= paths
      cell.mechanisms |= mechanisms
    }
    count(&cells.values[place])
  }

  /// What a statement counts if a joint position is divided among its holders.
  private func share(of own: Held) -> Int {
    let whole = DocumentTally.divided
    guard own.joint else { return whole }
    let holders = held.count { $0.joint && $0.issue == own.issue && $0.stance == own.stance }
    return (whole + holders / 2) / holders
  }

  private static func bit<Code: CaseIterable & Equatable>(_ value: Code, none: Code) -> Int {
    guard value != none else { return 0 }
    for (index, code) in Code.allCases.enumerated() where code == value { return 1 << index }
    return 0
  }

  private mutating func countPresences(_ component: Component) {
    for (index, own) in held.enumerated() {
      // Once for each actor; alone in most passages.
      if held[..<index].contains(where: { $0.actor == own.actor }) { continue }
      let place = presences.place(own.actor, 0, component.index) {
        DocumentTally.Presence(actor: actors.names[own.actor], component: component)
      }
      let supports = held[index...].contains { $0.actor == own.actor && $0.stance == .support }
      let opposes = held[index...].contains { $0.actor == own.actor && $0.stance == .oppose }
      presences.values[place].passages += 1
      if supports { presences.values[place].supporting += 1 }
      if opposes { presences.values[place].opposing += 1 }
    }
  }

  private mutating func countPairs() {
    for (index, one) in held.enumerated() {
      for other in held[(index + 1)...] where other.issue == one.issue && other.actor != one.actor {
        let isJoint =
          one.joint && other.joint && one.stance == other.stance && one.stance != .neutral
        let isApart =
          one.stance == .neutral && other.stance == .neutral
          || one.stance == .support && other.stance == .oppose
          || one.stance == .oppose && other.stance == .support
        guard isJoint || isApart else { continue }
        let isInOrder = actors.names[one.actor].asBytes < actors.names[other.actor].asBytes
        let (first, second) = isInOrder ? (one.actor, other.actor) : (other.actor, one.actor)
        let place = pairs.place(first, second, one.issue) {
          DocumentTally.Pair(
            first: actors.names[first], second: actors.names[second], issue: issues.names[one.issue]
          )
        }
        if isJoint { pairs.values[place].joint += 1 } else { pairs.values[place].apart += 1 }
      }
    }
  }
}

extension NameTable {
  fileprivate mutating func number(_ name: String) -> Int {
    // A document has few of either, and mostly the same again.
    if names.count <= 8, let known = names.lastIndex(of: name) { return known }
    var name = name
    return name.withUTF8 { number(of: $0) }
  }

  /// By number: the name's place in the order of bytes.
  fileprivate func ranks() -> [Int] {
    var ranks = [Int](repeating: 0, count: names.count)
    let order = names.indices.sorted { names[$0].asBytes < names[$1].asBytes }
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
  }
}

/// Values by a key of three numbers below 2²¹.
private struct KeyedList<Value> {
  var values: [Value] = []
  private var keys: [Int] = []
  /// Places of the keys after the first few, open-addressed; -1 is empty.
  private var slots: [Int32] = []
  private static var few: Int { 16 }

  /// Where the value of a key is, made if there is none.
  @inline(__always)
  mutating func place(_ a: Int, _ b: Int, _ c: Int, _ make: () -> Value) -> Int {
    let key = a << 42 | b << 21 | c
    for index in stride(from: min(keys.count, Self.few) - 1, through: 0, by: -1)
    where keys[index] == key { return index }
    if keys.count > Self.few {
      let place = slots[slot(of: key)]
      if place >= 0 { return Int(place) }
    }
    keys.append(key)
    values.append(make())
    if keys.count > Self.few { insert(keys.count - 1) }
    return values.count - 1
  }

  /// The slot of a key, or the empty one where it would be.
  private func slot(of key: Int) -> Int {
    var at =
      Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 33) & (slots.count - 1)
    while slots[at] >= 0, keys[Int(slots[at])] != key { at = (at + 1) & (slots.count - 1) }
    return at
  }

  private mutating func insert(_ place: Int) {
    if keys.count * 2 > slots.count {
      slots = Array(repeating: -1, count: max(slots.count * 2, Self.few * 4))
      for other in Self.few..<place { slots[slot(of: keys[other])] = Int32(other) }
    }
    slots[slot(of: keys[place])] = Int32(place)
  }

  /// The values by a number made of their keys.
  func sorted(by rank: (Int, Int, Int) -> Int) -> [Value] {
    let ranks = keys.map { rank($0 >> 42, $0 >> 21 & 0x1F_FFFF, $0 & 0x1F_FFFF) }
    return values.indices.sorted { ranks[$0] < ranks[$1] }.map { values[$0] }
  }
}
