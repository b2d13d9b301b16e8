// SIGTERM and SIGINT ask a run to stop: what is being coded is finished, the state written, and
// the exit code tells the signal.

internal import Glibc
internal import Synchronization

/// The signal that arrived, if any.
package enum StopSignal {
  private static let received = Atomic<Int32>(0)

  /// Starts listening; a second signal ends the process at once.
  package static func listen() {
    _ = received.load(ordering: .relaxed)  // set up before a handler can need it
    for number in [SIGTERM, SIGINT] {
      signal(number) { number in
        StopSignal.received.store(number, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }

  /// SIGTERM or SIGINT, or nil while nobody asked to stop.
  package static var current: Int32? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }
}
