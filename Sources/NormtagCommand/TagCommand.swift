// normtag tag: documents in, coded passages out. The default command.

internal import ArgumentParser
internal import Batch
internal import Ingest
internal import Tagging
internal import Text

extension TaggingOptions.Groups: ExpressibleByArgument {}

/// How to code.
struct CodingOptions: ParsableArguments {
  @Option(
    name: .customLong("rule-threshold"),
    help: "Moves the border between norms and rules; 0 is as fitted, above 0 gives more rules.")
  var ruleThreshold = 0.0
  @Option(help: "Groups of states as holders: keep, expand (to members by date) or both.")
  var groups = TaggingOptions.Groups.keep

  @Flag(
    name: .customLong("at-large"),
    help: "Count issues of cyberspace (sovereignty, force …) in texts about other things too.")
  var atLarge = false

  func validate() throws {
    guard ruleThreshold.isFinite else { throw ValidationError("--rule-threshold: not a number") }
  }

  func resolved(collectsEvidence: Bool) -> TaggingOptions {
    var options = TaggingOptions()
    options.groups = groups
    options.ruleThreshold = ruleThreshold
    options.takesAtLarge = atLarge
    options.collectsEvidence = collectsEvidence
    return options
  }
}

/// The `tag` command.
struct TagCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, csv, tsv }

  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Documents in, coded passages out.",
    discussion: """
      normtag tag speech.html | jq -r '.component'
      normtag tag speech.html --explain --passage 12
      normtag ingest --format jsonl speech.html | normtag tag --input jsonl --unit record
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var lexicons: LexiconOptions
  @OptionGroup var coding: CodingOptions
  @OptionGroup var timing: TimingOptions
  @Option(help: "What to print: jsonl, csv or tsv.")
  var format = Format.jsonl
  @Flag(help: "Print for people: cues marked, scores, and the rules that named holder and stance.")
  var explain = false
  @Option(help: "With --explain: only the passage with this number in its document.")
  var passage: Int?

  func validate() throws {
    guard passage == nil || explain else { throw ValidationError("--passage goes with --explain") }
    guard !explain || format == .jsonl else {
      throw ValidationError("--explain prints for people, not --format \(format.rawValue)")
    }
  }

  func run() throws {
    let diagnostics = Diagnostics()
    let resolved = try ResolvedInput(
      input, measures: timing.timings, diagnostics: diagnostics)
    var coder = try DocumentCoder(
      lexicons: lexicons.lexicons, options: coding.resolved(collectsEvidence: true))
    let filter = DocumentFilter(resolved: resolved, diagnostics: diagnostics, timing: timing)
    var head = ByteWriter(reservingCapacity: 1 << 16)
    if format != .jsonl {
      CodedPassageTable.appendHeader(separator: format == .csv ? 0x2C : 0x09, to: &head)
    }
    try filter.run(head: head) { document, _, writer, times, spill in
      times.measure(.match) { coder.match(document) }
      times.measure(.code) { coder.complete(&document) }
      filter.warn(document)
      if let language = DocumentCoder.foreignLanguage(of: document) {
        diagnostics.warn(document.id, DocumentCoder.warning(language: language))
      } else {
        let coded = times.measure(.code) { coder.code(document) }
        try times.measure(.write) { try write(coded, to: &writer, spill: spill) }
      }
    }
  }

  private func write(
    _ document: CodedDocument, to writer: inout ByteWriter, spill: DocumentFilter.Spill
  ) throws {
    if explain {
      for own in document.passages where passage == nil || passage == own.passage {
        PassagePrinter.forStandardOutput.append(
          own, of: document, statements: own.statements, explains: true, to: &writer)
      }
      return
    }
    let json = CodedPassageWriter(document)
    // By number: a passage is large, and a loop over passages copies each.
    for row in document.passages.indices {
      switch format {
      case .jsonl: json.append(document.passages[row], to: &writer)
      case .csv:
        CodedPassageTable.append(
          document.passages[row], of: document, separator: 0x2C, to: &writer)
      case .tsv:
        CodedPassageTable.append(
          document.passages[row], of: document, separator: 0x09, to: &writer)
      }
      if writer.count > 1 << 20 { try spill(&writer) }
    }
  }
}
