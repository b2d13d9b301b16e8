import Testing
import Text

/// Every answer against what the bytes themselves say.
@Suite struct EightBytesTests {
  private let samples: [[UInt8]] = [
    Array("Ab9 -\n\"z".utf8), Array("@[`{/:09".utf8),
    [0, 0x7F, 0x80, 0xC3, 0xA9, 0xFF, 0x41, 0x7A],
    [0xE2, 0x80, 0x99, 0x73, 0x20, 0x5C, 0x1F, 0x22],
  ]

  private func places(_ answer: UInt64) -> [Int] {
    (0..<8).filter { answer >> UInt64($0 * 8 + 7) & 1 == 1 }
  }

  @Test func answersAreExact() {
    for sample in samples {
      let eight = sample.withUnsafeBytes { EightBytes($0, at: 0) }
      let letters = sample.indices.filter { (sample[$0] | 0x20) &- 0x61 < 26 && sample[$0] < 0x80 }
      #expect(places(eight.letters) == letters)
      #expect(places(eight.visible) == sample.indices.filter { sample[$0] > 0x20 })
      #expect(places(eight.digits) == sample.indices.filter { sample[$0] &- 0x30 < 10 })
      #expect(eight.isASCII == sample.allSatisfy { $0 < 0x80 })
      for byte in [0x22, 0x80, 0x00] as [UInt8] {
        #expect(places(eight.equal(byte)) == sample.indices.filter { sample[$0] == byte })
      }
      #expect(EightBytes.count(eight.letters) == letters.count)
      #expect(EightBytes.count(EightBytes.highs) == 8)
      for count in 0...8 {
        let kept = sample.prefix(count) + Array(repeating: 0, count: 8 - count)
        let bits = kept.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        #expect(eight.prefix(count) == bits)
        #expect(sample.withUnsafeBytes { EightBytes($0, at: 0, count: count) }.bits == bits)
        // Nothing behind the end is read.
        #expect(
          Array(sample.prefix(count)).withUnsafeBytes { EightBytes($0, at: 0, count: count) }.bits
            == bits)
      }
    }
  }

  @Test func aHashIsTheSameByBlocksAndByBytes() {
    let text = Array("cybersecurity capacity".utf8)
    for count in 1...text.count {
      var blocks = WordHash.seed
      for start in stride(from: 0, to: count, by: 8) {
        let part = text[start..<min(count, start + 8)]
        blocks = WordHash.mix(blocks, part.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
      }
      #expect(WordHash.hash(text[..<count]) == blocks)
    }
  }
}
