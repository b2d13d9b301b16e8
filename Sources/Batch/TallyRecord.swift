// What remains of a document when it is done: one line of tallies.jsonl. A run is resumed from
// these lines, and `merge` adds them up; the counts themselves are Reporting's business.

package import Text

/// The outcome of one document.
package struct TallyRecord: Sendable {
  package enum Status: String, Sendable {
    case coded
    /// In a language that is not coded.
    case language
    /// Nearly the same as an earlier one, and left out.
    case duplicate
    case failed
  }
  /// Order of the input: number of the file, number of the document in it.
  package var file: Int
  package var member: Int
  package var doc: String
  /// What messages call it.
  package var name: String
  package var status: Status
  /// Why it failed.
  package var reason: String?
  package var warnings: [String]
  /// SHA-256 and length of the bytes it was read from.
  package var inputDigest: String
  package var inputBytes: Int
  /// Length and SHA-256 of its lines in the coded file.
  package var codedBytes: Int
  package var codedDigest: String
  package var sketch: DocumentSketch
  /// The counts as a JSON value, made and read by Reporting.
  package var part: [UInt8]
  /// Where its statements stand, as a JSON value (`StatementPlace`), if its passages are not kept;
  /// else empty.
  package var places: [UInt8] = []

  package init(file: Int, member: Int, doc: String, name: String, status: Status) {
    self.file = file
    self.member = member
    self.doc = doc
    self.name = name
    self.status = status
    warnings = []
    inputDigest = ""
    inputBytes = 0
    codedBytes = 0
    codedDigest = ""
    sketch = DocumentSketch(hashes: [], population: 0)
    part = Array("null".utf8)
  }

  /// Order of the input; ties (parts of different inputs) by id.
  package static func precedes(_ a: TallyRecord, _ b: TallyRecord) -> Bool {
    if a.file != b.file { return a.file < b.file }
    if a.member != b.member { return a.member < b.member }
    return a.doc.utf8.lexicographicallyPrecedes(b.doc.utf8)
  }

  /// Appends the record as a line.
  package func append(to out: inout ByteWriter) {
    out.append("{\"doc\":")
    out.appendJSON(doc)
    out.appendField("name", name)
    out.appendField("file", file)
    out.appendField("member", member)
    out.appendField("status", status.rawValue)
    out.appendField("reason", reason)
    out.appendField("warnings", warnings)
    out.appendField("bytes", inputBytes)
    out.appendField("sha256", inputDigest)
    out.appendField("coded_bytes", codedBytes)
    out.appendField("coded_sha256", codedDigest)
    out.append(",\"sketch\":[")
    out.append(decimal: sketch.population)
    for hash in sketch.hashes {
      out.append(UInt8(ascii: ","))
      out.append(decimal: Int(hash))
    }
    out.append("]")
    out.appendKey("part")
    out.append(part)
    if !places.isEmpty {
      out.appendKey("places")
      out.append(places)
    }
    out.append("}\n")
  }

  /// What is read of a record.
  package enum Detail: Sendable {
    case everything
    /// Counts and what became of the document: all that tables are made from.
    case counts
    /// What the document was read from, and what became of it.
    case input

    /// The members that are all that is wanted; nothing where every one is.
    fileprivate var wanted: [StaticString] {
      switch self {
      case .everything: []
      case .counts: Self.ofCounts
      case .input: Self.ofInput
      }
    }
    private static let ofCounts: [StaticString] = ["doc", "status", "reason", "warnings", "part"]
    private static let ofInput: [StaticString] = ["doc", "bytes", "sha256", "status"]

    fileprivate func wants(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
      wanted.contains { key == $0 }
    }
  }

  /// Reads a line back.
  package init(
    line: UnsafeBufferPointer<UInt8>, detail: Detail = .everything
  ) throws(JSONError) {
    self.init(file: 0, member: 0, doc: "", name: "", status: .failed)
    var scanner = JSONScanner(line)
    var record = self
    var hasPart = false
    var seen = 0
    try scanner.members(while: { scanner, key throws(JSONError) in
      seen += detail.wants(key) ? 1 : 0
      if key == "doc" {
        record.doc = try scanner.string()
      } else if key == "bytes" {
        record.inputBytes = try scanner.integer()
      } else if key == "sha256" {
        record.inputDigest = try scanner.string()
      } else if key == "status" {
        record.status = Status(rawValue: try scanner.string()) ?? .failed
      } else if key == "part" {
        let start = scanner.at
        try scanner.skipValue()
        if detail != .input { record.part = Array(line[start..<scanner.at]) }
        hasPart = true
      } else if detail == .input {
        try scanner.skipValue()
      } else if key == "reason" {
        record.reason = try scanner.optionalString()
      } else if key == "warnings" {
        try scanner.array { scanner throws(JSONError) in
          record.warnings.append(try scanner.string())
        }
      } else if detail == .counts {
        try scanner.skipValue()
      } else if key == "name" {
        record.name = try scanner.string()
      } else if key == "file" {
        record.file = try scanner.integer()
      } else if key == "member" {
        record.member = try scanner.integer()
      } else if key == "coded_bytes" {
        record.codedBytes = try scanner.integer()
      } else if key == "coded_sha256" {
        record.codedDigest = try scanner.string()
      } else if key == "sketch" {
        var numbers: [Int] = []
        try scanner.array { scanner throws(JSONError) in numbers.append(try scanner.integer()) }
        record.sketch = DocumentSketch(
          hashes: numbers.dropFirst().map { UInt32(truncatingIfNeeded: $0) },
          population: numbers.first ?? 0)
      } else if key == "places" {
        let start = scanner.at
        try scanner.skipValue()
        record.places = Array(line[start..<scanner.at])
      } else {
        try scanner.skipValue()
      }
      // What comes after may be long.
      return detail == .everything || seen < detail.wanted.count
    })
    guard hasPart || detail == .input, !record.doc.isEmpty else {
      throw JSONError(offset: scanner.at, reason: "no tally of a document")
    }
    self = record
  }
}

