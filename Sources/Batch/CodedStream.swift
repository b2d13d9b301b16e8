// Coded passages from a file or standard input, document by document, however many there are.

internal import Glibc
package import Tagging
internal import Text

/// Reads coded JSON lines.
package enum CodedStream {
  /// Longest line, in bytes.
  static let limit = 64 << 20

  /// - Parameter path: a file, or `-`.
  /// - Throws: `unreadable` with the number of the line.
  package static func read(
    _ path: String, detail: CodedPassageReader.Detail = .everything,
    _ body: (CodedDocument) throws -> Void
  ) throws {
    try read(path, keepsLines: false, detail: detail) { document, _ in try body(document) }
  }

  /// The document that coded lines are of; nil if there are none.
  static func document(
    of lines: [UInt8], detail: CodedPassageReader.Detail
  ) throws(JSONError) -> CodedDocument? {
    var reader = CodedPassageReader(detail)
    try lines.withUnsafeBufferPointer { lines throws(JSONError) in
      var start = 0
      while start < lines.count {
        let end = lines.place(of: 0x0A, from: start) ?? lines.count
        if end > start { _ = try reader.read(UnsafeBufferPointer(rebasing: lines[start..<end])) }
        start = end + 1
      }
    }
    return reader.finish()
  }

  /// Like `read(_:detail:_:)`, with the lines that a document was read from (empty unless `keepsLines`),
  /// each with its LF.
  package static func read(
    _ path: String, keepsLines: Bool, detail: CodedPassageReader.Detail = .everything,
    _ body: (CodedDocument, [UInt8]) throws -> Void
  ) throws {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw BatchError.unreadable(path: path, reason: PosixFile.reason())
    }
    defer { if path != "-" { close(descriptor) } }
    let stream = ByteStream(descriptor: descriptor)
    var reader = CodedPassageReader(detail)
    var number = 0
    var lines: [UInt8] = []
    do {
      while let line = try stream.line(limit: limit) {
        number += 1
        guard line.withUnsafeBufferPointer({ $0.contains { $0 > 0x20 } }) else { continue }
        if let finished = try line.withUnsafeBufferPointer({ try reader.read($0) }) {
          try body(finished, lines)
          lines.removeAll(keepingCapacity: true)
        }
        if keepsLines {
          lines.append(contentsOf: line)
          if lines.last != 0x0A { lines.append(0x0A) }
        }
      }
    } catch let error as JSONError {
      throw BatchError.unreadable(path: "\(path):\(number)", reason: error.reason)
    } catch let error as InputFailure {
      throw BatchError.unreadable(path: path, reason: error.reason)
    }
    if let last = reader.finish() { try body(last, lines) }
  }
}
