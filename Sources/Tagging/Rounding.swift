// Numbers are rounded when they are made, so that a record read back equals the one written.

/// Rounding to the three decimals of a record.
enum Rounding {
  static func thousandths(_ value: Double) -> Double {
    whole(value * 1000) / 1000
  }

  /// Half away from zero. By hand where it can be: the library's way is a call.
  @inline(__always)
  private static func whole(_ value: Double) -> Double {
    guard value >= 0, value < 1e9 else { return value.rounded(.toNearestOrAwayFromZero) }
    let floor = Double(Int(value))
    return value - floor >= 0.5 ? floor + 1 : floor
  }

  /// Probabilities in thousandths that still sum to 1: the largest takes the remainder.
  static func distribution(_ scores: ComponentScores) -> ComponentScores {
    // Number by number: the place in a vector that is only known at run time costs a way to memory.
    let values = scores.values
    var (a, b, c) = (values[0] * 1000, values[1] * 1000, values[2] * 1000)
    var (d, e) = (values[3] * 1000, values[4] * 1000)
    guard a.isFinite, b.isFinite, c.isFinite, d.isFinite, e.isFinite else {
      return ComponentScores(Array(repeating: 0.2, count: 5))
    }
    (a, b, c, d, e) = (whole(a), whole(b), whole(c), whole(d), whole(e))
    let rest = 1000 - (a + b + c + d + e)
    let most = max(a, b, c, d, e)
    // The first of equals.
    if a == most {
      a += rest
    } else if b == most {
      b += rest
    } else if c == most {
      c += rest
    } else if d == most {
      d += rest
    } else {
      e += rest
    }
    return ComponentScores(SIMD8(a, b, c, d, e, 0, 0, 0) / 1000)
  }
}
