// Files through read(2) and write(2): no Foundation, every errno told, interrupted and short calls
// continued.

internal import Glibc

/// Reading and writing of whole files and descriptors.
package enum PosixFile {
  /// The system's words for an `errno` value, lower case first letter ("permission denied").
  package static func reason(_ code: Int32 = errno) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    let words = String(cString: text)
    guard let first = words.first else { return words }
    return first.lowercased() + words.dropFirst()
  }

  /// The bytes of a file.
  /// - Throws: `InputFailure` with the system's reason; a directory is one too.
  package static func read(_ path: String, limit: Int = .max) throws(InputFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFailure(name: path, reason: reason()) }
    defer { close(descriptor) }
    var status = stat()
    let expected = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    guard expected <= limit else {
      throw InputFailure(
        name: path, reason: "\(expected) bytes is more than the limit of \(limit); split the file")
    }
    do {
      return try read(descriptor: descriptor, expecting: expected, limit: limit)
    } catch {
      throw InputFailure(name: path, reason: error.reason)
    }
  }

  /// Everything that a descriptor gives until its end.
  package static func read(
    descriptor: Int32, expecting expected: Int = 0, limit: Int = .max
  ) throws(InputFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var wanted = max(expected + 1, 4096)
    while true {
      let (chunk, end) = try readChunk(descriptor: descriptor, count: wanted)
      if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
      guard bytes.count <= limit else {
        throw InputFailure(
          name: "stdin", reason: "more than the limit of \(limit) bytes; split the input")
      }
      if end { return bytes }
      wanted = max(65_536, min(bytes.count, 16 << 20))
    }
  }

  /// Up to `count` bytes, fewer only at the end or where the descriptor gives less at once.
  /// `end` tells that the last read gave nothing.
  static func readChunk(
    descriptor: Int32, count: Int
  ) throws(InputFailure) -> (bytes: [UInt8], end: Bool) {
    var failure: Int32 = 0
    var end = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      guard let base = buffer.baseAddress else { return }
      while filled < count {
        let got = Glibc.read(descriptor, base + filled, count - filled)
        if got > 0 {
          filled += got
        } else if got == 0 {
          end = true
          return
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    guard failure == 0 else { throw InputFailure(name: "stdin", reason: reason(failure)) }
    return (bytes, end)
  }

  /// What a descriptor has now, at most `count` bytes; empty at the end.
  package static func readAvailable(
    descriptor: Int32, count: Int
  ) throws(InputFailure) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      guard let base = buffer.baseAddress else { return }
      while true {
        let got = Glibc.read(descriptor, base, count)
        if got >= 0 {
          filled = got
          return
        }
        if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    guard failure == 0 else { throw InputFailure(name: "stdin", reason: reason(failure)) }
    return bytes
  }

  /// Writes all bytes, however often it takes.
  /// - Throws: `brokenPipe` or `unwritable`.
  package static func write(
    _ bytes: [UInt8], to descriptor: Int32, name: String
  ) throws(BatchError) {
    try bytes.withUnsafeBufferPointer { bytes throws(BatchError) in
      try write(bytes, to: descriptor, name: name)
    }
  }

  package static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32, name: String
  ) throws(BatchError) {
    guard let start = bytes.baseAddress else { return }
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(descriptor, start + done, bytes.count - done)
      if count >= 0 {
        done += count
      } else if errno == EPIPE {
        throw BatchError.brokenPipe
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, -1)
      } else if errno != EINTR {
        throw BatchError.unwritable(path: name, reason: reason())
      }
    }
  }
}
