// Agreement on sets: how many of the holders, issues or statements of a unit two coders share.

/// Counts of a set-valued code over units, for micro precision, recall and F1.
package struct SetAgreement: Sendable, Equatable {
  package var shared = 0
  package var reference = 0
  package var coded = 0

  package init() {}

  package mutating func add<T: Hashable>(reference: Set<T>, coded: Set<T>) {
    shared += reference.intersection(coded).count
    self.reference += reference.count
    self.coded += coded.count
  }

  package static func += (a: inout SetAgreement, b: SetAgreement) {
    a.shared += b.shared
    a.reference += b.reference
    a.coded += b.coded
  }

  /// nil where nothing was coded.
  package var precision: Double? { coded > 0 ? Double(shared) / Double(coded) : nil }
  /// nil where the reference has nothing.
  package var recall: Double? { reference > 0 ? Double(shared) / Double(reference) : nil }
  /// nil where neither has anything.
  package var f1: Double? {
    reference + coded > 0 ? 2 * Double(shared) / Double(reference + coded) : nil
  }
}
