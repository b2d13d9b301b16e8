// A shallow parse in one pass over a passage: predicates with their mood, act and subject. It knows
// no grammar but word order, which English policy prose keeps to.

internal import Text

/// Finds the predicates of a passage.
struct ClauseScanner: Sendable {
  /// First kind whose class a token has; -1 is none.
  struct Priority: Sendable {
    private let order: [(ClassSet, Int)]
    private let any: ClassSet

    init(_ order: [(LexicalClass?, Int)]) {
      self.order = order.compactMap { pair in pair.0.map { ($0.set, pair.1) } }
      var any = ClassSet()
      for (set, _) in self.order { any.formUnion(set) }
      self.any = any
    }

    @inline(__always)
    func first(_ set: ClassSet) -> Int {
      guard set.intersects(any) else { return -1 }
      for (candidate, value) in order where set.intersects(candidate) { return value }
      return -1
    }
  }

  let verbs = Priority(VerbKind.allCases.map { ($0.lexicalClass, $0.rawValue) })
  let subjects = Priority(SubjectKind.allCases.map { ($0.lexicalClass, $0.rawValue) })
  let objects = Priority(ObjectKind.allCases.map { ($0.lexicalClass, $0.rawValue) })
  private let modals = Priority([
    (.modalShall, 0), (.modalMust, 1), (.modalNeed, 2), (.modalShould, 3), (.modalMay, 4),
    (.modalCan, 5), (.modalWill, 6), (.modalWould, 7),
  ])
  private let copula = ClassSet(.copula)
  private let have = ClassSet(.have)
  private let be = ClassSet(.be)
  private let adverb = ClassSet(.adverb)
  private let negation = ClassSet(.negation)
  private let participle = ClassSet(.participle)
  private let pastForm = ClassSet(.pastForm)
  private let evaluative = ClassSet(.evaluative)
  private let foundation = ClassSet(.goal, .foundation)
  private let foundationNear = ClassSet(.goal, .foundation, .importance)
  private let nounBefore = ClassSet(.det, .prep, .to, .and, .possessivePronoun)
  private let nounBeforeEd = ClassSet(.det, .prep, .to, .and, .possessivePronoun)
  private let pluralSubject = ClassSet(.we, .they, .states, .operators, .persons, .authority, .who)
  private let relative = ClassSet(.that, .who)
  private let that = ClassSet(.that)
  private let by = ClassSet(.by)
  private let prep = ClassSet(.prep)
  private let condition = ClassSet(.condition)
  private let subordinator = ClassSet(.subordinator)
  private let semiModal = ClassSet(.semiModal)
  private let to = ClassSet(.to)
  private let det = ClassSet(.det)

