// Coders count bytes, records count code points. A passage's own offsets are counted from its start,
// so that evidence in any order costs no second pass over the document.

internal import Ingest
internal import Text

/// Turns byte offsets of one passage into the code points that its record shows.
struct PassageOffsets: Sendable {
  /// Of the passage, end exclusive.
  let start: Int
  let end: Int
  private let byteStart: Int
  /// Bytes and code points are the same in it.
  private let isASCII: Bool

  /// - Parameters:
  ///   - bytes: of the passage.
  ///   - counter: of the document; passages come in order.
  ///   - isRecord: with `--unit record` offsets count within the record.
  init(_ bytes: Range<Int>, in text: [UInt8], isRecord: Bool, counter: inout CodePointCounter) {
    let from = counter.codePoints(before: bytes.lowerBound, in: text)
    let to = counter.codePoints(before: bytes.upperBound, in: text)
    start = isRecord ? 0 : from
    end = isRecord ? to - from : to
    byteStart = bytes.lowerBound
    isASCII = to - from == bytes.count
  }

  /// The code point at `byte`: in the passage, at its end, or before it (a cue in the lead-in of a
  /// list). With `--unit record`, what lies before is at 0.
  func codePoint(_ byte: Int, in text: [UInt8]) -> Int {
    if byte < byteStart {
      var points = start
      for index in byte..<byteStart where text[index] & 0xC0 != 0x80 { points -= 1 }
      return max(0, points)
    }
    if isASCII { return start + byte - byteStart }
    var points = start
    for index in byteStart..<byte where text[index] & 0xC0 != 0x80 { points += 1 }
    return points
  }
}
