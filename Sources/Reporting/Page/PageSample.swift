// The sentences that report.html can show: some of every cell, from as many documents as there are,
// so that the page stays small however many documents there are.

package import Tagging
internal import Text

/// Sentences for the page.
package struct PageSample: Sendable {
  /// A cell of one of the page's matrices: an actor with an issue of the upper level, with a
  /// component, or with an issue in a year.
  struct Cell: Hashable, Sendable {
    var actor: String
    var issue: String?
    var component: Component?
    var year: String?

    func hash(into hasher: inout Hasher) {
      hasher.combine(actor)
      hasher.combine(issue ?? "")
      hasher.combine(year ?? "")
      // A code's own hash would be that of its name.
      hasher.combine(component?.index ?? -1)
    }
  }
  /// The sentences of a cell.
  struct Kept: Sendable {
    var sentences: [Int] = []
    /// There is no room, and none will give way to another any more.
    var isSettled = false
  }
  /// A word or two that show a code, in code points of the sentence.
  struct Mark: Sendable, Equatable {
    var start: Int
    var end: Int
    /// What they show: `holder:CHN`, `norm` …
    var code: String
  }
  struct Sentence: Sendable {
    var document: Int
    var passage: Int
    var section: String
    var text: [UInt8]
    var component: Component
    var marks: [Mark]
    /// Actor, issue of the upper level and stance.
    var statements: [(actor: String, issue: String, stance: Stance)]
  }
  struct Document: Sendable {
    var doc: String
    var title: String
    var date: String
  }
  /// Sentences kept for a cell; for a cell of the timeline.
  static let perCell = 10
  static let perYear = 2

  private(set) var documents: [Document] = []
  private(set) var sentences: [Sentence] = []
  /// Sentences by cell.
  private(set) var cells: [Cell: Kept] = [:]

  package init() {}

  /// True if no passages were seen.
  var isEmpty: Bool { documents.isEmpty }

  package mutating func add(_ document: CodedDocument) {
    let number = documents.count
    documents.append(
      Document(doc: document.doc, title: document.title ?? "", date: document.date ?? ""))
    let year = document.date.flatMap { $0.utf8.count >= 4 ? String($0.prefix(4)) : nil }
    for passage in document.passages where !passage.statements.isEmpty {
      var held: [(actor: String, issue: String, stance: Stance)] = []
      var wanted: [(cell: Cell, replaced: Int?)] = []
      for statement in passage.statements {
        let issue = Self.parent(statement.issue)
        guard
          !held.contains(where: {
            $0.actor == statement.actor && $0.issue == issue && $0.stance == statement.stance
          })
        else { continue }
        held.append((statement.actor, issue, statement.stance))
        var cells = [
          Cell(actor: statement.actor, issue: issue),
          Cell(actor: statement.actor, component: passage.component),
        ]
        if let year { cells.append(Cell(actor: statement.actor, issue: issue, year: year)) }
        for cell in cells where !wanted.contains(where: { $0.cell == cell }) {
          switch place(in: cell, of: number) {
          case .none: break
          case .end: wanted.append((cell, nil))
          case .insteadOf(let replaced): wanted.append((cell, replaced))
          }
        }
      }
      guard !wanted.isEmpty else { continue }
      for (cell, replaced) in wanted {
        if let replaced {
          cells[cell]?.sentences[replaced] = sentences.count
        } else {
          cells[cell, default: Kept()].sentences.append(sentences.count)
        }
      }
      sentences.append(sentence(passage, document, number, held))
    }
  }

  private static func parent(_ issue: String) -> String {
    guard let dot = issue.utf8.firstIndex(of: 0x2E) else { return issue }
    return String(issue[..<dot])
  }

  private enum Place {
    case none, end
    case insteadOf(Int)
  }

  /// Where a further sentence of a document goes in a cell: to the end while there is room, then in
  /// place of the last one of a document that has several, if this document has none yet.
  private mutating func place(in cell: Cell, of document: Int) -> Place {
    guard let index = cells.index(forKey: cell) else { return .end }
    guard !cells.values[index].isSettled else { return .none }
    let own = cells.values[index].sentences
    if own.count < (cell.year == nil ? Self.perCell : Self.perYear) { return .end }
    if cell.year == nil {
      let documents = own.map { sentences[$0].document }
      if documents.contains(document) { return .none }
      let several = own.indices.last { documents[..<$0].contains(documents[$0]) }
      if let several { return .insteadOf(several) }
    }
    cells.values[index].isSettled = true
    return .none
  }

  private func sentence(
    _ passage: CodedPassage, _ document: CodedDocument, _ number: Int,
    _ held: [(actor: String, issue: String, stance: Stance)]
  ) -> Sentence {
    let text = Array(document.text[passage.textStart..<passage.textEnd])
    let length = text.count { $0 & 0xC0 != 0x80 }
    let base = passage.unit == "record" ? 0 : passage.start
    var marks: [Mark] = []
    for evidence in passage.evidence {
      let start = evidence.start - base
      let end = evidence.end - base
      // Evidence that is the whole sentence marks nothing.
      guard start >= 0, end > start, end <= length, (end - start) * 4 < length * 3,
        !evidence.text.isEmpty, isShown(evidence.code, passage)
      else { continue }
      marks.append(Mark(start: start, end: end, code: evidence.code))
    }
    return Sentence(
      document: number, passage: passage.passage,
      section: document.sections[passage.section].joined(separator: " › "), text: text,
      component: passage.component, marks: Self.apart(marks), statements: held)
  }

  private func isShown(_ code: String, _ passage: CodedPassage) -> Bool {
    code == passage.component.rawValue || code == "deontic" || code.hasPrefix("holder:")
      || code.hasPrefix("issue:") || code.hasPrefix("stance:")
  }

  /// Marks that do not overlap: where some do, one mark has the codes of all.
  static func apart(_ marks: [Mark]) -> [Mark] {
    var apart: [Mark] = []
    for mark in marks.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      guard let last = apart.last, mark.start < last.end else {
        apart.append(mark)
        continue
      }
      apart[apart.count - 1].end = max(last.end, mark.end)
      let codes = last.code.split(separator: ",").map(String.init)
      if !codes.contains(mark.code) { apart[apart.count - 1].code = "\(last.code),\(mark.code)" }
    }
    return apart
  }
}
