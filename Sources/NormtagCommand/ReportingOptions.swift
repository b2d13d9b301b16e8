// Options of counting and showing, the same for report, run and merge; all go into the manifest.

internal import ArgumentParser
internal import Batch
internal import Ingest
internal import Positions
internal import Reporting
internal import Text

extension CountingRule: ExpressibleByArgument {}
extension TimeUnit: ExpressibleByArgument {}
extension Agreement.Measure: ExpressibleByArgument {}
extension Agreement.Normalization: ExpressibleByArgument {}
extension Bootstrap.Uncertainty: ExpressibleByArgument {}
extension ReportOptions.Values: ExpressibleByArgument {}
extension ReportOptions.StanceChoice: ExpressibleByArgument {}
extension ReportOptions.JointRule: ExpressibleByArgument {}
extension ReportOptions.IssueLevel: ExpressibleByArgument {}
extension ReportOptions.ReuseRule: ExpressibleByArgument {}
extension TimeChange: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

/// A number of actors from 2 on, or `all`.
struct DyadChoice: ExpressibleByArgument {
  var limit: Int?

  init(limit: Int?) { self.limit = limit }

  init?(argument: String) {
    if argument == "all" { return }
    guard let number = Int(argument), number >= 2 else { return nil }
    limit = number
  }

  var defaultValueDescription: String { limit.map { "\($0)" } ?? "all" }
}

/// How to count and what to show.
struct ReportingOptions: ParsableArguments {
  @Option(help: "A repeated position counts: each time, or once per document … year, or in all.")
  var once = CountingRule.each
  @Option(help: "A joint position counts in full for each holder, or divided among them.")
  var joint = ReportOptions.JointRule.full
  @Option(
    help: """
      A sentence that later documents take over counts each time, or once for each holder (its first \
      use; reuse.csv shows who took it over and which words changed).
      """)
  var reuse = ReportOptions.ReuseRule.each
  @Flag(name: .customLong("no-neutral"), help: "Leave out neutral mentions.")
  var noNeutral = false
  @Option(name: .customLong("min-confidence"), help: "Leave out less probable statements.")
  var minimumConfidence = 0.0
  @Option(name: .customLong("issues"), help: "Issues in matrices: the upper level, or sub-issues.")
  var issueLevel = ReportOptions.IssueLevel.upper
  @Option(
    help: """
      What intervals draw: documents, or documents and in them each statement by the confidence of \
      its codes.
      """)
  var uncertainty = Bootstrap.Uncertainty.documents
  @Option(help: "actor_component.csv in: count or share.")
  var values = ReportOptions.Values.count
  @Option(help: "actor_component.csv and shares.csv count passages with: any, support or oppose.")
  var stance = ReportOptions.StanceChoice.any
  @Option(help: "actor_actor.csv shows: ignore, congruence, conflict or subtract.")
  var agreement = Agreement.Measure.subtract
  @Option(help: "… divided by: none, average, jaccard, cosine or dna.")
  var normalization = Agreement.Normalization.cosine
  @Flag(
    name: .customLong("neutral-agreement"),
    help: "Two neutral mentions of an issue agree; by default they make no allies.")
  var neutralAgreement = false
  @Flag(help: "DNA's own cosine, which divides by the product of the totals.")
  var dna = false
  @Option(
    name: [.customLong("period"), .customLong("time")], help: "Periods of timeline.csv.")
  var timeUnit = TimeUnit.year
  @Option(help: "Periods that a point of the timeline looks back, itself included.")
  var window = 1
  @Option(
    help: ArgumentHelp(
      "Compare two stretches of time in change.csv: years, or dates as in 2010-03..2012-11.",
      valueName: "2010-2015,2016-2021"))
  var change: TimeChange?
  @Option(
    name: .customLong("group-by"),
    help: ArgumentHelp(
      """
      Put actors together by a column of actors.tsv (region, alliance, regime …), or by the groups \
      they are members of at the time (members): positions_by_….csv.
      """, valueName: "column"))
  var groupBy: String?
  @Option(
    name: .customLong("documents-by"),
    help: ArgumentHelp(
      """
      Tell documents apart by genre, venue, issuer, lang, source or a column of --attributes: \
      positions_by_….csv.
      """, valueName: "column"))
  var documentsBy: String?
  @Option(
    help: ArgumentHelp(
      """
      CSV of further columns for --group-by (with a column 'actor') or --documents-by (with a \
      column 'doc').
      """, valueName: "file"))
  var attributes: String?
  @Option(
    help: ArgumentHelp(
      """
      dyads.csv has the pairs of so many actors, those that speak in most documents, or of 'all': \
      a row for each pair and issue.
      """, valueName: "actors"))
  var dyads = DyadChoice(limit: ReportOptions().dyadActors)
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
    guard (1...1000).contains(window) else { throw ValidationError("--window: 1 to 1000 periods") }
  }

  /// - Parameter codebook: takes the columns of `--attributes` in.
  /// - Throws: `usage` where there is no such column, `unreadable` for the file of columns.
  func resolved(_ codebook: inout ReportCodebook) throws -> ReportOptions {
    var options = ReportOptions()
    if let attributes {
      let (table, digest) = try TableFile.read(attributes, AttributeTable.init)
      codebook.add(table)
      options.attributes = digest
    }
    options.rule = once
    options.joint = joint
    options.reuse = reuse
    options.leavesOutNeutral = noNeutral
    options.minimumConfidence = minimumConfidence
    options.issueLevel = issueLevel
    options.uncertainty = uncertainty
    options.values = values
    options.stance = stance
    options.measure = agreement
    options.normalization = dna ? .dna : normalization
    options.countsNeutral = neutralAgreement
    options.timeUnit = timeUnit
    options.window = window
    options.change = change
    options.groupBy = groupBy
    options.documentsBy = documentsBy
    options.dyadActors = dyads.limit
    options.includesAll = allActors
    options.excelSafe = excelSafe
    options.byteOrderMark = bom
    if let groupBy, !codebook.groupColumns.contains(groupBy) {
      throw BatchError.usage(
        "--group-by \(groupBy): there are \(codebook.groupColumns.joined(separator: ", "))")
    }
    if let documentsBy, !codebook.kindColumns.contains(documentsBy) {
      throw BatchError.usage(
        "--documents-by \(documentsBy): there are \(codebook.kindColumns.joined(separator: ", "))")
    }
    return options
  }
}
