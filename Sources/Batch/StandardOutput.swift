// Standard output for filters: fully buffered, flushed when the input is idle or the buffer full.

internal import Glibc
package import Text

/// A buffered standard output. Call `finish()` last; a failing last write is an error like any.
package final class StandardOutput {
  private var buffer: [UInt8] = []

  package init() {
    // A reader that has gone is told by EPIPE and ends the run quietly, not by a signal.
    signal(SIGPIPE, SIG_IGN)
    buffer.reserveCapacity(1 << 17)
  }

  package func write(_ bytes: [UInt8]) throws(BatchError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes what a writer holds, and empties it. Much of it goes out without being copied.
  package func write(_ writer: inout ByteWriter) throws(BatchError) {
    let isLarge = writer.count >= 1 << 14
    if isLarge { try flush() }
    try writer.withBytes { bytes throws(BatchError) in
      if isLarge {
        try PosixFile.write(bytes, to: STDOUT_FILENO, name: "standard output")
      } else {
        buffer.append(contentsOf: bytes)
      }
    }
    writer.removeAll()
    if buffer.count >= 1 << 16 { try flush() }
  }

  package func flush() throws(BatchError) {
    guard !buffer.isEmpty else { return }
    try PosixFile.write(buffer, to: STDOUT_FILENO, name: "standard output")
    buffer.removeAll(keepingCapacity: true)
  }

  package func finish() throws(BatchError) { try flush() }
}
