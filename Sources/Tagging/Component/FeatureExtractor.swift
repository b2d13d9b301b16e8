// From tokens and matches to features: one pass over each passage, and a second that adds what the
// document, the neighbours and the lead-in of a list tell. Fitting and coding share this code.

internal import Ingest
internal import Lexicon
internal import Text

/// Extracts the features of all passages of a document.
struct FeatureExtractor: Sendable {
  let space: FeatureSpace
  let finder: CoreFinder
  let words: WordTable
  /// Word ids are below it.
  private let wordCount: Int
  /// A bit for each feature that carries a weight: most don't, and need not be written down.
  private let weighted: [UInt64]
  /// By feature: its row in the model.
  private let rowOf: [Int32]
  let sets = Sets()
  let telling = ClassOrder(FeatureSpace.telling)
  let lead = ClassOrder(FeatureSpace.leadClasses)

  /// Class sets that the rules below ask for.
  struct Sets {
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
    let deontic = ClassOrder(FeatureSpace.deonticClasses)
    let plain = ClassOrder(FeatureSpace.plainClasses)
  }

  init(
    lexicon: Lexicon, model: ComponentModel, space: FeatureSpace = FeatureSpace()
  ) {
    weighted = model.weighted
    rowOf = model.rowOf
    words = model.words
    self.space = space
    finder = CoreFinder(scanner: ClauseScanner())
    wordCount = lexicon.vocabulary.count + 1
  }

  /// Fills `scratch` with the analyses of `document`, sums of weights and what is to be kept of its
  /// features.
  func extract(
    _ document: TokenizedDocument, into scratch: inout ComponentScratch, model: ComponentModel,
    keeping: ComponentCoder.Keeping
  ) {
    let keepsAll = keeping == .all
    let weighted =
      keepsAll ? Array(repeating: UInt64.max, count: self.weighted.count) : self.weighted
    let rows = keepsAll ? Array(0..<Int32(rowOf.count)) : rowOf
    scratch.analyses.removeAll(keepingCapacity: true)
    scratch.features.removeAll(keepingCapacity: true)
    scratch.sums.removeAll(keepingCapacity: true)
    var page = scratch.page
    var stems = scratch.stems
    scratch.page = []
    scratch.stems = []
    if stems.count != wordCount { stems = Array(repeating: -2, count: wordCount) }
    defer {
      scratch.page = page
      scratch.stems = stems
    }
    document.document.text.withUnsafeBufferPointer { bytes in
      document.tokens.withUnsafeBufferPointer { tokens in
        weighted.withUnsafeBufferPointer { weighted in
          rows.withUnsafeBufferPointer { rows in
            stems.withUnsafeMutableBufferPointer { stems in
              let shape = WordShape(bytes: bytes)
              for passage in document.tokenRanges.indices {
                let range = document.tokenRanges[passage]
                var analysis = PassageAnalysis()
                analysis.tokens = range
                document.classes.withUnsafeBufferPointer { all in
                  let classes = UnsafeBufferPointer(rebasing: all[range])
                  let from = scratch.features.count
                  let needed = Emitter.most + classes.count
                  if page.count < needed {
                    page = Array(repeating: Feature(row: 0, token: 0, value: 0), count: needed)
                  }
                  page.withUnsafeMutableBufferPointer {
                    var emit = Emitter($0, weighted, rows, takesWords: !keepsAll)
                    analyse(tokens, classes, shape, stems, &analysis, &emit)
                    let found = UnsafeBufferPointer(rebasing: $0[..<emit.count])
                    if keeping != .none { scratch.features.append(contentsOf: found) }
                    guard !keepsAll else { return }
                    var sums = model.bias
                    model.add(found, to: &sums)
                    scratch.sums.append(sums)
                  }
                  analysis.features = from..<scratch.features.count
                }
                scratch.analyses.append(analysis)
              }
            }
          }
        }
      }
    }
  }

  private func analyse(
    _ tokens: UnsafeBufferPointer<Token>, _ classes: UnsafeBufferPointer<ClassSet>,
    _ shape: WordShape, _ stems: UnsafeMutableBufferPointer<Int32>,
    _ analysis: inout PassageAnalysis,
    _ emit: inout Emitter
  ) {
    let range = analysis.tokens
    finder.scanner.scan(tokens, range, classes, shape, into: &analysis.predicates)
    let cursor = ClauseScanner.Cursor(
      tokens: tokens, base: range.lowerBound, count: range.count, classes: classes, shape: shape)
    words(cursor, stems, &analysis, &emit)
    opening(cursor, &analysis, &emit)
    analysis.core = finder.find(analysis.predicates, cursor, start: analysis.start)
    core(analysis.core, &emit)
    predicates(analysis.predicates, cursor, &emit)
    combinations(&analysis, &emit)
    signs(&analysis)
  }

  /// Writes features to a page that is large enough for any passage of its length.
  struct Emitter {
    private let page: UnsafeMutableBufferPointer<Feature>
    private let weighted: UnsafeBufferPointer<UInt64>
    private let rows: UnsafeBufferPointer<Int32>
    private let takesWords: Bool
    private(set) var count = 0

    /// - Parameters:
    ///   - weighted: bits of the features to write.
    ///   - rows: as what they are written.
    ///   - takesWords: whether words are written, which have rows and no numbers.
    init(
      _ page: UnsafeMutableBufferPointer<Feature>, _ weighted: UnsafeBufferPointer<UInt64>,
      _ rows: UnsafeBufferPointer<Int32>, takesWords: Bool
    ) {
      self.page = page
      self.weighted = weighted
      self.rows = rows
      self.takesWords = takesWords
    }

    @inline(__always)
    mutating func callAsFunction(_ number: Int32, at token: Int32 = -1, value: Float = 1) {
      let isWeighted = weighted[Int(number) >> 6] >> UInt64(number & 63) & 1 == 1
      guard isWeighted, count < page.count else { return }
      page[count] = Feature(row: rows[Int(number)], token: token, value: value)
      count += 1
    }

    /// The same for a word.
    @inline(__always)
    mutating func callAsFunction(word row: Int32, at token: Int32) {
      guard takesWords, count < page.count else { return }
      page[count] = Feature(row: row, token: token, value: WordTable.value)
      count += 1
    }

    /// Features beside one for each word: all classes thrice, all pairs of telling classes, and
    /// those of form and clauses, fewer than 300.
    static let most = 128 * 3 + 64 * 32 + 300
  }
}
