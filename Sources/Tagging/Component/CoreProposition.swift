// What a passage says at its core: the act and its object, seen through the frame around it. "Both
// leaders affirmed the need to keep these channels open" is at its core keeping channels, put as a
// need, in a reported position; the codebook codes what is called for, not the calling.

internal import Text

/// The frame of reporting around the core, if there is one.
enum ReportFrame: Int, CaseIterable, Sendable {
  case none, believe, urge, say, commit, agree, aim, concern, welcome
}

/// How the core is put: a mood, its tense and voice, or the link from the frame to it.
struct CoreMood: Sendable {
  /// 0..<42: a mood in the present, past or passive. 42..<56: "that" + mood. 56..<70: adjective +
  /// "that" + mood. Then the links of `Link`.
  let rawValue: Int

  enum Link: Int, CaseIterable, Sendable {
    case necessity, importance, commitment, that, to, gerund, noun, adjectiveTo, imperativeTo
    case imperativeGerund, imperative, fragment
  }

  static let count = 70 + Link.allCases.count

  init(_ predicate: Predicate) {
    let form = predicate.isPassive ? 2 : predicate.isPast ? 1 : 0
    rawValue = form * 14 + predicate.mood.rawValue
  }
  init(that mood: Mood) { rawValue = 42 + mood.rawValue }
  init(adjectiveThat mood: Mood) { rawValue = 56 + mood.rawValue }
  init(_ link: Link) { rawValue = 70 + link.rawValue }

  static func name(_ rawValue: Int) -> String {
    let moods = FeatureNames.moods
    switch rawValue {
    case 0..<14: return moods[rawValue]
    case 14..<28: return moods[rawValue - 14] + "-past"
    case 28..<42: return moods[rawValue - 28] + "-passive"
    case 42..<56: return "that-" + moods[rawValue - 42]
    case 56..<70: return "adjective-that-" + moods[rawValue - 56]
    default: return FeatureNames.links[rawValue - 70]
    }
  }
}

/// The core of a passage.
struct CoreProposition: Sendable {
  var frame = ReportFrame.none
  var mood = CoreMood(.fragment)
  /// nil where the core is a noun.
  var verb: VerbKind?
  var object = ObjectKind.none
  /// Token of the act, in the document.
  var act: Int32 = 0
}

/// Finds the core of a passage from its predicates.
struct CoreFinder: Sendable {
  let scanner: ClauseScanner
  private let concern = ClassSet(.concern)
  private let welcome = ClassSet(.softCall)
  private let actNoun = ClassSet(.actNoun)
  private let needNoun = ClassSet(.needNoun)
  private let importance = ClassSet(.importance)
  private let that = ClassSet(.that)
  private let to = ClassSet(.to)

  init(scanner: ClauseScanner) { self.scanner = scanner }

  /// - Parameter start: index of the passage's first word, past labels and bullets.
  func find(
    _ predicates: PredicateList, _ cursor: ClauseScanner.Cursor, start: Int
  ) -> CoreProposition {
    guard predicates.count > 0 else { return withoutPredicate(cursor, start) }
    let first = predicates[0]
    let act = Int(first.act) - cursor.base
    var frame = reportFrame(first, cursor.set(act))
    // "Raised deep concerns over", "expresses concern about": the noun says what the verb does not.
    if frame == .say || frame == .none || frame == .believe,
      (act + 1..<act + 4).contains(where: { cursor.set($0).intersects(concern) }),
      first.mood == .finite || first.mood == .perfect
    {
      frame = .concern
    }
    if frame != .none {
      return framed(frame, predicates, cursor, from: act + 1)
    }
    if first.mood == .copula, [.adjective, .evaluation, .foundation].contains(first.verb) {
      for at in act..<max(act, min(cursor.count, act + 7)) {
        let set = cursor.set(at)
        if set.intersects(to), at + 1 < cursor.count {
          return core(.none, CoreMood(.adjectiveTo), at + 1, cursor)
        }
        if set.intersects(that), let inner = next(predicates, after: at, cursor) {
          return core(.none, CoreMood(adjectiveThat: inner.mood), inner, cursor)
        }
      }
    }
    return core(.none, CoreMood(first), first, cursor)
  }

