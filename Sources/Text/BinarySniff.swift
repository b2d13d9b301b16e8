// Files that are no text, known by their first bytes or by their control characters, so that a PDF
// named .txt gets advice instead of garbage passages.

/// What a binary file is and what to do with it.
package struct BinarySniff: Sendable, Equatable {
  package var kind: String
  package var advice: String

  /// Nil for text (in any encoding).
  package static func sniff(_ bytes: [UInt8]) -> BinarySniff? {
    for (magic, kind, advice) in magics where bytes.starts(with: magic) {
      return BinarySniff(kind: kind, advice: advice)
    }
    let head = bytes.prefix(8192)
    guard !head.isEmpty else { return nil }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || bytes.starts(with: [0, 0, 0xFE, 0xFF])
    {
      return nil
    }
    // No way out of the loop, so that it runs on whole registers.
    let isPlain = bytes.withUnsafeBufferPointer { buffer in
      var bad: UInt8 = 0
      for byte in buffer[..<head.endIndex] {
        bad |= (byte < 0x08 ? 1 : 0) | (byte &- 0x0E < 0x12 ? 1 : 0)
      }
      return bad == 0
    }
    if isPlain { return nil }
    var controls = 0
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() {
      if byte == 0 {
        zeros[index & 1] += 1
      } else if byte < 0x20, !(0x08...0x0D).contains(byte), byte != 0x1B {
        controls += 1
      }
    }
    let looksLikeUTF16 =
      max(zeros[0], zeros[1]) * 10 > head.count / 2 * 7
      && min(zeros[0], zeros[1]) * 10 < head.count / 2
    if looksLikeUTF16 { return nil }
    if controls * 50 > head.count || (zeros[0] + zeros[1]) * 10 > head.count * 2 {
      return BinarySniff(kind: "binary data", advice: "give the text or HTML of the document")
    }
    return nil
  }

  private static let magics: [([UInt8], String, String)] = [
    (Array("%PDF".utf8), "a PDF", "convert with pdftotext -layout"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image", "give the text, e.g. from OCR"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image", "give the text, e.g. from OCR"),
    (Array("GIF8".utf8), "a GIF image", "give the text, e.g. from OCR"),
    ([0x1F, 0x8B], "gzip data", "name it .gz or unpack it with gunzip"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or office document", "save it as HTML or text"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old office document", "save it as HTML or text"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program", "give the text or HTML of the document"),
    ([0x42, 0x5A, 0x68], "bzip2 data", "unpack it with bunzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz data", "unpack it with unxz"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd data", "unpack it with zstd -d"),
    (Array("{\\rtf".utf8), "an RTF document", "save it as HTML or text"),
    (Array("SQLite format".utf8), "a database", "give the text or HTML of the document"),
  ]
}
