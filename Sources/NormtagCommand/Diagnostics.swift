// Messages for people, on standard error: `normtag: FILE: reason`, one line each.

internal import Batch
internal import Glibc

/// Writes messages and counts failures.
final class Diagnostics {
  private(set) var failures = 0

  func say(_ message: String) {
    let line = "normtag: \(Self.oneLine(message))\n"
    try? PosixFile.write(Array(line.utf8), to: STDERR_FILENO, name: "standard error")
  }

  /// Several lines as they are.
  func print(_ text: String) {
    try? PosixFile.write(Array(text.utf8), to: STDERR_FILENO, name: "standard error")
  }

  func report(_ failure: InputFailure) {
    failures += 1
    say("\(failure.name): \(failure.reason)")
  }

  /// How often each warning was given: a stream of a million records does not repeat one a
  /// million times.
  private var warnings: [String: Int] = [:]
  private static let mostRepeats = 100

  func warn(_ name: String, _ warning: String) {
    let count = warnings[warning, default: 0] + 1
    warnings[warning] = count
    guard count <= Self.mostRepeats else { return }
    say("\(name): warning: \(warning)")
    if count == Self.mostRepeats { say("this warning is not repeated for further documents") }
  }

  /// A message never takes more than a line, whatever a file is called.
  static func oneLine(_ message: String) -> String {
    guard message.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      return message
    }
    return String(
      String.UnicodeScalarView(
        message.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "?" : $0 }))
  }
}

/// Exit codes of DESIGN.md.
enum ExitStatus {
  static let done: Int32 = 0
  static let someFailed: Int32 = 1
  static let usage: Int32 = 2
  static let unreadable: Int32 = 3
  static let unwritable: Int32 = 4
  static let terminated: Int32 = 143
  static let interrupted: Int32 = 130

  /// The code for a run in which `done` documents worked and `failed` did not.
  static func of(done: Int, failed: Int) -> Int32 {
    if failed == 0 { return self.done }
    return done == 0 ? unreadable : someFailed
  }
}
