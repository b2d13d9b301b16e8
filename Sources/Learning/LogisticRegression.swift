// Multinomial logistic regression, fitted by L-BFGS. Any part with named features can use it: the
// components, and gates with two classes.

internal import CLBFGS
internal import Glibc

/// A sparse row: feature numbers and values.
package struct SparseRow: Sendable {
  package var features: [Int32]
  package var values: [Double]

  package init(features: [Int32], values: [Double]) {
    self.features = features
    self.values = values
  }
}

/// A fitted model: scores are `bias + Σ value · weights`, probabilities their softmax.
package struct LogisticRegression: Sendable {
  package let classes: Int
  package let features: Int
  /// `weights[feature * classes + class]`, then `classes` biases.
  package let weights: [Double]

  package func weight(_ feature: Int, _ label: Int) -> Double {
    weights[feature * classes + label]
  }
  package func bias(_ label: Int) -> Double { weights[features * classes + label] }

  /// Unnormalised scores of a row.
  package func scores(_ row: SparseRow) -> [Double] {
    var scores = (0..<classes).map(bias)
    for (feature, value) in zip(row.features, row.values) {
      let base = Int(feature) * classes
      for label in 0..<classes { scores[label] += value * weights[base + label] }
    }
    return scores
  }

  package func probabilities(_ row: SparseRow) -> [Double] { Self.softmax(scores(row)) }

  package static func softmax(_ scores: [Double]) -> [Double] {
    let top = scores.max() ?? 0
    let powers = scores.map { exp($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// Why no model came out: liblbfgs' code.
  package struct FittingError: Error, Sendable { package let code: Int }

  /// Minimises Σ weight · −log p(label) + l2/2 · Σ (w − prior)² (biases are free).
  ///
  /// - Parameters:
  ///   - labels: `0..<classes`, one a row; a row may be given twice with other labels and weights.
  ///   - weights: of the rows; empty for all 1.
  ///   - l2: strength of the penalty, above 0.
  ///   - prior: means that the penalty draws to, in the order of `weights`; empty for 0.
  /// - Throws: `FittingError` where L-BFGS gives up.
  package static func fit(
    rows: [SparseRow], labels: [Int], weights: [Double] = [], classes: Int, features: Int,
    l2: Double, prior: [Double] = [], iterations: Int = 200
  ) throws(FittingError) -> LogisticRegression {
    let size = (features + 1) * classes
    let problem = Problem(
      rows: rows, labels: labels, weights: weights, classes: classes, features: features, l2: l2,
      prior: prior)
    guard let point = lbfgs_malloc(Int32(size)) else { throw FittingError(code: -1) }
    defer { lbfgs_free(point) }
    for index in 0..<size { point[index] = index < prior.count ? prior[index] : 0 }
    var parameters = lbfgs_parameter_t()
    lbfgs_parameter_init(&parameters)
    parameters.max_iterations = Int32(iterations)
    parameters.epsilon = 1e-4
    parameters.past = 5
    parameters.delta = 1e-6
    var value = 0.0
    let code = lbfgs(
      Int32(size), point, &value,
      { instance, point, gradient, _, _ in
        guard let instance, let point, let gradient else { return 0 }
        return Unmanaged<Problem>.fromOpaque(instance).takeUnretainedValue()
          .evaluate(point, gradient)
      }, nil, Unmanaged.passUnretained(problem).toOpaque(), &parameters)
    // A line search that finds no further step has arrived as far as doubles go.
    let accepted = [
      Int(LBFGS_SUCCESS), Int(LBFGS_ALREADY_MINIMIZED), Int(LBFGS_STOP),
      Int(LBFGSERR_MAXIMUMITERATION), Int(LBFGSERR_ROUNDING_ERROR),
      Int(LBFGSERR_MAXIMUMLINESEARCH),
    ]
    guard accepted.contains(Int(code)) else { throw FittingError(code: Int(code)) }
    return LogisticRegression(
      classes: classes, features: features,
      weights: Array(UnsafeBufferPointer(start: point, count: size)))
  }
}

/// The objective and its gradient.
private final class Problem {
  let rows: [SparseRow]
  let labels: [Int]
  let weights: [Double]
  let classes: Int
  let features: Int
  let l2: Double
  let prior: [Double]

  init(
    rows: [SparseRow], labels: [Int], weights: [Double], classes: Int, features: Int, l2: Double,
    prior: [Double]
  ) {
    self.rows = rows
    self.labels = labels
    self.weights = weights
    self.classes = classes
    self.features = features
    self.l2 = l2
    self.prior = prior
  }

  func evaluate(
    _ point: UnsafePointer<Double>, _ gradient: UnsafeMutablePointer<Double>
  ) -> Double {
    let penalised = features * classes
    var loss = 0.0
    for index in 0..<penalised {
      let gap = point[index] - (index < prior.count ? prior[index] : 0)
      loss += gap * gap
      gradient[index] = l2 * gap
    }
    loss *= l2 / 2
    let biases = penalised
    for label in 0..<classes { gradient[biases + label] = 0 }
    var scores = [Double](repeating: 0, count: classes)
    for (number, row) in rows.enumerated() {
      for label in 0..<classes { scores[label] = point[biases + label] }
      for position in row.features.indices {
        let base = Int(row.features[position]) * classes
        let value = row.values[position]
        for label in 0..<classes { scores[label] += value * point[base + label] }
      }
      let top = scores.max() ?? 0
      var sum = 0.0
      for label in 0..<classes {
        scores[label] = exp(scores[label] - top)
        sum += scores[label]
      }
      let weight = weights.isEmpty ? 1 : weights[number]
      for label in 0..<classes { scores[label] /= sum }
      loss -= weight * log(max(scores[labels[number]], 1e-300))
      scores[labels[number]] -= 1
      for label in 0..<classes { scores[label] *= weight }
      for label in 0..<classes { gradient[biases + label] += scores[label] }
      for position in row.features.indices {
        let base = Int(row.features[position]) * classes
        let value = row.values[position]
        for label in 0..<classes { gradient[base + label] += value * scores[label] }
      }
    }
    return loss
  }
}
