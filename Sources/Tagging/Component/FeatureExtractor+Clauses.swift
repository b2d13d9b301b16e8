// The features of a passage's clauses: its core, its predicates, what goes together in it, and the
// signs that it lends to its neighbours.

internal import Text

extension FeatureExtractor {
  func core(_ core: CoreProposition, _ emit: inout Emitter) {
    let verb = core.verb?.rawValue ?? VerbKind.allCases.count
    let (frame, mood, object) = (core.frame.rawValue, core.mood.rawValue, core.object.rawValue)
    emit(space.coreMood(mood), at: core.act)
    emit(space.coreVerb(verb), at: core.act)
    emit(space.coreObject(object), at: core.act)
    emit(space.moodVerb(mood, verb), at: core.act)
    emit(space.verbObject(verb, object), at: core.act)
    emit(space.moodObject(mood, object), at: core.act)
    guard core.frame != .none else { return }
    emit(space.frame(frame), at: core.act)
    emit(space.frameMood(frame, mood), at: core.act)
    emit(space.framedObject(object), at: core.act)
    emit(space.frameObject(frame, object), at: core.act)
    emit(space.framedVerb(verb), at: core.act)
  }

  func predicates(
    _ list: PredicateList, _ cursor: ClauseScanner.Cursor, _ emit: inout Emitter
  ) {
    func flag(_ value: FeatureSpace.Flag) { emit(space.flag(value.rawValue)) }
    guard list.count > 0 else { return flag(.noPredicate) }
    var moods: UInt32 = 0
    var anyPast = false
    var allPast = true
    for index in 0..<list.count {
      let predicate = list[index]
      let (mood, verb, kind) = (
        predicate.mood.rawValue, predicate.verb.rawValue, predicate.subject.rawValue
      )
      let tense = mood * 2 + (predicate.isPast ? 1 : 0)
      let at = predicate.position
      if predicate.isPast { anyPast = true } else { allPast = false }
      if moods >> UInt32(mood) & 1 == 0 {
        moods |= 1 << UInt32(mood)
        emit(space.anyMood(mood), at: at)
      }
      emit(space.anyAct(mood, verb), at: predicate.act)
      let ordinal = min(index, 2)
      guard index < 4 else { continue }
      emit(space.mood[ordinal](mood), at: at)
      emit(space.verb[ordinal](verb), at: predicate.act)
      emit(space.moodTense[ordinal](tense), at: at)
      emit(space.moodAct[ordinal](mood, verb), at: predicate.act)
      guard index < 2 else { continue }
      let subjectAt = predicate.subjectToken >= 0 ? predicate.subjectToken : at
      emit(space.subject[index](kind), at: subjectAt)
      emit(space.subjectMood[index](kind, tense), at: subjectAt)
      emit(space.subjectVerb[index](kind, verb), at: subjectAt)
      if predicate.isNegated { emit(space.negated[index](mood), at: at) }
      if predicate.isPassive { emit(space.passive[index](mood), at: at) }
      let from = Int(predicate.act) - cursor.base + 1
      let object = finder.scanner.object(cursor, from: from, to: from + 6).rawValue
      emit(space.object[index](verb, object), at: predicate.act)
      emit(space.objectMood[index](mood, object), at: predicate.act)
    }
    if anyPast { flag(.anyPast) }
    if allPast { flag(.allPast) }
    if list.count > 1 {
      emit(space.pairMood(list[0].mood.rawValue, list[1].mood.rawValue), at: list[1].position)
      emit(space.pairVerb(list[0].verb.rawValue, list[1].mood.rawValue), at: list[0].act)
    }
  }

  func combinations(_ analysis: inout PassageAnalysis, _ emit: inout Emitter) {
    let list = analysis.predicates
    var dominant = FeatureSpace.dominantCount - 1
    var isDeontic = false
    if list.count > 0 { dominant = list[0].mood.rawValue * 2 + (list[0].isPast ? 1 : 0) }
    for index in 0..<list.count {
      if list[index].mood.isDeontic { isDeontic = true }
    }
    for index in 0..<list.count where list[index].mood.isDeontic || list[index].mood == .will {
      dominant = list[index].mood.rawValue * 2
      break
    }
    analysis.dominant = dominant
    emit(space.dominant(dominant))
    func flag(_ value: FeatureSpace.Flag) { emit(space.flag(value.rawValue)) }
    flag(isDeontic ? .deontic : .notDeontic)
    let classes = analysis.classes
    if isDeontic {
      bits(sets.deontic.places(classes)) { emit(space.deonticClass($0)) }
    } else {
      bits(sets.plain.places(classes)) { emit(space.plainClass($0)) }
    }
    if classes.intersects(sets.body) {
      if classes.intersects(sets.establish) { flag(.establishedBody) }
      if classes.intersects(sets.process) { flag(.bodyProcess) }
    }
    if classes.intersects(sets.meet), classes.intersects(sets.process) { flag(.meetProcess) }
    let present = telling.places(classes)
    bits(present) { a in
      emit(space.dominantClass(dominant, a))
      bits(present & ~(2 << UInt64(a) &- 1)) { emit(space.classPair(a, $0)) }
    }
  }

  /// Calls `body` with the place of each set bit, ascending.
  @inline(__always)
  func bits(_ bits: UInt64, _ body: (Int) -> Void) {
    var rest = bits
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }

  func signs(_ analysis: inout PassageAnalysis) {
    var bits: UInt32 = 0
    func set(_ sign: FeatureSpace.Sign, _ condition: Bool = true) {
      if condition { bits |= 1 << UInt32(sign.rawValue) }
    }
    let list = analysis.predicates
    for index in 0..<list.count {
      switch list[index].mood {
      case .shall: set(.shall)
      case .should: set(.should)
      case .must: set(.must)
      case .will: set(.will)
      default: break
      }
      if list[index].mood.isDeontic { set(.deontic) }
      if list[index].isPast { set(.past) }
    }
    set(.noPredicate, list.count == 0)
    set(.itemInfinitive, analysis.item == FeatureSpace.Item.infinitive.rawValue)
    set(.itemGerund, analysis.item == FeatureSpace.Item.gerund.rawValue)
    set(.itemBase, analysis.item == FeatureSpace.Item.base.rawValue)
    set(.colon, analysis.endsInColon)
    set(.semicolon, analysis.endsInSemicolon)
    set(.we, analysis.has(sets.we))
    set(.body, analysis.has(sets.body))
    set(.process, analysis.has(sets.process))
    set(.event, analysis.has(sets.event))
    set(.threat, analysis.has(sets.threat))
    set(.value, analysis.has(sets.value))
    set(.establish, analysis.has(sets.establish))
    set(.decide, analysis.has(sets.decide))
    set(.offence, analysis.has(sets.offence))
    analysis.signs = bits
  }
}
