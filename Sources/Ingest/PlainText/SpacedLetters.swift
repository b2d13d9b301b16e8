// Emphasis by spacing comes out of a PDF as single letters: "r e s o l v e d", "N A T I O N A L".
// They are put together again before anything else is judged, or no word of them would be known.

internal import Text

/// Words whose letters stand apart.
enum SpacedLetters {
  /// The text with such words joined, nil if it has none. One of the words of a line has four letters
  /// or more and a vowel; two spaces, or a capital after a small letter, begin the next one.
  static func joined(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let raw = UnsafeRawBufferPointer(bytes)
    var out: [UInt8] = []
    var copied = 0
    var at = 0
    while at + 8 <= bytes.count {
      // Of three spaces at every second place two stand among these eight bytes, if the first of them
      // is among the eight from here on.
      if at + 10 <= bytes.count {
        let near = EightBytes(raw, at: at + 2).equal(0x20)
        if near & near >> 16 & ~(near >> 8) == 0 {
          at += 8
          continue
        }
      }
      // Spaces at every second place, three of them, the first among four places.
      let spaces = EightBytes(raw, at: at).equal(0x20)
      let marks = spaces & ~(spaces >> 8) & spaces >> 16 & ~(spaces >> 24) & spaces >> 32
      guard marks != 0 else {
        at += 4
        continue
      }
      let start = at + EightBytes.first(marks) - 1
      guard start >= copied, let run = run(bytes, start) else {
        at += 2
        continue
      }
      guard isWord(run.letters) else {
        at = max(at + 2, run.end)
        continue
      }
      let line = line(bytes, around: start, from: copied)
      out.append(contentsOf: bytes[copied..<line.lowerBound])
      append(UnsafeBufferPointer(rebasing: bytes[line]), to: &out)
      copied = line.upperBound
      at = max(at + 2, copied)
    }
    guard copied > 0 else { return nil }
    out.append(contentsOf: bytes[copied...])
    return out
  }

  /// The line at `start`, or what is near in one that has no end.
  private static func line(
    _ bytes: UnsafeBufferPointer<UInt8>, around start: Int, from floor: Int
  ) -> Range<Int> {
    var low = start
    while low > floor, start - low < 200, bytes[low - 1] != 0x0A { low -= 1 }
    var high = start
    while high < bytes.count, high - start < 400, bytes[high] != 0x0A { high += 1 }
    return low..<high
  }

  /// Appends a line with its spaced words joined, short ones too.
  private static func append(_ line: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var at = 0
    while at < line.count {
      if let run = run(line, at) {
        out.append(contentsOf: run.letters)
        at = run.end
      } else {
        out.append(line[at])
        at += 1
      }
    }
  }

  /// The letters of the spaced word at `start`, two and more, and where it ends.
  private static func run(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (letters: [UInt8], end: Int)? {
    guard start >= 0, start + 2 < bytes.count, isLetter(bytes[start]), bytes[start + 1] == 0x20,
      start == 0 || bytes[start - 1] <= 0x20 || "(\"|".utf8.contains(bytes[start - 1])
    else { return nil }
    var letters = [bytes[start]]
    var at = start
    while at + 2 < bytes.count, letters.count <= 100, bytes[at + 1] == 0x20,
      isLetter(bytes[at + 2]),
      at + 3 == bytes.count || !isInWord(bytes[at + 3])
    {
      at += 2
      if letters.last.map({ $0 >= 0x61 }) ?? false, bytes[at] < 0x61 { letters.append(0x20) }
      letters.append(bytes[at])
    }
    return letters.count >= 2 ? (letters, at + 1) : nil
  }

  /// Letters that can be a word: no row of a table, no series.
  private static func isWord(_ letters: [UInt8]) -> Bool {
    let isSeries = zip(letters, letters.dropFirst()).allSatisfy { $0 &+ 1 == $1 || $0 == $1 }
    return letters.count >= 4 && letters.count <= 80 && !isSeries
      && letters.contains { "aeiouy".utf8.contains($0 | 0x20) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isInWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte &- 0x30 < 10 || byte >= 0x80 || byte == 0x27
  }
}
