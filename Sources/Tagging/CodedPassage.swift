// The coded passage of DESIGN.md as a value. Codes are small strings or enums; the text stays in
// the document's buffer. Numbers are rounded when they are made, so that a passage read back from
// its JSON line equals the one that was written.

/// Calibrated probabilities of the five components; they sum to 1.
package struct ComponentScores: Sendable, Equatable {
  /// In the order of `Component.allCases`; the last three are 0.
  package var values: SIMD8<Double>

  package init(_ values: SIMD8<Double>) { self.values = values }

  /// - Parameter values: in the order of `Component.allCases`.
  package init(_ values: [Double]) {
    self.values = SIMD8()
    for (index, value) in values.prefix(5).enumerated() { self.values[index] = value }
  }

  package subscript(_ component: Component) -> Double {
    get { values[component.index] }
    set { values[component.index] = newValue }
  }

  /// Index of the most probable component, the first of equals, but for `other`.
  func best(but other: Int = -1) -> Int {
    var best = other == 0 ? 1 : 0
    for index in 1..<5 where index != other && values[index] > values[best] { best = index }
    return best
  }
}

/// One position: who holds what on which issue.
package struct Statement: Sendable, Equatable {
  package var actor: String
  package var issue: String
  package var stance: Stance
  package var attribution: Attribution
  package var commitment: Commitment
  package var joint: Joint
  /// 1 reported by the text, 2 reported by another holder.
  package var depth: Int
  /// Probability 0…1, rounded to 3 decimals.
  package var confidence: Double
  /// Code points into the document's clean text (into the record with `--unit record`), end
  /// exclusive: the words that show the position.
  package var start: Int
  package var end: Int

  package init(
    actor: String, issue: String, stance: Stance, attribution: Attribution,
    commitment: Commitment = .supports, joint: Joint = .none, depth: Int = 1,
    confidence: Double = 0, start: Int = 0, end: Int = 0
  ) {
    self.actor = actor
    self.issue = issue
    self.stance = stance
    self.attribution = attribution
    self.commitment = commitment
    self.joint = joint
    self.depth = depth
    self.confidence = confidence
    self.start = start
    self.end = end
  }
}

/// One cue that spoke for or against a code.
package struct Evidence: Sendable, Equatable {
  /// The code it bears on, e.g. `norm`, `holder:CHN`, `stance:oppose`.
  package var code: String
  /// The lexicon entry or rule, e.g. `force/binding/shall`.
  package var cue: String
  package var text: String
  /// Code points, as in `Statement`.
  package var start: Int
  package var end: Int
  /// Rounded to 3 decimals; sign as in weights.tsv.
  package var weight: Double

  package init(code: String, cue: String, text: String, start: Int, end: Int, weight: Double) {
    self.code = code
    self.cue = cue
    self.text = text
    self.start = start
    self.end = end
    self.weight = weight
  }
}

/// A passage with its codes.
package struct CodedPassage: Sendable {
  /// 0-based number in the document.
  package var passage: Int
  package var unit: String
  /// Index into `CodedDocument.sections`.
  package var section: Int
  package var label: String?
  /// Actor code of the speaker turn, if the document has turns.
  package var speaker: String?
  /// Code points into the clean text, end exclusive.
  package var start: Int
  package var end: Int
  /// Byte offsets into `CodedDocument.text`.
  package var textStart: Int
  package var textEnd: Int
  package var component: Component
  package var second: Component?
  /// Probability of `component`, rounded to 3 decimals.
  package var confidence: Double
  package var scores: ComponentScores
  package var addressee: String?
  package var bearer: String
  package var force: Force
  package var polarity: Polarity
  package var status: Status
  package var path: Path
  package var track: Track
  package var mechanism: Mechanism
  package var venue: String
  package var statements: [Statement]
  /// Strongest first; empty when `TaggingOptions.collectsEvidence` is off.
  package var evidence: [Evidence]

  package init(passage: Int, unit: String, start: Int, end: Int, textStart: Int, textEnd: Int) {
    self.passage = passage
    self.unit = unit
    self.section = 0
    self.label = nil
    self.speaker = nil
    self.start = start
    self.end = end
    self.textStart = textStart
    self.textEnd = textEnd
    component = .none
    second = nil
    confidence = 0
    scores = ComponentScores(SIMD8(0, 0, 0, 0, 1, 0, 0, 0))
    addressee = nil
    bearer = "none"
    force = .none
    polarity = .none
    status = .none
    path = .none
    track = .none
    mechanism = .none
    venue = "none"
    statements = []
    evidence = []
  }
}

/// A document with its coded passages: what Tagging hands on and what a reader of coded JSONL
/// builds again. `text` is the clean text after tagging, or the passages' texts joined after reading.
package struct CodedDocument: Sendable {
  package var doc: String
  package var title: String?
  package var date: String?
  package var issuer: String?
  package var genre: String?
  package var lang: String?
  /// URL or other source.
  package var source: String?
  package var text: [UInt8]
  package var sections: [[String]]
  package var passages: [CodedPassage]
  /// Codes of actors mentioned anywhere in the document, ascending, whether or not they hold a
  /// statement (for quality.csv); empty after reading coded JSONL.
  package var mentionedActors: [String]

  package init(doc: String) {
    self.doc = doc
    text = []
    sections = [[]]
    passages = []
    mentionedActors = []
  }
}
