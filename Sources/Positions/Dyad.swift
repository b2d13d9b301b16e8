// Two actors, issue by issue: where they agree, where they differ, and where only one speaks.

internal import Tagging

/// What can be said of two actors on an issue.
package enum Verdict: String, Sendable, CaseIterable {
  case agree, differ, unclear
  case oneSided = "one-sided"
  case silent
  /// The issue is no proposition: both have one of their own, which is no agreement.
  case bothSpeak = "both speak"
}

/// What an issue holds in store for two actors who both speak on it.
package enum Outlook: String, Sendable, CaseIterable {
  /// Both are for it, of the same component, and have said so together, are sure to agree, or one of
  /// them names an arrangement of the low path: what could be agreed on today.
  case lowPath = "low path"
  /// Neither the same nor opposed as far as is known, or one holds a principle where the other wants
  /// a rule: only dialogue could bring it.
  case dialogue
  /// Both are for it, but not equally.
  case degree = "differ in degree"
  /// Their positions differ, or a text says so.
  case opposed
}

/// Two actors on one issue.
package struct Dyad: Sendable {
  package var first: PositionCell?
  package var second: PositionCell?
  package var gap: Double?
  package var interval: Bootstrap.Interval?
  package var joint: Int
  package var apart: Int
  package var verdict: Verdict

  /// Paths and mechanisms that either names, as bits.
  package var paths: Int { (first?.paths ?? 0) | (second?.paths ?? 0) }
  package var mechanisms: Int { (first?.mechanisms ?? 0) | (second?.mechanisms ?? 0) }

  /// nil where not both speak.
  package var outlook: Outlook? {
    guard let first, let second, let a = first.counts.net, let b = second.counts.net else {
      return nil
    }
    let areFor = a > Self.tolerance && b > Self.tolerance
    if verdict == .differ { return areFor && (apart == 0 || apart < joint) ? .degree : .opposed }
    let component = (1 << Component.none.index) - 1
    let isCommon = first.components & second.components & component != 0
    let isNear = joint > 0 || verdict == .agree || paths & 1 == 1
    return verdict != .bothSpeak && areFor && isCommon && isNear ? .lowPath : .dialogue
  }

  /// Positions closer than this are the same.
  package static let tolerance = 0.25

  /// What is known of one side.
  package struct Side: Sendable {
    package var position: PositionCell
    package var interval: Bootstrap.Interval?

    package init(_ position: PositionCell, interval: Bootstrap.Interval?) {
      self.position = position
      self.interval = interval
    }
  }

  /// - Parameters:
  ///   - correlation: of both net positions, from the documents in which both speak; asked for only
  ///     where both have an interval.
  ///   - unit: what a whole statement counts.
  ///   - joint: passages in which both hold the position together.
  ///   - apart: passages that say that their views differ.
  ///
  /// `agree` and `differ` need at least 2 statements of both, and an interval of the gap within
  /// ±0.25, or one that leaves out 0. The gap's interval is made of both positions' own
  /// (`ScoreInterval.difference`); where one of them has fewer than 3 documents there is none.
  /// Statements that views differ, at least as many as joint ones, make a difference whatever the
  /// intervals say.
  package init(
    _ first: Side?, _ second: Side?, correlation: @autoclosure () -> Double = 0, unit: Int = 1,
    isDirectional: Bool, joint: Int, apart: Int
  ) {
    self.first = first?.position
    self.second = second?.position
    self.joint = joint
    self.apart = apart
    guard let first, let second, let a = first.position.counts.net,
      let b = second.position.counts.net
    else {
      verdict = first == nil && second == nil ? .silent : .oneSided
      return
    }
    gap = a - b
    guard isDirectional else {
      verdict = .bothSpeak
      return
    }
    verdict = .unclear
    if let one = first.interval, let other = second.interval {
      interval = ScoreInterval.difference((a, one), (b, other), correlation: correlation())
    }
    guard min(first.position.counts.total, second.position.counts.total) >= 2 * unit else { return }
    if let interval {
      if interval.low >= -Self.tolerance && interval.high <= Self.tolerance {
        verdict = .agree
      } else if interval.low > 0 || interval.high < 0 {
        verdict = .differ
      }
    }
    if apart > 0 && apart >= joint { verdict = .differ }
  }
}
