// Permission and prohibition are rare and said in few ways, so form decides before weights do:
// "may", "is entitled to" permit; a negated modal, "shall refrain from", "is prohibited" forbid.

/// Corrects the fitted polarity by the form of the clause that carries the deontic.
enum PolarityRules {
  /// - Parameter isOnly: whether a negated predicate is one of "not only".
  static func polarity(
    _ coding: ComponentCoding, _ analysis: PassageAnalysis, isOnly: (Predicate) -> Bool
  ) -> Polarity {
    guard coding.component == .norm || coding.component == .rule || coding.component == .procedure
    else { return coding.polarity }
    for index in 0..<min(2, analysis.predicates.count) {
      let predicate = analysis.predicates[index]
      switch predicate.mood {
      case .shall, .must, .should, .will:
        if predicate.isNegated { return isOnly(predicate) ? .require : .forbid }
        if predicate.mood != .will, predicate.verb == .refrain { return .forbid }
        if predicate.mood != .will { return coding.polarity }
      case .may where predicate.isNegated: return .forbid
      case .may where index == 0 && predicate.verb != .adjective && predicate.verb != .copula:
        return .permit
      case .passive where predicate.verb == .refrain: return .forbid
      default: break
      }
    }
    let core = analysis.core
    // Condemning conduct asks for its end.
    if core.frame == .concern, coding.component == .norm { return .forbid }
    if analysis.predicates.count == 0 || core.frame != .none, core.verb == .refrain {
      return .forbid
    }
    return coding.polarity
  }
}
