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

/// What a rule looks at: the passage, its marks and the document's state.
struct AttributionContext: Sendable {
  let tokens: [Token]
  let text: [UInt8]
  let lexicon: AttributionLexicon
  let passage: Int

  @inline(__always) func flags(_ token: Int) -> WordFlags { lexicon.flags(tokens[token]) }
  /// The byte of a one-byte token, else 0.
  @inline(__always) func mark(_ token: Int) -> UInt8 {
    let value = tokens[token]
    return value.end - value.start == 1 ? text[Int(value.start)] : 0
  }
  /// The low byte of a mark from U+2000 to U+203F ("“" is 0x9C in UTF-8), else 0.
  @inline(__always) func wideMark(_ token: Int) -> UInt8 {
    let value = tokens[token]
    let start = Int(value.start)
    guard value.end - value.start == 3, text[start] == 0xE2, text[start + 1] == 0x80 else {
      return 0
    }
    return text[start + 2]
  }
  /// A closing quotation mark.
  func isQuote(_ token: Int) -> Bool {
    let (mark, wide) = (mark(token), wideMark(token))
    return mark == 0x22 || mark == 0x27 || wide == 0x9D || wide == 0x99
  }
  func opensQuote(_ token: Int) -> Bool {
    let wide = wideMark(token)
    return mark(token) == 0x22 || wide == 0x9C || wide == 0x98
  }
  func isComma(_ token: Int) -> Bool { mark(token) == 0x2C }
  /// A dash between words.
  func isDash(_ token: Int) -> Bool {
    let wide = wideMark(token)
    return mark(token) == 0x2D || wide == 0x93 || wide == 0x94
  }
  /// A comma, dash or bracket that opens or ends what is put in between.
  func isBreak(_ token: Int) -> Bool {
    tokens[token].isPunctuation
      && (isComma(token) || mark(token) == 0x28 || mark(token) == 0x29 || isDash(token))
  }
  func isNumber(_ token: Int) -> Bool {
    flags(token).contains(.number) || text[Int(tokens[token].start)] &- 0x30 < 10
  }
  func isAdverb(_ token: Int) -> Bool {
    let value = tokens[token]
    let end = Int(value.end)
    return flags(token).contains(.adverb)
      || (end - Int(value.start) > 4 && text[end - 1] == 0x79 && text[end - 2] == 0x6C)
  }
  private func isPlural(_ token: Int) -> Bool { text[Int(tokens[token].end) - 1] == 0x73 }
  private func isIts(_ token: Int) -> Bool {
    token < tokens.count
      && text[Int(tokens[token].start)..<Int(tokens[token].end)].elementsEqual("its".utf8)
  }
  func endsInIng(_ token: Int) -> Bool {
    let value = tokens[token]
    let end = Int(value.end)
    return end - Int(value.start) > 4 && text[end - 1] == 0x67 && text[end - 2] == 0x6E
      && text[end - 3] == 0x69
  }

  private func begins(_ token: Int, _ words: [StaticString]) -> Bool {
    let (start, end) = (Int(tokens[token].start), Int(tokens[token].end))
    for word in words where word.utf8CodeUnitCount <= end - start {
      var offset = 0
      while offset < word.utf8CodeUnitCount, text[start + offset] | 0x20 == word.utf8Start[offset] {
        offset += 1
      }
      if offset == word.utf8CodeUnitCount { return true }
    }
    return false
  }
  func isAt(_ token: Int) -> Bool {
    tokens[token].end - tokens[token].start == 2 && begins(token, ["at"])
  }
  /// "a group of nine states".
  func isGroupWord(_ token: Int) -> Bool {
    begins(token, ["group", "coalition", "alliance", "handful", "majority", "number", "bloc"])
  }
  func isComing(_ token: Int) -> Bool {
    tokens[token].end - tokens[token].start <= 5 && begins(token, ["came", "come"])
  }
  func isOpposed(_ token: Int) -> Bool { begins(token, ["opposed"]) }
  /// "joined by", "along with".
  func isJoined(_ token: Int) -> Bool {
    begins(token, ["supported", "joined", "backed", "echoed", "seconded", "together", "along"])
  }
  func isMoreThan(_ token: Int) -> Bool {
    flags(token).contains(.preposition) && begins(token, ["over", "than", "about"])
  }
  /// "so", "nor", "neither".
  func isSo(_ token: Int) -> Bool {
    let length = tokens[token].end - tokens[token].start
    return length == 2 && begins(token, ["so"]) || length == 3 && begins(token, ["nor"])
      || length == 7 && begins(token, ["neither"])
  }
  /// Verbs after which an infinitive tells what was not done, or by another: "failed to", "urged to".
  func isFailing(_ token: Int) -> Bool {
    begins(
      token,
      ["fail", "declin", "neglect", "forc", "press", "ask", "told", "urg", "invit", "call", "help"])
  }
  func isAmong(_ token: Int) -> Bool { begins(token, ["among"]) }
  func isDiscussing(_ token: Int) -> Bool { begins(token, ["discuss", "exchang"]) }
  func isMaking(_ token: Int) -> Bool { begins(token, ["make", "made"]) }
  func isWhen(_ token: Int) -> Bool { begins(token, ["when"]) }
  func isRemaining(_ token: Int) -> Bool { begins(token, ["remain"]) }
  func isCo(_ token: Int) -> Bool {
    tokens[token].end - tokens[token].start == 2 && begins(token, ["co"])
  }
  /// "is", "are": the text's own present.
  func isPresent(_ token: Int) -> Bool {
    flags(token).contains(.be) && tokens[token].end - tokens[token].start <= 3
      && begins(token, ["is", "are"])
  }
  func isResolution(_ token: Int) -> Bool { begins(token, ["resolution"]) }
  /// What bodies adopt.
  func isInstrument(_ token: Int) -> Bool {
    begins(
      token,
      ["resolution", "declaration", "communiqu", "statement", "report", "charter", "article"])
  }
  /// "the", "this", "these", and other short words that begin so ("they", "them").
  func isThis(_ token: Int) -> Bool {
    let length = tokens[token].end - tokens[token].start
    return length <= 5 && begins(token, ["the", "this", "these"])
  }
  func isSuggesting(_ token: Int) -> Bool {
    begins(token, ["propos", "suggest", "call", "urg", "ask", "advis"])
  }

  func codes(_ mention: ActorMention, _ state: AttributionState) -> [String] {
    switch mention.kind {
    case .name, .capital: lexicon.codeLists[Int(mention.actor)]
    case .adjective: []
    case .quantity: Self.someStates
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
      if joined, isIts(next), next + 1 < marks.range.upperBound, isPlural(next + 1) {
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
