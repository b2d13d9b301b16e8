// JSON lines in portions for the workers: many short records a portion, and never a border inside
// a document of several records, whose context flows from one to the next.

internal import Text

/// Cuts a stream of JSON lines into portions.
struct RecordSplitter {
  private let stream: ByteStream
  private let joinsDocuments: Bool
  private let limit: Int
  private var line = 0
  private var pending: ArraySlice<UInt8>?
  private var pendingDoc: [UInt8]?

  /// Bytes after which a portion ends at the next border.
  static let portion = 1 << 17

  /// - Parameters:
  ///   - joinsDocuments: successive records with the same `doc` are one document.
  ///   - limit: longest record, and longest document, in bytes.
  init(_ stream: ByteStream, joinsDocuments: Bool, limit: Int) {
    self.stream = stream
    self.joinsDocuments = joinsDocuments
    self.limit = limit
  }

  /// The next portion and the number of its first line, from 1; nil at the end.
  mutating func next() throws(InputFailure) -> (bytes: [UInt8], firstLine: Int)? {
    var bytes: [UInt8] = []
    let first = line + 1
    var doc = pendingDoc
    if let pending {
      bytes.append(contentsOf: pending)
      self.pending = nil
      line += 1
    }
    while true {
      // An interactive writer wants its answer: what is there goes out before we wait for more.
      if !bytes.isEmpty, !joinsDocuments, stream.isIdle { break }
      guard let next = try stream.line(limit: limit) else { break }
      if joinsDocuments {
        let nextDoc = Self.doc(of: next)
        let isBorder = nextDoc == nil || nextDoc != doc
        if !bytes.isEmpty, (isBorder && bytes.count >= Self.portion) || bytes.count >= limit {
          pending = next
          pendingDoc = nextDoc
          break
        }
        doc = nextDoc
      }
      bytes.append(contentsOf: next)
      line += 1
      if !joinsDocuments, bytes.count >= Self.portion { break }
    }
    return bytes.isEmpty ? nil : (bytes, first)
  }

  /// Lines of one document in a portion.
  struct Group {
    var range: Range<Int>
    /// Number of its first line in the file, from 1.
    var firstLine: Int
  }

  /// The documents in a portion; blank lines belong to none.
  static func documents(in bytes: [UInt8], joined: Bool, firstLine: Int) -> [Group] {
    var groups: [Group] = []
    var doc: [UInt8]?
    var start = 0
    var line = firstLine
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let record = bytes[start..<end]
      if record.contains(where: { $0 > 0x20 }) {
        let next = joined ? Self.doc(of: record) : nil
        if let next, next == doc, !groups.isEmpty {
          groups[groups.count - 1].range = groups[groups.count - 1].range.lowerBound..<end
        } else {
          groups.append(Group(range: start..<end, firstLine: line))
        }
        doc = next
      }
      start = end
      line += 1
    }
    return groups
  }

  /// The bytes of the record's `doc`; nil if it has none or is no JSON.
  static func doc(of line: ArraySlice<UInt8>) -> [UInt8]? {
    line.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer)
      var doc: [UInt8]?
      try? scanner.object { scanner, key throws(JSONError) in
        if key == "doc", scanner.peek() == 0x22 {
          var bytes: [UInt8] = []
          try scanner.string(into: &bytes)
          doc = bytes
          throw JSONError(offset: 0, reason: "found")  // the rest of the record does not matter
        }
        try scanner.skipValue()
      }
      return doc
    }
  }
}
