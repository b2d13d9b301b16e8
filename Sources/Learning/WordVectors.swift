// Words used alike: a place for each stem in a space of few dimensions, from which words stand
// before and after it in much text. What is learned of a word that coded units show then holds in
// part for words that they don't show. The places end as weights of words: coding knows nothing of
// them.

/// Where stems lie; stems near each other are used alike.
package struct WordVectors: Sendable {
  /// Why a table can't be used; `line` counts from 1.
  package struct Failure: Error, Sendable {
    package var line: Int
    package var reason: String
  }

  /// Of a feature's name: `alike=` and the dimension.
  private static let prefix = "alike="
  private static let word = "word="
  /// A step of a coordinate: small, so that the penalty holds likeness back behind a word's own
  /// weight.
  private static let step = 0.01
  /// The letter of coordinate 0, between '!' and '~'.
  private static let zero = 79

  private var places: [String: [Double]]
  private let names: [String]

  /// - Parameter bytes: a line for each stem: the stem, a tab, a character for each coordinate
  ///   (its code less 79, in steps of 0.02); lines that begin with `#` are comments.
  package init(_ bytes: [UInt8]) throws(Failure) {
    var places: [String: [Double]] = [:]
    var dimensions = 0
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard let first = line.first, first != 0x23 else { continue }
      let cells = line.split(separator: 0x09)
      guard cells.count == 2 else { throw Failure(line: number, reason: "two cells make a line") }
      if dimensions == 0 { dimensions = cells[1].count }
      guard cells[1].count == dimensions else {
        throw Failure(line: number, reason: "\(dimensions) coordinates are needed")
      }
      places[String(decoding: cells[0], as: UTF8.self)] = cells[1].map {
        Double(Int($0) - Self.zero) * Self.step
      }
    }
    guard !places.isEmpty else { throw Failure(line: number, reason: "no word in it") }
    self.places = places
    names = (0..<dimensions).map { Self.prefix + String($0) }
  }

  /// Leaves out stems.
  package mutating func remove(where isOut: (String) -> Bool) {
    for stem in places.keys where isOut(stem) { places[stem] = nil }
  }

  /// The unit with the sum of its words' places as further features.
  func placed(_ unit: LearningUnit) -> LearningUnit {
    var sum = [Double](repeating: 0, count: names.count)
    for feature in unit.features where feature.name.hasPrefix(Self.word) {
      guard let place = places[String(feature.name.dropFirst(Self.word.count))] else { continue }
      for dimension in sum.indices { sum[dimension] += feature.value * place[dimension] }
    }
    var unit = unit
    for (name, value) in zip(names, sum) { unit.features.append((name, value)) }
    return unit
  }

  /// The same weights without features of places: every word of the table, seen or not, gets what
  /// its place adds.
  ///
  /// - Parameter threshold: words whose weights all lie below it are left out.
  package func folded(_ fitted: FittedWeights, atLeast threshold: Double) -> FittedWeights {
    let classes = fitted.model.classes
    var weights: [String: [Double]] = [:]
    for (index, name) in fitted.names.enumerated() {
      weights[name] = (0..<classes).map { fitted.model.weight(index, $0) }
    }
    let dimensions = names.map { weights.removeValue(forKey: $0) }
    for (stem, place) in places {
      var row = weights[Self.word + stem] ?? Array(repeating: 0, count: classes)
      for (coordinate, dimension) in zip(place, dimensions) {
        guard let dimension else { continue }
        for label in row.indices { row[label] += coordinate * dimension[label] }
      }
      weights[Self.word + stem] = row
    }
    let names = weights.keys.filter { name in
      guard name.hasPrefix(Self.word), let row = weights[name] else { return true }
      return row.contains { abs($0) >= threshold }
    }.sorted()
    let biases = (0..<classes).map { fitted.model.bias($0) }
    var result = fitted
    result.names = names
    result.model = LogisticRegression(
      classes: classes, features: names.count,
      weights: names.flatMap { weights[$0] ?? [] } + biases)
    return result
  }
}
