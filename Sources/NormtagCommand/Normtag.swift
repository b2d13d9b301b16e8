// The root command; subcommands are one file each. Errors become messages and exit codes here and
// nowhere else.

internal import ArgumentParser
internal import Batch
internal import Glibc

/// Runs the command line; the entry point of the executable.
public func runNormtag() -> Never {
  // A reader that has gone is told by EPIPE and ends the run quietly, not by a signal.
  signal(SIGPIPE, SIG_IGN)
  let diagnostics = Diagnostics()
  do {
    var command = try parseCommand()
    try command.run()
    exit(ExitStatus.done)
  } catch let error as BatchError {
    exit(render(error, diagnostics))
  } catch let failure as InputFailure {
    // A file that is no document: gold, weights, coded passages.
    exit(render(BatchError.unreadable(path: failure.name, reason: failure.reason), diagnostics))
  } catch is NothingReadable {
    exit(ExitStatus.unreadable)
  } catch let code as ExitCode {
    exit(code.rawValue)
  } catch {
    let message = Normtag.fullMessage(for: error)
    guard Normtag.exitCode(for: error) != .success else {
      print(message)
      exit(ExitStatus.done)
    }
    try? PosixFile.write(
      Array("\(message)\n".utf8), to: STDERR_FILENO, name: "standard error")
    exit(ExitStatus.usage)
  }
}

/// The command that the arguments ask for. `tag` is parsed by itself where that succeeds, since the
/// tree of all commands costs each start two milliseconds; for all else, messages included, the
/// tree is asked.
private func parseCommand() throws -> any ParsableCommand {
  let arguments = CommandLine.arguments.dropFirst()
  if arguments.first == TagCommand.configuration.commandName,
    let command = try? TagCommand.parseAsRoot(Array(arguments.dropFirst()))
  {
    return command
  }
  return try Normtag.parseAsRoot()
}

private func render(_ error: BatchError, _ diagnostics: Diagnostics) -> Int32 {
  switch error {
  case .usage(let message):
    diagnostics.say(message)
    return ExitStatus.usage
  case .unreadable(let path, let reason):
    diagnostics.say("\(path): \(reason)")
    return ExitStatus.unreadable
  case .unwritable(let path, let reason):
    diagnostics.say("\(path): \(reason)")
    return ExitStatus.unwritable
  case .brokenPipe: return ExitStatus.done
  }
}

/// The `normtag` command.
struct Normtag: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "normtag",
    abstract: "Tag policy documents by regime component, holder, issue and stance.",
    discussion: """
      Without a subcommand: documents in, coded passages out, one JSON object a line.
        normtag speech.html > coded.jsonl
        curl -s https://example.org/statement | normtag --issuer CHN
        normtag run -o report documents/
      """,
    version: Normtag.version,
    subcommands: [
      TagCommand.self, IngestCommand.self, RunCommand.self, MergeCommand.self, ReportCommand.self,
      WhyCommand.self,
      EvaluateCommand.self, LearnCommand.self, LexiconCommand.self,
    ],
    defaultSubcommand: TagCommand.self)
}
