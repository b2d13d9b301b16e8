// What earlier runs into the same directory have done already: their tallies and coded lines, each
// checked by its digest before it is used again.

internal import Glibc
internal import Text

/// A tallies file and the coded file beside it, as one run wrote them. Reads record by record.
package struct Segment {
  package let tallies: String
  /// Nil if no passages were written.
  package let coded: String?
  package let header: TallyHeader
  private let stream: ByteStream
  private let descriptor: Descriptor
  private var number = 1
  /// Where the coded lines of the next record start.
  private(set) var codedOffset = 0

  /// Opens the files and reads the header.
  /// - Throws: `unreadable`.
  package init(tallies: String, coded: String?) throws(BatchError) {
    self.tallies = tallies
    self.coded = coded
    descriptor = try Descriptor(tallies)
    stream = ByteStream(descriptor: descriptor.number)
    guard let line = try Self.line(of: stream, tallies) else {
      throw .unreadable(path: tallies, reason: "empty: not the tallies of a finished run")
    }
    do throws(JSONError) {
      header = try line.withUnsafeBufferPointer { line throws(JSONError) in
        try TallyHeader(line: line)
      }
    } catch {
      throw .unreadable(path: "\(tallies):1", reason: error.reason)
    }
  }

  private static func line(
    of stream: ByteStream, _ path: String
  ) throws(BatchError) -> ArraySlice<UInt8>? {
    do {
      return try stream.line(limit: 1 << 30)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
  }

  /// Passes over the next record.
  mutating func skip() throws(BatchError) {
    if try Self.line(of: stream, tallies) != nil { number += 1 }
  }

  /// The next record and where its coded lines start (with `everything` read); nil at the end.
  /// - Throws: `unreadable` with the line, also for a half-written last one.
  package mutating func next(
    _ detail: TallyRecord.Detail = .everything
  ) throws(BatchError) -> (record: TallyRecord, coded: Int)? {
    guard let line = try Self.line(of: stream, tallies) else { return nil }
    number += 1
    guard line.last == 0x0A else {
      throw .unreadable(path: "\(tallies):\(number)", reason: "the file ends early")
    }
    do throws(JSONError) {
      let record = try line.withUnsafeBufferPointer { line throws(JSONError) in
        try TallyRecord(line: line, detail: detail)
      }
      defer { codedOffset += record.codedBytes }
      return (record, codedOffset)
    } catch {
      throw .unreadable(path: "\(tallies):\(number)", reason: error.reason)
    }
  }
}

/// An open file that closes itself.
final class Descriptor {
  let number: Int32

  init(_ path: String) throws(BatchError) {
    number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw .unreadable(path: path, reason: PosixFile.reason()) }
  }

  /// `count` bytes at an offset; fewer if the file is shorter.
  func read(at offset: Int, count: Int) -> [UInt8] {
    // Of nothing, all threads would write to the one empty array of the standard library.
    guard count > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      guard let base = buffer.baseAddress else { return }
      while filled < count {
        let got = pread(number, base + filled, count - filled, off_t(offset + filled))
        if got > 0 {
          filled += got
        } else if got == 0 || errno != EINTR {
          return
        }
      }
    }
  }

  deinit { close(number) }
}

/// Documents that need no coding again, by id.
package struct DoneIndex: @unchecked Sendable {
  private struct Place {
    var digest: String
    var segment: Int
    var coded: Int
    var record: TallyRecord
  }
  private var places: [String: Place] = [:]
  private var coded: [Descriptor?] = []

  package init() {}

  package var count: Int { places.count }

  /// Takes in what a segment holds, as far as it can be read; later segments win.
  /// - Returns: false if it was made under other conditions.
  package mutating func add(_ segment: Segment, under header: TallyHeader) -> Bool {
    guard segment.header.agrees(with: header) else { return false }
    var segment = segment
    let descriptor = segment.coded.flatMap { path in try? Descriptor(path) }
    guard descriptor != nil || segment.coded == nil else { return true }
    coded.append(descriptor)
    while let (record, offset) = try? segment.next() {
      places[record.doc] = Place(
        digest: record.inputDigest, segment: coded.count - 1, coded: offset, record: record)
    }
    return true
  }

  /// Whether a document is done. With `retriesFailures`, failed ones are not.
  package func contains(_ doc: String, digest: String, retriesFailures: Bool) -> Bool {
    guard let place = places[doc], place.digest == digest, !digest.isEmpty else { return false }
    switch place.record.status {
    case .duplicate: return false  // the other one may be gone
    case .failed: if retriesFailures { return false }
    case .coded, .language: break
    }
    return lines(of: place) != nil
  }

  /// The record of a document that is done, and its coded lines.
  package func result(_ doc: String) -> (record: TallyRecord, lines: [UInt8])? {
    guard let place = places[doc], let lines = lines(of: place) else { return nil }
    return (place.record, lines)
  }

  /// The coded lines, if they are there and are what they were.
  private func lines(of place: Place) -> [UInt8]? {
    guard place.record.codedBytes > 0 else { return [] }
    guard let file = coded[place.segment] else { return nil }
    let bytes = file.read(at: place.coded, count: place.record.codedBytes)
    guard SHA256.hex(bytes) == place.record.codedDigest else { return nil }
    return bytes
  }
}
