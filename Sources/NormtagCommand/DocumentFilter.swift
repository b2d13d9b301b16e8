// The loop that `tag` and `ingest` share: documents in, bytes out, failures aside.

internal import ArgumentParser
internal import Batch
internal import Ingest
internal import Text

/// Reads documents one after the other and writes what becomes of them to standard output.
struct DocumentFilter {
  let resolved: ResolvedInput
  let diagnostics: Diagnostics
  let timing: TimingOptions

  /// Writes out what a writer holds, and empties it.
  typealias Spill = (inout ByteWriter) throws -> Void

  /// - Parameters:
  ///   - head: what stands before the first document.
  ///   - append: writes a document; told how many came before it, adds to the times, and may write
  ///     out a part.
  /// - Throws: `ExitCode` unless everything could be read.
  func run(
    head: ByteWriter = ByteWriter(),
    _ append: (inout Document, Int, inout ByteWriter, inout StageTimes, Spill) throws -> Void
  ) throws {
    let source = DocumentSource(resolved.files, options: resolved.source)
    var parser = DocumentParser(options: resolved.ingest, metadata: resolved.metadata)
    var times = StageTimes(isOn: timing.timings)
    let output = StandardOutput()
    var writer = head
    var done = 0
    let spill: Spill = { try output.write(&$0) }
    while let raw = source.next() {
      for parsed in parser.documents(of: raw, timings: &times) {
        switch parsed.outcome {
        case nil: break
        case .failure(let failure): diagnostics.report(failure)
        case .success(var document):
          times.inputBytes += parsed.bytes
          try append(&document, done, &writer, &times, spill)
          done += 1
        }
      }
      try times.measure(.write) { try spill(&writer) }
      if source.isIdle { try output.flush() }
    }
    try spill(&writer)
    try output.finish()
    timing.print(times, diagnostics)
    let status = ExitStatus.of(done: done, failed: diagnostics.failures)
    guard status == ExitStatus.done else { throw ExitCode(status) }
  }

  func warn(_ document: Document) {
    for warning in document.warnings { diagnostics.warn(document.id, warning) }
  }
}
