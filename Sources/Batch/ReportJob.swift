// `report`: tables from coded passages, from tallies, or from output directories. Counts come from
// tallies where there are any; passages are only read where something is written from them.

internal import Positions
package import Reporting
internal import Tagging
internal import Text

/// Makes a report.
package struct ReportJob {
  package struct Options {
    /// Where to; nil for tables that are only printed.
    package var output: String?
    /// False: neither coded.jsonl nor passages.csv.
    package var keepsPassages = true
    package var report: RunReport
    /// Of the program, for tallies made here.
    package var version: String

    package init(report: RunReport, version: String) {
      self.report = report
      self.version = version
    }
  }
  private let inputs: [ReportInput]
  private let options: Options
  private let name: String

  /// - Parameter paths: files, directories or `-`.
  /// - Throws: `unreadable`.
  package init(_ paths: [String], options: Options) throws(BatchError) {
    self.options = options
    name = paths.first ?? "-"
    var inputs: [ReportInput] = []
    for path in paths { inputs += try ReportInput.resolve(path) }
    let counted = options.report.options.counted
    for index in inputs.indices {
      guard let tallies = inputs[index].tallies,
        try Segment(tallies: tallies, coded: nil).header.counted != counted
      else { continue }
      guard inputs[index].coded != nil else {
        throw .usage("\(tallies) was not counted with \(counted); give the coded passages instead")
      }
      inputs[index].tallies = nil
    }
    self.inputs = inputs
  }

  /// Reads everything and, with an output directory, writes the report.
  ///
  /// - Throws: `unreadable`, `unwritable`, or `usage` where two tallies hold the same document.
  /// - Returns: the tables, and what became of documents.
  package func run() throws -> (tables: ReportTables, outcomes: [DocumentOutcome]) {
    let hasPassages = inputs.allSatisfy { $0.coded != nil }
    let keepsPassages = hasPassages && options.keepsPassages
    let recounts = options.report.options.reuse == .once
    guard hasPassages || !recounts else {
      throw BatchError.usage("--reuse once compares sentences: give coded passages, not tallies")
    }
    let places = try inputs.allSatisfy { input in
      try input.coded != nil
        || input.tallies.map { try !Segment(tallies: $0, coded: nil).header.hasPassages } == true
    }
    let writer = try ReportWriter(
      options.output, codebook: options.report.codebook, options: options.report.options,
      writesPassages: keepsPassages, writesCells: places, recounts: recounts,
      jobs: options.report.jobs)
    let minimum = options.report.options.minimumConfidence
    let copies = try options.output.map { directory in
      try ReportCopies(
        directory, inputs: inputs, keepsPassages: keepsPassages,
        header: TallyHeader(
          version: options.version, lexicon: "", options: "",
          counted: options.report.options.counted, hasPassages: keepsPassages, shards: []),
        minimum: minimum)
    }
    var seen: Set<String> = []
    var count = 0
    for input in inputs {
      if let tallies = input.tallies {
        var segment = try Segment(tallies: tallies, coded: nil)
        while let (record, _) = try segment.next() {
          guard inputs.count == 1 || seen.insert(record.doc).inserted else {
            throw BatchError.usage("document '\(record.doc)' is in \(tallies) and in another input")
          }
          count += 1
          try writer.add(record, from: tallies)
          // With passages, they come with these.
          if input.coded == nil { try writer.add(placesOf: record, from: tallies) }
          try copies?.add(record)
        }
      }
      guard let coded = input.coded, input.tallies == nil || options.output != nil || recounts
      else { continue }
      let detail: CodedPassageReader.Detail = writer.showsEvidence ? .withoutScores : .codes
      try CodedStream.read(
        coded, keepsLines: copies?.keepsPassages == true, detail: detail
      ) { document, lines in
        if recounts { writer.add(counting: document) }
        if input.tallies == nil {
          count += 1
          let tally = options.report.options.tally(document)
          if !recounts { writer.add(tally) }
          try copies?.add(tally, of: document, lines: lines)
        }
        try copies?.add(lines: lines)
        try writer.add(passagesOf: document)
      }
    }
    guard count > 0 else {
      throw BatchError.unreadable(
        path: name, reason: "no coded passages; make some with normtag tag")
    }
    if let directory = options.output {
      let outputs = try writer.finish() + (copies?.finish() ?? [])
      try Manifest.write(outputs, options: options.report.options, to: directory)
    }
    return (writer.tables(), writer.outcomes)
  }
}
