// From tokens and matches to features: one pass over each passage, and a second that adds what the
// document, the neighbours and the lead-in of a list tell. Fitting and coding share this code.

internal import Ingest
internal import Lexicon
internal import Text

/// Extracts the features of all passages of a document.
struct FeatureExtractor: Sendable {
  let space = FeatureSpace()
  let finder: CoreFinder
  /// Class of each lexicon entry, or -1.
  private let entryClasses: [Int16]
  private let words: WordTable
  private let sets = Sets()
  private let telling: [(index: Int, set: ClassSet)]
  private let tellingAny: ClassSet

  /// Class sets that the rules below ask for.
  private struct Sets {
    let quiet = ClassSet(
      .det, .prep, .and, .to, .participle, .be, .adverb, .pastForm, .subordinator, .actNoun,
      .needNoun, .that, .semiModal, .possessivePronoun)
    let to = ClassSet(.to)
    let copula = ClassSet(.copula)
    let establish = ClassSet(.establish)
    let body = ClassSet(.body)
    let process = ClassSet(.process)
    let meet = ClassSet(.meet)
    let we = ClassSet(.we)
    let event = ClassSet(.event)
    let threat = ClassSet(.threat)
    let value = ClassSet(.value)
    let decide = ClassSet(.decide)
    let offence = ClassSet(.offence)
    let legal = ClassSet(.legalref)
    let deontic = FeatureSpace.deonticClasses.map(\.set)
    let plain = FeatureSpace.plainClasses.map(\.set)
    let lead = FeatureSpace.leadClasses.map(\.set)
  }

  init(lexicon: Lexicon, words: WordTable) {
    finder = CoreFinder(scanner: ClauseScanner())
    self.words = words
    telling = FeatureSpace.telling.enumerated().map { ($0, $1.set) }
    var any = ClassSet()
    for entry in telling { any.formUnion(entry.set) }
    tellingAny = any
    entryClasses = lexicon.entries.map { entry in
      guard entry.kind == .cue else { return -1 }
      let cue = lexicon.cues[Int(entry.target)]
      guard cue.family == .class, let value = LexicalClass(rawValue: cue.value) else { return -1 }
      return Int16(value.index)
    }
  }

  /// Fills `scratch` with the analyses and features of `document`.
  func extract(_ document: TokenizedDocument, into scratch: inout ComponentScratch) {
    scratch.analyses.removeAll(keepingCapacity: true)
    scratch.features.removeAll(keepingCapacity: true)
    document.document.text.withUnsafeBufferPointer { bytes in
      document.tokens.withUnsafeBufferPointer { tokens in
        let shape = WordShape(bytes: bytes)
        for passage in document.tokenRanges.indices {
          mark(document, passage, &scratch.classes)
          var analysis = PassageAnalysis()
          analysis.tokens = document.tokenRanges[passage]
          scratch.classes.withUnsafeBufferPointer { classes in
            let from = scratch.features.count
            analyse(tokens, classes, shape, &analysis, &scratch.features)
            analysis.features = from..<scratch.features.count
          }
          scratch.analyses.append(analysis)
        }
      }
    }
  }

  /// Puts the classes of the passage's tokens into `classes`.
  private func mark(
    _ document: TokenizedDocument, _ passage: Int, _ classes: inout [ClassSet]
  ) {
    let range = document.tokenRanges[passage]
    classes.removeAll(keepingCapacity: true)
    classes.append(contentsOf: repeatElement(ClassSet(), count: range.count))
    for match in document.matches[document.matchRanges[passage]] {
      let value = entryClasses[Int(match.entry)]
      guard value >= 0 else { continue }
      classes[Int(match.first) - range.lowerBound].formUnion(ClassSet(index: Int(value)))
    }
  }

  private func analyse(
    _ tokens: UnsafeBufferPointer<Token>, _ classes: UnsafeBufferPointer<ClassSet>,
    _ shape: WordShape, _ analysis: inout PassageAnalysis, _ features: inout [Feature]
  ) {
    let range = analysis.tokens
    finder.scanner.scan(tokens, range, classes, shape, into: &analysis.predicates)
    let cursor = ClauseScanner.Cursor(
      tokens: tokens, base: range.lowerBound, count: range.count, classes: classes, shape: shape)
    var emit = Emitter(features: features)
    features = []
    words(cursor, &analysis, &emit)
    opening(cursor, &analysis, &emit)
    analysis.core = finder.find(analysis.predicates, cursor, start: analysis.start)
    core(analysis.core, &emit)
    predicates(analysis.predicates, cursor, &emit)
    combinations(&analysis, &emit)
    signs(&analysis)
    features = emit.features
  }

  /// Appends features; a value of its own so that the array moves and is never copied.
  struct Emitter {
    var features: [Feature]

    @inline(__always)
    mutating func callAsFunction(_ number: Int32, at token: Int32 = -1, value: Float = 1) {
      features.append(Feature(number: number, token: token, value: value))
    }
  }

  // MARK: - Words and form

