// What is kept of a passage between the two passes over a document: its clauses and the few signs
// that neighbours and list items borrow.

internal import Text

/// A feature of a passage: its row in the model, the token that shows it (-1 for none) and its value.
/// While weights are fitted, the row is the feature's number.
struct Feature: Sendable {
  var row: Int32
  var token: Int32
  var value: Float
}

/// The structure of one passage.
struct PassageAnalysis: Sendable {
  /// Tokens in the document.
  var tokens: Range<Int> = 0..<0
  /// Union of the classes of its words.
  var classes = ClassSet()
  var predicates = PredicateList()
  var core = CoreProposition()
  /// Bits of `FeatureSpace.Sign`.
  var signs: UInt32 = 0
  /// Index of the dominant mood (see `FeatureSpace.dominantCount`).
  var dominant = FeatureSpace.dominantCount - 1
  /// `FeatureSpace.Item`, or -1.
  var item = -1
  /// Index, from its first token, of the first word past labels and bullets.
  var start = 0
  /// May stand in a list: opens in lower case, with a bullet, or like an item.
  var looksListed = false
  var endsInColon = false
  var endsInSemicolon = false
  /// Its features in `ComponentScratch.features`, where they were kept.
  var features: Range<Int> = 0..<0

  func has(_ set: ClassSet) -> Bool { classes.intersects(set) }
}

/// What a passage's own words and its place say, before attribution and neighbours are heard.
struct FirstReading: Sendable {
  /// Scores in the lower half, attributes in the upper.
  var sums: SIMD16<Float>
  /// What its place tells, in `ComponentScratch.features`.
  var context: Range<Int>
  /// What its probabilities add to the scores of a neighbour.
  var lent: SIMD8<Float>
}

/// Buffers of a worker, used again for every document.
package struct ComponentScratch: Sendable {
  var analyses: [PassageAnalysis] = []
  var features: [Feature] = []
  /// By passage: the intercept and what its own features add to it.
  var sums: [SIMD16<Float>] = []
  var context = FeatureExtractor.Context()
  var readings: [FirstReading] = []
  /// What the passage coded last lends to the next.
  var lent = SIMD8<Float>()
  /// By word id: the row of its stem, -1 for none, -2 for not looked up yet.
  var stems: [Int32] = []
  /// Features of the passage under way.
  var page: [Feature] = []
  /// Names of features by row of the model, as far as evidence asked for them.
  var names: [String] = []

  package init() {}
}
