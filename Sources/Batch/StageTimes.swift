// Where the time goes (`--timings`): CPU time of each stage, summed over the workers. Off, it costs
// one branch a stage and document.

internal import Glibc
internal import Text

/// CPU nanoseconds a stage.
package struct StageTimes: Sendable {
  package enum Stage: Int, Sendable, CaseIterable {
    case read, parse, code, tally, write

    var name: StaticString {
      switch self {
      case .read: "read"
      case .parse: "parse and segment"
      case .code: "match and code"
      case .tally: "count"
      case .write: "write"
      }
    }
  }

  private var nanoseconds = [Int](repeating: 0, count: Stage.allCases.count)
  private let isOn: Bool
  package var inputBytes = 0

  package init(isOn: Bool = false) { self.isOn = isOn }

  package mutating func measure<T, E: Error>(
    _ stage: Stage, _ body: () throws(E) -> T
  ) throws(E) -> T {
    guard isOn else { return try body() }
    let start = Self.now()
    defer { nanoseconds[stage.rawValue] += Self.now() - start }
    return try body()
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  package mutating func add(_ other: StageTimes) {
    for stage in nanoseconds.indices { nanoseconds[stage] += other.nanoseconds[stage] }
    inputBytes += other.inputBytes
  }

  /// A line a stage: milliseconds, share and MB of input a second.
  package var table: String {
    var out = ByteWriter()
    let total = max(1, nanoseconds.reduce(0, +))
    out.append("stage                CPU ms   share    MB/s\n")
    for stage in Stage.allCases {
      row(stage.name, nanoseconds[stage.rawValue], total, &out)
    }
    row("all", total, total, &out)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  private func row(_ name: StaticString, _ time: Int, _ total: Int, _ out: inout ByteWriter) {
    let start = out.count
    func pad(to column: Int, _ text: String) {
      let width = column - (out.count - start) - text.utf8.count
      for _ in 0..<max(1, width) { out.append(0x20) }
      out.append(text)
    }
    out.append(name)
    pad(to: 27, "\(time / 1_000_000)")
    pad(to: 34, "\(time * 100 / total) %")
    pad(to: 42, time == 0 ? "-" : "\(inputBytes * 1000 / time)")
    out.append(0x0A)
  }
}
