// normtag lexicon: what the program knows by heart, and whether a lexicon is sound.

internal import ArgumentParser
internal import Batch
internal import Lexicon
internal import Text

/// The `lexicon` command: a group of three.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Check, list and locate the lexicons.",
    discussion: """
      normtag lexicon check --lexicons my-pack
      normtag lexicon list issues
      normtag lexicon path
      """,
    subcommands: [LexiconCheckCommand.self, LexiconListCommand.self, LexiconPathCommand.self])
}

/// `normtag lexicon path`: where the lexicons in use come from, one place a line.
struct LexiconPathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Say where the lexicons in use come from.")

  @OptionGroup var lexicons: LexiconOptions

  func run() throws {
    var out = ByteWriter()
    for source in LexiconLoader.sources(flags: lexicons.lexicons) {
      out.append(source.description)
      out.append(0x0A)
    }
    try LexiconOutput.write(out)
  }
}

/// What the three have in common: standard output, and how a broken lexicon is reported.
enum LexiconOutput {
  static func write(_ writer: ByteWriter) throws {
    let output = StandardOutput()
    try output.write(writer.bytes)
    try output.finish()
  }

  /// A lexicon that can't be read at all: exit code 3.
  static func unreadable(_ diagnostic: LexiconDiagnostic) -> BatchError {
    let place =
      diagnostic.line > 0
      ? "\(diagnostic.file):\(diagnostic.line):\(diagnostic.column)" : diagnostic.file
    return .unreadable(path: place, reason: diagnostic.message)
  }
}
