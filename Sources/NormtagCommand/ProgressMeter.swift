// One line on the terminal that says how far a run is, how fast, and how long it will take.

internal import Batch
internal import Glibc

/// Draws progress on standard error, a few times a second.
final class ProgressMeter {
  private let total: Int
  private let isOn: Bool
  private let start = ProgressMeter.now()
  private var last = 0.0
  private var isDrawn = false

  init(total: Int, isOn: Bool) {
    self.total = total
    self.isOn = isOn
  }

  /// Shows that `done` files are done.
  func show(_ done: Int) {
    guard isOn else { return }
    let now = Self.now()
    guard now - last >= 0.2 || done == total else { return }
    last = now
    let elapsed = max(now - start, 0.001)
    let rate = Double(done) / elapsed
    let left = rate > 0 ? Int((Double(total - done) / rate).rounded(.up)) : 0
    write("\r\u{1B}[K\(done)/\(total) files, \(Int(rate)) a second, \(Self.clock(left)) left")
    isDrawn = true
  }

  /// Wipes the line, so that a message can be written.
  func clear() {
    guard isDrawn else { return }
    write("\r\u{1B}[K")
    isDrawn = false
  }

  private func write(_ text: String) {
    try? PosixFile.write(Array(text.utf8), to: STDERR_FILENO, name: "standard error")
  }

  private static func clock(_ seconds: Int) -> String {
    seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min"
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
