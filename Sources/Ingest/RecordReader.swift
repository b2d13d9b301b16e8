// JSON lines as input: one document a line, or with `--unit record` one passage a line.

package import Text

/// One input record (DESIGN, "Input records").
package struct InputRecord: Sendable {
  package var doc: String?
  package var text: [UInt8] = []
  package var isHTML = false
  package var metadata = DocumentMetadata()
  package var speaker: String?
  package var section: [String] = []
  package var label: String?
  package var block: Int?
  package var number: Int?

  /// - Parameter line: one JSON object, with or without a trailing CR.
  package init(_ line: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    var scanner = JSONScanner(line)
    var hasText = false
    var record = (doc: String?.none, text: [UInt8](), isHTML: false)
    var metadata = DocumentMetadata()
    var speaker: String?
    var section: [String] = []
    var label: String?
    var block: Int?
    var number: Int?
    try scanner.object { scanner, key throws(JSONError) in
      if key == "text" || key == "html" {
        try scanner.string(into: &record.text)
        record.isHTML = key == "html"
        hasText = true
      } else if key == "doc" {
        record.doc = try scanner.optionalString()
      } else if key == "speaker" {
        speaker = try Self.looseString(&scanner)
      } else if key == "label" {
        label = try Self.looseString(&scanner)
      } else if key == "section" {
        if scanner.peek() == 0x5B {
          try scanner.array { scanner throws(JSONError) in section.append(try scanner.string()) }
        } else if let title = try scanner.optionalString() {
          section = [title]
        }
      } else if key == "block" {
        block = try Self.looseString(&scanner).flatMap { Int($0) }
      } else if key == "unit" {
        number = try Self.looseString(&scanner).flatMap { Int($0) }
      } else if key == "title" || key == "date" || key == "issuer" || key == "genre"
        || key == "lang" || key == "url"
      {
        let name = String(decoding: key, as: UTF8.self)
        if let value = try Self.looseString(&scanner), !value.isEmpty {
          metadata.set(name, to: value)
        }
      } else {
        try scanner.skipValue()
      }
    }
    guard hasText else {
      throw JSONError(offset: 0, reason: "no \"text\" or \"html\" in the record")
    }
    doc = record.doc
    text = record.text
    isHTML = record.isHTML
    self.metadata = metadata
    self.speaker = speaker
    self.section = section
    self.label = label
    self.block = block
    self.number = number
  }

  /// A string; values of other types are passed over.
  private static func looseString(_ scanner: inout JSONScanner) throws(JSONError) -> String? {
    let next = scanner.peek()
    if next == 0x7B || next == 0x5B {
      try scanner.skipValue()
      return nil
    }
    return try scanner.optionalString()
  }
}

/// Turns records into documents.
package struct RecordReader: Sendable {
  private let options: IngestOptions
  private let metadata: MetadataTable?
  private let reader: DocumentReader

  package init(options: IngestOptions, metadata: MetadataTable? = nil) {
    self.options = options
    self.metadata = metadata
    reader = DocumentReader(options: options, metadata: metadata)
  }

  private func header(_ record: InputRecord, id: String) -> DocumentMetadata {
    var header = options.overrides
    if header.issuer != nil { header.issuerSource = .option }
    if header.genre != nil { header.genreSource = .option }
    metadata?.apply(to: &header, doc: id)
    header.fill(from: record.metadata, source: .record)
    return header
  }

  /// A record that is a document.
  package func document(_ record: InputRecord, id: String) -> Document {
    var document = Document(id: id, metadata: header(record, id: id))
    let decoded = Decoding.decode(record.text)
    document.warnings = decoded.warnings
    reader.fill(
      decoded.bytes, format: record.isHTML ? .html : .text, carried: DocumentMetadata(),
      into: &document)
    if document.metadata.lang == nil { document.metadata.lang = LanguageGuess.guess(document.text) }
    return document
  }

  /// Records of one document that are a passage each, as they stand.
  package func document(passages records: [InputRecord], id: String) -> Document {
    guard let first = records.first else { return Document(id: id, unit: .record) }
    var document = Document(id: id, metadata: header(first, id: id), unit: .record)
    var sections: [[String]: Int] = [[]: 0]
    var leadIn = -1
    let turns = Self.turns(records)
    for (index, record) in records.enumerated() {
      let start = document.text.count
      if String(validating: record.text, as: UTF8.self) != nil {
        document.text.append(contentsOf: record.text)
      } else {
        let decoded = Decoding.decode(record.text)
        document.text.append(contentsOf: decoded.bytes)
        document.warnings += decoded.warnings.map { "record \(index + 1): \($0)" }
      }
      let end = document.text.count
      document.text.append(0x0A)
      let section: Int
      if let known = sections[record.section] {
        section = known
      } else {
        section = document.sections.count
        sections[record.section] = section
        document.sections.append(record.section)
      }
      let continues = index > 0 && Self.follows(record, records[index - 1])
      let item = record.text.withUnsafeBufferPointer { ItemLabel.parse($0) }
      if !continues { leadIn = -1 }
      let isItem =
        item != nil || record.label != nil || record.text.first.map { $0 &- 0x61 < 26 } ?? false
      document.passages.append(
        Passage(
          start: start, end: end, role: item != nil && leadIn >= 0 ? .listItem : .body,
          section: section, block: record.block ?? 0, label: record.label ?? item?.label,
          speaker: record.speaker ?? turns?[index], leadIn: isItem ? leadIn : -1,
          continues: continues))
      if record.text.last == 0x3A {
        leadIn = index
      } else if !isItem {
        leadIn = -1
      }
    }
    if document.metadata.lang == nil { document.metadata.lang = LanguageGuess.guess(document.text) }
    return document
  }

  /// Who speaks in each record of a transcript whose speakers are named in its text alone ("CHINA: We
  /// …"), from one such name to the next; nil for other documents.
  private static func turns(_ records: [InputRecord]) -> [String?]? {
    guard records.allSatisfy({ $0.speaker == nil }) else { return nil }
    var speaker: String?
    var found = 0
    let turns = records.map { record in
      let turn = record.text.withUnsafeBufferPointer { SpeakerTurn.parse($0) }
      if let turn, turn.length < record.text.count {
        speaker = turn.speaker
        found += 1
      }
      return speaker
    }
    return found > 1 ? turns : nil
  }

  private static func follows(_ record: InputRecord, _ previous: InputRecord) -> Bool {
    if let a = previous.block, let b = record.block, a != b { return false }
    if let a = previous.number, let b = record.number, b != a + 1 { return false }
    return true
  }
}
