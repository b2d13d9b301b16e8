import Testing

@testable import Batch

struct DuplicateFinderTests {
  /// Hashes as sketches have them: small ones, and every eighth.
  private func sketch(_ seed: UInt32, count: Int = 12) -> DocumentSketch {
    let hashes = (0..<UInt32(count)).map { (seed &* 1000 + $0) &* 8 }
    return DocumentSketch(hashes: hashes, population: count * 8)
  }

  @Test func repeatsAreFoundAmongMany() {
    var finder = DuplicateFinder()
    for number in 0..<3000 as Range<UInt32> {
      #expect(finder.insert("document \(number)", sketch(number)) == nil)
    }
    for number in [0, 1, 777, 2999] as [UInt32] {
      #expect(finder.insert("again", sketch(number)) == .same("document \(number)"))
    }
  }

  @Test func aPieceIsToldFromTheWhole() {
    var finder = DuplicateFinder()
    let whole = DocumentSketch(
      hashes: (1...40 as ClosedRange<UInt32>).map { $0 * 8 }, population: 320)
    let piece = DocumentSketch(
      hashes: (30...40 as ClosedRange<UInt32>).map { $0 * 8 }, population: 88)
    #expect(finder.insert("whole", whole) == nil)
    #expect(finder.insert("piece", piece) == .part(of: "whole"))
  }
}
