// Features of enough documents, numbered, and which of their weights are worth a place in a table.

/// Numbers of features, and the units as rows of these.
struct FeatureIndex<Name: Hashable> {
  /// By number.
  let names: [Name]
  /// Units in which each occurs.
  private(set) var frequencies: [Int]
  private(set) var rows: [SparseRow] = []

  /// - Parameters:
  ///   - units: the document and the features of each.
  ///   - minimumDocuments: that a feature must occur in.
  ///   - order: of the numbers.
  init(
    _ units: [(doc: String, features: [(name: Name, value: Double)])], minimumDocuments: Int,
    by order: (Name, Name) -> Bool
  ) {
    var documents: [Name: Set<String>] = [:]
    for unit in units {
      for feature in unit.features { documents[feature.name, default: []].insert(unit.doc) }
    }
    names = documents.filter { $0.value.count >= minimumDocuments }.keys.sorted(by: order)
    frequencies = Array(repeating: 0, count: names.count)
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    rows.reserveCapacity(units.count)
    for unit in units {
      var row = SparseRow(features: [], values: [])
      for feature in unit.features {
        guard let number = numbers[feature.name] else { continue }
        row.features.append(number)
        row.values.append(feature.value)
        frequencies[Int(number)] += 1
      }
      rows.append(row)
    }
  }
}

/// Which weights a table keeps, and how finely.
enum WeightChoice {
  /// What weights are rounded to.
  private static let step = 0.05

  static func rounded(_ weight: Double) -> Double { (weight / step).rounded() * step }

  /// A weight's size, more where its feature is frequent.
  ///
  /// - Parameter frequency: units in which the feature occurs.
  static func importance(_ weight: Double, frequency: Int) -> Double {
    abs(weight) * Logarithm.power(Double(max(1, frequency)), 0.25)
  }

  /// The importance from which weights are kept so that `most` of them are.
  static func least(_ importances: [Double], most: Int) -> Double {
    guard importances.count > most else { return 0 }
    return importances.sorted(by: >)[most - 1]
  }
}
