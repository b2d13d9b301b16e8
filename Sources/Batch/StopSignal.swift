// SIGTERM and SIGINT ask a run to stop: what is being coded is finished, the state written, and
// the exit code tells the signal.

internal import Glibc
internal import Synchronization

/// The signal that arrived, if any.
package enum StopSignal {
  private static let received = Atomic<Int32>(0)
  /// Ends of a pipe that becomes readable when a signal arrives, whichever thread it reaches; -1
  /// before `listen`.
  private static let alarm = Atomic<Int32>(-1)
  private static let bell = Atomic<Int32>(-1)

  /// Starts listening; a second signal ends the process at once.
  package static func listen() {
    _ = received.load(ordering: .relaxed)  // set up before a handler can need it
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      alarm.store(ends[0], ordering: .relaxed)
      bell.store(ends[1], ordering: .relaxed)
    }
    for number in [SIGTERM, SIGINT] {
      signal(number) { number in
        StopSignal.received.store(number, ordering: .relaxed)
        var byte: UInt8 = 0
        _ = write(StopSignal.bell.load(ordering: .relaxed), &byte, 1)
        signal(number, SIG_DFL)
      }
    }
  }

  /// SIGTERM or SIGINT, or nil while nobody asked to stop.
  package static var current: Int32? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Waits until a descriptor can be read or has ended.
  /// - Returns: false if a signal asks to stop, however long the writer is silent.
  static func wait(for descriptor: Int32) -> Bool {
    var waits = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: alarm.load(ordering: .relaxed), events: Int16(POLLIN), revents: 0),
    ]
    while poll(&waits, 2, -1) < 0, errno == EINTR, current == nil {}
    return current == nil
  }
}
