// The root command; subcommands are one file each.

internal import ArgumentParser

/// Runs the command line; the entry point of the executable.
public func runNormtag() { Normtag.main() }

/// The `normtag` command.
struct Normtag: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normtag",
    abstract: "Tag policy documents by regime component, holder, issue and stance.",
    version: "0.1.0")
}
