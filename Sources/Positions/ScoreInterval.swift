// Intervals from a spread: Wilson's score interval on the effective number of observations, and the
// difference of two of them. Shares and net positions use the same.

internal import Glibc

/// A 95 % interval.
package struct ScoreInterval: Sendable, Equatable {
  package let low: Double
  package let high: Double
  /// What it was made from, so that a difference can pool the degrees of freedom.
  private let basis: Basis?

  private struct Basis: Sendable, Equatable {
    var value: Double
    var variance: Double
    var documents: Double
    var degrees: Double
    var isNet: Bool
  }

  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
    basis = nil
  }

  /// The same with other degrees of freedom.
  private func refitted(degrees: Double) -> ScoreInterval {
    guard let basis else { return self }
    return basis.isNet
      ? ScoreInterval(
        net: basis.value, variance: basis.variance, documents: basis.documents, degrees: degrees)
      : ScoreInterval(
        share: basis.value, variance: basis.variance, documents: basis.documents, degrees: degrees)
  }

  /// The interval of a share, 0…1.
  ///
  /// Wilson's score interval (Wilson 1927, JASA 22, 209–212) with the number of independent
  /// observations that would show the same spread, n = p(1 − p) / variance (Korn & Graubard 1998,
  /// Survey Methodology 24, 193–201; Dean & Pagano 2015, J. Survey Statistics and Methodology 3,
  /// 484–503), and Student's t for the number of documents, weighted by Kish's (Σm)² / Σm², that the
  /// spread was estimated from. Where all documents agree there is no spread to estimate: n is their
  /// number, and the normal quantile is used. The interval holds the share, stays within 0…1 and is
  /// never of zero width.
  /// - Parameters:
  ///   - variance: of the share, 0 where all documents agree.
  ///   - documents: how many there are.
  ///   - degrees: of freedom of the variance.
  package init(share: Double, variance: Double, documents: Double, degrees: Double) {
    let spread = share * (1 - share)
    let isUnanimous = variance <= 1e-14
    // A share of exactly 0 or 1 has no spread of its own either, whatever is drawn.
    let isEdge = spread <= 1e-14
    let n = isUnanimous || isEdge ? documents : spread / variance
    let t = isUnanimous ? Self.normal : Self.student(degrees: degrees)
    let t2 = t * t / max(n, 1e-9)
    let centre = (share + t2 / 2) / (1 + t2)
    let half = (t2 * spread + t2 * t2 / 4).squareRoot() / (1 + t2)
    low = min(share, max(0, centre - half))
    high = max(share, min(1, centre + half))
    basis = Basis(
      value: share, variance: variance, documents: documents, degrees: degrees, isNet: false)
  }

  /// The same for a net position, −1…1, which is 2p − 1 with p the share that support and half of
  /// the neutral mentions have.
  package init(net: Double, variance: Double, documents: Double, degrees: Double) {
    let share = ScoreInterval(
      share: (1 + net) / 2, variance: variance / 4, documents: documents, degrees: degrees)
    low = min(net, 2 * share.low - 1)
    high = max(net, 2 * share.high - 1)
    basis = Basis(
      value: net, variance: variance, documents: documents, degrees: degrees, isNet: true)
  }

  /// The interval of a difference `a − b` from the intervals of both: MOVER (Zou & Donner 2008,
  /// Statistics in Medicine 27, 1693–1702), which is Newcombe's hybrid score method (1998) with a
  /// correlation; both with the degrees of freedom of Welch (1947) and Satterthwaite (1946), since the
  /// spread of a difference is estimated from the documents of both. Of zero width only if both are.
  /// - Parameter correlation: of both estimates, from documents in which both speak; −1…1.
  package static func difference(
    _ a: (value: Double, interval: ScoreInterval), _ b: (value: Double, interval: ScoreInterval),
    correlation: Double = 0
  ) -> ScoreInterval {
    func reach(_ x: Double, _ y: Double) -> Double {
      max(0, x * x + y * y - 2 * correlation * x * y).squareRoot()
    }
    var (one, other) = (a.interval, b.interval)
    if let x = one.basis, let y = other.basis {
      let pooled = x.variance + y.variance
      let parts = x.variance * x.variance / x.degrees + y.variance * y.variance / y.degrees
      if parts > 0 {
        let degrees = max(2, pooled * pooled / parts)
        one = one.refitted(degrees: degrees)
        other = other.refitted(degrees: degrees)
      }
    }
    let gap = a.value - b.value
    return ScoreInterval(
      low: gap - reach(a.value - one.low, other.high - b.value),
      high: gap + reach(one.high - a.value, b.value - other.low))
  }

  static let normal = 1.959_963_985

  /// The 97.5 % point of Student's t, for any number of degrees from 2 on (Hill 1970, Communications
  /// of the ACM 13, algorithm 396).
  static func student(degrees n: Double) -> Double {
    let p = 0.05
    if n <= 2 { return (2 / (p * (2 - p)) - 2).squareRoot() }
    let a = 1 / (n - 0.5)
    let b = 48 / (a * a)
    var c = ((20700 * a / b - 98) * a - 16) * a + 96.36
    let d = ((94.5 / (b + c) - 3) / b + 1) * (a * .pi / 2).squareRoot() * n
    var y = pow(d * p, 2 / n)
    if y > 0.05 + a {
      let x = -normal
      y = x * x
      if n < 5 { c += 0.3 * (n - 4.5) * (x + 0.6) }
      c += (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b
      y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
      y = a * y * y
      y = y > 0.002 ? exp(y) - 1 : 0.5 * y * y + y
    } else {
      y =
        ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1)
        * (n + 1) / (n + 2) + 1 / y
    }
    return (n * y).squareRoot()
  }
}
