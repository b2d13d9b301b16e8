// The kinds of predicates that the scan of a passage knows: modals, copulas, perfects and finite
// verbs, each with the adverbs that may stand in it.

internal import Text

extension ClauseScanner {
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

  func modal(
    _ cursor: Cursor, _ at: Int, _ set: ClassSet, _ state: inout State, _ list: inout PredicateList
  ) -> Int? {
    let kind = modals.first(set)
    guard kind >= 0, let mood = Mood(rawValue: kind) else { return nil }
    if at > 0 {
      if mood == .will && cursor.classes[at - 1].intersects(det) { return nil }
      if mood == .may && cursor.token(at).isCapitalized { return nil }
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

  func copula(
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

  func perfect(
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

  func finite(
    _ cursor: Cursor, _ at: Int, _ set: ClassSet, _ state: inout State, _ list: inout PredicateList
  ) -> Int? {
    guard at > 0 else { return nil }
    let token = cursor.token(at)
    let before = cursor.classes[at - 1]
    let kind = verb(set)
    let hasEd = cursor.shape.endsInEd(token)
    guard kind != nil || hasEd, !before.intersects(nounBefore) else { return nil }
    let previous = cursor.token(at - 1)
    if previous.isPunctuation, cursor.shape.isSingle(previous, 0x2C) { return nil }
    if list.count > 0, Int(list[list.count - 1].act) >= cursor.base + at - 1 { return nil }
    var found = Predicate(mood: .finite, verb: kind ?? .other, subject: state.subject)
    if hasEd || set.intersects(pastForm) {
      found.isPast = true
      if cursor.set(at + 1).intersects(by) { return nil }
    } else if cursor.shape.endsInS(token) {
      guard state.subject != .none || previous.isCapitalized || at < 4 else {
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
}
