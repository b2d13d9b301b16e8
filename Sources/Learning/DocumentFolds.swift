// Which documents are left out together when a fit is judged on those that it has not seen.

/// Groups, such as documents, dealt out to folds in the order of their names.
struct DocumentFolds {
  let count: Int
  private let foldOf: [String: Int]

  /// - Parameters:
  ///   - groups: names, as often as they come.
  ///   - most: folds, if there are as many groups.
  init(_ groups: some Sequence<String>, most: Int) {
    let names = Set(groups).sorted()
    let count = min(most, names.count)
    self.count = count
    foldOf = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0 % max(count, 1)) })
  }

  /// Whether a group is left out in a fold, counted from 0.
  func leavesOut(_ group: String, in fold: Int) -> Bool { foldOf[group] == fold }
}