/// The first line of tallies.jsonl: under which conditions the tallies hold.
package struct TallyHeader: Sendable, Equatable {
  package static let format = 2
  package var version: String
  package var lexicon: String
  /// Digest of the options that bear on codes.
  package var options: String
  /// The options that bear on what was counted (`ReportOptions.counted`).
  package var counted = ""
  /// Whether coded passages were written.
  package var hasPassages: Bool
  /// Shards covered; empty: everything.
  package var shards: [Shard]

  package init(
    version: String, lexicon: String, options: String, counted: String = "", hasPassages: Bool,
    shards: [Shard]
  ) {
    self.version = version
    self.lexicon = lexicon
    self.options = options
    self.counted = counted
    self.hasPassages = hasPassages
    self.shards = shards
  }

  /// True if tallies of both can stand side by side.
  package func agrees(with other: TallyHeader) -> Bool {
    version == other.version && lexicon == other.lexicon && options == other.options
      && counted == other.counted && hasPassages == other.hasPassages
  }

  package func append(to out: inout ByteWriter) {
    out.append("{\"normtag\":")
    out.appendJSON(version)
    out.appendField("format", Self.format)
    out.appendField("lexicon", lexicon)
    out.appendField("options", options)
    out.appendField("counted", counted)
    out.appendField("passages", hasPassages ? 1 : 0)
    out.appendField("shards", shards.sorted().map(\.description))
    out.append("}\n")
  }

  package init(line: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    var header = TallyHeader(
      version: "", lexicon: "", options: "", hasPassages: false, shards: [])
    var format = 0
    var scanner = JSONScanner(line)
    try scanner.object { scanner, key throws(JSONError) in
      if key == "normtag" {
        header.version = try scanner.string()
      } else if key == "format" {
        format = try scanner.integer()
      } else if key == "lexicon" {
        header.lexicon = try scanner.string()
      } else if key == "options" {
        header.options = try scanner.string()
      } else if key == "counted" {
        header.counted = try scanner.string()
      } else if key == "passages" {
        header.hasPassages = try scanner.integer() == 1
      } else if key == "shards" {
        try scanner.array { scanner throws(JSONError) in
          if let shard = Shard(try scanner.string()) { header.shards.append(shard) }
        }
      } else {
        try scanner.skipValue()
      }
    }
    guard format == Self.format else {
      throw JSONError(offset: 0, reason: "no tallies of this version of normtag")
    }
    self = header
  }
}
