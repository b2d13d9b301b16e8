// `--timings`, the same for all commands that read documents.

internal import ArgumentParser
internal import Batch

/// Whether to say where the time went.
struct TimingOptions: ParsableArguments {
  @Flag(help: "Print where the time went (CPU, stage by stage) to standard error.")
  var timings = false

  func print(_ times: StageTimes, _ diagnostics: Diagnostics) {
    if timings { diagnostics.print(times.table) }
  }
}
