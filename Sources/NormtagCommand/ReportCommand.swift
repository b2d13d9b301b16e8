// normtag report: coded passages in, matrices out.

internal import ArgumentParser
internal import Batch
internal import Lexicon
internal import Positions
internal import Reporting

extension CountingRule: ExpressibleByArgument {}
extension TimeUnit: ExpressibleByArgument {}
extension Agreement.Measure: ExpressibleByArgument {}
extension Agreement.Normalization: ExpressibleByArgument {}
extension ReportOptions.Values: ExpressibleByArgument {}
extension ReportOptions.StanceChoice: ExpressibleByArgument {}

/// How to count and what to show.
struct ReportingOptions: ParsableArguments {
  @Option(help: "How often a repeated position counts: each, or once per document … year, all.")
  var once = CountingRule.each
  @Flag(name: .customLong("no-neutral"), help: "Leave out neutral mentions.")
  var noNeutral = false
  @Option(name: .customLong("min-confidence"), help: "Leave out less probable statements.")
  var minimumConfidence = 0.0
  @Option(help: "actor_component.csv in: count or share.")
  var values = ReportOptions.Values.count
  @Option(help: "actor_component.csv counts passages with: any, support or oppose.")
  var stance = ReportOptions.StanceChoice.any
  @Option(help: "actor_actor.csv shows: ignore, congruence, conflict or subtract.")
  var agreement = Agreement.Measure.subtract
  @Option(help: "… divided by: none, average, jaccard, cosine or dna.")
  var normalization = Agreement.Normalization.cosine
  @Flag(help: "DNA's own cosine, which divides by the product of the totals.")
  var dna = false
  @Option(name: .customLong("time"), help: "Periods of timeline.csv: year, month or day.")
  var timeUnit = TimeUnit.year
  @Option(help: "Years that a point of the timeline looks back.")
  var window = 1
  @Flag(name: .customLong("all-actors"), help: "Classes, author and 'other' enter agreement too.")
  var allActors = false
  @Flag(name: .customLong("excel-safe"), help: "Guard against formulas; writes a BOM.")
  var excelSafe = false
  @Flag(help: "Write a byte order mark into the tables.")
  var bom = false

  func validate() throws {
    guard (0...1).contains(minimumConfidence) else {
      throw ValidationError("--min-confidence: 0 to 1")
    }
    guard (1...100).contains(window) else { throw ValidationError("--window: 1 to 100 years") }
  }

  var resolved: ReportOptions {
    var options = ReportOptions()
    options.rule = once
    options.leavesOutNeutral = noNeutral
    options.minimumConfidence = minimumConfidence
    options.values = values
    options.stance = stance
    options.measure = agreement
    options.normalization = dna ? .dna : normalization
    options.timeUnit = timeUnit
    options.window = window
    options.includesAll = allActors
    options.excelSafe = excelSafe
    options.byteOrderMark = bom
    return options
  }
}

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
    var options = ReportJob.Options(
      report: RunReport(codebook: ReportCodebook(lexicon), options: reporting.resolved),
      version: Normtag.version)
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
          "--matrix \(matrix): there are \(ReportTables.names.joined(separator: ", "))")
      }
      try printer.print(table, format)
    } else {
      try printer.print(report.tables.summary(), format ?? .text)
    }
  }
}
