import Tagging
import Testing

@testable import Learning

@Suite struct LogisticRegressionTests {
  private func row(_ features: Int32...) -> SparseRow {
    SparseRow(features: features, values: features.map { _ in 1 })
  }

  @Test func separatesThreeClasses() throws {
    let rows = (0..<30).map { row(Int32($0 % 3)) }
    let labels = (0..<30).map { $0 % 3 }
    let model = try LogisticRegression.fit(
      rows: rows, labels: labels, classes: 3, features: 3, l2: 0.1)
    for label in 0..<3 {
      let probabilities = model.probabilities(row(Int32(label)))
      #expect(probabilities[label] > 0.8)
      #expect(abs(probabilities.reduce(0, +) - 1) < 1e-9)
    }
  }

  /// One feature, always on: the optimum with a free bias is the share of the labels.
  @Test func biasLearnsTheShares() throws {
    let rows = Array(repeating: SparseRow(features: [], values: []), count: 4)
    let model = try LogisticRegression.fit(
      rows: rows, labels: [0, 0, 0, 1], classes: 2, features: 1, l2: 1)
    #expect(abs(model.probabilities(rows[0])[0] - 0.75) < 1e-3)
    #expect(abs(model.weight(0, 0)) < 1e-6)
  }

  @Test func weightsOfRowsCount() throws {
    let rows = [row(0), row(0)]
    let model = try LogisticRegression.fit(
      rows: rows, labels: [0, 1], weights: [3, 1], classes: 2, features: 1, l2: 1)
    #expect(abs(model.probabilities(row(0))[0] - 0.75) < 1e-3)
  }

  @Test func priorHoldsWhereDataAreSilent() throws {
    let model = try LogisticRegression.fit(
      rows: [row(0), row(0)], labels: [0, 1], classes: 2, features: 2, l2: 1,
      prior: [0, 0, 0.5, -0.5])
    #expect(abs(model.weight(1, 0) - 0.5) < 1e-3)
    #expect(model.probabilities(row(1))[0] > 0.7)
  }

  @Test func examplesAreInEveryFoldAndJudgedInNone() throws {
    func unit(_ doc: String, _ label: Int, _ name: String) -> LearningUnit {
      LearningUnit(
        doc: doc, genre: "g", label: label, second: nil, sure: 3, features: [(name, 1)])
    }
    let units = [unit("a", 0, "rare"), unit("b", 1, "other"), unit("c", 1, "other")]
    var options = CodeLearner.Options()
    options.l2 = 1
    options.minimumDocuments = 1
    // "rare" stands in one document alone: only the examples can teach it when that is left out.
    let examples = (0..<8).map { unit("e\($0)", 0, "rare") }
    let plain = CodeLearner(units: units, classes: 2, options: options)
    let taught = CodeLearner(units: units, examples: examples, classes: 2, options: options)
    let before = try plain.crossValidate { $0.doc }
    let after = try taught.crossValidate { $0.doc }
    #expect(after.count == units.count)
    #expect(before[0][0] <= before[0][1])
    #expect(after[0][0] > after[0][1])
  }

  @Test func learnerLeavesDocumentsOut() throws {
    let units = (0..<40).map { number in
      LearningUnit(
        doc: "d\(number / 4)", genre: "g", label: number % 2, second: nil, sure: 3,
        features: [(number % 2 == 0 ? "even" : "odd", 1), ("doc\(number / 4)", 1)])
    }
    var options = CodeLearner.Options()
    options.l2 = 1
    let learner = CodeLearner(units: units, classes: 2, options: options)
    let scores = try learner.crossValidate { $0.doc }
    for (number, row) in scores.enumerated() {
      #expect((row[0] > row[1]) == (number % 2 == 0))
    }
    // Features of a single document are left out.
    let fitted = try learner.fit(Array(units.indices))
    #expect(fitted.names == ["even", "odd"])
    #expect(try learner.fit(Array(units.indices)).model.weights == fitted.model.weights)
  }

  @Test func goldErrorsNameTheLine() {
    let text =
      "{\"doc\":\"a\",\"text\":\"x\",\"component\":\"norm\"}\n{\"doc\":\"a\",\"text\":\"x\",\"component\":\"law\"}\n"
    #expect(throws: GoldSet.Failure.self) { try GoldSet(Array(text.utf8)) }
    do {
      _ = try GoldSet(Array(text.utf8))
    } catch {
      #expect(error.line == 2)
      #expect(error.reason.contains("law"))
    }
  }

  @Test func goldReadsStatementsOfEitherForm() throws {
    let text = """
      {"doc":"a","text":"x","component":"none","sure":null,"statements":[{"actor":"CHN","issue":"privacy","stance":-1},{"actor":"USA","issue":"privacy","stance":"support"}]}
      """
    let set = try GoldSet(Array(text.utf8))
    #expect(set.units[0].positions.map(\.stance) == ["oppose", "support"])
    #expect(set.units[0].component == Component.none)
  }
}