  private func reportFrame(_ predicate: Predicate, _ set: ClassSet) -> ReportFrame {
    if set.intersects(concern) { return .concern }
    switch predicate.mood {
    case .finite, .perfect, .will, .progressive, .copula:
      switch predicate.verb {
      case .believe: return .believe
      case .urge: return .urge
      case .say: return .say
      case .commit: return .commit
      case .agree: return .agree
      case .aim: return .aim
      default: break
      }
    default: break
    }
    return set.intersects(welcome) ? .welcome : .none
  }

  private func framed(
    _ frame: ReportFrame, _ predicates: PredicateList, _ cursor: ClauseScanner.Cursor, from: Int
  ) -> CoreProposition {
    for at in from..<max(from, min(cursor.count, from + 9)) {
      let set = cursor.set(at)
      let token = cursor.token(at)
      if set.intersects(actNoun) {
        let mood = CoreMood(
          set.intersects(needNoun)
            ? .necessity : set.intersects(importance) ? .importance : .commitment)
        for ahead in (at + 1)..<max(at + 1, min(cursor.count, at + 5))
        where cursor.set(ahead - 1).intersects(to) || cursor.shape.endsInIng(cursor.token(ahead)) {
          return core(frame, mood, ahead, cursor)
        }
        return CoreProposition(
          frame: frame, mood: mood, verb: nil,
          object: scanner.object(cursor, from: at + 1, to: at + 8),
          act: Int32(cursor.base + at))
      }
      if set.intersects(that) {
        if let inner = next(predicates, after: at, cursor) {
          return core(frame, CoreMood(that: inner.mood), inner, cursor)
        }
        return noun(frame, .that, cursor, at)
      }
      if set.intersects(to), scanner.verb(cursor.set(at + 1)) != nil {
        return core(frame, CoreMood(.to), at + 1, cursor)
      }
      if at > from, cursor.shape.endsInIng(token), scanner.verb(set) != nil {
        return core(frame, CoreMood(.gerund), at, cursor)
      }
      if token.isPunctuation { break }
    }
    if predicates.count > 1, predicates[1].mood.rawValue <= Mood.should.rawValue {
      return core(frame, CoreMood(that: predicates[1].mood), predicates[1], cursor)
    }
    return noun(frame, .noun, cursor, from)
  }

  private func withoutPredicate(
    _ cursor: ClauseScanner.Cursor, _ start: Int
  ) -> CoreProposition {
    guard start < cursor.count else { return CoreProposition() }
    let isTo = cursor.set(start).intersects(to)
    let at = isTo ? start + 1 : start
    let verb = scanner.verb(cursor.set(at))
    let link: CoreMood.Link
    if isTo {
      link = .imperativeTo
    } else if at < cursor.count, cursor.shape.endsInIng(cursor.token(at)) {
      link = .imperativeGerund
    } else {
      link = verb == nil ? .fragment : .imperative
    }
    return CoreProposition(
      frame: .none, mood: CoreMood(link), verb: verb,
      object: scanner.object(cursor, from: at + 1, to: at + 9),
      act: Int32(cursor.base + min(at, cursor.count - 1)))
  }

  private func next(
    _ predicates: PredicateList, after at: Int, _ cursor: ClauseScanner.Cursor
  ) -> Predicate? {
    for index in 1..<max(1, predicates.count)
    where Int(predicates[index].position) - cursor.base > at {
      return predicates[index]
    }
    return nil
  }

  private func core(
    _ frame: ReportFrame, _ mood: CoreMood, _ at: Int, _ cursor: ClauseScanner.Cursor
  ) -> CoreProposition {
    CoreProposition(
      frame: frame, mood: mood, verb: scanner.verb(cursor.set(at)) ?? .other,
      object: scanner.object(cursor, from: at + 1, to: at + 9),
      act: Int32(cursor.base + min(at, cursor.count - 1)))
  }

  private func core(
    _ frame: ReportFrame, _ mood: CoreMood, _ inner: Predicate, _ cursor: ClauseScanner.Cursor
  ) -> CoreProposition {
    let at = Int(inner.act) - cursor.base
    return CoreProposition(
      frame: frame, mood: mood, verb: inner.verb,
      object: scanner.object(cursor, from: at + 1, to: at + 9), act: inner.act)
  }

  private func noun(
    _ frame: ReportFrame, _ link: CoreMood.Link, _ cursor: ClauseScanner.Cursor, _ at: Int
  ) -> CoreProposition {
    CoreProposition(
      frame: frame, mood: CoreMood(link), verb: nil,
      object: scanner.object(cursor, from: at, to: at + 9),
      act: Int32(cursor.base + min(at, cursor.count - 1)))
  }
}
