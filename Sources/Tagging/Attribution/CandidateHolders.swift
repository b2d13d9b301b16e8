// Whoever is named in a passage is a candidate for holding what it says. Where no rule found a holder, a
// dot product of few signs decides; for texts that speak for nobody, where positions are told in more
// ways than rules can list ("Oslo dreams of a treaty that …").

internal import Lexicon
internal import Text

/// Somebody named in a passage in which no rule found a holder, as the fitting sees it.
package struct HolderSample: Sendable {
  package let actor: String
  /// Signs by the names of weights-holders.tsv.
  package let features: [(name: String, value: Double)]
}

/// Logistic regression over the signs of a candidate.
struct CandidateModel: Sendable {
  /// Rows of weights-holders.tsv beside the signs.
  static let bias = "holder:(bias)"
  static let threshold = "holder:(threshold)"

  private let weights: [Double]
  private let bias: Double
  /// Probability from which a candidate is a holder.
  let threshold: Double
  /// Whether weights are there at all.
  let isFitted: Bool

  init(weights table: WeightTable) {
    weights = CandidateSign.allCases.map { table[$0.row].first ?? 0 }
    bias = table[Self.bias].first ?? 0
    threshold = table[Self.threshold].first ?? 0.5
    isFitted = !table[Self.bias].isEmpty
  }

  /// Probability 0…1.
  func probability(_ signs: CandidateSigns) -> Double {
    var sum = bias
    var bits = signs.bits
    while bits != 0 {
      sum += weights[bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    return Exponential.logistic(sum)
  }
}

enum CandidateHolders {
  /// An actor named, and what speaks for it.
  struct Candidate {
    var actor: String
    var mention: Range<Int>
    var signs: CandidateSigns
  }

  /// All who are named by name, capital, adjective or office, not by pronoun or as "some"; but for those
  /// of whom is said what they should, could or failed to do, or what it takes "for X to" do it.
  static func all(
    _ context: AttributionContext, _ marks: PassageMarks, _ state: AttributionState
  ) -> [Candidate] {
    var found: [Candidate] = []
    for mention in marks.mentions {
      switch mention.kind {
      case .name, .capital, .adjective, .anaphor(.theGovernment): break
      default: continue
      }
      var chain = context.chain(from: mention, marks, state)
      if mention.kind == .adjective {
        chain.actors = context.lexicon.codeLists[Int(mention.actor)]
      }
      guard !chain.actors.isEmpty else { continue }
      let predicate = SubjectRule.predicate(context, chain, marks)
      guard predicate.flags.isDisjoint(with: [.ought, .can]),
        predicate.token >= marks.range.upperBound || !context.isOmitting(predicate.token)
      else { continue }
      let around = CandidateSigns(chain, of: mention, predicate, context, marks)
      if around.contains(.afterFor), around.contains(.infinitive) { continue }
      for actor in chain.actors {
        var signs = around
        signs.insert(CandidateSign.kind(of: actor, context.lexicon))
        if state.holders.contains(actor) { signs.insert(.earlier) }
        found.append(
          Candidate(actor: actor, mention: chain.first..<chain.end, signs: signs))
      }
    }
    return found
  }

  /// Those more likely to hold what the passage says than not, in the order of their names.
  static func holders(
    _ context: AttributionContext, _ marks: PassageMarks, _ state: AttributionState,
    _ model: CandidateModel
  ) -> [Holder] {
    guard model.isFitted, !marks.mentions.isEmpty else { return [] }
    var found: [Holder] = []
    for candidate in all(context, marks, state) {
      let probability = model.probability(candidate.signs)
      guard probability >= model.threshold else { continue }
      if let known = found.firstIndex(where: { $0.actor == candidate.actor }) {
        found[known].confidence = max(found[known].confidence, probability)
        continue
      }
      found.append(
        Holder(
          actor: candidate.actor, attribution: .explicit, scope: marks.range,
          mention: candidate.mention, rule: "likely-holder", confidence: probability))
    }
    if found.count > 1 {
      for index in found.indices { found[index].joint = .parallel }
    }
    return found
  }

  static func samples(
    _ context: AttributionContext, _ marks: PassageMarks, _ state: AttributionState
  ) -> [HolderSample] {
    all(context, marks, state).map { candidate in
      HolderSample(
        actor: candidate.actor,
        features: CandidateSign.allCases.filter(candidate.signs.contains).map { ($0.row, 1) })
    }
  }
}
