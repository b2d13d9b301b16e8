// What a learner makes of units that stand together and of words that are used alike.

import Testing
import Text

@testable import Learning

private func unit(
  _ doc: Int, _ label: Int, _ features: [String], continues: Bool = false
) -> LearningUnit {
  var unit = LearningUnit(
    doc: "d\(doc)", genre: "g", label: label, second: nil, sure: nil,
    features: features.map { ($0, 1) })
  unit.continues = continues
  return unit
}

@Suite struct CodeLearnerTests {
  @Test func neighboursLendTheirCode() throws {
    // In each document a unit that says nothing follows one that says much.
    let units = (0..<40).flatMap { doc in
      [
        unit(doc, doc % 2, [doc % 2 == 0 ? "a" : "b"]),
        unit(doc, doc % 2, ["c"], continues: true),
      ]
    }
    var options = CodeLearner.Options()
    options.l2 = 1
    let alone = try CodeLearner(units: units, classes: 2, options: options)
      .crossValidate { $0.doc }
    options.neighbours = 0.6
    let together = try CodeLearner(units: units, classes: 2, options: options)
      .crossValidate { $0.doc }
    for index in stride(from: 1, to: units.count, by: 2) {
      let own = units[index].label
      let before = alone[index][own] - alone[index][1 - own]
      let after = together[index][own] - together[index][1 - own]
      #expect(after > before + 0.1)
    }
  }

  @Test func wordsUsedAlikeShareWeight() throws {
    // "pact" and "treaty" lie together, "storm" opposite; no unit shows "treaty".
    let words = try WordVectors(Array("# comment\npact\t~O\nstorm\t!O\ntreaty\t~P\n".utf8))
    let units = (0..<40).map {
      unit($0, $0 % 2, [$0 % 2 == 0 ? "word=pact" : "word=storm"])
    }
    var options = CodeLearner.Options()
    options.l2 = 1
    options.words = words
    let learner = CodeLearner(units: units, classes: 2, options: options)
    let plain = try learner.fit(Array(units.indices))
    let folded = words.folded(plain, atLeast: 0.01)
    #expect(!folded.names.contains { $0.hasPrefix("alike=") })
    let treaty = try #require(folded.names.firstIndex(of: "word=treaty"))
    #expect(folded.model.weight(treaty, 0) > 0)
    #expect(folded.model.weight(treaty, 1) < 0)
    // Folding changes no score.
    let pact = try #require(folded.names.firstIndex(of: "word=pact"))
    let scores = try learner.crossValidate { $0.doc }
    #expect(scores[0][0] > scores[0][1])
    let own = try #require(plain.names.firstIndex(of: "word=pact"))
    let place = try #require(plain.names.firstIndex(of: "alike=0"))
    let sum = plain.model.weight(own, 0) + 0.47 * plain.model.weight(place, 0)
    #expect(abs(folded.model.weight(pact, 0) - sum) < 1e-9)
  }

  @Test func tablesOfWordsSayWhatIsWrong() {
    #expect(throws: WordVectors.Failure.self) { try WordVectors(Array("pact\n".utf8)) }
    #expect(throws: WordVectors.Failure.self) { try WordVectors(Array("a\tOO\nb\tO\n".utf8)) }
    #expect(throws: WordVectors.Failure.self) { try WordVectors([]) }
  }

  @Test func weightsThatWereWrittenAreReadAgain() throws {
    let fitted = FittedWeights(
      names: ["has=a", "word=b"],
      model: LogisticRegression(
        classes: 2, features: 2, weights: [0.5, -0.25, 0.125, 1, 0.75, -0.75]))
    var out = ByteWriter()
    WeightsTable.write(fitted, columns: ["x", "y"], atLeast: 0, note: ["two lines"], to: &out)
    let read = try WeightsTable.read(out.bytes, columns: ["x", "y"])
    #expect(read == ["has=a": [0.5, -0.25], "word=b": [0.125, 1]])
    #expect(throws: WeightsTable.Failure(line: 2, reason: "a header feature, y, x is needed")) {
      try WeightsTable.read(out.bytes, columns: ["y", "x"])
    }
    #expect(throws: WeightsTable.Failure(line: 2, reason: "a feature and 1 numbers are needed")) {
      try WeightsTable.read(Array("feature\tx\na\tmuch\n".utf8), columns: ["x"])
    }
    #expect(throws: WeightsTable.Failure(line: 2, reason: "no weights in it")) {
      try WeightsTable.read(Array("feature\tx\n".utf8), columns: ["x"])
    }
  }

  @Test func fewUnitsMovePriorWeightsOnlyALittle() throws {
    let units = (0..<8).map { unit($0, $0 % 2, [$0 % 2 == 0 ? "a" : "b"]) }
    var options = CodeLearner.Options()
    options.l2 = 50
    options.prior = ["a": [2, -2], "unseen": [1, -1]]
    let fitted = try CodeLearner(units: units, classes: 2, options: options)
      .fit(Array(units.indices))
    let a = try #require(fitted.names.firstIndex(of: "a"))
    #expect(abs(fitted.model.weight(a, 0) - 2) < 0.2)
    let unseen = try #require(fitted.names.firstIndex(of: "unseen"))
    #expect(fitted.model.weight(unseen, 0) == 1)
    let b = try #require(fitted.names.firstIndex(of: "b"))
    #expect(fitted.model.weight(b, 1) > 0 && fitted.model.weight(b, 1) < 0.2)
  }
}
