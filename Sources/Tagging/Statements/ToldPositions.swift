// What reports, news and papers have told last: "Egypt disagreed", "Japan backed this", "So did Chile"
// name no issue; theirs is that of the position before, and for or against is measured by it.

internal import Lexicon

/// A position that was told in a passage before, or earlier in the same one.
struct ToldPosition: Sendable, Equatable {
  var actor: String
  /// Index into `Lexicon.issues`.
  var issue: Int
  var stance: Stance
}

/// The positions told last. Empty in texts that speak for an issuer: their headings and subjects say
/// what a passage without an issue is about.
struct ToldPositions: Sendable {
  /// Passages after which what was told is no longer meant.
  private static let reach = 2

  private var positions: [ToldPosition] = []
  private var passage = -100

  mutating func clear() {
    positions.removeAll(keepingCapacity: true)
    passage = -100
  }

  /// Those that passage `index` can take up: the holder's own, else all.
  func taken(up index: Int, by actor: String) -> [ToldPosition] {
    guard index - passage <= Self.reach else { return [] }
    let own = positions.filter { $0.actor == actor }
    return own.isEmpty ? positions : own
  }

  /// Keeps what passage `index` tells; the first position of a passage ends what was told before.
  mutating func tell(_ position: ToldPosition, in index: Int) {
    if passage != index { positions.removeAll(keepingCapacity: true) }
    passage = index
    if !positions.contains(position) { positions.append(position) }
  }
}

extension Stance {
  /// The other side.
  var opposite: Stance {
    switch self {
    case .support: .oppose
    case .oppose: .support
    default: self
    }
  }
}
