// The growing files of a run: coded lines and tallies, appended in the order of the input. Coded
// lines reach the file before the tally that vouches for them, so that a run that is killed leaves
// a beginning that can be trusted.

internal import Glibc
internal import Text

/// Writes one segment in a run's workshop.
final class SegmentWriter {
  let codedPath: String?
  let talliesPath: String
  private let coded: Int32
  private let tallies: Int32
  private var codedBuffer: [UInt8] = []
  private var talliesBuffer = ByteWriter()
  private var codedDigest = SHA256()
  private var talliesDigest = SHA256()
  private(set) var codedCount = 0
  private(set) var talliesCount = 0

  init(_ directory: RunDirectory, header: TallyHeader) throws(BatchError) {
    try OutputFile.makeDirectory(directory.path)
    try OutputFile.makeDirectory(directory.workshop)
    let base = "\(directory.workshop)/\(directory.nextSegment())"
    codedPath = header.hasPassages ? "\(base).coded" : nil
    talliesPath = "\(base).tallies"
    coded = try codedPath.map { path throws(BatchError) in try Self.create(path) } ?? -1
    tallies = try Self.create(talliesPath)
    header.append(to: &talliesBuffer)
  }

  private static func create(_ path: String) throws(BatchError) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: PosixFile.reason()) }
    return descriptor
  }

  /// Takes the next document and digests its lines.
  func append(_ record: TallyRecord, lines: [UInt8]) throws(BatchError) {
    var record = record
    if coded >= 0, record.status == .coded {
      record.codedDigest = codedDigest.update(digesting: lines)
      if codedBuffer.isEmpty, lines.count >= 1 << 16 {
        try writeCoded(lines)
      } else {
        codedBuffer.append(contentsOf: lines)
      }
    }
    record.append(to: &talliesBuffer)
    if codedBuffer.count >= 1 << 18 || talliesBuffer.count >= 1 << 16 { try flush() }
  }

  func flush() throws(BatchError) {
    if !codedBuffer.isEmpty {
      try writeCoded(codedBuffer)
      codedBuffer.removeAll(keepingCapacity: true)
    }
    let bytes = talliesBuffer.bytes
    try PosixFile.write(bytes, to: tallies, name: talliesPath)
    talliesDigest.update(bytes)
    talliesCount += bytes.count
    talliesBuffer.removeAll()
  }

  private func writeCoded(_ lines: [UInt8]) throws(BatchError) {
    guard let codedPath else { return }
    try PosixFile.write(lines, to: coded, name: codedPath)
    codedCount += lines.count
  }

  /// Syncs both files.
  /// - Returns: their digests.
  func finish() throws(BatchError) -> (coded: String, tallies: String) {
    try flush()
    for (descriptor, path) in [(coded, codedPath ?? ""), (tallies, talliesPath)]
    where descriptor >= 0 {
      guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
        throw .unwritable(path: path, reason: PosixFile.reason())
      }
    }
    return (codedDigest.finalize(), talliesDigest.finalize())
  }

  deinit {
    if coded >= 0 { close(coded) }
    close(tallies)
  }
}
