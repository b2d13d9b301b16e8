// Coded JSON lines back into coded documents: consecutive lines of the same `doc` are one. What
// `CodedPassageWriter` wrote comes back equal, so that `report` repeats the tables of `run`.

package import Text

/// Builds `CodedDocument`s from coded JSON lines, one line at a time.
package struct CodedPassageReader: Sendable {
  private var current: CodedDocument?
  private var sectionIndex: [[String]: Int] = [[]: 0]

  package init() {}

  /// Takes one line (without its LF; a trailing CR does no harm).
  /// - Returns: the document before, when the line starts another one.
  package mutating func read(
    _ line: UnsafeBufferPointer<UInt8>
  ) throws(JSONError) -> CodedDocument? {
    var header = CodedDocument(doc: "")
    var passage = CodedPassage(
      passage: 0, unit: "sentence", start: 0, end: 0, textStart: 0, textEnd: 0)
    var section: [String] = []
    var text: [UInt8] = []
    var scanner = JSONScanner(line)
    var hasDoc = false
    try scanner.object { scanner, key throws(JSONError) in
      if key == "doc" {
        header.doc = try scanner.string()
        hasDoc = true
      } else if key == "title" {
        header.title = try scanner.optionalString()
      } else if key == "date" {
        header.date = try scanner.optionalString()
      } else if key == "issuer" {
        header.issuer = try scanner.optionalString()
      } else if key == "genre" {
        header.genre = try scanner.optionalString()
      } else if key == "lang" {
        header.lang = try scanner.optionalString()
      } else if key == "source" {
        header.source = try scanner.optionalString()
      } else if key == "section" {
        try scanner.array { scanner throws(JSONError) in section.append(try scanner.string()) }
      } else if key == "text" {
        try scanner.string(into: &text)
      } else {
        try Self.code(key, &scanner, &passage)
      }
    }
    guard hasDoc else { throw JSONError(offset: 0, reason: "a coded passage without \"doc\"") }
    var finished: CodedDocument?
    if current?.doc != header.doc {
      finished = current
      current = header
      sectionIndex = [[]: 0]
    }
    append(passage, section, text)
    return finished
  }

  /// The last document, after the last line.
  package mutating func finish() -> CodedDocument? {
    defer { current = nil }
    return current
  }

  private mutating func append(_ passage: CodedPassage, _ section: [String], _ text: [UInt8]) {
    guard var document = current else { return }
    current = nil
    var passage = passage
    if let known = sectionIndex[section] {
      passage.section = known
    } else {
      passage.section = document.sections.count
      sectionIndex[section] = passage.section
      document.sections.append(section)
    }
    passage.textStart = document.text.count
    document.text.append(contentsOf: text)
    passage.textEnd = document.text.count
    document.passages.append(passage)
    current = document
  }

  private static func code(
    _ key: UnsafeBufferPointer<UInt8>, _ scanner: inout JSONScanner, _ passage: inout CodedPassage
  ) throws(JSONError) {
    if key == "passage" {
      passage.passage = try scanner.integer()
    } else if key == "unit" {
      passage.unit = try scanner.string()
    } else if key == "label" {
      passage.label = try scanner.optionalString()
    } else if key == "speaker" {
      passage.speaker = try scanner.optionalString()
    } else if key == "start" {
      passage.start = try scanner.integer()
    } else if key == "end" {
      passage.end = try scanner.integer()
    } else if key == "component" {
      passage.component = try value(&scanner)
    } else if key == "second" {
      passage.second = try scanner.optionalString().flatMap(Component.init(rawValue:))
    } else if key == "confidence" {
      passage.confidence = try scanner.number()
    } else if key == "scores" {
      try scanner.object { scanner, key throws(JSONError) in
        let number = try scanner.number()
        let name = String(decoding: key, as: UTF8.self)
        if let component = Component(rawValue: name) { passage.scores[component] = number }
      }
    } else if key == "addressee" {
      passage.addressee = try scanner.optionalString()
    } else if key == "bearer" {
      passage.bearer = try scanner.optionalString() ?? "none"
    } else if key == "force" {
      passage.force = try value(&scanner)
    } else if key == "polarity" {
      passage.polarity = try value(&scanner)
    } else if key == "status" {
      passage.status = try value(&scanner)
    } else if key == "path" {
      passage.path = try value(&scanner)
    } else if key == "track" {
      passage.track = try value(&scanner)
    } else if key == "mechanism" {
      passage.mechanism = try value(&scanner)
    } else if key == "venue" {
      passage.venue = try scanner.optionalString() ?? "none"
    } else if key == "statements" {
      try scanner.array { scanner throws(JSONError) in
        passage.statements.append(try statement(&scanner))
      }
    } else if key == "evidence" {
      try scanner.array { scanner throws(JSONError) in
        passage.evidence.append(try evidence(&scanner))
      }
    } else {
      try scanner.skipValue()
    }
  }

  private static func value<Code: RawRepresentable>(
    _ scanner: inout JSONScanner
  ) throws(JSONError) -> Code where Code.RawValue == String {
    let offset = scanner.at
    let name = try scanner.optionalString() ?? "none"
    guard let code = Code(rawValue: name) else {
      throw JSONError(offset: offset, reason: "unknown code \"\(name)\"")
    }
    return code
  }

  private static func statement(_ scanner: inout JSONScanner) throws(JSONError) -> Statement {
    var statement = Statement(actor: "", issue: "", stance: .support, attribution: .explicit)
    try scanner.object { scanner, key throws(JSONError) in
      if key == "actor" {
        statement.actor = try scanner.string()
      } else if key == "issue" {
        statement.issue = try scanner.string()
      } else if key == "stance" {
        statement.stance = try value(&scanner)
      } else if key == "attribution" {
        statement.attribution = try value(&scanner)
      } else if key == "commitment" {
        statement.commitment = try value(&scanner)
      } else if key == "joint" {
        statement.joint = try value(&scanner)
      } else if key == "depth" {
        statement.depth = try scanner.integer()
      } else if key == "confidence" {
        statement.confidence = try scanner.number()
      } else if key == "start" {
        statement.start = try scanner.integer()
      } else if key == "end" {
        statement.end = try scanner.integer()
      } else {
        try scanner.skipValue()
      }
    }
    guard !statement.actor.isEmpty, !statement.issue.isEmpty else {
      throw JSONError(offset: scanner.at, reason: "a statement without actor or issue")
    }
    return statement
  }

  private static func evidence(_ scanner: inout JSONScanner) throws(JSONError) -> Evidence {
    var evidence = Evidence(code: "", cue: "", text: "", start: 0, end: 0, weight: 0)
    try scanner.object { scanner, key throws(JSONError) in
      if key == "for" {
        evidence.code = try scanner.string()
      } else if key == "cue" {
        evidence.cue = try scanner.string()
      } else if key == "text" {
        evidence.text = try scanner.string()
      } else if key == "start" {
        evidence.start = try scanner.integer()
      } else if key == "end" {
        evidence.end = try scanner.integer()
      } else if key == "weight" {
        evidence.weight = try scanner.number()
      } else {
        try scanner.skipValue()
      }
    }
    return evidence
  }
}
