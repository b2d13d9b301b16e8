// normtag ingest: documents in, passages out, uncoded.

internal import ArgumentParser
internal import Batch
internal import Ingest
internal import Lexicon
internal import Tagging
internal import Text

/// The `ingest` command.
struct IngestCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Documents in, passages out, uncoded.",
    discussion: """
      --format text prints the clean text that all offsets count in (several documents have a form
      feed between them); --format jsonl prints a record a passage, which
      'normtag tag --input jsonl --unit record' codes like the documents themselves.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var lexicons: LexiconOptions
  @OptionGroup var timing: TimingOptions
  @Option(help: "What to print: text or jsonl.")
  var format = Format.text
  @Flag(help: "Keep furniture (running heads, references …) as labelled passages.")
  var keep = false

  func run() throws {
    let diagnostics = Diagnostics()
    let resolved = try ResolvedInput(
      input, keepsFurniture: keep, measures: timing.timings, diagnostics: diagnostics)
    let filter = DocumentFilter(resolved: resolved, diagnostics: diagnostics, timing: timing)
    // Records carry the inferred issuer, so that tagging them later needs no second guess.
    var coder =
      format == .jsonl
      ? DocumentCoder(
        lexicon: try LexiconSet(lexicons.lexicons, scope: .phrases).lexicon,
        options: TaggingOptions()) : nil
    try filter.run { document, before, writer, times, spill in
      times.measure(.code) { coder?.infer(&document) }
      filter.warn(document)
      switch format {
      case .text:
        if before > 0 { writer.append(0x0C) }
        writer.append(document.text)
        if document.text.last != 0x0A { writer.append(0x0A) }
      case .jsonl: try PassageRecordWriter.append(document, to: &writer, spill: spill)
      }
    }
  }
}
