// The clock of `--timings`: what a thread itself used, whatever else the machine does.

internal import Glibc

/// CPU time of the calling thread.
package enum CPUClock {
  /// Nanoseconds since the thread began.
  package static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
