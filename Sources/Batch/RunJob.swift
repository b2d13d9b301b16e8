// A batch job: files in, an output directory out. Workers parse, code and count; the calling thread
// writes in the order of the input.

internal import Glibc
package import Ingest
internal import Positions
internal import Reporting
internal import Tagging
internal import Text

/// Codes many documents into an output directory.
package struct RunJob {
  package struct Options: Sendable {
    package var directory: RunDirectory
    package var header: TallyHeader
    package var jobs = 1
    package var dedupes = false
    package var resumes = false
    package var retriesFailures = false
    package var measures = false
    /// What to report in the end; nil: passages and tallies only.
    package var report: RunReport?

    package init(directory: RunDirectory, header: TallyHeader) {
      self.directory = directory
      self.header = header
    }
  }

  private var files: [InputFile]
  private let source: DocumentSource.Options
  private let metadata: MetadataTable?
  private let options: Options
  private let coder: DocumentCoder

  package init(
    files: [InputFile], source: DocumentSource.Options, metadata: MetadataTable?,
    coder: DocumentCoder, options: Options
  ) {
    self.files = files
    self.source = source
    self.metadata = metadata
    self.coder = coder
    self.options = options
  }

  /// How far a run is.
  package struct Progress: Sendable {
    /// Number of the file in hand, from 0.
    package var file: Int
    /// Bytes of it that were read; nil if it is done.
    package var position: Int?
    package var documents: Int
  }

  /// Runs the job, once.
  /// - Parameters:
  ///   - progress: told how far it is, again and again.
  ///   - say: told failures and warnings.
  package mutating func run(
    progress: (Progress) -> Void, say: @escaping (RunMessage) -> Void
  ) throws -> (outcome: RunOutcome, times: StageTimes) {
    try OutputFile.makeDirectory(options.directory.path)
    let done = earlier(say: say)
    let writer = try RunWriter(
      options.directory, header: options.header, dedupes: options.dedupes, report: options.report,
      say: say)
    let documents = SerialSource(DocumentSource(files, options: source))
    // The names of a hundred thousand files take what the report needs in the end.
    files = []
    var times = StageTimes(isOn: options.measures)
    var count = 0
    let worker = Worker.Blueprint(
      ingest: source.ingest, metadata: metadata, coder: coder, done: done, options: options)
    try OrderedRing.run(
      jobs: options.jobs, next: { documents.next() }, makeWorker: { Worker(worker) },
      work: { worker, raw in worker.work(raw) },
      consume: { work in
        times.add(work.times)
        for document in work.documents {
          if document.isReused, let (record, lines) = done.result(document.record.doc) {
            var record = record
            record.file = document.record.file
            record.member = document.record.member
            record.name = document.record.name
            try writer.add(record, lines: lines, isReused: true)
          } else {
            try writer.add(
              document.record, lines: document.lines, isReused: false, rows: document.rows,
              tally: document.tally)
          }
        }
        count += work.documents.count
        progress(
          Progress(
            file: work.file, position: work.position == 0 ? nil : work.position, documents: count))
      })
    if let signal = StopSignal.current {
      try writer.stop(signal: signal)
    } else {
      try times.measure(.report) { () throws(BatchError) in try writer.finish() }
    }
    return (writer.outcome, times)
  }

  private func earlier(say: (RunMessage) -> Void) -> DoneIndex {
    var done = DoneIndex()
    guard options.resumes else {
      options.directory.clear()
      return done
    }
    var isStale = false
    for (tallies, coded) in options.directory.segments() {
      guard
        let segment = try? Segment(
          tallies: tallies, coded: options.header.hasPassages ? coded : nil)
      else { continue }
      if options.header.hasPassages && coded == nil { continue }
      if !done.add(segment, under: options.header) { isStale = true }
    }
    if isStale {
      say(
        .warning(
          name: options.directory.path,
          text: "made with other options, lexicons or another version; coded anew"))
    }
    return done
  }
}

/// The source, which only one worker asks at a time (`OrderedRing` sees to that).
private final class SerialSource: @unchecked Sendable {
  private let source: DocumentSource
  init(_ source: DocumentSource) { self.source = source }
  func next() -> RawDocument? { source.next() }
}

