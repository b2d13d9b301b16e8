// One line on the terminal that says how far a run is, how fast, and how long it will take.

internal import Batch
internal import Glibc

/// Draws progress on standard error, a few times a second.
final class ProgressMeter {
  private let isOn: Bool
  private let start = ProgressMeter.now()
  private var last = 0.0
  private var isDrawn = false
  private let fileCount: Int
  /// Bytes of the files before each, and of all as the last; nil where one has no size (a pipe).
  private var offsets: [Int]?

  init(_ files: [InputFile], isOn: Bool) {
    self.isOn = isOn
    fileCount = files.count
    guard isOn else { return }
    var sum = 0
    var offsets = [0]
    for file in files {
      var status = stat()
      guard stat(file.path == "-" ? "/dev/stdin" : file.path, &status) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { return }
      sum += Int(status.st_size)
      offsets.append(sum)
    }
    self.offsets = offsets
  }

  /// Shows how far it is: at most five times a second, and at the end of the last file.
  func show(_ progress: RunJob.Progress) {
    guard isOn else { return }
    let now = Self.now()
    let isLast = progress.file + 1 == fileCount && progress.position == nil
    guard now - last >= 0.2 || isLast else { return }
    last = now
    write("\r\u{1B}[K" + line(progress, seconds: max(now - start, 0.001)))
    isDrawn = true
  }

  private func line(_ progress: RunJob.Progress, seconds: Double) -> String {
    let done = progress.position == nil ? progress.file + 1 : progress.file
    var line = fileCount > 1 ? "\(done)/\(fileCount) files, " : ""
    line += "\(progress.documents) documents, "
    line += "\(Int(Double(progress.documents) / seconds)) a second"
    guard let offsets, let total = offsets.last, total > 0 else { return line }
    let bytes = offsets[done] + (progress.position ?? 0)
    let share = min(1, Double(bytes) / Double(total))
    guard share > 0 else { return line }
    let left = Int((seconds * (1 - share) / share).rounded(.up))
    return line + ", \(Int(share * 100)) %, \(Self.clock(left)) left"
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
    if seconds < 120 { return "\(seconds) s" }
    return seconds < 7200 ? "\(seconds / 60) min" : "\(seconds / 3600) h"
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
