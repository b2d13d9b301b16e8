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

/// Two actors on one issue.
package struct Dyad: Sendable {
  package var first: PositionCell?
  package var second: PositionCell?
  package var gap: Double?
  package var interval: Bootstrap.Interval?
  package var joint: Int
  package var apart: Int
  package var verdict: Verdict

  /// Positions closer than this are the same.
  package static let tolerance = 0.25

  /// - Parameters:
  ///   - joint: passages in which both hold the position together.
  ///   - apart: passages that say that their views differ.
  ///   - seed: text that names the pair and issue.
  ///
  /// `agree` and `differ` need at least 2 statements of both, and an interval of the gap within
  /// ±0.25, or one that leaves out 0. Statements that views differ, at least as many as joint
  /// ones, make a difference where intervals can't tell.
  package init(
    _ first: PositionCell?, _ second: PositionCell?, isDirectional: Bool, joint: Int, apart: Int,
    seed: String
  ) {
    self.first = first
    self.second = second
    self.joint = joint
    self.apart = apart
    guard let first, let second, let a = first.counts.net, let b = second.counts.net else {
      verdict = first == nil && second == nil ? .silent : .oneSided
      return
    }
    gap = a - b
    guard isDirectional else {
      verdict = .bothSpeak
      return
    }
    verdict = .unclear
    guard first.counts.total >= 2, second.counts.total >= 2 else {
      if apart > joint { verdict = .differ }
      return
    }
    var bootstrap = Bootstrap(seed: seed)
    interval = bootstrap.gap(Self.clusters(first, second))
    if let interval {
      if interval.low >= -Self.tolerance && interval.high <= Self.tolerance {
        verdict = .agree
      } else if interval.low > 0 || interval.high < 0 {
        verdict = .differ
      }
    }
    if apart > 0 && apart >= joint && verdict != .differ { verdict = .differ }
  }

  /// The counts of both in every document of either, by the order of documents.
  static func clusters(
    _ a: PositionCell, _ b: PositionCell
  ) -> [(StanceCounts, StanceCounts)] {
    var clusters: [(StanceCounts, StanceCounts)] = []
    var i = 0
    var j = 0
    while i < a.documents.count || j < b.documents.count {
      let left = i < a.documents.count ? a.documents[i] : .max
      let right = j < b.documents.count ? b.documents[j] : .max
      let document = min(left, right)
      var pair = (StanceCounts(), StanceCounts())
      if left == document {
        pair.0 = a.clusters[i]
        i += 1
      }
      if right == document {
        pair.1 = b.clusters[j]
        j += 1
      }
      clusters.append(pair)
    }
    return clusters
  }
}