/// What a worker hands on for a raw document.
private struct Work: Sendable {
  struct Item: Sendable {
    var record: TallyRecord
    var lines: [UInt8] = []
    /// Of the report.
    var rows: PassageRows?
    /// The counts in `record.part`, where the report takes them at once.
    var tally: DocumentTally?
    var isReused = false
  }
  var file: Int
  var position: Int
  var documents: [Item]
  var times: StageTimes
}

/// One thread's readers, coder and buffers.
private struct Worker {
  struct Blueprint: Sendable {
    var ingest: IngestOptions
    var metadata: MetadataTable?
    var coder: DocumentCoder
    var done: DoneIndex
    var options: RunJob.Options
  }
  private let plan: Blueprint
  private var parser: DocumentParser
  private var coder: DocumentCoder
  private var writer = ByteWriter(reservingCapacity: 1 << 16)
  /// Rows of the report, if they can be made before all documents have been seen.
  private var tables: PassageTables?

  init(_ plan: Blueprint) {
    self.plan = plan
    coder = plan.coder
    parser = DocumentParser(options: plan.ingest, metadata: plan.metadata, digests: true)
    if plan.options.directory.shard == nil {
      tables = plan.options.report?.rows(plan.options.header)
    }
  }

  mutating func work(_ raw: RawDocument) -> Work {
    var times = StageTimes(isOn: plan.options.measures)
    let parsed = parser.documents(
      of: raw,
      isDone: { doc, digest in
        plan.done.contains(doc, digest: digest, retriesFailures: plan.options.retriesFailures)
      }, timings: &times)
    var items: [Work.Item] = []
    for document in parsed {
      if let shard = plan.options.directory.shard, !shard.contains(document.id) { continue }
      times.inputBytes += document.bytes
      items.append(item(document, file: raw.file, &times))
    }
    return Work(file: raw.file, position: raw.position, documents: items, times: times)
  }

  private mutating func item(
    _ parsed: ParsedDocument, file: Int, _ times: inout StageTimes
  ) -> Work.Item {
    var record = TallyRecord(
      file: file, member: parsed.member, doc: parsed.id, name: parsed.name, status: .coded)
    record.inputDigest = parsed.digest
    record.inputBytes = parsed.bytes
    switch parsed.outcome {
    case nil: return Work.Item(record: record, isReused: true)
    case .failure(let failure):
      record.status = .failed
      record.name = failure.name
      record.reason = failure.reason
      return Work.Item(record: record)
    case .success(var document):
      times.measure(.match) { coder.match(document) }
      times.measure(.code) { coder.complete(&document) }
      record.warnings = document.warnings
      if let language = DocumentCoder.foreignLanguage(of: document) {
        record.status = .language
        record.warnings.append(DocumentCoder.warning(language: language))
        return Work.Item(record: record)
      }
      record.sketch = times.measure(.tally) { DocumentSketch(document) }
      let coded = times.measure(.code) { coder.code(document) }
      let tally = times.measure(.tally) {
        var tally = plan.options.report?.options.tally(coded) ?? DocumentTally(coded)
        tally.issuerSource = document.metadata.issuerSource?.rawValue
        writer.removeAll()
        tally.append(to: &writer)
        return tally
      }
      record.part = writer.bytes
      let hasPassages = plan.options.header.hasPassages
      let rows = times.measure(.write) {
        tables?.rows(
          of: coded, hasPassages: hasPassages,
          keepsDocument: hasPassages && plan.options.report?.options.writesPage == true)
      }
      guard hasPassages else {
        record.places = times.measure(.tally) {
          StatementPlace.json(
            coded, minimum: plan.options.report?.options.minimumConfidence ?? 0)
        }
        return Work.Item(record: record, rows: rows, tally: tables == nil ? nil : tally)
      }
      let lines = times.measure(.write) {
        writer.removeAll()
        let passages = CodedPassageWriter(coded)
        for row in coded.passages.indices { passages.append(coded.passages[row], to: &writer) }
        let lines = writer.bytes
        record.codedBytes = lines.count
        return lines
      }
      return Work.Item(
        record: record, lines: lines, rows: rows, tally: tables == nil ? nil : tally)
    }
  }
}
