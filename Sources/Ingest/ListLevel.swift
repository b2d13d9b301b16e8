// How deep an item stands in its list, by the form of its label: "2." is no item of the list that
// "(a)" and "(b)" are items of.

/// The rank of a label: the lower, the further out.
struct ListLevel: Comparable {
  private let rank: Int

  /// - Parameter label: as passages carry it (`13(c)`, `Article 5(2)`); nil is a bullet.
  init(_ label: String?) {
    guard let label else {
      rank = 40
      return
    }
    let last =
      label.utf8.split { $0 == 0x28 || $0 == 0x29 || $0 == 0x20 }.last ?? Substring("").utf8
    let depth = last.count { $0 == 0x2E }
    let isBracketed = label.utf8.last == 0x29
    let hasDigit = last.contains { $0 &- 0x30 < 10 }
    let isCapital = last.first.map { $0 &- 0x41 < 26 } ?? false
    if label.utf8.contains(0x20), !isBracketed {
      rank = 0
    } else if hasDigit {
      rank = 10 + min(depth, 9)
    } else if isCapital {
      rank = 5
    } else {
      rank = last.count == 1 ? 20 : 30
    }
  }

  static func < (a: ListLevel, b: ListLevel) -> Bool { a.rank < b.rank }
}
