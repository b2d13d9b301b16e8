// A shallow parse in one pass over a passage: predicates with their mood, act and subject. It knows
// no grammar but word order, which English policy prose keeps to.

internal import Text

/// Finds the predicates of a passage.
struct ClauseScanner: Sendable {
  /// First kind whose class a token has; -1 is none.
  struct Priority: Sendable {
    let order: ClassOrder
    private let values: [Int]

    init(_ order: [(LexicalClass?, Int)]) {
      self.order = ClassOrder(order.map(\.0))
      values = order.map(\.1)
    }

    @inline(__always)
    func first(_ set: ClassSet) -> Int {
      guard set.intersects(order.any) else { return -1 }
      return values[order.places(set).trailingZeroBitCount]
    }
  }

  let verbs = Priority(VerbKind.allCases.map { ($0.lexicalClass, $0.rawValue) })
  let subjects = Priority(SubjectKind.allCases.map { ($0.lexicalClass, $0.rawValue) })
  let objects = Priority(ObjectKind.allCases.map { ($0.lexicalClass, $0.rawValue) })
  let modals = Priority([
    (.modalShall, 0), (.modalMust, 1), (.modalNeed, 2), (.modalShould, 3), (.modalMay, 4),
    (.modalCan, 5), (.modalWill, 6), (.modalWould, 7),
  ])
  let copula = ClassSet(.copula)
  let have = ClassSet(.have)
  let be = ClassSet(.be)
  let adverb = ClassSet(.adverb)
  let negation = ClassSet(.negation)
  let participle = ClassSet(.participle)
  let pastForm = ClassSet(.pastForm)
  let evaluative = ClassSet(.evaluative)
  let foundation = ClassSet(.goal, .foundation)
  let foundationNear = ClassSet(.goal, .foundation, .importance)
  let nounBefore = ClassSet(.det, .prep, .to, .and, .possessivePronoun)
  let pluralSubject = ClassSet(.we, .they, .states, .operators, .persons, .authority, .who)
  private let relative = ClassSet(.that, .who)
  let that = ClassSet(.that)
  let by = ClassSet(.by)
  private let prep = ClassSet(.prep)
  private let condition = ClassSet(.condition)
  private let subordinator = ClassSet(.subordinator)
  let semiModal = ClassSet(.semiModal)
  let to = ClassSet(.to)
  let det = ClassSet(.det)

  /// Classes without one of which no predicate begins, but for words in -ed.
  private let predicative: ClassSet
  /// Classes without one of which a word that is no predicate changes nothing but the lack of a
  /// subject.
  private let telling: ClassSet

  init() {
    var predicative = modals.order.any
    predicative.formUnion(verbs.order.any)
    predicative.formUnion(copula)
    predicative.formUnion(have)
    self.predicative = predicative
    var telling = subjects.order.any
    for set in [condition, subordinator, prep, relative] { telling.formUnion(set) }
    self.telling = telling
  }

  /// State of the scan of one passage.
  struct State {
    var subject = SubjectKind.none
    var subjectToken: Int32 = -1
    var afterPreposition = false
    var inSubordinate = false

    mutating func drop() {
      subject = .none
      subjectToken = -1
    }
  }

  /// - Parameters:
  ///   - range: tokens of the passage in `tokens`.
  ///   - classes: of the passage's tokens, from 0.
  func scan(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>,
    _ classes: UnsafeBufferPointer<ClassSet>, _ shape: WordShape, into list: inout PredicateList
  ) {
    list.removeAll()
    let count = range.count
    let base = range.lowerBound
    var state = State()
    let cursor = Cursor(
      tokens: tokens, base: base, count: count, classes: classes, shape: shape)
    var at = 0
    while at < count, list.count < PredicateList.capacity {
      let set = classes[at]
      let token = tokens[base + at]
      if token.isPunctuation {
        if isClauseBreak(shape.first(token)) {
          state.afterPreposition = false
          if state.inSubordinate {
            state.drop()
            state.inSubordinate = false
          }
        }
        at += 1
        continue
      }
      if set.intersects(predicative) || shape.endsInEd(token),
        let next = modal(cursor, at, set, &state, &list)
          ?? copula(cursor, at, set, &state, &list) ?? perfect(cursor, at, set, &state, &list)
          ?? finite(cursor, at, set, &state, &list)
      {
        state.afterPreposition = true
        at = next
        continue
      }
      if set.intersects(telling) {
        noun(cursor, at, set, &state, hasPredicate: list.count > 0)
      } else if state.subject == .none {
        subject(cursor, at, &state)
      }
      at += 1
    }
  }

  /// Where the scan stands: the passage's tokens by index from 0.
  struct Cursor {
    let tokens: UnsafeBufferPointer<Token>
    let base: Int
    let count: Int
    let classes: UnsafeBufferPointer<ClassSet>
    let shape: WordShape

    @inline(__always) func token(_ index: Int) -> Token { tokens[base + index] }
    @inline(__always) func set(_ index: Int) -> ClassSet {
      index < count ? classes[index] : ClassSet()
    }
  }

  @inline(__always)
  private func isClauseBreak(_ byte: UInt8) -> Bool { byte == 0x2C || byte == 0x3B || byte == 0x3A }

  func verb(_ set: ClassSet) -> VerbKind? {
    let kind = verbs.first(set)
    return kind < 0 ? nil : VerbKind(rawValue: kind)
  }

  /// First telling noun in tokens `from..<to` of the passage.
  func object(_ cursor: Cursor, from: Int, to: Int) -> ObjectKind {
    var at = from
    while at < min(to, cursor.count) {
      let kind = objects.first(cursor.classes[at])
      if kind >= 0 { return ObjectKind(rawValue: kind) ?? .none }
      at += 1
    }
    return .none
  }

  private func noun(
    _ cursor: Cursor, _ at: Int, _ set: ClassSet, _ state: inout State, hasPredicate: Bool
  ) {
    if (!hasPredicate && set.intersects(condition)) || (at == 0 && set.intersects(subordinator)) {
      state.inSubordinate = true
    }
    if set.intersects(prep) { state.afterPreposition = true }
    if set.intersects(relative) {
      state.afterPreposition = false
      if set.intersects(that) {
        if hasPredicate { state.drop() }
        return
      }
    }
    let kind = subjects.first(set)
    if kind >= 0 {
      if state.subject == .none || !state.afterPreposition {
        state.subject = SubjectKind(rawValue: kind) ?? .none
        state.subjectToken = Int32(cursor.base + at)
      }
      return
    }
    if state.subject == .none { subject(cursor, at, &state) }
  }

  /// Takes a word of no telling class for the subject where it looks like one.
  @inline(__always)
  private func subject(_ cursor: Cursor, _ at: Int, _ state: inout State) {
    let token = cursor.token(at)
    if cursor.shape.looksAbstract(token) {
      state.subject = .abstract
      state.subjectToken = Int32(cursor.base + at)
    } else if at > 0, token.isCapitalized {
      state.subject = .proper
      state.subjectToken = Int32(cursor.base + at)
    }
  }
}
