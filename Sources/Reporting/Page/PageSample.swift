// The sentences that report.html can show: the first ones of every cell, within a budget, so that
// the page stays small however many documents there are.

package import Tagging
internal import Text

/// Sentences for the page.
package struct PageSample: Sendable {
  struct Sentence: Sendable {
    var doc: String
    var title: String
    var section: String
    var text: String
    var component: String
    /// Code points within `text` of the words that show the position.
    var mark: Range<Int>
    var stance: String
  }
  /// Sentences kept for a cell, and bytes for all of them.
  static let perCell = 5
  static let budget = 1_100_000

  /// By actor, then issue of the upper level.
  private(set) var sentences: [String: [String: [Sentence]]] = [:]
  private(set) var leftOut = 0
  private(set) var bytes = 0

  package init() {}

  package mutating func add(_ document: CodedDocument) {
    for passage in document.passages where !passage.statements.isEmpty {
      let text = document.text[passage.textStart..<passage.textEnd]
      var seen: Set<[String]> = []
      for statement in passage.statements {
        let issue = statement.issue.split(separator: ".").first.map(String.init) ?? statement.issue
        guard seen.insert([statement.actor, issue]).inserted else { continue }
        let count = sentences[statement.actor]?[issue]?.count ?? 0
        let size = text.count + 160
        guard count < Self.perCell, bytes + size <= Self.budget else {
          leftOut += 1
          continue
        }
        bytes += size
        let base = passage.unit == "record" ? 0 : passage.start
        let length = String(decoding: text, as: UTF8.self).unicodeScalars.count
        let start = min(max(0, statement.start - base), length)
        let end = min(max(start, statement.end - base), length)
        sentences[statement.actor, default: [:]][issue, default: []].append(
          Sentence(
            doc: document.doc, title: document.title ?? "",
            section: document.sections[passage.section].joined(separator: " › "),
            text: String(decoding: text, as: UTF8.self), component: passage.component.rawValue,
            mark: start..<end, stance: statement.stance.rawValue))
      }
    }
  }
}
