// What one document says for an actor on an issue: the unit that intervals draw.

/// The counts of a document.
package struct Cluster: Sendable, Equatable {
  /// Index of the document, or of the first of a period.
  package var document: Int32
  /// In units of `unit`.
  package var counts: StanceCounts
  /// Mean probability of the statements of each stance, 0…1.
  package var confidence: Confidence
  /// Units of one whole statement.
  package var unit: Int

  package struct Confidence: Sendable, Equatable {
    package var support = 1.0
    package var oppose = 1.0
    package var neutral = 1.0
    package init(support: Double = 1, oppose: Double = 1, neutral: Double = 1) {
      self.support = support
      self.oppose = oppose
      self.neutral = neutral
    }
  }

  package init(
    _ counts: StanceCounts, document: Int32 = 0, confidence: Confidence = Confidence(),
    unit: Int = 1
  ) {
    self.document = document
    self.counts = counts
    self.confidence = confidence
    self.unit = unit
  }

  /// By how much the document's difference departs from what `net` would give.
  func residual(_ net: Double) -> Double {
    Double(counts.support - counts.oppose) - net * Double(counts.total)
  }

  /// Probability that at least one statement of the document is right.
  var presence: Double {
    var none = 1.0
    for (count, probability) in [
      (counts.support, confidence.support), (counts.oppose, confidence.oppose),
      (counts.neutral, confidence.neutral),
    ] {
      for _ in 0..<min(64, (count + unit - 1) / unit) { none *= 1 - probability }
    }
    return 1 - none
  }

  /// Adds the counts of the same document or period.
  mutating func add(_ other: Cluster) {
    func mean(_ a: Int, _ x: Double, _ b: Int, _ y: Double) -> Double {
      a + b == 0 ? 1 : (Double(a) * x + Double(b) * y) / Double(a + b)
    }
    confidence = Confidence(
      support: mean(
        counts.support, confidence.support, other.counts.support, other.confidence.support),
      oppose: mean(counts.oppose, confidence.oppose, other.counts.oppose, other.confidence.oppose),
      neutral: mean(
        counts.neutral, confidence.neutral, other.counts.neutral, other.confidence.neutral))
    counts += other.counts
  }
}

extension [Cluster] {
  /// The sum of all.
  package var counts: StanceCounts { reduce(StanceCounts()) { $0 + $1.counts } }

  /// The correlation of the net positions of two lists (each in the order of documents), from the
  /// documents that both share; 0 where they share none.
  package static func correlation(_ a: [Cluster], _ b: [Cluster]) -> Double {
    guard let one = a.counts.net, let other = b.counts.net else { return 0 }
    var both = 0.0
    var i = 0
    var j = 0
    while i < a.count && j < b.count {
      if a[i].document < b[j].document {
        i += 1
      } else if b[j].document < a[i].document {
        j += 1
      } else {
        both += a[i].residual(one) * b[j].residual(other)
        i += 1
        j += 1
      }
    }
    guard both != 0 else { return 0 }
    func squares(_ clusters: [Cluster], _ net: Double) -> Double {
      clusters.reduce(0) { $0 + $1.residual(net) * $1.residual(net) }
    }
    let product = squares(a, one) * squares(b, other)
    return product <= 0 ? 0 : Swift.max(-1, Swift.min(1, both / product.squareRoot()))
  }
}
