// Where the time goes (`--timings`): CPU time of each stage, summed over the workers. Off, it costs
// one branch a stage and document.

internal import Text

/// CPU nanoseconds a stage.
package struct StageTimes: Sendable {
  package enum Stage: Int, Sendable, CaseIterable {
    case read, parse, segment, match, code, tally, write, report

    var name: StaticString {
      switch self {
      case .read: "read"
      case .parse: "parse"
      case .segment: "segment"
      case .match: "match"
      case .code: "code"
      case .tally: "count"
      case .write: "write"
      case .report: "report"
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
    let start = CPUClock.now()
    defer { nanoseconds[stage.rawValue] += CPUClock.now() - start }
    return try body()
  }

  /// Takes a part of what was measured as one stage to another.
  package mutating func move(_ time: Int, from stage: Stage, to other: Stage) {
    nanoseconds[stage.rawValue] -= time
    nanoseconds[other.rawValue] += time
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
    for stage in Stage.allCases where nanoseconds[stage.rawValue] > 0 {
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