  /// State of the scan of one passage.
  private struct State {
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
    var at = 0
    while at < count, list.count < PredicateList.capacity {
      let set = classes[at]
      let token = tokens[base + at]
      if token.shape.contains(.punctuation) {
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
      let cursor = Cursor(
        tokens: tokens, base: base, count: count, classes: classes, shape: shape)
      if let next = modal(cursor, at, set, &state, &list)
        ?? copula(cursor, at, set, &state, &list) ?? perfect(cursor, at, set, &state, &list)
        ?? finite(cursor, at, set, &state, &list)
      {
        state.afterPreposition = true
        at = next
        continue
      }
      noun(cursor, at, set, &state, list)
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

  private func isParticiple(_ cursor: Cursor, _ at: Int) -> Bool {
    guard at < cursor.count else { return false }
    return cursor.shape.endsInEd(cursor.token(at)) || cursor.classes[at].intersects(participle)
  }

  private func skipAdverbs(_ cursor: Cursor, _ start: Int, _ found: inout Predicate) -> Int {
    var at = start
    while at < cursor.count {
      let set = cursor.classes[at]
      guard set.intersects(adverb) || cursor.shape.endsInLy(cursor.token(at)) else { break }
      if set.intersects(negation) { found.isNegated = true }
      if set.intersects(be) { found.isPassive = true }
      at += 1
    }
    return at
  }

  private func modal(
    _ cursor: Cursor, _ at: Int, _ set: ClassSet, _ state: inout State, _ list: inout PredicateList
  ) -> Int? {
    let kind = modals.first(set)
    guard kind >= 0, let mood = Mood(rawValue: kind) else { return nil }
    if at > 0 {
      if mood == .will && cursor.classes[at - 1].intersects(det) { return nil }
      if mood == .may && cursor.token(at).shape.contains(.capitalized) { return nil }
    }
    var found = Predicate(mood: mood, subject: state.subject)
    found.isNegated = set.intersects(negation)
    var next = at + 1
    if mood == .need || cursor.set(next).intersects(to) {
      while next < cursor.count, cursor.classes[next].intersects(semiModal) { next += 1 }
    }
    next = skipAdverbs(cursor, next, &found)
    found.verb = verb(cursor.set(next)) ?? .other
    if found.isPassive, next < cursor.count, !isParticiple(cursor, next),
      !cursor.shape.endsInEn(cursor.token(next))
    {
      found.isPassive = false
      found.verb = cursor.classes[next].intersects(evaluative) ? .adjective : .copula
    }
    add(found, cursor, at, next, state, &list)
    return next + 1
  }

  private func copula(
    _ cursor: Cursor, _ at: Int, _ set: ClassSet, _ state: inout State, _ list: inout PredicateList
  ) -> Int? {
    guard set.intersects(copula), !set.intersects(be), !cursor.shape.endsInIng(cursor.token(at))
    else { return nil }
    var found = Predicate(mood: .copula, subject: state.subject)
    // "was", "were", "became" — the only forms that start in w or end in -ame.
    found.isPast =
      cursor.shape.first(cursor.token(at)) | 0x20 == 0x77 || set.intersects(pastForm)
    let next = skipAdverbs(cursor, at + 1, &found)
    found.isPassive = false
    let following = cursor.set(next)
    if next < cursor.count, cursor.shape.endsInIng(cursor.token(next)) {
      found.mood = .progressive
      found.verb = verb(following) ?? .other
    } else if isParticiple(cursor, next) {
      found.mood = .passive
      found.isPassive = true
      found.verb = verb(following) ?? .other
    } else if following.intersects(evaluative) {
      found.verb = .adjective
    } else if following.intersects(foundation) || cursor.set(next + 1).intersects(foundationNear)
      || cursor.set(next + 2).intersects(foundationNear)
    {
      found.verb = .foundation
    } else {
      found.verb = .nominal
      for ahead in next..<max(next, min(cursor.count, next + 5))
      where cursor.classes[ahead].intersects(evaluative) { found.verb = .evaluation }
    }
    add(found, cursor, at, next, state, &list)
    return next + 1
  }

  private func perfect(
    _ cursor: Cursor, _ at: Int, _ set: ClassSet, _ state: inout State, _ list: inout PredicateList
  ) -> Int? {
    guard set.intersects(have) else { return nil }
    var found = Predicate(mood: .perfect, subject: state.subject)
    let next = skipAdverbs(cursor, at + 1, &found)
    found.isPassive = false
    // "had" is the form that ends in d.
    let isHad = cursor.shape.bytes[Int(cursor.token(at).end) - 1] | 0x20 == 0x64
    if isParticiple(cursor, next) {
      found.isPast = true
      found.verb = verb(cursor.set(next)) ?? .other
      add(found, cursor, at, next, state, &list)
      return next + 1
    }
    found.mood = .have
    found.verb = .have
    found.isPast = isHad
    add(found, cursor, at, at, state, &list)
    return at + 1
  }

  private func finite(
    _ cursor: Cursor, _ at: Int, _ set: ClassSet, _ state: inout State, _ list: inout PredicateList
  ) -> Int? {
    guard at > 0 else { return nil }
    let token = cursor.token(at)
    let before = cursor.classes[at - 1]
    let kind = verb(set)
    let hasEd = cursor.shape.endsInEd(token)
    guard kind != nil || hasEd, !before.intersects(nounBefore) else { return nil }
    let previous = cursor.token(at - 1)
    if previous.shape.contains(.punctuation), cursor.shape.isSingle(previous, 0x2C) { return nil }
    if list.count > 0, Int(list[list.count - 1].act) >= cursor.base + at - 1 { return nil }
    var found = Predicate(mood: .finite, verb: kind ?? .other, subject: state.subject)
    if hasEd || set.intersects(pastForm) {
      found.isPast = true
      if cursor.set(at + 1).intersects(by) { return nil }
    } else if cursor.shape.endsInS(token) {
      guard state.subject != .none || previous.shape.contains(.capitalized) || at < 4 else {
        return nil
      }
    } else {
      guard !cursor.shape.endsInIng(token),
        before.intersects(pluralSubject) || cursor.shape.endsInS(previous)
      else { return nil }
    }
    add(found, cursor, at, at, state, &list)
    return at + 1
  }

  private func add(
    _ found: Predicate, _ cursor: Cursor, _ position: Int, _ act: Int, _ state: State,
    _ list: inout PredicateList
  ) {
    var found = found
    found.position = Int32(cursor.base + position)
    found.act = Int32(cursor.base + min(act, cursor.count - 1))
    found.subjectToken = state.subjectToken
    list.append(found)
  }

  private func noun(
    _ cursor: Cursor, _ at: Int, _ set: ClassSet, _ state: inout State, _ list: PredicateList
  ) {
    if (list.count == 0 && set.intersects(condition)) || (at == 0 && set.intersects(subordinator)) {
      state.inSubordinate = true
    }
    if set.intersects(prep) { state.afterPreposition = true }
    if set.intersects(relative) {
      state.afterPreposition = false
      if set.intersects(that) {
        if list.count > 0 { state.drop() }
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
    guard state.subject == .none else { return }
    let token = cursor.token(at)
    if cursor.shape.looksAbstract(token) {
      state.subject = .abstract
      state.subjectToken = Int32(cursor.base + at)
    } else if at > 0, token.shape.contains(.capitalized) {
      state.subject = .proper
      state.subjectToken = Int32(cursor.base + at)
    }
  }
}
