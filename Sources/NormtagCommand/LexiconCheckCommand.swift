// normtag lexicon check: every finding with its place, one a line, on standard output.

internal import ArgumentParser
internal import Lexicon
internal import Text

/// `normtag lexicon check`.
struct LexiconCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find broken lines, duplicates and contradictions.",
    discussion: """
      Prints file:line:column: error|warning: what. The column counts the columns of the table.
      Exit code 0 if nothing was found, 1 if something was, 3 if a lexicon can't be read.
      """)

  @OptionGroup var lexicons: LexiconOptions
  @Flag(help: "Errors only.")
  var quiet = false

  func run() throws {
    let findings: [LexiconDiagnostic]
    do {
      findings = try LexiconLoader.check(flags: lexicons.lexicons).1
    } catch {
      throw LexiconOutput.unreadable(error)
    }
    var out = ByteWriter()
    var found = 0
    for finding in findings where !quiet || finding.severity == .error {
      found += 1
      out.append(finding.description)
      out.append(0x0A)
    }
    try LexiconOutput.write(out)
    if found > 0 { throw ExitCode(ExitStatus.someFailed) }
  }
}
