// The words of a passage that speak for or against, with what turns them.

internal import Text

extension StanceCoder {
  /// The stance cues of a passage, once for all its statements.
  package struct Cues: Sendable {
    /// Matches of the passage.
    var matches = 0..<0
    private(set) var items: [(value: Value, tokens: Range<Int>)] = []
    /// Cues of criticism and opposition in the passage.
    package private(set) var negative = 0
    package private(set) var positive = 0
    private var verdicts = 0

    /// Something may be opposed: a word against it, a verdict, or support that is refused.
    var mayOppose: Bool {
      negative > 0 || verdicts > 0
        || positive > 0
          && items.contains { $0.value == .support && isNegated($0.tokens.lowerBound) }
    }

    mutating func append(_ value: Value, _ tokens: Range<Int>) {
      if items.isEmpty { items.reserveCapacity(4) }
      items.append((value, tokens))
      if value.isAgainst { negative += 1 }
      if value == .support { positive += 1 }
      if value == .verdict { verdicts += 1 }
    }

    /// Part of words of opposition: "proposed deleting" is no proposal, "objected" not only a report.
    func isInOpposition(_ cue: (value: Value, tokens: Range<Int>)) -> Bool {
      cue.value != .oppose
        && items.contains {
          $0.value == .oppose && $0.tokens.contains(cue.tokens.lowerBound)
            && $0.tokens.upperBound >= cue.tokens.upperBound
        }
    }

    /// Stands within six words after "despite" or the like.
    func isConceded(_ at: Int) -> Bool {
      items.contains {
        $0.value == .concession && at >= $0.tokens.upperBound && at - $0.tokens.upperBound <= 5
      }
    }

    /// A negation within three words before.
    func isNegated(_ at: Int) -> Bool {
      items.contains {
        $0.value == .negation && at >= $0.tokens.upperBound && at - $0.tokens.upperBound <= 2
      }
    }
  }
}
