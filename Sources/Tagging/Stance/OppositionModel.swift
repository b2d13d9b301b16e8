// Whether a holder opposes something off the list: a dot product of few signs, since opposition is
// said in many ways of which each is rare.

internal import Ingest
internal import Lexicon
internal import Text

/// Logistic regression over the signs of a holder in a passage. Texts that speak for nobody have one of
/// their own: who is told to oppose is told so in any words, so that the words of the passage count too.
struct OppositionModel: Sendable {
  /// What its rows in weights-stance.tsv begin with.
  enum Rows: String, Sendable {
    /// Of texts that speak for somebody.
    case own = "stance:"
    /// Of texts that tell what others hold.
    case told = "told:"
  }
  /// Rows beside the signs; words as `told:word=reject`.
  static let bias = "(bias)"
  static let threshold = "(threshold)"
  static let word = "word="

  private let weights: [Double]
  private let bias: Double
  private let words: WordTable
  private let wordWeights: [Double]
  /// Probability from which a holder opposes.
  let threshold: Double
  /// Whether weights are there at all.
  let isFitted: Bool

  init(weights table: WeightTable, _ rows: Rows) {
    let prefix = rows.rawValue
    weights = StanceSign.names.map { table[prefix + $0].first ?? 0 }
    bias = table[prefix + Self.bias].first ?? 0
    threshold = table[prefix + Self.threshold].first ?? 0.5
    isFitted = !table[prefix + Self.bias].isEmpty
    var stems: [(stem: UInt64, row: Int32)] = []
    var wordWeights: [Double] = []
    table.forEachRow(startingWith: prefix + Self.word) { row, stem in
      stems.append((WordHash.hash(stem), Int32(wordWeights.count)))
      wordWeights.append(table.weights(row: row).first ?? 0)
    }
    words = WordTable(stems)
    self.wordWeights = wordWeights
  }

  /// The weights of the different words at `tokens`.
  func sum(ofWords tokens: [Int], _ view: TokenizedDocument) -> Double {
    guard !wordWeights.isEmpty else { return 0 }
    var seen: [Int32] = []
    var sum = 0.0
    view.document.text.withUnsafeBufferPointer { text in
      for at in tokens {
        let row = words.row(ofStem: WordTable.stemHash(view.tokens[at], text))
        guard row >= 0, !seen.contains(row) else { continue }
        seen.append(row)
        sum += wordWeights[Int(row)]
      }
    }
    return sum
  }

  /// Probability 0…1 that the holder opposes something.
  ///
  /// - Parameter words: of the passage, as `sum(ofWords:)` gives it.
  func probability(_ signs: StanceSigns, words: Double) -> Double {
    var sum = bias + words
    for index in weights.indices { sum += weights[index] * signs.values[index] }
    return Exponential.logistic(sum)
  }

  /// The sign that speaks most for opposition.
  func strongest(_ signs: StanceSigns) -> StanceSign {
    var best = StanceSign.against
    var top = 0.0
    for sign in StanceSign.allCases {
      let push = weights[sign.rawValue] * signs[sign]
      if push > top { (best, top) = (sign, push) }
    }
    return best
  }
}
