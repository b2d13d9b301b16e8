// WARC files (ISO 28500), the format of web archives and crawlers: response records with HTML or
// text become documents, with their URL and date. libarchive reads WARC too, but passes over every
// address that ends in a slash, which is where home pages are; so only its gzip is used here.

internal import Ingest

/// Reads the documents of a WARC stream.
struct WARCReader {
  struct Page {
    var url: String
    var date: String?
    /// As the HTTP header says.
    var charset: String?
    var body: [UInt8]
  }
  private let stream: ByteStream
  private let limit: Int

  init(_ stream: ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  /// The next page; nil at the end.
  mutating func next() throws(InputFailure) -> Page? {
    while let header = try fields(of: "a WARC record") {
      guard let length = header["content-length"].flatMap({ Int($0) }), length >= 0 else {
        throw InputFailure(name: "", reason: "a WARC record without its length")
      }
      let type = header["warc-type"]?.lowercased()
      guard type == "response" || type == "resource" || type == "conversion", length <= limit,
        let url = header["warc-target-uri"]
      else {
        try stream.skip(length)
        continue
      }
      let block = try stream.take(length)
      guard block.count == length else {
        throw InputFailure(name: "", reason: "the last WARC record ends early")
      }
      let address = url.hasPrefix("<") ? String(url.dropFirst().dropLast()) : url
      var media = header["content-type"]
      var body = Self.isDocument(media) ? block : nil
      if type == "response" {
        let message = HTTPMessage(block)
        media = message.media
        body = message.document
      }
      guard let body, !body.isEmpty else { continue }
      return Page(
        url: address, date: header["warc-date"].map { String($0.prefix(10)) },
        charset: media.flatMap(Self.charset), body: body)
    }
    return nil
  }

  /// Header lines up to the empty one; blank lines before them are passed over.
  private func fields(of what: String) throws(InputFailure) -> [String: String]? {
    var fields: [String: String]?
    while let line = try stream.line(limit: 1 << 20) {
      let text = String(decoding: line, as: UTF8.self).trimmed
      if text.isEmpty {
        if let fields { return fields }
        continue
      }
      if fields == nil {
        guard text.hasPrefix("WARC/") else {
          throw InputFailure(name: "", reason: "no WARC file: \(what) does not begin with WARC/")
        }
        fields = [:]
      } else if let colon = text.firstIndex(of: ":") {
        let name = text[..<colon].lowercased()
        fields?[name] = String(text[text.index(after: colon)...]).trimmed
      }
    }
    return fields
  }

  /// The charset of a media type, without its quotes.
  private static func charset(of media: String) -> String? {
    for parameter in media.split(separator: ";").dropFirst() {
      let sides = parameter.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard sides.count == 2, sides[0].lowercased() == "charset" else { continue }
      let name = sides[1].filter { $0 != "\"" && $0 != "'" }
      return name.isEmpty ? nil : name
    }
    return nil
  }

  static func isDocument(_ type: String?) -> Bool {
    guard let type = type?.lowercased() else { return false }
    return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
      || type.hasPrefix("text/plain")
  }
}

/// An HTTP response as a crawler stored it.
private struct HTTPMessage {
  private var status = 0
  private var fields: [String: String] = [:]
  private var body: ArraySlice<UInt8> = []

  init(_ block: [UInt8]) {
    var rest = block[...]
    var isFirst = true
    while let end = rest.firstIndex(of: 0x0A) {
      let text = String(decoding: rest[..<end], as: UTF8.self).trimmed
      rest = rest[(end + 1)...]
      if text.isEmpty { break }
      if isFirst {
        let parts = text.split(separator: " ")
        status = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        isFirst = false
      } else if let colon = text.firstIndex(of: ":") {
        fields[text[..<colon].lowercased()] = String(text[text.index(after: colon)...]).trimmed
      }
    }
    body = rest
  }

  var media: String? { fields["content-type"] }

  /// The page or text in it; nil if it is something else, or no success.
  var document: [UInt8]? {
    guard (200..<300).contains(status), WARCReader.isDocument(fields["content-type"]) else {
      return nil
    }
    var bytes = Array(body)
    if fields["transfer-encoding"]?.lowercased() == "chunked" { bytes = Self.joined(bytes) }
    if let coding = fields["content-encoding"]?.lowercased(), coding != "identity" {
      return Self.unpacked(bytes)
    }
    return bytes
  }

  /// The chunks joined; what is no chunk (already joined by the crawler) stays as it is.
  private static func joined(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count, let end = bytes[at...].firstIndex(of: 0x0A) {
      let line = String(decoding: bytes[at..<end], as: UTF8.self).trimmed
      let digits = line.prefix { $0 != ";" }
      guard let size = Int(digits, radix: 16), size >= 0 else { return out.isEmpty ? bytes : out }
      if size == 0 { return out }
      let start = end + 1
      guard size <= bytes.count - start else { return out.isEmpty ? bytes : out + bytes[start...] }
      out += bytes[start..<(start + size)]
      at = start + size
      while at < bytes.count, bytes[at] == 0x0D || bytes[at] == 0x0A { at += 1 }
    }
    return out
  }

  private static func unpacked(_ bytes: [UInt8]) -> [UInt8]? {
    var given = false
    let packed = ByteStream { () throws(InputFailure) in
      defer { given = true }
      return given ? [] : bytes
    }
    guard let archive = try? ArchiveReader(packed), (try? archive.next()) != nil else { return nil }
    return try? archive.member().rest(limit: 64 << 20)
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    let space: (UInt8) -> Bool = { $0 <= 0x20 }
    guard let first = utf8.firstIndex(where: { !space($0) }),
      let last = utf8.lastIndex(where: { !space($0) })
    else { return "" }
    return String(self[first...last])
  }
}
