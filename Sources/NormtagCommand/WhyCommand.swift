// normtag why: the passages behind a cell of a report, or one passage explained.

internal import ArgumentParser
internal import Batch
internal import Reporting
internal import Tagging
internal import Text

/// The `why` command.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "The passages behind a cell of a report.",
    discussion: """
      normtag why report --actor CHN --issue cyber-sovereignty
      normtag why report --actor USA --component procedure
      normtag why report --passage speech.html#12
      """)

  @Argument(help: ArgumentHelp("A report directory, or coded passages.", valueName: "dir"))
  var directory: String
  @Option(help: "Code of the holder.")
  var actor: String?
  @Option(help: "Code of the issue; sub-issues are included.")
  var issue: String?
  @Option(help: "principle, norm, rule, procedure or none.")
  var component: String?
  @Option(help: ArgumentHelp("One passage, by document and number.", valueName: "DOC#N"))
  var passage: String?

  func validate() throws {
    guard actor != nil || passage != nil else {
      throw ValidationError("say --actor CODE or --passage DOC#N")
    }
    if let component, Component(rawValue: component) == nil {
      throw ValidationError("--component: principle, norm, rule, procedure or none")
    }
    if let passage, Self.parse(passage) == nil {
      throw ValidationError("--passage '\(passage)': write DOC#N, as in speech.html#12")
    }
  }

  private static func parse(_ name: String) -> (doc: String, number: Int)? {
    guard let hash = name.lastIndex(of: "#"), let number = Int(name[name.index(after: hash)...])
    else { return nil }
    return (String(name[..<hash]), number)
  }

  func run() throws {
    let inputs = try ReportInput.resolve(directory)
    let output = StandardOutput()
    let coded = inputs.compactMap(\.coded)
    if coded.isEmpty { return try placesOnly(inputs.compactMap(\.tallies), output) }
    let printer = PassagePrinter.forStandardOutput
    let wanted = passage.flatMap(Self.parse)
    var found = 0
    for path in coded {
      try CodedStream.read(path) { document in
        if let wanted, document.doc != wanted.doc { return }
        var out = ByteWriter()
        for passage in document.passages {
          if let wanted, passage.passage != wanted.number { continue }
          if let component, passage.component.rawValue != component { continue }
          let shown = passage.statements.filter { matches(actor: $0.actor, issue: $0.issue) }
          if actor != nil || issue != nil { guard !shown.isEmpty else { continue } }
          found += 1
          printer.append(
            passage, of: document, statements: shown, explains: wanted != nil, to: &out)
        }
        if !out.isEmpty { try output.write(out.bytes) }
      }
    }
    try output.finish()
    try end(found)
  }

  private func end(_ found: Int) throws {
    guard found == 0 else { return }
    Diagnostics().say("nothing in \(directory) answers to that")
    throw ExitCode(ExitStatus.someFailed)
  }

  /// What can be said where no passages were kept: the places, from the tallies.
  private func placesOnly(_ files: [String], _ output: StandardOutput) throws {
    let wanted = passage.flatMap(Self.parse)
    var found = 0
    for tallies in files {
      var segment = try Segment(tallies: tallies, coded: nil)
      guard !segment.header.hasPassages else {
        throw BatchError.unreadable(
          path: directory, reason: "holds counts only; ask the directory that has coded.jsonl")
      }
      while let (record, _) = try segment.next() {
        if let wanted, record.doc != wanted.doc { continue }
        for place in try places(of: record, in: tallies) {
          if let wanted, place.passage != wanted.number { continue }
          if let component, place.component.rawValue != component { continue }
          guard matches(actor: place.actor, issue: place.issue) else { continue }
          found += 1
          let line =
            "\(record.doc)#\(place.passage)  \(place.start)–\(place.end)  \(place.actor)"
            + "  \(place.issue)  \(place.component.rawValue)"
          try output.write(Array("\(Diagnostics.oneLine(line))\n".utf8))
        }
      }
    }
    try output.finish()
    if found > 0 {
      Diagnostics().say(
        "\(directory) keeps no passages; these are places, in code points of normtag ingest's text")
    }
    try end(found)
  }

  private func places(of record: TallyRecord, in path: String) throws -> [StatementPlace] {
    do {
      return try StatementPlace.read(record.places)
    } catch {
      throw BatchError.unreadable(path: path, reason: "\(record.doc): \(error)")
    }
  }

  private func matches(actor holder: String, issue code: String) -> Bool {
    if let actor, holder != actor { return false }
    guard let issue else { return true }
    return code == issue || code.hasPrefix("\(issue).")
  }
}
