// The two functions of the C library's mathematics that fitting needs.

internal import Glibc

/// Logarithms and powers.
enum Logarithm {
  static func value(_ x: Double) -> Double { log(x) }
  static func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
}
