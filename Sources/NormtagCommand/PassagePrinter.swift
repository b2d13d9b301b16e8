// Coded passages for people: the text with its cues marked, the scores, who holds what by which rule.

internal import Tagging
internal import Text

/// Prints passages for people.
struct PassagePrinter {
  /// Escape sequences mark the cues; without them brackets do.
  let colour: Bool

  static var forStandardOutput: PassagePrinter {
    PassagePrinter(colour: TablePrinter.isColoured)
  }

  /// What a mark stands for: the number is its colour on a terminal.
  private enum Mark: Int {
    case stance = 31
    case issue = 32
    case component = 33
    case holder = 36

    init(_ code: String) {
      if code.hasPrefix("holder:") {
        self = .holder
      } else if code.hasPrefix("issue:") {
        self = .issue
      } else if code.hasPrefix("stance:") {
        self = .stance
      } else {
        self = .component
      }
    }
  }

  func append(
    _ passage: CodedPassage, of document: CodedDocument, statements: [Statement],
    explains: Bool, to out: inout ByteWriter
  ) {
    let place = document.sections[passage.section].joined(separator: " › ")
    let label = passage.label.map { " (\($0))" } ?? ""
    let head = "\(document.doc)#\(passage.passage)\(label)\(place.isEmpty ? "" : "  \(place)")"
    out.append(paint(Diagnostics.oneLine(head), 1) + "\n  ")
    out.append(marked(passage, document, statements) + "\n")
    out.append("  \(passage.component.rawValue) ")
    out.append(passage.confidence, places: 2)
    if let second = passage.second { out.append(", then \(second.rawValue)") }
    out.append("\n")
    if explains { appendScores(passage, to: &out) }
    for statement in statements { append(statement, passage, explains, to: &out) }
    if explains {
      for evidence in passage.evidence where Mark(evidence.code) == .component {
        out.append("    \(evidence.code)  \(evidence.cue)  ")
        out.append(Diagnostics.oneLine(evidence.text) + "  ")
        out.append(evidence.weight, places: 3)
        out.append("\n")
      }
    }
    out.append("\n")
  }

  private func appendScores(_ passage: CodedPassage, to out: inout ByteWriter) {
    out.append("    scores")
    for component in Component.allCases {
      out.append("  \(component.rawValue) ")
      out.append(passage.scores[component], places: 3)
    }
    out.append(
      "\n    force \(passage.force.rawValue)  polarity \(passage.polarity.rawValue)"
        + "  bearer \(passage.bearer)  status \(passage.status.rawValue)\n")
  }

  private func append(
    _ statement: Statement, _ passage: CodedPassage, _ explains: Bool, to out: inout ByteWriter
  ) {
    out.append(
      "  \(statement.actor) \(statement.stance.rawValue) \(statement.issue)"
        + " (\(statement.attribution.rawValue), \(statement.commitment.rawValue)"
        + (statement.joint == .none ? "" : ", \(statement.joint.rawValue)") + ")\n")
    guard explains else { return }
    // The evidence of a statement stands together: holder, issue, stance.
    let evidence = passage.evidence
    guard
      let holder = evidence.indices.first(where: {
        $0 + 2 < evidence.count && evidence[$0].code == "holder:\(statement.actor)"
          && evidence[$0 + 1].code == "issue:\(statement.issue)"
      })
    else { return }
    func reason(_ what: String, _ item: Evidence) {
      out.append("    \(what) by \(item.cue)")
      if !item.text.isEmpty { out.append(": “\(Diagnostics.oneLine(item.text))”") }
      out.append("\n")
    }
    reason("holder", evidence[holder])
    if statement.issue == CommonIssue.other {
      out.append("    issue off the list\n")
    } else {
      reason("issue", evidence[holder + 1])
    }
    reason("stance", evidence[holder + 2])
  }

  /// The passage on one line, its cues in colour or brackets; what covers all of it marks nothing.
  private func marked(
    _ passage: CodedPassage, _ document: CodedDocument, _ statements: [Statement]
  ) -> String {
    let base = passage.unit == "record" ? 0 : passage.start
    let text = String(decoding: document.text[passage.textStart..<passage.textEnd], as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    var marks = [Mark?](repeating: nil, count: scalars.count)
    func mark(_ start: Int, _ end: Int, _ mark: Mark) {
      let from = min(max(0, start - base), scalars.count)
      let to = min(max(from, end - base), scalars.count)
      guard to - from < scalars.count else { return }
      for at in from..<to { marks[at] = mark }
    }
    if passage.evidence.isEmpty {
      for statement in statements { mark(statement.start, statement.end, .issue) }
    }
    for evidence in passage.evidence where Mark(evidence.code) == .component {
      mark(evidence.start, evidence.end, .component)
    }
    for evidence in passage.evidence
    where Mark(evidence.code) != .component && evidence.code != "issue:other" {
      mark(evidence.start, evidence.end, Mark(evidence.code))
    }
    var line = ""
    for (at, scalar) in scalars.enumerated() {
      if let own = marks[at], at == 0 || marks[at - 1] != own {
        line += colour ? "\u{1B}[\(own.rawValue)m" : "["
      }
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      line.unicodeScalars.append(isControl ? " " : scalar)
      if let own = marks[at], at == scalars.count - 1 || marks[at + 1] != own {
        line += colour ? "\u{1B}[0m" : "]"
      }
    }
    return line
  }

  private func paint(_ text: String, _ code: Int) -> String {
    colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
