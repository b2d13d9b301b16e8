// The component of every passage of a document (CODEBOOK.md, section 1): features of its clauses,
// words and context, weighed by weights.tsv, with the features that decided as evidence.

internal import Ingest
package import Lexicon
internal import Text

/// A feature that spoke for or against a component, or a part of the institutional grammar.
package struct ComponentEvidence: Sendable, Equatable {
  /// `principle` …, or `deontic`, `aim`, `object`, `condition`, `or-else` (Crawford & Ostrom 1995).
  package var code: String
  /// The feature as weights.tsv names it, or the class of the cue.
  package var cue: String
  /// Token of the document that shows it; -1 where the whole passage does.
  package var token: Int
  /// Score that it adds to `code` over the runner-up; 0 for parts of the grammar.
  package var weight: Double
}

/// How a passage was coded.
package struct ComponentCoding: Sendable {
  package var component: Component
  /// The runner-up, where it has a probability of 0.15 or more.
  package var second: Component?
  package var scores: ComponentScores
  package var force: Force
  package var polarity: Polarity
  /// What moved the decision most; none if not asked for.
  var strongest = StrongestFeatures()
}

/// Codes components; immutable, shared by all workers.
package struct ComponentCoder: Sendable {
  let extractor: FeatureExtractor
  private let model: ComponentModel
  private let grammar = GrammarEvidence()

  /// - Parameter codesForce: force and polarity are wanted.
  package init(lexicon: Lexicon, codesForce: Bool = true) {
    let space = FeatureSpace()
    let model = ComponentModel(weights: lexicon.weights, space: space, codesForce: codesForce)
    self.model = model
    extractor = FeatureExtractor(lexicon: lexicon, model: model, space: space)
  }

  /// Which features stay in the scratch after their weights have been added up.
  package enum Keeping: Sendable {
    case none
    /// Those with a weight, for evidence.
    case weighted
    /// All, for fitting.
    case all
  }

  /// Reads the clauses of all passages into `scratch`; call it before `code`.
  package func prepare(
    _ document: TokenizedDocument, scratch: inout ComponentScratch, keeping: Keeping = .weighted
  ) {
    extractor.extract(document, into: &scratch, model: model, keeping: keeping)
    scratch.context = extractor.context(document, scratch.analyses)
    scratch.readings.removeAll(keepingCapacity: true)
    guard keeping != .all else { return }
    for index in scratch.analyses.indices {
      scratch.readings.append(read(document, index, &scratch, keeping))
    }
  }

  /// Weighs everything about a passage but the positions that it reports.
  private func read(
    _ document: TokenizedDocument, _ index: Int, _ scratch: inout ComponentScratch,
    _ keeping: Keeping
  ) -> FirstReading {
    let from = scratch.features.count
    extractor.emitContext(scratch.context, index, document, scratch.analyses) { number, value in
      let row = model.rowOf[Int(number)]
      if row >= 0 { scratch.features.append(Feature(row: row, token: -1, value: value)) }
    }
    let context = from..<scratch.features.count
    var sums = scratch.sums[index]
    model.add(scratch.features, context, to: &sums)
    if keeping == .none { scratch.features.removeAll(keepingCapacity: true) }
    return FirstReading(
      sums: sums, context: context, lent: lent(model.probabilities(sums.lowHalf)))
  }

  private func lent(_ scores: ComponentScores) -> SIMD8<Float> {
    SIMD8<Float>(scores.values) * model.neighbourWeights
  }

  /// Codes one passage.
  ///
  /// - Parameters:
  ///   - reported: whose position the passage reports, as attribution read its clauses.
  ///   - scratch: buffers of the worker, filled by `prepare` for this document; `AttributeCoder`
  ///     reads the analyses in it.
  package func code(
    _ document: TokenizedDocument, passage index: Int, reported: ReportedPosition,
    options: TaggingOptions, scratch: inout ComponentScratch
  ) -> ComponentCoding {
    let reading = scratch.readings[index]
    let own = scratch.analyses[index].features
    let from = scratch.features.count
    extractor.emitReported(reported, scratch.analyses[index]) { number, value in
      let row = model.rowOf[Int(number)]
      if row >= 0 { scratch.features.append(Feature(row: row, token: -1, value: value)) }
    }
    let late = from..<scratch.features.count
    let borrowed = borrowed(document, index, scratch)
    var sums = reading.sums
    sums.lowHalf += borrowed
    model.add(scratch.features, late, to: &sums)
    sums[Component.rule.index] += Float(options.ruleThreshold)
    var coding = decide(model.probabilities(sums.lowHalf))
    scratch.lent = lent(coding.scores)
    if options.codesForce { setAttributes(sums.highHalf, &coding) }
    if options.collectsEvidence {
      coding.strongest = strongest(coding, scratch.features, own, reading.context, late, borrowed)
    }
    scratch.features.removeLast(late.count)
    return coding
  }

  /// What the passages before and after in the same text add to the scores.
  private func borrowed(
    _ document: TokenizedDocument, _ index: Int, _ scratch: ComponentScratch
  ) -> SIMD8<Float> {
    let passages = document.document.passages
    var sum = SIMD8<Float>()
    if index > 0, passages[index].continues { sum += scratch.lent }
    if index + 1 < scratch.readings.count, passages[index + 1].continues {
      sum += scratch.readings[index + 1].lent
    }
    return sum
  }

  /// Calls `emit` with what the passage owes to its place and to the positions that it reports.
  @inline(__always)
  func emitAround(
    _ index: Int, _ reported: ReportedPosition, _ document: TokenizedDocument,
    _ context: FeatureExtractor.Context, _ analyses: [PassageAnalysis],
    _ emit: (Int32, Float) -> Void
  ) {
    extractor.emitContext(context, index, document, analyses, emit)
    extractor.emitReported(reported, analyses[index], emit)
  }

  private func decide(_ scores: ComponentScores) -> ComponentCoding {
    let winner = scores.best()
    let second = scores.best(but: winner)
    return ComponentCoding(
      component: Self.components[winner],
      second: scores.values[second] >= 0.15 ? Self.components[second] : nil,
      scores: scores, force: .none, polarity: .none)
  }

  private static let components = Component.allCases
  private static let forces = Force.allCases
  private static let polarities = Polarity.allCases

  /// Force and polarity: their own weights, and what the component makes likely.
  private func setAttributes(_ sums: SIMD8<Float>, _ coding: inout ComponentCoding) {
    var sums = sums
    for (index, weights) in model.attributeComponents.enumerated() {
      sums += weights * Float(coding.scores.values[index])
    }
    func best(_ from: Int) -> Int {
      var best = 0
      for index in 1..<4 where sums[from + index] > sums[from + best] { best = index }
      return best
    }
    coding.force = Self.forces[best(0)]
    coding.polarity = Self.polarities[best(4)]
  }

  /// The six features that moved the decision most between the winner and the runner-up.
  private func strongest(
    _ coding: ComponentCoding, _ features: [Feature], _ own: Range<Int>, _ context: Range<Int>,
    _ late: Range<Int>, _ borrowed: SIMD8<Float>
  ) -> StrongestFeatures {
    let winner = coding.component.index
    let rival = coding.scores.best(but: winner)
    var top = StrongestFeatures()
    model.rank(features, own, winner, over: rival, in: &top)
    model.rank(features, context, winner, over: rival, in: &top)
    model.rank(features, late, winner, over: rival, in: &top)
    // No feature has a negative row.
    top.consider(Feature(row: -1, token: -1, value: 1), borrowed[winner] - borrowed[rival])
    return top
  }

  /// Most pieces of evidence for one passage.
  static let mostEvidence = StrongestFeatures.most + 6

  /// Calls `take` with the evidence for a coding, strongest first: the features that decided, and the
  /// parts of the institutional grammar.
  ///
  /// - Parameter names: names of features by row, as far as they were asked for.
  @inline(__always)
  func forEachEvidence(
    of coding: ComponentCoding, _ analysis: PassageAnalysis, _ names: inout [String],
    _ take: (ComponentEvidence) -> Void
  ) {
    let winner = coding.component.index
    let rival = coding.scores.best(but: winner)
    for place in 0..<coding.strongest.count {
      let (feature, margin) = coding.strongest[place]
      take(
        ComponentEvidence(
          code: Self.components[margin > 0 ? winner : rival].rawValue,
          cue: feature.row < 0 ? "neighbours" : model.name(row: Int(feature.row), known: &names),
          token: Int(feature.token), weight: Double(abs(margin))))
    }
    grammar.forEach(in: analysis) { code, cue, token in
      take(ComponentEvidence(code: code, cue: cue, token: token, weight: 0))
    }
  }
}
