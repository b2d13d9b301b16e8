// Whom a passage tells of where its verb is on no list: "Oslo dreams of a treaty that …". For texts
// that speak for nobody; counts only where the passage is likely to state a component and no rule
// found a holder.

internal import Text

enum BareSubject {
  /// Probability of no component below which the subject is taken to hold something.
  static let threshold = 0.65

  /// The chain is the subject of the passage's first clause, of which something is told as done.
  static func isOne(
    _ context: AttributionContext, _ chain: SubjectChain, _ predicate: SubjectPredicate,
    _ marks: PassageMarks
  ) -> Bool {
    guard chain.anaphor == nil, !predicate.isPassive,
      predicate.token < marks.range.upperBound, !isListed(context, chain, predicate, marks),
      predicate.flags.isDisjoint(with: [.ought, .can, .will]),
      !context.isOmitting(predicate.token)
    else { return false }
    let before = marks.range.lowerBound..<chain.first
    return before.count <= 10 && before.lazy.filter { !context.tokens[$0].isPunctuation }.count <= 4
      && before.allSatisfy {
        context.flags($0).isDisjoint(with: [.preposition, .condition, .relative, .that])
      }
  }

  /// "Present: X and Y;", "Delhi (originally)": one of a list, not a subject.
  private static func isListed(
    _ context: AttributionContext, _ chain: SubjectChain, _ predicate: SubjectPredicate,
    _ marks: PassageMarks
  ) -> Bool {
    let before = chain.first - 1
    if before >= marks.range.lowerBound, context.mark(before) == 0x3A { return true }
    switch context.mark(predicate.token) {
    case 0x28, 0x3A, 0x3B, 0x2E: return true
    default: return false
    }
  }
}
