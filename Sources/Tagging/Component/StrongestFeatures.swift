// The few features that moved a decision most, kept while all of a passage's features go by.

/// At most six features, strongest first, the first of equals first.
struct StrongestFeatures: Sendable {
  static let most = 6
  /// Margins below it move nothing.
  private static let least: Float = 0.05

  private typealias Ranked = (feature: Feature, margin: Float)
  private var places: (Ranked, Ranked, Ranked, Ranked, Ranked, Ranked)
  private(set) var count = 0
  /// What a feature must surpass to get in.
  private var bar = Self.least.nextDown

  init() {
    let none = (Feature(row: -1, token: -1, value: 0), Float(0))
    places = (none, none, none, none, none, none)
  }

  /// The n-th strongest.
  subscript(_ place: Int) -> (feature: Feature, margin: Float) {
    switch place {
    case 0: places.0
    case 1: places.1
    case 2: places.2
    case 3: places.3
    case 4: places.4
    default: places.5
    }
  }

  /// Takes a feature in if it is among the strongest.
  @inline(__always)
  mutating func consider(_ feature: Feature, _ margin: Float) {
    guard abs(margin) > bar else { return }
    insert((feature, margin))
  }

  private mutating func insert(_ new: Ranked) {
    let last = min(count, Self.most - 1)
    withUnsafeMutableBytes(of: &places) { bytes in
      let places = bytes.assumingMemoryBound(to: Ranked.self)
      // From the weakest on, which is lost where there is no room.
      var place = last
      while place > 0, abs(places[place - 1].margin) < abs(new.margin) {
        places[place] = places[place - 1]
        place -= 1
      }
      places[place] = new
    }
    self.count = min(count + 1, Self.most)
    if self.count == Self.most { bar = abs(places.5.margin) }
  }
}
