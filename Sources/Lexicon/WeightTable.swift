// The rows of weights.tsv and its like: thousands at every start, so names stay bytes and are found
// by a hash that a reader can compute from the parts of a name.

/// Weights by name of the feature.
package struct WeightTable: Sendable {
  private struct Row {
    var hash: UInt64
    var name: Range<Int32>
    var values: Range<Int32>
  }
  private var rows: [Row] = []
  private var names: [UInt8] = []
  private var values: [Double] = []
  /// Row numbers by hash of the name, open-addressed; -1 is empty.
  private var slots: [Int32]

  package init() { slots = Array(repeating: -1, count: 1 << 10) }

  /// Number of rows.
  package var count: Int { rows.count }
  package var isEmpty: Bool { rows.isEmpty }

  /// Makes room for the rows of a file.
  ///
  /// - Parameter bytes: its size; rows have some 60 bytes, cells 6.
  mutating func reserve(bytes: Int) {
    rows.reserveCapacity(rows.count + bytes / 50)
    names.reserveCapacity(names.count + bytes / 2)
    values.reserveCapacity(values.count + bytes / 8)
    while (rows.count + bytes / 60) * 2 > slots.count { grow() }
  }

  /// Adds a row; one of the same name is replaced.
  mutating func set(_ name: Bytes, _ weights: [Double]) {
    weights.withUnsafeBufferPointer { set(name, WeightName(name).value, $0) }
  }

  /// - Parameter hash: of the name.
  mutating func set(_ name: Bytes, _ hash: UInt64, _ weights: UnsafeBufferPointer<Double>) {
    let first = Int32(values.count)
    values.append(contentsOf: weights)
    let range = first..<Int32(values.count)
    let at = place(hash)
    guard slots[at] < 0 else {
      rows[Int(slots[at])].values = range
      return
    }
    let start = Int32(names.count)
    names.append(contentsOf: name)
    slots[at] = Int32(rows.count)
    rows.append(Row(hash: hash, name: start..<Int32(names.count), values: range))
    if rows.count * 2 > slots.count { grow() }
  }

  /// Adds or replaces a row, for weights that come from no file.
  package mutating func set(_ name: String, _ weights: [Double]) {
    Array(name.utf8).withUnsafeBufferPointer { set($0, weights) }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, row) in rows.enumerated() { slots[place(row.hash)] = Int32(number) }
  }

  /// The slot that holds the row of a name, or the empty one where it would be.
  private func place(_ hash: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      rows.withUnsafeBufferPointer { rows in
        let mask = slots.count - 1
        var at = WeightName.slot(hash) & mask
        while slots[at] >= 0, rows[Int(slots[at])].hash != hash { at = (at + 1) & mask }
        return at
      }
    }
  }

  /// The row of a name, if there is one.
  package func row(_ name: WeightName) -> Int? {
    let row = slots[place(name.value)]
    return row < 0 ? nil : Int(row)
  }

  /// The weights of a row, in the order of the file's columns.
  package func weights(row: Int) -> ArraySlice<Double> {
    let range = rows[row].values
    return values[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The first eight weights of a row; missing ones are 0.
  package func vector(row: Int) -> SIMD8<Float> {
    let range = rows[row].values
    var vector = SIMD8<Float>()
    for index in 0..<min(8, Int(range.upperBound - range.lowerBound)) {
      vector[index] = Float(values[Int(range.lowerBound) + index])
    }
    return vector
  }

  /// Calls `body` with every row whose name begins with `prefix` and the rest of its name.
  package func forEachRow(
    startingWith prefix: String, _ body: (Int, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let prefix = Array(prefix.utf8)
    prefix.withUnsafeBufferPointer { prefix in
      names.withUnsafeBufferPointer { names in
        for (number, row) in rows.enumerated() {
          let name = Bytes(rebasing: names[Int(row.name.lowerBound)..<Int(row.name.upperBound)])
          guard name.count >= prefix.count, Bytes(rebasing: name[..<prefix.count]).equals(prefix)
          else { continue }
          body(number, Bytes(rebasing: name[prefix.count...]))
        }
      }
    }
  }

  /// The weights of a name; none if there is no such row.
  package subscript(name: String) -> ArraySlice<Double> {
    row(WeightName(name)).map { weights(row: $0) } ?? []
  }

  /// The name of a row in UTF-8.
  package func name(row: Int) -> ArraySlice<UInt8> {
    let range = rows[row].name
    return names[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}

/// A name by its hash, which names put together from parts have at the cost of two products: a
/// polynomial in an odd number, modulo 2⁶⁴ (Karp & Rabin 1987). That two names of a table of ten
/// thousand share one has a probability below 10⁻¹¹.
public struct WeightName: Sendable {
  @usableFromInline package var value: UInt64 = 0
  /// The number to the power of the name's length.
  @usableFromInline package var power: UInt64 = 1

  /// The empty name.
  @inlinable
  public init() {}

  package init(_ text: String) { for byte in text.utf8 { append(byte) } }
  package init(_ text: UnsafeBufferPointer<UInt8>) { for byte in text { append(byte) } }

  /// The value of a name that goes on with `byte`.
  @inline(__always)
  static func value(_ value: UInt64, followedBy byte: UInt8) -> UInt64 {
    value &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(byte) &+ 1
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    value = Self.value(value, followedBy: byte)
    power = power &* 0x9E37_79B9_7F4A_7C15
  }

  /// The name that begins with `a` and goes on with `b`.
  @inlinable
  public static func + (a: WeightName, b: WeightName) -> WeightName {
    var name = WeightName()
    name.value = a.value &* b.power &+ b.value
    name.power = a.power &* b.power
    return name
  }

  static func slot(_ value: UInt64) -> Int {
    Int(truncatingIfNeeded: (value ^ value >> 29) &* 0xBF58_476D_1CE4_E5B9 >> 33)
  }
}
