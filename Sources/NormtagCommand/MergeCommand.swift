// normtag merge: shards or partial results into one report directory.

internal import ArgumentParser
internal import Batch
internal import Lexicon
internal import Reporting

/// The `merge` command.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Shards or partial results into one.",
    discussion: "normtag merge -o report part-*")

  @Argument(help: ArgumentHelp("Output directories of runs or merges.", valueName: "part"))
  var parts: [String]
  @Option(name: .shortAndLong, help: ArgumentHelp("Output directory.", valueName: "dir"))
  var output: String
  @Flag(help: "Leave out documents that are nearly the same as an earlier one.")
  var dedupe = false

  @Flag(help: "Print who speaks on what in the end even if standard output is no terminal.")
  var summary = false

  @OptionGroup var lexicons: LexiconOptions
  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    if parts.contains(output) { throw ValidationError("-o must not be one of the parts") }
  }

  func run() throws {
    let diagnostics = Diagnostics()
    let lexicon = try LexiconSet(lexicons.lexicons, scope: .codes).lexicon
    var codebook = ReportCodebook(lexicon)
    let options = try reporting.resolved(&codebook)
    let job = MergeJob(
      parts: parts, output: output, dedupes: dedupe,
      report: RunReport(codebook: codebook, options: options))
    let outcome = try job.run { message in
      switch message {
      case .failure(let failure): diagnostics.report(failure)
      case .warning(let name, let text): diagnostics.warn(name, text)
      }
    }
    let printer = TablePrinter()
    if let table = outcome.summary, summary || printer.isTerminal {
      try printer.print(table, .text)
    }
    if diagnostics.failures > 0 { throw ExitCode(ExitStatus.someFailed) }
  }
}
