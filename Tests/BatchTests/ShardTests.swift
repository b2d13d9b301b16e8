import Testing

@testable import Batch

struct ShardTests {
  @Test func everyIdIsInExactlyOneShard() throws {
    var sizes = [Int](repeating: 0, count: 7)
    for number in 0..<7_000 {
      let id = "folder/document-\(number).html"
      let owners = (0..<7).filter { Shard(index: $0, count: 7)?.contains(id) ?? false }
      #expect(owners.count == 1)
      sizes[owners[0]] += 1
    }
    #expect(sizes.allSatisfy { (850...1150).contains($0) }, "\(sizes)")
  }

  @Test func theHashIsTheSameForEver() {
    // FNV-1a test vectors of its authors.
    #expect(StableHash.fnv1a("".utf8) == 0xcbf2_9ce4_8422_2325)
    #expect(StableHash.fnv1a("a".utf8) == 0xaf63_dc4c_8601_ec8c)
    #expect(StableHash.fnv1a("foobar".utf8) == 0x8594_4171_f739_67e8)
  }

  @Test func overlapsIsExact() throws {
    for (a, b) in [("0/2", "1/2"), ("0/2", "1/4"), ("0/3", "1/4"), ("1/2", "3/4"), ("2/6", "5/9")] {
      let first = try #require(Shard(a))
      let second = try #require(Shard(b))
      let shares = (0..<1_000).contains { number in
        number % first.count == first.index && number % second.count == second.index
      }
      #expect(first.overlaps(second) == shares, "\(a) \(b)")
    }
  }

  @Test(arguments: ["", "1", "1/", "/2", "2/2", "-1/2", "0/0", "a/b", "1/2/3"])
  func badShardsAreRefused(_ text: String) { #expect(Shard(text) == nil) }

  @Test func namesArePadded() { #expect(Shard("5/8")?.suffix == "00005-of-00008") }
}
