// What issues a document's passages name, and what was told of them so far, in buffers that every
// document uses again.

internal import Ingest

/// Buffers of a worker and the findings of the document under way.
package struct IssueScratch: Sendable {
  var count: [Int] = []
  var peak: [Double] = []
  var findings: [[IssueCoder.Finding]] = []
  /// By passage: whether it speaks of the pack's field.
  var isField: [Bool] = []
  /// Too few passages do for the document to be about it, nor does its title.
  var isFieldRare = false
  /// By section, where the field is rare: whether a heading over it speaks of the field.
  var fieldSections: [Bool] = []
  /// The issue that the document is about as a whole, or -1.
  var subject = -1
  /// By section: the issue that its heading names, or -1.
  var headings: [Int] = []
  /// The text speaks for nobody: its positions without an issue take up the one before.
  var takesUp = false
  /// The issue that the title names of a text that speaks for nobody, or -1.
  var title = -1
  /// A phrase of an issue in the passage under way.
  struct Named: Sendable {
    var first: Int32
    var end: Int32
    var issue: Int32
    /// Below 0 for what the issue is against.
    var weight: Double
  }
  var named: [Named] = []
  /// What the passages before have told.
  var told = ToldPositions()
  var likely = LikelyIssues()

  package init() {}

  /// Neither the passage, nor the one before in its paragraph, nor a heading over it, nor enough of
  /// the document speaks of the pack's field: sovereignty is not meant over cyberspace.
  func isFarFromField(_ passage: Int, in document: Document) -> Bool {
    guard isFieldRare, !isField[passage] else { return false }
    let section = document.passages[passage].section
    if fieldSections.indices.contains(section), fieldSections[section] { return false }
    return !document.passages[passage].continues || passage == 0 || !isField[passage - 1]
  }

  /// The issue that the heading over a passage names, or -1.
  func heading(of passage: Passage) -> Int {
    headings.indices.contains(passage.section) ? headings[passage.section] : -1
  }

  mutating func begin(_ issues: Int) {
    if count.count != issues {
      count = Array(repeating: 0, count: issues)
      peak = Array(repeating: 0, count: issues)
    }
  }
}
