// The exponential function from the C library, the one import of it in this module.

internal import Glibc

/// e to the power of x.
enum Exponential {
  static func value(_ x: Double) -> Double { exp(x) }

  /// 1 / (1 + e⁻ˣ).
  static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
