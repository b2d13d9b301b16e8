// Fits the weights of candidates: who, of those named in a passage in which no rule of attribution found
// a holder, holds what it says.

internal import Ingest
package import Lexicon
internal import Tagging

/// Fits and cross-validates who holds what.
package struct HolderLearner: Sendable {
  /// Probability from which a candidate is a holder: more likely than not.
  private static let threshold = 0.5

  private let learner: CodeLearner

  /// - Parameters:
  ///   - examples: fitted to as well, each counting `share` of a unit; in no figure.
  ///   - l2: strength of the penalty, above 0.
  package init(_ set: GoldSet, examples: GoldSet, share: Double, lexicon: Lexicon, l2: Double) {
    var tagger = Tagger(lexicon: lexicon, options: TaggingOptions())
    var options = CodeLearner.Options()
    options.l2 = l2
    options.balance = 0
    learner = CodeLearner(
      units: Self.units(set, weight: 1, &tagger),
      examples: Self.units(examples, weight: share, &tagger), classes: 2, options: options)
  }

  private static func units(
    _ set: GoldSet, weight: Double, _ tagger: inout Tagger
  ) -> [LearningUnit] {
    var units: [LearningUnit] = []
    for (document, range) in set.documents() {
      for (unit, samples) in zip(set.units[range], tagger.holderSamples(document)) {
        for sample in samples {
          var row = LearningUnit(
            doc: unit.doc, genre: unit.genre,
            label: unit.positions.contains { $0.actor == sample.actor } ? 1 : 0, second: nil,
            sure: unit.sure, features: sample.features)
          row.weight = weight
          units.append(row)
        }
      }
    }
    return units
  }

  /// Those named in passages in which no rule found a holder, and how many of them are holders.
  package var counts: (candidates: Int, holders: Int) {
    (learner.units.count, learner.units.reduce(0) { $0 + $1.label })
  }

  /// Rows of weights-holders.tsv.
  package func fit() throws(LogisticRegression.FittingError) -> [(name: String, weight: Double)] {
    let fitted = try learner.fit(Array(learner.units.indices))
    let model = fitted.model
    var rows = [
      ("holder:(bias)", model.bias(1) - model.bias(0)), ("holder:(threshold)", Self.threshold),
    ]
    for (index, name) in fitted.names.enumerated() {
      rows.append((name, model.weight(index, 1) - model.weight(index, 0)))
    }
    return rows
  }

  /// Candidates taken for holders in documents that the weights have not seen.
  package func crossValidate() throws(LogisticRegression.FittingError) -> HitCount {
    var count = HitCount()
    for (unit, scores) in zip(learner.units, try learner.crossValidate { $0.doc }) {
      count.add(
        isGold: unit.label == 1, isCoded: LogisticRegression.softmax(scores)[1] >= Self.threshold)
    }
    return count
  }
}
