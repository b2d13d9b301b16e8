import Testing

@testable import Positions

@Suite struct ReliabilityTests {
  /// Four observers, twelve units (Krippendorff 2011).
  private let four = ReliabilityData(
    values: {
      let rows: [[Int?]] = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
        [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
      ]
      return (0..<12).map { unit in rows.map { row in row[unit].map { $0 - 1 } } }
    }(), categories: 5)

  @Test(arguments: [
    (KrippendorffAlpha.Metric.nominal, 0.743421), (.ordinal, 0.815388), (.interval, 0.849107),
    (.ratio, 0.797403),
  ])
  func alphaOfFourObservers(metric: KrippendorffAlpha.Metric, expected: Double) throws {
    let alpha = try #require(KrippendorffAlpha.value(four, metric: metric))
    #expect(abs(alpha - expected) < 5e-7)
  }

  private func pairs(_ a: String, _ b: String) -> [(Int, Int)] {
    zip(a, b).map { ($0 == "1" ? 1 : 0, $1 == "1" ? 1 : 0) }
  }

  @Test func twoObserversOf1995() throws {
    let pairs = pairs("001111111100001111110000", "000011110000000110000000")
    let agreement = PairAgreement(pairs: pairs, categories: 2)
    #expect(abs(agreement.kappa - 0.384615) < 5e-7)
    #expect(abs(agreement.ac1 - 0.351351) < 5e-7)
    let alpha = try #require(agreement.alpha)
    #expect(abs(alpha - 0.328571) < 5e-7)
    let general = try #require(
      KrippendorffAlpha.value(ReliabilityData(pairs: pairs, categories: 2)))
    #expect(abs(alpha - general) < 1e-12)
  }

  @Test func cohensTable() {
    var agreement = PairAgreement(categories: 2)
    for (reference, coded, times) in [(0, 0, 20), (0, 1, 5), (1, 0, 10), (1, 1, 15)] {
      for _ in 0..<times { agreement.add(reference: reference, coded: coded) }
    }
    #expect(abs(agreement.kappa - 0.4) < 1e-12)
    #expect(abs(agreement.ac1 - 0.405941) < 5e-7)
    #expect(abs(agreement.accuracy - 0.7) < 1e-12)
  }

  @Test func perfectAndEmpty() {
    let perfect = PairAgreement(pairs: [(0, 0), (1, 1)], categories: 3)
    #expect(perfect.alpha == 1)
    #expect(perfect.f1(2) == nil)
    #expect(perfect.macroF1 == 1)
    #expect(PairAgreement(categories: 2).alpha == nil)
    #expect(
      KrippendorffAlpha.value(ReliabilityData(values: [[0, nil], [nil, 1]], categories: 2)) == nil)
  }

  @Test func setsAreCountedByMembers() {
    var sets = SetAgreement()
    sets.add(reference: ["CHN", "USA"], coded: ["CHN"])
    sets.add(reference: [], coded: ["RUS"] as Set<String>)
    #expect(sets.precision == 0.5)
    #expect(sets.recall == 0.5)
    #expect(sets.f1 == 0.5)
    #expect(SetAgreement().f1 == nil)
  }

  @Test func calibrationOfACertainLiar() throws {
    var calibration = Calibration()
    for _ in 0..<4 { calibration.add(confidence: 0.9, isRight: false) }
    #expect(abs(try #require(calibration.error) - 0.9) < 1e-12)
    var honest = Calibration()
    for index in 0..<10 { honest.add(confidence: 0.5, isRight: index < 5) }
    #expect(try #require(honest.error) < 1e-12)
  }

  @Test func bootstrapIsTheSameEveryTime() throws {
    let values = [0.1, 0.5, 0.9, 0.4, 0.6]
    func run() -> (low: Double, high: Double)? {
      var bootstrap = ClusterBootstrap()
      return bootstrap.interval(clusters: 5, rounds: 200) { draw in
        draw.reduce(0.0) { $0 + values[$1] } / Double(draw.count)
      }
    }
    let first = try #require(run())
    let second = try #require(run())
    #expect(first == second)
    #expect(first.low < 0.5 && first.high > 0.5)
    var few = ClusterBootstrap()
    #expect(few.interval(clusters: 2) { _ in 1 } == nil)
  }
}
