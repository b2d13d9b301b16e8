// normtag report: coded passages in, matrices out.

internal import ArgumentParser
internal import Batch
internal import Lexicon
internal import Positions
internal import Reporting

/// The `report` command.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Coded passages in, matrices out.",
    discussion: """
      normtag tag documents/ | normtag report -o report
      normtag report --matrix actor_issue --format csv coded.jsonl
      normtag report --dyad CHN,USA coded.jsonl
      normtag report -o other --once document report       # count anew what a run has coded

      Tallies (tallies.jsonl) hold all counts and are read much faster than passages; of a
      directory, both are used. Standard output gets what --matrix or --dyad asks for, else a
      summary.
      """)

  @Argument(
    help: ArgumentHelp(
      "Coded passages (JSONL), tallies, or output directories; '-' or none is standard input.",
      valueName: "coded"))
  var coded: [String] = []
  @Option(name: .shortAndLong, help: ArgumentHelp("Output directory.", valueName: "dir"))
  var output: String?
  @Option(help: "Print one table: actor_issue, dyads, positions …")
  var matrix: String?
  @Option(help: ArgumentHelp("Print two actors issue by issue.", valueName: "A,B"))
  var dyad: String?
  @Option(help: "How to print it: csv, tsv or text; text on a terminal.")
  var format: TablePrinter.Format?
  @Flag(name: .customLong("no-passages"), help: "Write no coded.jsonl and passages.csv.")
  var noPassages = false
  @Flag(name: .customLong("no-page"), help: "Write no report.html.")
  var noPage = false
  @OptionGroup var reporting: ReportingOptions
  @OptionGroup var lexicons: LexiconOptions

  func validate() throws {
    if let dyad, dyad.split(separator: ",").count != 2 {
      throw ValidationError("--dyad: two actors, as in CHN,USA")
    }
    if dyad != nil, matrix != nil { throw ValidationError("either --matrix or --dyad") }
    if let output, output.isEmpty { throw ValidationError("-o needs the name of a directory") }
  }

  func run() throws {
    let lexicon = try LexiconSet(lexicons.lexicons, scope: .codes).lexicon
    var codebook = ReportCodebook(lexicon)
    let resolved = try reporting.resolved(&codebook)
    var options = ReportJob.Options(
      report: RunReport(codebook: codebook, options: resolved), version: Normtag.version)
    options.report.options.writesPage = !noPage
    options.output = output
    options.keepsPassages = !noPassages
    let report = try ReportJob(coded.isEmpty ? ["-"] : coded, options: options).run()
    let printer = TablePrinter()
    if let dyad {
      let pair = dyad.split(separator: ",").map(String.init)
      guard let table = report.tables.dyad(pair[0], pair[1]) else {
        throw BatchError.usage("--dyad \(dyad): one of them holds no statement here")
      }
      try printer.print(table, format)
    } else if let matrix {
      guard let table = report.tables.table(matrix, outcomes: report.outcomes) else {
        throw BatchError.usage(
          "--matrix \(matrix): there are \(report.tables.tableNames.joined(separator: ", "))")
      }
      try printer.print(table, format)
    } else {
      try printer.print(report.tables.summary(), format ?? .text)
    }
  }
}
