// Standard output for filters: fully buffered, flushed when the input is idle or the buffer full.

internal import Glibc

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

  package func flush() throws(BatchError) {
    guard !buffer.isEmpty else { return }
    try PosixFile.write(buffer, to: STDOUT_FILENO, name: "standard output")
    buffer.removeAll(keepingCapacity: true)
  }

  package func finish() throws(BatchError) { try flush() }
}
