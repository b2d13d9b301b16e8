// normtag run: the whole batch job, a folder in and a report directory out.

internal import ArgumentParser
internal import Batch
internal import Glibc
internal import Ingest
internal import Reporting
internal import Tagging
internal import Text

/// The `run` command.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "The whole batch job: documents in, a report directory out.",
    discussion: """
      normtag run -o report documents/
      normtag run -o report documents/ --resume            # after a change or an interruption
      normtag run -o parts documents/ --shard 3/8          # one of eight array tasks, then: merge

      On a terminal (or with --summary) standard output gets a table of who speaks on what.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var lexicons: LexiconOptions
  @OptionGroup var coding: CodingOptions
  @OptionGroup var reporting: ReportingOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("Output directory.", valueName: "dir"))
  var output: String
  @Option(name: .shortAndLong, help: "Worker threads; the result is the same with any number.")
  var jobs: Int?
  @Flag(name: .customLong("no-passages"), help: "Write tables only, no coded passages.")
  var noPassages = false
  @Flag(help: "Leave out documents that are nearly the same as an earlier one.")
  var dedupe = false
  @Flag(help: "Take over what earlier runs into the directory have done.")
  var resume = false
  @Flag(name: .customLong("retry-failed"), help: "Like --resume, and try failed documents again.")
  var retryFailed = false
  @Option(help: ArgumentHelp("Code only shard i of n, counted from 0.", valueName: "i/n"))
  var shard: String?
  @Flag(help: "Show progress even if standard error is no terminal.")
  var progress = false
  @Flag(help: "Print who speaks on what in the end even if standard output is no terminal.")
  var summary = false
  @OptionGroup var timing: TimingOptions

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs: 1 to 1024") }
    if let shard, Shard(shard) == nil {
      throw ValidationError("--shard '\(shard)': write i/n with i from 0 to n-1, as in 0/8")
    }
    guard !output.isEmpty else { throw ValidationError("-o needs the name of a directory") }
  }

  func run() throws {
    StopSignal.listen()
    let diagnostics = Diagnostics()
    var resolved = try ResolvedInput(
      input, measures: timing.timings, diagnostics: diagnostics)
    let lexicons = try LexiconSet(self.lexicons.lexicons)
    var tagging = coding.resolved(collectsEvidence: !noPassages)
    tagging.codesForce = !noPassages
    let coder = DocumentCoder(lexicon: lexicons.lexicon, options: tagging)
    var codebook = ReportCodebook(lexicons.lexicon)
    let report = try reporting.resolved(&codebook)
    if report.reuse == .once && noPassages {
      throw BatchError.usage("--reuse once compares sentences: it does not go with --no-passages")
    }
    let shard = shard.flatMap { Shard($0) }
    let header = TallyHeader(
      version: Normtag.version, lexicon: lexicons.digest,
      options: optionsDigest(resolved), counted: report.counted,
      hasPassages: !noPassages, shards: shard.map { [$0] } ?? [])
    var options = RunJob.Options(
      directory: RunDirectory(output, shard: shard), header: header)
    options.jobs = jobs ?? (shard == nil ? Self.processors() : 1)
    options.dedupes = dedupe
    options.resumes = resume || retryFailed
    options.retriesFailures = retryFailed
    options.measures = timing.timings
    options.report = RunReport(codebook: codebook, options: report)
    options.report?.jobs = options.jobs
    var source = resolved.source
    source.shard = shard

    var job = RunJob(
      files: resolved.files, source: source, metadata: resolved.metadata, coder: coder,
      options: options)
    let meter = ProgressMeter(resolved.files, isOn: progress || isatty(2) == 1)
    resolved.files = []  // the job alone has them, and lets go of them
    let (outcome, times) = try job.run(progress: meter.show) { message in
      meter.clear()
      switch message {
      case .failure(let failure): diagnostics.report(failure)
      case .warning(let name, let text): diagnostics.warn(name, text)
      }
    }
    meter.clear()
    timing.print(times, diagnostics)
    if let signal = outcome.signal {
      diagnostics.say("stopped; --resume goes on from here")
      throw ExitCode(signal == SIGINT ? ExitStatus.interrupted : ExitStatus.terminated)
    }
    let printer = TablePrinter()
    if let table = outcome.summary, summary || printer.isTerminal {
      try printer.print(table, .text)
    }
    let done = outcome.coded + outcome.foreign + outcome.duplicates
    var status = ExitStatus.of(done: done, failed: diagnostics.failures)
    // A shard may well be empty; that is no failure.
    if shard != nil, done == 0, diagnostics.failures == 0 { status = ExitStatus.done }
    guard status == ExitStatus.done else { throw ExitCode(status) }
  }

  /// Digest of everything on the command line that bears on the codes, but for the lexicons.
  private func optionsDigest(_ resolved: ResolvedInput) -> String {
    let values =
      [
        input.unit.rawValue, input.input.rawValue, input.textColumn ?? "", input.issuer ?? "",
        input.date ?? "", input.title ?? "", input.genre?.rawValue ?? "", input.language ?? "",
        resolved.metadataDigest, coding.groups.rawValue, String(coding.ruleThreshold),
        String(coding.atLarge),
      ] + input.limits.values.map(String.init)
    return SHA256.hex(Array(values.joined(separator: "\u{0}").utf8))
  }

  /// Processors that are online.
  static func processors() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
