// normtag ingest: documents in, passages out, uncoded.

internal import ArgumentParser
internal import Batch
internal import Ingest
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
  @Option(help: "What to print: text or jsonl.")
  var format = Format.text
  @Flag(help: "Keep furniture (running heads, references …) as labelled passages.")
  var keep = false

  func run() throws {
    let diagnostics = Diagnostics()
    let resolved = try ResolvedInput(input, keepsFurniture: keep, diagnostics: diagnostics)
    let source = DocumentSource(resolved.files, options: resolved.source)
    var parser = DocumentParser(options: resolved.ingest, metadata: resolved.metadata)
    var timings = StageTimes()
    // Records carry the inferred issuer, so that tagging them later needs no second guess.
    var coder =
      format == .jsonl
      ? try DocumentCoder(lexicons: lexicons.lexicons, options: TaggingOptions()) : nil
    let output = StandardOutput()
    var writer = ByteWriter(reservingCapacity: 1 << 16)
    var done = 0
    while let raw = source.next() {
      for parsed in parser.documents(of: raw, timings: &timings) {
        switch parsed.outcome {
        case nil: break
        case .failure(let failure): diagnostics.report(failure)
        case .success(var document):
          coder?.complete(&document)
          for warning in document.warnings { diagnostics.warn(document.id, warning) }
          switch format {
          case .text:
            if done > 0 { writer.append(0x0C) }
            writer.append(document.text)
            if document.text.last != 0x0A { writer.append(0x0A) }
          case .jsonl: PassageRecordWriter.append(document, to: &writer)
          }
          done += 1
        }
      }
      try output.write(writer.bytes)
      writer.removeAll()
      if source.isIdle { try output.flush() }
    }
    try output.finish()
    let status = ExitStatus.of(done: done, failed: diagnostics.failures)
    guard status == ExitStatus.done else { throw ExitCode(status) }
  }
}
