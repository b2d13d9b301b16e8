// What a report takes over from its input, so that its directory stands alone: coded.jsonl, with
// which `why` answers, and tallies.jsonl, from which the next report is made fast.

internal import Glibc
internal import Positions
internal import Reporting
internal import Tagging
internal import Text

/// Writes coded.jsonl and tallies.jsonl of a report.
final class ReportCopies {
  private let directory: String
  private let coded: OutputFile?
  private let tallies: OutputFile?
  private let isOnlyInput: Bool
  private let minimum: Double
  private var number = 0
  private var buffer = ByteWriter()

  /// - Parameters:
  ///   - keepsPassages: whether coded.jsonl is written.
  ///   - header: of tallies that are made here.
  ///   - minimum: statements below this probability are not counted.
  init(
    _ directory: String, inputs: [ReportInput], keepsPassages: Bool, header: TallyHeader,
    minimum: Double
  ) throws(BatchError) {
    self.directory = directory
    self.minimum = minimum
    isOnlyInput = inputs.count == 1
    coded = keepsPassages ? try OutputFile("\(directory)/coded.jsonl") : nil
    let headers = try inputs.map { input throws(BatchError) in
      try input.tallies.map { path throws(BatchError) in
        try Segment(tallies: path, coded: nil).header
      } ?? header
    }
    // Tallies that were made under different conditions, or that vouch for passages that are not
    // kept, are not passed on.
    guard var first = headers.first, first.hasPassages == keepsPassages,
      headers.allSatisfy({ $0.agrees(with: first) })
    else {
      tallies = nil
      return
    }
    first.shards = headers.flatMap(\.shards)
    tallies = try OutputFile("\(directory)/tallies.jsonl")
    first.append(to: &buffer)
  }

  /// Whether the lines of documents are wanted.
  var keepsPassages: Bool { coded != nil }

  /// Takes a record of the input's tallies.
  func add(_ record: TallyRecord) throws(BatchError) {
    var record = record
    if !isOnlyInput {
      record.file = number
      record.member = 0
    }
    try write(record)
  }

  /// Takes a document of which there are only coded passages.
  func add(
    _ tally: DocumentTally, of document: CodedDocument, lines: [UInt8]
  ) throws(BatchError) {
    guard tallies != nil else { return }
    var record = TallyRecord(
      file: number, member: 0, doc: document.doc, name: document.doc, status: .coded)
    var part = ByteWriter()
    tally.append(to: &part)
    record.part = part.take()
    if coded == nil {
      record.places = StatementPlace.json(document, minimum: minimum)
    } else {
      record.codedBytes = lines.count
      record.codedDigest = SHA256.hex(lines)
    }
    try write(record)
  }

  /// Takes the lines of a document.
  func add(lines: [UInt8]) throws(BatchError) { try coded?.write(lines) }

  private func write(_ record: TallyRecord) throws(BatchError) {
    number += 1
    guard let tallies else { return }
    record.append(to: &buffer)
    if buffer.count >= 1 << 16 {
      try tallies.write(buffer.bytes)
      buffer.removeAll()
    }
  }

  /// Gives the files their names. What an earlier report left and this one does not have is
  /// removed.
  func finish() throws(BatchError) -> [Manifest.Output] {
    try tallies?.write(buffer.bytes)
    var outputs: [Manifest.Output] = []
    for (name, file) in [("coded.jsonl", coded), ("tallies.jsonl", tallies)] {
      if let file {
        let digest = try file.commit()
        outputs.append(.init(name: name, bytes: file.count, digest: digest))
      } else {
        unlink("\(directory)/\(name)")
      }
    }
    return outputs
  }
}
