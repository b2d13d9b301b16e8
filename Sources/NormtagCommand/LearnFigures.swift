// What `learn` says of units that the weights were not fitted to: agreement, by code and by genre.

internal import Learning
internal import Positions
internal import Tagging
internal import Text

extension LearnCommand {
  /// How well documents or genres are coded that the weights were not fitted to.
  func describe(
    _ learner: CodeLearner, _ scores: [[Double]], _ temperature: Double, _ group: Group,
    _ diagnostics: Diagnostics
  ) {
    var agreement = PairAgreement(categories: Component.allCases.count)
    var calibration = Calibration()
    var genres: [String: PairAgreement] = [:]
    for (unit, row) in zip(learner.units, scores) {
      let probabilities = LogisticRegression.softmax(row.map { $0 / temperature })
      let best = probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
      agreement.add(reference: unit.label, coded: best)
      genres[unit.genre, default: PairAgreement(categories: Component.allCases.count)]
        .add(reference: unit.label, coded: best)
      calibration.add(
        confidence: probabilities[best], isRight: best == unit.label)
    }
    var line = "left out by \(group.rawValue): alpha \(Figure.text(agreement.alpha))"
    line += " accuracy \(Figure.text(agreement.accuracy))"
    line += " macroF1 \(Figure.text(agreement.macroF1))"
    for component in Component.allCases {
      line += " \(component.rawValue) \(Figure.text(agreement.f1(component.index)))"
    }
    line += " calibration error \(Figure.text(calibration.error))"
    diagnostics.say(line)
    if group == .doc, genres.count > 1 { describe(genres, diagnostics) }
  }

  /// The same by genre of the documents left out, the genre with most units first.
  private func describe(_ genres: [String: PairAgreement], _ diagnostics: Diagnostics) {
    let sorted = genres.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (genre, agreement) in sorted {
      diagnostics.say(
        "left out by doc, genre \(genre.isEmpty ? "unknown" : genre): \(agreement.count) units"
          + " alpha \(Figure.text(agreement.alpha)) macroF1 \(Figure.text(agreement.macroF1))")
    }
  }
}

/// Figures for people: three decimals.
enum Figure {
  static func text(_ value: Double?) -> String {
    guard let value else { return "nan" }
    var out = ByteWriter()
    out.append(value, places: 3)
    var text = String(decoding: out.bytes, as: UTF8.self)
    guard text != "null" else { return "nan" }
    let decimals = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 }
    if decimals == nil { text += "." }
    return text + String(repeating: "0", count: 3 - (decimals ?? 0))
  }
}
