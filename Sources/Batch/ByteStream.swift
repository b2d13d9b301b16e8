// A pull stream of bytes with line reading, over a descriptor or the member of an archive, so that
// a file may be larger than memory as long as its records are not.

internal import Text

/// Bytes that come in chunks.
package final class ByteStream {
  private let pull: () throws(InputFailure) -> [UInt8]
  private var buffer: [UInt8] = []
  private var at = 0
  private(set) var isAtEnd = false

  /// - Parameter pull: gives the next bytes; empty at the end.
  init(pull: @escaping () throws(InputFailure) -> [UInt8]) { self.pull = pull }

  /// - Parameter stops: whether SIGTERM and SIGINT end the reading with a failure, even while it
  ///   waits for the writer.
  convenience init(descriptor: Int32, stops: Bool = false) {
    self.init { () throws(InputFailure) in
      guard !stops || StopSignal.wait(for: descriptor) else {
        throw InputFailure(name: "", reason: "stopped")
      }
      return try PosixFile.readAvailable(descriptor: descriptor, count: 1 << 17)
    }
  }

  /// The bytes that stand in the buffer, for sniffing; at least `count` unless the stream is
  /// shorter.
  func peek(_ count: Int) throws(InputFailure) -> ArraySlice<UInt8> {
    while buffer.count - at < count, try fill() {}
    return buffer[at..<min(buffer.count, at + count)]
  }

  private func fill() throws(InputFailure) -> Bool {
    guard !isAtEnd else { return false }
    let chunk = try pull()
    guard !chunk.isEmpty else {
      isAtEnd = true
      return false
    }
    if at == buffer.count {
      buffer = chunk
    } else {
      buffer.removeFirst(at)
      buffer.append(contentsOf: chunk)
    }
    at = 0
    return true
  }

  /// Takes the next line with its LF; nil at the end.
  /// - Throws: also if the line is longer than `limit` bytes.
  func line(limit: Int) throws(InputFailure) -> ArraySlice<UInt8>? {
    var searched = 0
    while true {
      let start = at
      if let end = find(0x0A, from: start + searched) {
        at = end + 1
        return buffer[start..<at]
      }
      searched = buffer.count - start
      guard searched <= limit else {
        throw InputFailure(name: "", reason: "a line of more than \(limit) bytes")
      }
      guard try fill() else {
        guard at < buffer.count else { return nil }
        defer { at = buffer.count }
        return buffer[at...]
      }
    }
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    buffer.withUnsafeBufferPointer { $0.place(of: byte, from: start) }
  }

  /// Takes exactly `count` bytes, fewer only at the end.
  func take(_ count: Int) throws(InputFailure) -> [UInt8] {
    while buffer.count - at < count, try fill() {}
    let end = min(buffer.count, at + count)
    defer { at = end }
    return Array(buffer[at..<end])
  }

  /// Passes over `count` bytes.
  func skip(_ count: Int) throws(InputFailure) {
    var left = count
    while left > 0 {
      if at == buffer.count, try !fill() { return }
      let step = min(left, buffer.count - at)
      at += step
      left -= step
    }
  }

  /// Takes everything that is left.
  /// - Throws: also if that is more than `limit` bytes.
  func rest(limit: Int) throws(InputFailure) -> [UInt8] {
    while try fill() {
      guard buffer.count - at <= limit else {
        throw InputFailure(
          name: "", reason: "more than the limit of \(limit) bytes; split the file")
      }
    }
    defer { at = buffer.count }
    return at == 0 ? buffer : Array(buffer[at...])
  }

  /// True if no whole line can be taken without waiting for the writer.
  var isIdle: Bool { !isAtEnd && find(0x0A, from: at) == nil }
}