  private func words(
    _ cursor: ClauseScanner.Cursor, _ analysis: inout PassageAnalysis, _ emit: inout Emitter
  ) {
    var seen = ClassSet()
    var nearSeen = ClassSet()
    var digits = 0
    var capitals = 0
    var hasYear = false
    var hasQuote = false
    for at in 0..<cursor.count {
      let token = cursor.token(at)
      let global = Int32(cursor.base + at)
      let set = cursor.classes[at]
      if !set.isEmpty {
        set.forEach { index in
          if !seen.contains(index) {
            seen.formUnion(ClassSet(index: index))
            emit(space.has(index), at: global)
          }
          if at < 4, !nearSeen.contains(index) {
            nearSeen.formUnion(ClassSet(index: index))
            emit(space.near(index), at: global)
          }
        }
      }
      if token.shape.contains(.word) {
        if token.shape.contains(.capitalized) { capitals += 1 }
        if let word = words.feature(of: token, cursor.shape.bytes) {
          emit(word, at: global, value: WordTable.value)
        }
      } else if token.shape.contains(.number) {
        digits += 1
        if token.end - token.start == 4 {
          let first = cursor.shape.first(token)
          if first == 0x31 || first == 0x32 { hasYear = true }
        }
      } else if token.shape.contains(.punctuation) {
        let first = cursor.shape.first(token)
        // A straight quote, or a curly one (E2 80 9C).
        if first == 0x22
          || (first == 0xE2 && token.end - token.start == 3
            && cursor.shape.bytes[Int(token.start) + 2] | 1 == 0x9D)
        {
          hasQuote = true
        }
      }
    }
    analysis.classes = seen
    func flag(_ value: FeatureSpace.Flag) { emit(space.flag(value.rawValue)) }
    switch cursor.count {
    case ..<8: flag(.under8)
    case ..<15: flag(.under15)
    case ..<30: flag(.under30)
    case ..<60: flag(.under60)
    default: flag(.longer)
    }
    if digits > 0 { flag(.digit) }
    if digits > 2 { flag(.digits3) }
    if hasYear { flag(.year) }
    if hasQuote { flag(.quote) }
    if capitals * 10 > cursor.count * 3 {
      flag(.capitals30)
    } else if capitals * 20 > cursor.count * 3 {
      flag(.capitals15)
    }
    guard cursor.count > 0 else { return }
    let last = cursor.token(cursor.count - 1)
    let end = last.shape.contains(.punctuation) ? cursor.shape.first(last) : 0
    switch end {
    case 0x3A:
      analysis.endsInColon = true
      flag(.colon)
    case 0x3B:
      analysis.endsInSemicolon = true
      flag(.semicolon)
    case 0x3F: flag(.question)
    case 0x2E, 0x21, 0x2C, 0x22, 0xE2: break
    default: flag(.noEnd)
    }
  }

  private func opening(
    _ cursor: ClauseScanner.Cursor, _ analysis: inout PassageAnalysis, _ emit: inout Emitter
  ) {
    var start = 0
    var hasNumber = false
    while start < cursor.count {
      let token = cursor.token(start)
      let isLabel =
        !token.shape.contains(.word)
        || (token.end - token.start == 1
          && ![0x41, 0x61, 0x49].contains(cursor.shape.first(token)))
      guard isLabel else { break }
      if token.shape.contains(.number) { hasNumber = true }
      start += 1
    }
    analysis.start = start
    guard start < cursor.count else { return }
    let token = cursor.token(start)
    let global = Int32(cursor.base + start)
    let set = cursor.classes[start]
    let verb = finder.scanner.verb(set)
    let following = cursor.set(start + 1)
    func item(_ kind: FeatureSpace.Item, _ verb: VerbKind) {
      analysis.item = kind.rawValue
      emit(space.item(kind.rawValue), at: global)
      emit(space.itemVerb(kind.rawValue, verb.rawValue), at: global)
    }
    if set.intersects(sets.to), start + 1 < cursor.count {
      item(.infinitive, finder.scanner.verb(following) ?? .other)
    } else if let verb, cursor.shape.endsInIng(token) {
      item(.gerund, verb)
    } else if let verb, !cursor.shape.endsInS(token), !cursor.shape.endsInEd(token),
      finder.scanner.verb(following) == nil, !following.intersects(sets.copula)
    {
      item(.base, verb)
    }
    set.forEach { emit(space.opens($0), at: global) }
    let isLower = !token.shape.contains(.capitalized)
    if isLower { emit(space.flag(FeatureSpace.Flag.lowerCase.rawValue)) }
    if start > 0 { emit(space.flag(FeatureSpace.Flag.bullet.rawValue)) }
    if hasNumber { emit(space.flag(FeatureSpace.Flag.numbered.rawValue)) }
    analysis.looksListed = analysis.item >= 0 || isLower || start > 0
  }

  // MARK: - Clauses

  private func core(_ core: CoreProposition, _ emit: inout Emitter) {
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

  private func predicates(
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

  private func combinations(_ analysis: inout PassageAnalysis, _ emit: inout Emitter) {
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
      for (index, set) in sets.deontic.enumerated() where classes.intersects(set) {
        emit(space.deonticClass(index))
      }
    } else {
      for (index, set) in sets.plain.enumerated() where classes.intersects(set) {
        emit(space.plainClass(index))
      }
    }
    if classes.intersects(sets.body) {
      if classes.intersects(sets.establish) { flag(.establishedBody) }
      if classes.intersects(sets.process) { flag(.bodyProcess) }
    }
    if classes.intersects(sets.meet), classes.intersects(sets.process) { flag(.meetProcess) }
    guard classes.intersects(tellingAny) else { return }
    var present: UInt64 = 0
    for entry in telling where classes.intersects(entry.set) {
      present |= 1 << UInt64(entry.index)
    }
    var rest = present
    while rest != 0 {
      let a = rest.trailingZeroBitCount
      rest &= rest - 1
      emit(space.dominantClass(dominant, a))
      var others = rest
      while others != 0 {
        emit(space.classPair(a, others.trailingZeroBitCount))
        others &= others - 1
      }
    }
  }

  private func signs(_ analysis: inout PassageAnalysis) {
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
