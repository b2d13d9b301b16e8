import Synchronization
import Testing

@testable import Batch

struct OrderedRingTests {
  @Test(arguments: [1, 2, 3, 8])
  func resultsComeInOrder(_ jobs: Int) throws {
    var seen: [Int] = []
    let counter = Counter(limit: 500)
    try OrderedRing.run(
      jobs: jobs, next: { counter.next() }, makeWorker: { 0 },
      work: { (_: inout Int, item: Int) -> Int in
        var sum = 0
        for step in 0..<((item * 7919) % 5_000) { sum &+= step }
        return sum == -1 ? -1 : item
      }, consume: { seen.append($0) })
    #expect(seen == Array(0..<500))
  }

  @Test func whatConsumeThrowsStopsTheRun() {
    struct Stop: Error {}
    let counter = Counter(limit: 1_000_000)
    #expect(throws: Stop.self) {
      try OrderedRing.run(
        jobs: 3, next: { counter.next() }, makeWorker: { 0 },
        work: { (_: inout Int, item: Int) -> Int in item },
        consume: { if $0 == 10 { throw Stop() } })
    }
    #expect(counter.given < 1_000, "nobody runs far ahead of the consumer")
  }
}

private final class Counter: Sendable {
  private let value = Atomic<Int>(0)
  private let limit: Int
  init(limit: Int) { self.limit = limit }
  var given: Int { value.load(ordering: .relaxed) }
  func next() -> Int? {
    let number = value.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < limit ? number : nil
  }
}
