import Testing
import Text

@Suite struct SHA256Tests {
  /// Pieces of every length around a block give the digest of the whole and their own.
  @Test func piecesAreDigestedBesideTheWhole() {
    let bytes = (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 5) }
    var whole = SHA256()
    var start = 0
    for length in [0, 1, 62, 1, 64, 63, 65, 128, 127, 200, 0, 1_000, 55, 56, 9] {
      let piece = Array(bytes[start..<(start + length)])
      #expect(whole.update(digesting: piece) == SHA256.hex(piece))
      start += length
    }
    #expect(whole.finalize() == SHA256.hex(Array(bytes[..<start])))
  }
}
