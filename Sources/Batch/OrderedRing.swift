// Many workers, one order: items are claimed in order, worked on in parallel and consumed in order.
// Plain threads and a ring of slots; nobody claims further ahead than the ring is long, so memory
// stays bounded however slow the consumer is.

internal import Glibc

/// Runs work on threads and hands results on in the order of the items.
package enum OrderedRing {
  /// - Parameters:
  ///   - jobs: worker threads; 1 runs everything on the calling thread.
  ///   - next: gives the next item, or nil; called from one thread at a time.
  ///   - makeWorker: called once on each thread.
  ///   - consume: called on the calling thread, in order; what it throws stops the run.
  package static func run<Item: Sendable, Worker, Result: Sendable>(
    jobs: Int, next: @escaping @Sendable () -> Item?,
    makeWorker: @escaping @Sendable () -> Worker,
    work: @escaping @Sendable (inout Worker, Item) -> Result,
    consume: (Result) throws -> Void
  ) throws {
    guard jobs > 1 else {
      var worker = makeWorker()
      while let item = next() { try consume(work(&worker, item)) }
      return
    }
    let ring = Ring<Item, Result>(capacity: jobs * 4, workers: jobs, next: next)
    let body: @Sendable () -> Void = {
      var worker = makeWorker()
      while let (index, item) = ring.claim() { ring.finish(index, work(&worker, item)) }
      ring.leave()
    }
    let threads = (0..<jobs).compactMap { _ in start(body) }
    defer { for thread in threads { pthread_join(thread, nil) } }
    guard !threads.isEmpty else {
      throw BatchError.unreadable(path: "threads", reason: "no worker thread could be started")
    }
    ring.lose(workers: jobs - threads.count)
    do {
      while let result = ring.take() { try consume(result) }
    } catch {
      ring.stop()
      throw error
    }
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    pthread_attr_init(attributes)
    defer {
      pthread_attr_destroy(attributes)
      attributes.deallocate()
    }
    // Parsers recurse; glibc's default depends on the shell's limits, this does not.
    pthread_attr_setstacksize(attributes, 8 << 20)
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Body(body))
    let code = pthread_create(
      &thread, attributes,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    guard code == 0 else {
      box.release()
      return nil
    }
    return thread
  }
}

/// The slots and their two conditions. All state is guarded by `lock`.
private final class Ring<Item: Sendable, Result: Sendable>: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let room = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let ready = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let source = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let next: @Sendable () -> Item?
  private var slots: [Result?]
  private var claimed = 0
  private var taken = 0
  private var workers: Int
  private var isStopped = false

  init(capacity: Int, workers: Int, next: @escaping @Sendable () -> Item?) {
    slots = Array(repeating: nil, count: capacity)
    self.workers = workers
    self.next = next
    pthread_mutex_init(lock, nil)
    pthread_mutex_init(source, nil)
    pthread_cond_init(room, nil)
    pthread_cond_init(ready, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    pthread_mutex_destroy(source)
    pthread_cond_destroy(room)
    pthread_cond_destroy(ready)
    lock.deallocate()
    source.deallocate()
    room.deallocate()
    ready.deallocate()
  }

  /// The next item and its number. Reading the source is serial and does not hold up finishing.
  func claim() -> (Int, Item)? {
    pthread_mutex_lock(source)
    defer { pthread_mutex_unlock(source) }
    pthread_mutex_lock(lock)
    while !isStopped && claimed >= taken + slots.count { pthread_cond_wait(room, lock) }
    let stopped = isStopped
    pthread_mutex_unlock(lock)
    guard !stopped, let item = next() else { return nil }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    claimed += 1
    return (claimed - 1, item)
  }

  func finish(_ index: Int, _ result: Result) {
    pthread_mutex_lock(lock)
    slots[index % slots.count] = result
    if index == taken { pthread_cond_signal(ready) }
    pthread_mutex_unlock(lock)
  }

  func leave() { lose(workers: 1) }

  func lose(workers count: Int) {
    pthread_mutex_lock(lock)
    workers -= count
    pthread_cond_signal(ready)
    pthread_mutex_unlock(lock)
  }

  /// The next result in order; nil when all are taken.
  func take() -> Result? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    let slot = taken % slots.count
    while slots[slot] == nil {
      if workers == 0 { return nil }
      pthread_cond_wait(ready, lock)
    }
    let result = slots[slot].take()
    taken += 1
    pthread_cond_broadcast(room)
    return result
  }

  func stop() {
    pthread_mutex_lock(lock)
    isStopped = true
    pthread_cond_broadcast(room)
    pthread_mutex_unlock(lock)
  }
}
