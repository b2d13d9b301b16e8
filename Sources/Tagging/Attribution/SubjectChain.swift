// A subject may be many: "CHINA, BOTSWANA and others", "the EU, supported by NORWAY". This reads the
// chain of names that starts at a mention.

internal import Text

/// Names joined to one subject.
struct SubjectChain: Sendable {
  var actors: [String] = []
  /// Named as against: ", opposed by X".
  var opponents: [String] = []
  var first = 0
  var end = 0
  /// Only a pronoun or description, no name.
  var anaphor: Anaphor?
  var isPossessive = false
  var hasQuantity = false
  /// Names joined by commas alone, which may belong to two clauses: "for the EU, Austria said".
  var isAsyndetic = false
  /// Where the first name ends.
  var headEnd = 0
  /// Ends in the name of a person, after an office.
  var endsInName = false
  /// Ends in "and other states", who may be named after it.
  var endsInPeers = false

  mutating func add(_ codes: [String]) {
    if actors.isEmpty, codes.count < 2 {
      actors = codes
      return
    }
    for code in codes where !actors.contains(code) { actors.append(code) }
  }
}

extension AttributionContext {
  func codes(_ mention: ActorMention, _ state: AttributionState) -> [String] {
    switch mention.kind {
    case .name, .capital: lexicon.codeLists[Int(mention.actor)]
    case .adjective: []
    case .quantity: state.others(mention, passage) ?? Self.someStates
    case .anaphor(let anaphor): state.resolve(anaphor, passage: passage, lexicon)
    }
  }

  /// The word that governs the names: before them and their article.
  func link(before chain: SubjectChain, _ marks: PassageMarks) -> Int {
    let link = chain.first - 1
    return link > marks.range.lowerBound && flags(link).contains(.article) ? link - 1 : link
  }

  /// Those whom a quantity names.
  static let someStates = [UnnamedHolder.someStates]

  /// The chain that begins at `mention`.
  func chain(from mention: ActorMention, _ marks: PassageMarks, _ state: AttributionState)
    -> SubjectChain
  {
    var chain = SubjectChain()
    chain.first = mention.first
    chain.end = mention.end
    chain.headEnd = mention.end
    chain.isPossessive = mention.isPossessive
    chain.hasQuantity = mention.kind == .quantity
    chain.add(codes(mention, state))
    if case .anaphor(let anaphor) = mention.kind { chain.anaphor = anaphor }
    // "Dutch minister Jane Doe said", "minister of trade, Jane Doe, said".
    let hasName = mention.nameEnd > mention.end
    chain.endsInName = hasName
    var at = skipParenthesis(hasName ? mention.nameEnd : mention.end, marks)
    var onlyCommas = true
    while at < marks.range.upperBound {
      var next = at
      var joined = false
      while next < marks.range.upperBound, next < at + 5 {
        if isComma(next) {
          joined = true
        } else if mark(next) == 0x2F || mark(next) == 0x2D {
          joined = true
          onlyCommas = false
        } else if flags(next).contains(.and) {
          joined = true
          onlyCommas = false
        } else if flags(next).isDisjoint(with: [.article, .adverb]),
          !joined || !flags(next).contains(.other) || marks.mention(next) != nil
        {
          break
        }
        next += 1
      }
      if joined, isIts(next), next + 1 < marks.range.upperBound, endsInS(next + 1) {
        // "Washington and its allies": the name alone says who they are.
        at = next + 2
        chain.endsInPeers = true
        break
      }
      if joined, !onlyCommas, isComma(next - 1), let after = interpolationEnd(next, marks) {
        next = after
      }
      guard joined, let other = marks.mention(next) ?? marks.mention(max(at + 1, next - 1)) else {
        // "Google, Meta, and Acme also signed": one whom no list holds.
        let after = joined && !onlyCommas ? unlisted(next, marks) : next
        if after > next {
          chain.end = after
          at = after
        }
        break
      }
      if case .anaphor = other.kind { break }
      guard other.kind != .adjective, other.first >= at else { break }
      // "CHINA, BOTSWANA and others": the named ones.
      if other.kind != .quantity { chain.add(codes(other, state)) }
      chain.endsInPeers = other.kind == .quantity
      chain.anaphor = nil
      chain.end = other.end
      chain.isAsyndetic = onlyCommas
      chain.isPossessive = other.isPossessive
      at = skipParenthesis(other.end, marks)
    }
    chain.end = max(chain.end, at)
    return chain
  }

  /// "Peru and, somewhat unexpectedly, Chile": after the comma that ends what is put in at `start`,
  /// if a name follows.
  private func interpolationEnd(_ start: Int, _ marks: PassageMarks) -> Int? {
    var at = start
    while at < min(marks.range.upperBound - 1, start + 9), marks.mention(at) == nil {
      if isComma(at) {
        let next = flags(at + 1).contains(.article) ? at + 2 : at + 1
        return marks.mention(next) == nil ? nil : next
      }
      at += 1
    }
    return nil
  }

  /// After the capitalised words of a name that is not known.
  private func unlisted(_ start: Int, _ marks: PassageMarks) -> Int {
    lexicon.nameEnd(tokens, from: start, upTo: min(marks.range.upperBound, start + 4)) {
      marks.mention($0) == nil
    }
  }

  /// After "( … )" if one begins at `token`.
  func skipParenthesis(_ token: Int, _ marks: PassageMarks) -> Int {
    guard token + 1 < marks.range.upperBound, mark(token) == 0x28,
      !flags(token + 1).contains(.including)
    else { return token }
    var at = token
    while at < min(marks.range.upperBound, token + 12) {
      if mark(at) == 0x29 { return at + 1 }
      at += 1
    }
    return token
  }
}
