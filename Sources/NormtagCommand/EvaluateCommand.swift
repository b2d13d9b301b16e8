// normtag evaluate: agreement of coded passages with hand-coded units.

internal import ArgumentParser
internal import Batch
internal import Ingest
internal import Learning
internal import Positions
internal import Tagging
internal import Text

/// The `evaluate` command.
struct EvaluateCommand: ParsableCommand {
  enum Group: String, ExpressibleByArgument, CaseIterable { case genre, doc }

  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Agreement with hand-coded units, as for one more coder.",
    discussion: """
      Without CODED the units of the gold file are coded first, each as it stands. Intervals are
      95 % percentiles of a bootstrap over documents.
        normtag evaluate --gold gold.jsonl
        normtag tag --input jsonl --unit record gold.jsonl | normtag evaluate --gold gold.jsonl -
      """)

  @Option(help: "Hand-coded units, JSONL or CSV.")
  var gold: String
  @Argument(help: "Coded passages, one for each unit, in order; '-' is standard input.")
  var coded: String?
  @Option(help: "Print the figures of each genre or document too; repeatable.")
  var by: [Group] = []
  @Option(help: "Print the first units whose component differs.")
  var errors = 0
  @Flag(help: "Comma-separated values: by, group, figure, value, low, high.")
  var csv = false
  @OptionGroup var lexicons: LexiconOptions
  @OptionGroup var coding: CodingOptions

  func run() throws {
    let set = try GoldFile.read(gold)
    let passages = try codedPassages(set)
    guard passages.count == set.units.count else {
      throw BatchError.unreadable(
        path: coded ?? gold,
        reason: "\(set.units.count) units but \(passages.count) coded passages")
    }
    var rows: [(reference: UnitCodes, coded: UnitCodes)] = []
    for (number, (unit, passage)) in zip(set.units, passages).enumerated() {
      guard unit.doc == passage.doc else {
        throw BatchError.unreadable(
          path: coded ?? gold,
          reason: "passage \(number + 1) is of \(passage.doc), the unit of \(unit.doc)")
      }
      rows.append((reference(unit), passage))
    }
    let report = EvaluationReport(rows: rows)
    var out = ByteWriter()
    if csv {
      report.appendCSV(by: by.map(\.rawValue), to: &out)
    } else {
      report.appendText(by: by.map(\.rawValue), to: &out)
      appendErrors(set, rows, to: &out)
    }
    let output = StandardOutput()
    try output.write(out.bytes)
    try output.finish()
  }

  private func reference(_ unit: GoldUnit) -> UnitCodes {
    UnitCodes(
      doc: unit.doc, genre: unit.genre, component: unit.component ?? .none,
      positions: Set(
        unit.positions.map {
          UnitCodes.Position(actor: $0.actor, issue: $0.issue, stance: $0.stance)
        }), force: unit.force, polarity: unit.polarity)
  }

  private func codedPassages(_ set: GoldSet) throws -> [UnitCodes] {
    var documents: [CodedDocument] = []
    if let coded {
      documents = try CodedFile.read(coded)
    } else {
      var coder = try DocumentCoder(
        lexicons: lexicons.lexicons, options: coding.resolved(collectsEvidence: false))
      documents = set.documents().map { coder.code($0.document) }
    }
    return documents.flatMap { document in
      document.passages.map { passage in
        UnitCodes(
          doc: document.doc, genre: document.genre ?? "none", component: passage.component,
          confidence: passage.confidence,
          positions: Set(
            passage.statements.map {
              UnitCodes.Position(actor: $0.actor, issue: $0.issue, stance: $0.stance.rawValue)
            }), force: passage.force.rawValue, polarity: passage.polarity.rawValue)
      }
    }
  }

  private func appendErrors(
    _ set: GoldSet, _ rows: [(reference: UnitCodes, coded: UnitCodes)], to out: inout ByteWriter
  ) {
    var left = errors
    for (number, row) in rows.enumerated()
    where left > 0 && row.reference.component != row.coded.component {
      left -= 1
      out.append(decimal: number + 1)
      out.append("\t\(row.reference.component.rawValue) coded \(row.coded.component.rawValue)\t")
      out.append(String(decoding: set.units[number].record.text, as: UTF8.self).prefix(140) + "\n")
    }
  }
}

/// Coded passages in a file or on standard input.
enum CodedFile {
  static func read(_ path: String) throws -> [CodedDocument] {
    let bytes = try PosixFile.read(path == "-" ? "/dev/stdin" : path)
    var reader = CodedPassageReader()
    var documents: [CodedDocument] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard !line.isEmpty else { continue }
      do {
        let finished = try line.withUnsafeBufferPointer { try reader.read($0) }
        if let finished { documents.append(finished) }
      } catch let error as JSONError {
        throw BatchError.unreadable(path: "\(path):\(number)", reason: error.reason)
      }
    }
    if let last = reader.finish() { documents.append(last) }
    return documents
  }
}
