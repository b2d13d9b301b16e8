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
      return max(0, start - CodePointCounter.count(byte..<byteStart, in: text))
    }
    if isASCII { return start + byte - byteStart }
    return start + CodePointCounter.count(byteStart..<byte, in: text)
  }

  /// The code points of a range of bytes.
  func codePoints(_ bytes: Range<Int>, in text: [UInt8]) -> (start: Int, end: Int) {
    let start = codePoint(bytes.lowerBound, in: text)
    guard !isASCII, bytes.lowerBound >= byteStart else {
      return (start, codePoint(bytes.upperBound, in: text))
    }
    return (start, start + CodePointCounter.count(bytes, in: text))
  }
}
