// The tagger joins the coders: tokens and matches once a document, then one coder after the other
// over the same tokens. What each coder decides is its own affair; offsets are turned here.

package import Ingest
package import Lexicon
internal import Text

/// Codes documents. One a worker: it keeps buffers that every document uses again.
package struct Tagger: Sendable {
  package let lexicon: Lexicon
  package let options: TaggingOptions
  private let tokenizer: DocumentTokenizer
  private let componentCoder: ComponentCoder
  private let attributeCoder: AttributeCoder
  private let issuers: IssuerInference
  private let mentions: ActorMentions
  private let attributor: HolderAttributor
  private let statementBuilder: StatementBuilder
  private var issueScratch = IssueScratch()
  private var scratch = ComponentScratch()
  private var view = TokenizedDocument(
    document: Document(id: ""), tokens: [], matches: [], tokenRanges: [], matchRanges: [])

  package init(lexicon: Lexicon, options: TaggingOptions) {
    self.lexicon = lexicon
    self.options = options
    tokenizer = DocumentTokenizer(lexicon: lexicon)
    componentCoder = ComponentCoder(lexicon: lexicon, codesForce: options.codesForce)
    attributeCoder = AttributeCoder(lexicon: lexicon)
    issuers = IssuerInference(lexicon: lexicon)
    mentions = ActorMentions(lexicon: lexicon)
    attributor = HolderAttributor(lexicon: lexicon)
    statementBuilder = StatementBuilder(
      lexicon: lexicon, takesAtLarge: options.takesAtLarge)
  }

  /// Tokenizes and matches a document. The calls below do it themselves if it was not done.
  package mutating func match(_ document: Document) {
    guard !view.holds(document) else { return }
    tokenizer.tokenize(document, into: &view)
  }

  /// Infers issuer, genre and date where nothing names them, with a warning for the issuer. Call it
  /// before `tag`, so that the document's own record shows what was inferred.
  package mutating func complete(_ document: inout Document) {
    match(document)
    issuers.complete(&document, view: view)
  }

  /// The same for a document that is not coded: only as much of it is read as inference looks at.
  package mutating func infer(_ document: inout Document) {
    tokenizer.tokenize(document, into: &view, reach: TextClues.reach)
    issuers.complete(&document, view: view)
    view.document = Document(id: "")
  }

  /// Fills `view` and finds components, holders and issues of every passage.
  private mutating func analyse(
    _ document: Document, passedOver: ((Int, [HolderSample]) -> Void)? = nil
  ) -> (components: [ComponentCoding], holders: [[Holder]]) {
    match(document)
    view.document = document
    attributor.resolveIssuers(of: &view)
    componentCoder.prepare(
      view, scratch: &scratch, keeping: options.collectsEvidence ? .weighted : .none)
    var components: [ComponentCoding] = []
    components.reserveCapacity(document.passages.count)
    // The closure below would copy what it takes from `self` for every passage.
    let (coder, view, options) = (componentCoder, self.view, self.options)
    var scratch = self.scratch
    self.scratch = ComponentScratch()
    defer { self.scratch = scratch }
    let holders = attributor.attribute(view, options: options, passedOver: passedOver) {
      passage, reported in
      let coding = coder.code(
        view, passage: passage, reported: reported, options: options, scratch: &scratch)
      components.append(coding)
      return coding.component
    }
    statementBuilder.findIssues(view, scratch: &issueScratch)
    return (components, holders)
  }

  /// Codes every passage of `document`, in order.
  package mutating func tag(_ document: Document) -> CodedDocument {
    let (components, holders) = analyse(document)
    var coded = CodedDocument(doc: document.id)
    coded.title = document.metadata.title
    coded.date = document.metadata.date
    coded.issuer = document.metadata.issuer
    coded.genre = document.metadata.genre?.rawValue
    coded.lang = document.metadata.lang
    coded.source = document.metadata.url
    coded.text = document.text
    coded.sections = document.sections
    coded.mentionedActors = mentions.codes(view)
    var counter = CodePointCounter(document.text)
    let isRecord = document.unit == .record
    // In place: a row is large, and appending one copies it.
    coded.passages = Array(
      repeating: CodedPassage(
        passage: 0, unit: document.unit.rawValue, start: 0, end: 0, textStart: 0, textEnd: 0),
      count: document.passages.count)
    for number in document.passages.indices {
      let (start, end) = (document.passages[number].start, document.passages[number].end)
      let offsets = PassageOffsets(
        start..<end, in: document.text, isRecord: isRecord, counter: &counter)
      place(&coded.passages[number], number, start..<end, offsets)
      coded.passages[number].section = document.passages[number].section
      coded.passages[number].label = document.passages[number].label
      fill(
        &coded.passages[number], components[number], scratch.analyses[number], holders[number],
        offsets)
    }
    return coded
  }

  private func place(
    _ row: inout CodedPassage, _ number: Int, _ bytes: Range<Int>, _ offsets: PassageOffsets
  ) {
    row.passage = number
    row.start = offsets.start
    row.end = offsets.end
    row.textStart = bytes.lowerBound
    row.textEnd = bytes.upperBound
  }

  /// Adds attributes, component and statements to a row, in place.
  private mutating func fill(
    _ row: inout CodedPassage, _ coding: ComponentCoding, _ analysis: PassageAnalysis,
    _ holders: [Holder], _ offsets: PassageOffsets
  ) {
    let drafts = statementBuilder.statements(
      view, passage: row.passage, holders: holders, coding: coding, scratch: &issueScratch)
    // Of attributes matrices count the venues of procedures and what goes with statements.
    if options.codesForce || coding.component == .procedure || !drafts.isEmpty {
      attributeCoder.code(view, row.passage, coding, analysis, into: &row)
    }
    apply(coding, analysis, offsets, to: &row)
    for draft in drafts { add(draft, offsets, to: &row) }
    // Condemning conduct asks for its end.
    if row.polarity == .none, drafts.contains(where: \.refuses) { row.polarity = .forbid }
    if isOfficialChannel(row) { row.track = .official }
  }

  /// What the weights of opposition are fitted to: for every passage the signs of its holders.
  ///
  /// - Parameter everywhere: of every holder in every text, with the passage's words.
  package mutating func stanceSamples(
    _ document: Document, everywhere: Bool = false
  ) -> [[StanceSample]] {
    let (components, holders) = analyse(document)
    return document.passages.indices.map {
      statementBuilder.samples(
        view, passage: $0, holders: holders[$0], coding: components[$0], scratch: issueScratch,
        everywhere: everywhere)
    }
  }

  /// What the weights of candidates are fitted to: for every passage in which no rule found a holder
  /// those who are named in it.
  package mutating func holderSamples(_ document: Document) -> [[HolderSample]] {
    var samples: [[HolderSample]] = Array(repeating: [], count: document.passages.count)
    _ = analyse(document) { samples[$0] = $1 }
    return samples
  }

  /// What the weights of issues are fitted to, for every passage.
  package mutating func issueSamples(_ document: Document) -> [IssueSample] {
    let (components, holders) = analyse(document)
    return document.passages.indices.map {
      let drafts = statementBuilder.found(
        view, passage: $0, holders: holders[$0], coding: components[$0], scratch: &issueScratch)
      return statementBuilder.issueSample(drafts, view, passage: $0, &issueScratch)
    }
  }

  private mutating func apply(
    _ coding: ComponentCoding, _ analysis: PassageAnalysis, _ offsets: PassageOffsets,
    to row: inout CodedPassage
  ) {
    row.component = coding.component
    row.second = coding.second
    row.scores = Rounding.distribution(coding.scores)
    row.confidence = row.scores[coding.component]
    guard options.collectsEvidence else { return }
    // Those of a statement or two beside them.
    row.evidence.reserveCapacity(ComponentCoder.mostEvidence + 4)
    let own = view.tokenRanges[row.passage]
    let (tokens, text) = (view.tokens, view.document.text)
    componentCoder.forEachEvidence(of: coding, analysis, &scratch.names) { item in
      // A lead-in's token lies outside the passage; then the whole passage is the evidence.
      var (start, end, bytes) = (row.start, row.end, 0..<0)
      if own.contains(item.token) {
        bytes = Int(tokens[item.token].start)..<Int(tokens[item.token].end)
        (start, end) = offsets.codePoints(bytes, in: text)
      }
      row.evidence.append(
        Evidence(
          code: item.code, cue: item.cue, text: Self.string(text, bytes), start: start, end: end,
          weight: Rounding.thousandths(item.weight)))
    }
  }

  private static func string(_ text: [UInt8], _ bytes: Range<Int>) -> String {
    guard !bytes.isEmpty else { return "" }
    return text.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[bytes]), as: UTF8.self)
    }
  }

  /// What governments agree with each other runs on the official track, unless the text says other.
  private func isOfficialChannel(_ row: CodedPassage) -> Bool {
    guard row.component == .procedure, row.track == .none else { return false }
    switch row.mechanism {
    case .hotline, .dialogue, .consultation, .workingGroup:
      return row.statements.contains { $0.joint != .none }
    default: return false
    }
  }

  /// Adds a statement with its offsets, and the rules that found holder and stance as evidence.
  private func add(
    _ draft: StatementBuilder.Draft, _ offsets: PassageOffsets, to row: inout CodedPassage
  ) {
    var statement = draft.statement
    let shown = place(of: draft.tokens, offsets, row)
    statement.start = shown.start
    statement.end = shown.end
    row.statements.append(statement)
    guard options.collectsEvidence else { return }
    let stance =
      draft.stanceToken < 0 ? 0..<0 : draft.stanceToken..<(draft.stanceToken + 1)
    func add(_ code: String, _ rule: String, _ place: Place) {
      row.evidence.append(
        Evidence(
          code: code, cue: rule, text: Self.string(view.document.text, place.bytes),
          start: place.start, end: place.end, weight: 0))
    }
    add("holder:" + statement.actor, draft.holderRule, place(of: draft.mention, offsets, row))
    add("issue:" + statement.issue, draft.issueRule, shown)
    add(
      Self.stanceCodes[statement.stance.number], draft.stanceRule, place(of: stance, offsets, row))
  }

  private static let stanceCodes = Stance.allCases.map { "stance:" + $0.rawValue }

  /// Code points of the record and bytes of the document, which are none for a whole passage.
  private typealias Place = (start: Int, end: Int, bytes: Range<Int>)

  private func place(
    of tokens: Range<Int>, _ offsets: PassageOffsets, _ row: CodedPassage
  ) -> Place {
    guard !tokens.isEmpty, tokens.upperBound <= view.tokens.count else {
      return (row.start, row.end, 0..<0)
    }
    let bytes =
      Int(view.tokens[tokens.lowerBound].start)..<Int(view.tokens[tokens.upperBound - 1].end)
    let (start, end) = offsets.codePoints(bytes, in: view.document.text)
    return (start, end, bytes)
  }
}
