// The files that are made when all has been counted: tables, networks and the page. They do not depend
// on each other, so threads make and write them side by side; their bytes are the same.

internal import Reporting

/// Files in the making, still under temporary names.
struct ReportFiles {
  private(set) var files: [(name: String, file: OutputFile)] = []
  /// The tables among them, without their rows.
  private(set) var tables: [CSVTable] = []

  /// Makes a file or a few that have much in common.
  struct Maker: Sendable {
    let make: @Sendable () -> [Made]
  }
  struct Made: Sendable {
    var name: String
    var bytes: [UInt8]
    var table: CSVTable?
  }

  /// The longest first, so that no thread is left with it.
  /// - Parameter sample: sentences of the page; nil is no page.
  static func makers(
    _ tables: ReportTables, _ sample: PageSample?, _ outcomes: [DocumentOutcome]
  ) -> [Maker] {
    var makers: [Maker] = []
    if let sample {
      makers.append(
        Maker {
          [Made(name: "report.html", bytes: ReportPage.html(tables, sample, outcomes: outcomes))]
        })
    }
    for maker in NetworkFiles.makers(tables) {
      makers.append(Maker { maker().map { Made(name: $0.name, bytes: $0.bytes) } })
    }
    for maker in tables.makers(outcomes: outcomes) {
      makers.append(
        Maker {
          var table = maker.make()
          let bytes = table.take()
          return [Made(name: "\(maker.name).csv", bytes: bytes, table: table)]
        })
    }
    return makers
  }

  /// Writes all files, ready for `OutputFile.commit`.
  static func write(
    _ makers: [Maker], to directory: String, jobs: Int
  ) throws(BatchError) -> ReportFiles {
    var files = ReportFiles()
    try run(jobs: min(jobs, makers.count), Counter(below: makers.count)) { number in
      Written(makers[number].make(), in: directory)
    } consume: { written in
      if let error = written.error { throw error }
      files.files += written.files
      files.tables += written.tables
    }
    return files
  }

  /// Works on the numbers of `next` on threads and takes the results in order.
  private static func run<Result: Sendable>(
    jobs: Int, _ next: Counter, work: @escaping @Sendable (Int) -> Result,
    consume: (Result) throws -> Void
  ) throws(BatchError) {
    do {
      try OrderedRing.run(
        jobs: jobs, next: { next.take() }, makeWorker: {}, work: { _, number in work(number) },
        consume: consume)
    } catch let error as BatchError {
      throw error
    } catch {
      throw .unreadable(path: "threads", reason: "\(error)")
    }
  }

  /// What a thread has written; it hands the files on and does not keep them.
  private struct Written: @unchecked Sendable {
    private(set) var files: [(name: String, file: OutputFile)] = []
    private(set) var tables: [CSVTable] = []
    private(set) var error: BatchError?

    init(_ made: [Made], in directory: String) {
      for made in made {
        do throws(BatchError) {
          let file = try OutputFile("\(directory)/\(made.name)")
          try file.write(made.bytes)
          files.append((made.name, file))
        } catch {
          self.error = error
          return
        }
        if let table = made.table { tables.append(table) }
      }
    }
  }

  /// Gives files their names, in the order of these. Each waits for the disk and not for a processor, and
  /// the disk takes many at a time.
  static func commit(
    _ files: [(name: String, file: OutputFile)]
  ) throws(BatchError) -> [Manifest.Output] {
    let written = Uncommitted(
      files: files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    var outputs: [Manifest.Output] = []
    try run(jobs: min(files.count, 8), Counter(below: files.count)) {
      number -> Result<Manifest.Output, BatchError> in
      let (name, file) = written.files[number]
      do throws(BatchError) {
        let digest = try file.commit()
        return .success(.init(name: name, bytes: file.count, digest: digest))
      } catch {
        return .failure(error)
      }
    } consume: { output in
      outputs.append(try output.get())
    }
    return outputs
  }

  /// Files of which each thread takes some.
  private struct Uncommitted: @unchecked Sendable {
    var files: [(name: String, file: OutputFile)]
  }

  /// Numbers from 0 on; one thread at a time asks (`OrderedRing` sees to that).
  private final class Counter: @unchecked Sendable {
    private var value = 0
    private let bound: Int

    init(below bound: Int) { self.bound = bound }

    func take() -> Int? {
      guard value < bound else { return nil }
      defer { value += 1 }
      return value
    }
  }
}
