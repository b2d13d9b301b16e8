// The result of reading one document: its clean text once, and passages as ranges of it.

/// A document after reading: clean text, its metadata and its passages in order.
package struct Document: Sendable {
  /// The id (see DESIGN: path below the directory argument, `stdin`, or the record's `doc`).
  package var id: String
  package var metadata: DocumentMetadata
  /// Clean text in UTF-8: what `ingest --format text` prints. Passages are ranges of it.
  package var text: [UInt8]
  /// Heading paths, outermost first; a passage names one by index. Index 0 is the empty path.
  package var sections: [[String]]
  package var passages: [Passage]
  package var unit: PassageUnit
  /// Things a reader should know (bytes replaced, limits hit …), one sentence each, no file name.
  package var warnings: [String]
  /// Clues to the issuer that only the reader sees: title-page and letterhead lines in order.
  package var letterhead: [String]
  /// CPU nanoseconds that went into finding sentences, if the options ask for it.
  package var segmentTime = 0

  package init(
    id: String, metadata: DocumentMetadata = DocumentMetadata(), text: [UInt8] = [],
    sections: [[String]] = [[]], passages: [Passage] = [], unit: PassageUnit = .sentence,
    warnings: [String] = [], letterhead: [String] = []
  ) {
    self.id = id
    self.metadata = metadata
    self.text = text
    self.sections = sections
    self.passages = passages
    self.unit = unit
    self.warnings = warnings
    self.letterhead = letterhead
  }
}

/// What a passage is: the value of the record's `unit`.
package enum PassageUnit: String, Sendable, CaseIterable {
  case sentence, paragraph, record
}

/// The part that a passage plays on its page. Only `body`, `listItem`, `tableCell`, `quote` and
/// full-clause `heading`s are coded; the rest is kept only with `--keep`.
package enum PassageRole: String, Sendable, CaseIterable {
  case body, heading, quote
  case listItem = "list-item"
  case tableCell = "table-cell"
  case footnote, caption, reference, contents
  case runningHead = "running-head"
  case pageNumber = "page-number"
  case outline, letterhead

  /// Left out unless the options keep it.
  package var isFurniture: Bool {
    switch self {
    case .reference, .contents, .runningHead, .pageNumber, .outline, .letterhead, .caption,
      .footnote:
      true
    case .body, .heading, .quote, .listItem, .tableCell: false
    }
  }
}

/// One passage: a range of the document's clean text with its place in the document.
package struct Passage: Sendable {
  /// Byte offsets into `Document.text`, end exclusive, on character borders, without outer space.
  package var start: Int
  package var end: Int
  package var role: PassageRole
  /// Index into `Document.sections`.
  package var section: Int
  /// Number of the paragraph, list item or cell that the passage comes from; 0-based, ascending.
  package var block: Int
  /// The document's own number for it: `13(c)`, `Article 5(2)`.
  package var label: String?
  /// The name in the speaker turn it stands in, as the document writes it ("Mr. Smith (China)").
  package var speaker: String?
  /// Index of the passage that introduces the list this item stands in ("States should:"), or -1.
  package var leadIn: Int
  /// False where context (pronouns, lead-ins) must not flow from the passage before.
  package var continues: Bool

  package init(
    start: Int, end: Int, role: PassageRole = .body, section: Int = 0, block: Int = 0,
    label: String? = nil, speaker: String? = nil, leadIn: Int = -1, continues: Bool = true
  ) {
    self.start = start
    self.end = end
    self.role = role
    self.section = section
    self.block = block
    self.label = label
    self.speaker = speaker
    self.leadIn = leadIn
    self.continues = continues
  }
}
