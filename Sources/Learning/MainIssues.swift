// The issues that weights are fitted for: those that are no part of another.

internal import Lexicon

/// Codes of the issues without a parent, and their numbers.
struct MainIssues: Sendable {
  let codes: [String]
  private let numbers: [String: Int]

  init(_ lexicon: Lexicon) {
    codes = lexicon.issues.filter { $0.parent == nil }.map(\.code)
    numbers = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
  }

  /// The number of a position's issue, or of the one that it is a part of; nil for an unknown one.
  func number(of position: GoldUnit.Position) -> Int? {
    position.issue.split(separator: ".").first.flatMap { numbers[String($0)] }
  }
}
