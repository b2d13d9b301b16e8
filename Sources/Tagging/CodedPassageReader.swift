// Coded JSON lines back into coded documents: consecutive lines of the same `doc` are one. What
// `CodedPassageWriter` wrote comes back equal, so that `report` repeats the tables of `run`.

package import Text

/// Builds `CodedDocument`s from coded JSON lines, one line at a time.
package struct CodedPassageReader: Sendable {
  /// What is read of a passage.
  package enum Detail: Sendable {
    case everything
    /// All but the scores of the components.
    case withoutScores
    /// All but scores and evidence.
    case codes
  }
  private let detail: Detail
  private var current: CodedDocument?
  private var sectionIndex: [[String]: Int] = [[]: 0]
  /// Codes met before.
  private var names = NameTable()
  /// The current document's id, and the section of the last passage, as they stand in their lines.
  private var rawDoc: [UInt8] = []
  private var rawSection: [UInt8] = []
  private var section: [String] = []
  private var text: [UInt8] = []

  package init(_ detail: Detail = .everything) { self.detail = detail }

  /// Takes one line (without its LF; a trailing CR does no harm).
  /// - Returns: the document before, when the line starts another one.
  package mutating func read(
    _ line: UnsafeBufferPointer<UInt8>
  ) throws(JSONError) -> CodedDocument? {
    var header = CodedDocument(doc: "")
    var passage = CodedPassage(
      passage: 0, unit: "sentence", start: 0, end: 0, textStart: 0, textEnd: 0)
    var scanner = JSONScanner(line)
    var hasDoc = false
    // What passages of one document say of it is the same, and is read once.
    var isSame = false
    var hasSection = false
    text.removeAll(keepingCapacity: true)
    try scanner.object { scanner, key throws(JSONError) in
      if isSame, Self.isOfDocument(key) {
        try scanner.skipValue()
      } else if key == "doc" {
        let start = scanner.at
        header.doc = try scanner.string()
        let raw = line[start..<scanner.at]
        hasDoc = true
        isSame = current != nil && raw.elementsEqual(rawDoc)
        if !isSame { rawDoc = Array(raw) }
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
        hasSection = true
        try readSection(&scanner)
      } else if key == "text" {
        try scanner.string(into: &text)
      } else {
        try code(key, &scanner, &passage)
      }
    }
    guard hasDoc else { throw JSONError(offset: 0, reason: "a coded passage without \"doc\"") }
    if !hasSection {
      section = []
      rawSection = []
    }
    var finished: CodedDocument?
    if current?.doc != header.doc {
      finished = current
      current = header
      sectionIndex = [[]: 0]
    }
    append(passage, section, text)
    return finished
  }

  private static func isOfDocument(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    key == "title" || key == "date" || key == "issuer" || key == "genre" || key == "lang"
      || key == "source"
  }

  private mutating func readSection(_ scanner: inout JSONScanner) throws(JSONError) {
    let raw = try scanner.rawValue()
    guard !raw.elementsEqual(rawSection) else { return }
    rawSection = Array(raw)
    section = []
    var own = JSONScanner(raw)
    try own.array { scanner throws(JSONError) in section.append(try scanner.string()) }
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

  private mutating func code(
    _ key: UnsafeBufferPointer<UInt8>, _ scanner: inout JSONScanner, _ passage: inout CodedPassage
  ) throws(JSONError) {
    if key == "passage" {
      passage.passage = try scanner.integer()
    } else if key == "unit" {
      passage.unit = try name(&scanner) ?? ""
    } else if key == "label" {
      passage.label = try scanner.optionalString()
    } else if key == "speaker" {
      passage.speaker = try name(&scanner)
    } else if key == "start" {
      passage.start = try scanner.integer()
    } else if key == "end" {
      passage.end = try scanner.integer()
    } else if key == "component" {
      passage.component = try value(&scanner)
    } else if key == "second" {
      passage.second = try name(&scanner).flatMap(Component.init(rawValue:))
    } else if key == "confidence" {
      passage.confidence = try scanner.number()
    } else if key == "scores" {
      guard detail == .everything else { return try scanner.skipValue() }
      try scanner.object { scanner, key throws(JSONError) in
        let number = try scanner.number()
        let name = String(decoding: key, as: UTF8.self)
        if let component = Component(rawValue: name) { passage.scores[component] = number }
      }
    } else if key == "addressee" {
      passage.addressee = try name(&scanner)
    } else if key == "bearer" {
      passage.bearer = try name(&scanner) ?? "none"
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
      passage.venue = try name(&scanner) ?? "none"
    } else if key == "statements" {
      try scanner.array { scanner throws(JSONError) in
        passage.statements.append(try statement(&scanner))
      }
    } else if key == "evidence" {
      guard detail != .codes else { return try scanner.skipValue() }
      try scanner.array { scanner throws(JSONError) in
        passage.evidence.append(try evidence(&scanner))
      }
    } else {
      try scanner.skipValue()
    }
  }

  /// A code, made a string once; nil for `null`.
  private mutating func name(_ scanner: inout JSONScanner) throws(JSONError) -> String? {
    guard scanner.peek() == 0x22 else { return try scanner.optionalString() }
    let number = try scanner.name(&names)
    return names[number]
  }

  private mutating func value<Code: RawRepresentable>(
    _ scanner: inout JSONScanner
  ) throws(JSONError) -> Code where Code.RawValue == String {
    let offset = scanner.at
    let name = try name(&scanner) ?? "none"
    guard let code = Code(rawValue: name) else {
      throw JSONError(offset: offset, reason: "unknown code \"\(name)\"")
    }
    return code
  }

  private mutating func statement(_ scanner: inout JSONScanner) throws(JSONError) -> Statement {
    var statement = Statement(actor: "", issue: "", stance: .support, attribution: .explicit)
    try scanner.object { scanner, key throws(JSONError) in
      if key == "actor" {
        statement.actor = try name(&scanner) ?? ""
      } else if key == "issue" {
        statement.issue = try name(&scanner) ?? ""
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

  private mutating func evidence(_ scanner: inout JSONScanner) throws(JSONError) -> Evidence {
    var evidence = Evidence(code: "", cue: "", text: "", start: 0, end: 0, weight: 0)
    try scanner.object { scanner, key throws(JSONError) in
      if key == "for" {
        evidence.code = try name(&scanner) ?? ""
      } else if key == "cue" {
        evidence.cue = try name(&scanner) ?? ""
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
