// The tool as one more coder: every figure of agreement between coded and hand-coded units, for all
// of them and for any group. The same figures as ../shared/tools/evaluate_codes.py, and more.

package import Tagging

/// Codes of one unit, by hand or by the tool.
package struct UnitCodes: Sendable {
  package struct Position: Hashable, Sendable {
    package var actor: String
    /// Without the sub-issue.
    package var issue: String
    package var stance: String

    package init(actor: String, issue: String, stance: String) {
      self.actor = actor
      self.issue = issue.firstIndex(of: ".").map { String(issue[..<$0]) } ?? issue
      self.stance = stance
    }
  }

  package var doc: String
  package var genre: String
  package var component: Component
  package var confidence: Double
  package var positions: Set<Position>
  package var force: String?
  package var polarity: String?

  package init(
    doc: String, genre: String, component: Component, confidence: Double = 1,
    positions: Set<Position> = [], force: String? = nil, polarity: String? = nil
  ) {
    self.doc = doc
    self.genre = genre
    self.component = component
    self.confidence = confidence
    self.positions = positions
    self.force = force
    self.polarity = polarity
  }
}

/// Counts over units from which all figures follow; counts of parts add up.
package struct Evaluation: Sendable {
  package private(set) var units = 0
  package private(set) var components = PairAgreement(categories: Component.allCases.count)
  private var calibration = Calibration()
  private var sets = [SetAgreement](repeating: SetAgreement(), count: Self.setNames.count)
  private var force = PairAgreement(categories: Force.allCases.count)
  private var polarity = PairAgreement(categories: Polarity.allCases.count)

  static let setNames = [
    "holders", "holder-stance", "holder-issue", "statements", "oppose", "neutral",
  ]

  package init() {}

  package mutating func add(reference: UnitCodes, coded: UnitCodes) {
    units += 1
    components.add(reference: reference.component.index, coded: coded.component.index)
    calibration.add(
      confidence: coded.confidence, isRight: reference.component == coded.component)
    for (index, (a, b)) in zip(Self.views(reference), Self.views(coded)).enumerated() {
      sets[index].add(reference: a, coded: b)
    }
    Self.add(reference.force, coded.force, Force.self, &force)
    Self.add(reference.polarity, coded.polarity, Polarity.self, &polarity)
  }

  /// The sets that are compared, in the order of `setNames`. `other`, a position off the list of
  /// issues, counts for holders and their stance only.
  private static func views(_ unit: UnitCodes) -> [Set<[String]>] {
    let all = unit.positions
    let listed = all.filter { $0.issue != CommonIssue.other }
    let stances = Set(all.map { [$0.actor, $0.stance] })
    return [
      Set(all.map { [$0.actor] }), stances, Set(listed.map { [$0.actor, $0.issue] }),
      Set(listed.map { [$0.actor, $0.issue, $0.stance] }),
      stances.filter { $0[1] == "oppose" }, stances.filter { $0[1] == "neutral" },
    ]
  }

  private static func add<Code: CaseIterable & RawRepresentable>(
    _ reference: String?, _ coded: String?, _: Code.Type, _ agreement: inout PairAgreement
  ) where Code.RawValue == String {
    guard let reference, !reference.isEmpty else { return }
    let names = Code.allCases.map(\.rawValue)
    guard let a = names.firstIndex(of: reference), let b = names.firstIndex(of: coded ?? "none")
    else { return }
    agreement.add(reference: a, coded: b)
  }

  package static func += (a: inout Evaluation, b: Evaluation) {
    a.units += b.units
    a.components += b.components
    a.calibration += b.calibration
    for index in a.sets.indices { a.sets[index] += b.sets[index] }
    a.force += b.force
    a.polarity += b.polarity
  }

  /// All figures by name, in the order of printing; nil is undefined.
  package var figures: [(name: String, value: Double?)] {
    var figures: [(name: String, value: Double?)] = [
      ("alpha", units > 0 ? components.alpha ?? 1 : nil), ("kappa", components.kappa),
      ("AC1", components.ac1), ("accuracy", components.accuracy), ("macroF1", components.macroF1),
    ]
    for component in Component.allCases {
      figures.append((component.rawValue, components.f1(component.index)))
    }
    figures.append(("calibration error", calibration.error))
    for (name, set) in zip(Self.setNames, sets) {
      figures.append((name + " P", set.precision))
      figures.append((name + " R", set.recall))
      figures.append((name + " F1", set.f1))
    }
    if force.count > 0 { figures.append(("force macroF1", force.macroF1)) }
    if polarity.count > 0 { figures.append(("polarity macroF1", polarity.macroF1)) }
    return figures
  }

  /// How many positions of a kind the reference has: `oppose`, `neutral` …
  package func references(_ name: String) -> Int {
    Self.setNames.firstIndex(of: name).map { sets[$0].reference } ?? 0
  }
}
