// The second half of `learn --attributes`: force and polarity over the features of the components
// and the components' own probabilities on held-out documents.

internal import Batch
internal import Learning
internal import Positions
internal import Tagging
internal import Text

/// Fits force and polarity.
struct AttributeFitting {
  let units: [LearningUnit]
  let gold: [GoldUnit]
  /// Of each unit, from models that have not seen its document.
  let probabilities: [[Double]]
  let options: CodeLearner.Options
  let threshold: Double

  func write(to path: String, _ diagnostics: Diagnostics) throws {
    let force = try fit("force", Force.allCases.map(\.rawValue), \.force, diagnostics)
    let polarity = try fit("polarity", Polarity.allCases.map(\.rawValue), \.polarity, diagnostics)
    var out = ByteWriter()
    WeightsTable.write(
      force, polarity,
      columns: Force.allCases.map { "force-\($0.rawValue)" }
        + Polarity.allCases.map { "polarity-\($0.rawValue)" },
      prefix: "attribute:", atLeast: threshold,
      note: ["Weights of force and polarity, fitted by `normtag learn --attributes`."], to: &out)
    _ = try OutputFile.write(out.bytes, to: path)
  }

  private func fit(
    _ name: String, _ codes: [String], _ code: KeyPath<GoldUnit, String?>,
    _ diagnostics: Diagnostics
  ) throws -> FittedWeights {
    var chosen: [LearningUnit] = []
    for (number, unit) in units.enumerated() {
      guard let value = gold[number][keyPath: code], let label = codes.firstIndex(of: value) else {
        continue
      }
      var unit = unit
      unit.label = label
      unit.second = nil
      unit.features.removeAll { $0.name.hasPrefix("word=") }
      for component in Component.allCases {
        unit.features.append(
          ("component=" + component.rawValue, probabilities[number][component.index]))
      }
      chosen.append(unit)
    }
    var options = options
    options.balance = 0.5
    options.prior = [:]
    options.neighbours = 0
    options.words = nil
    let learner = CodeLearner(units: chosen, classes: codes.count, options: options)
    let scores = try learner.crossValidate { $0.doc }
    var agreement = PairAgreement(categories: codes.count)
    for (unit, row) in zip(chosen, scores) {
      let best = row.indices.max { row[$0] < row[$1] } ?? 0
      agreement.add(reference: unit.label, coded: best)
    }
    var line = "\(name), left out by doc: macroF1 \(Figure.text(agreement.macroF1))"
    for (index, code) in codes.enumerated() {
      line += " \(code) \(Figure.text(agreement.f1(index)))"
    }
    diagnostics.say(line)
    return try learner.fit(Array(chosen.indices))
  }
}
