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
    let next = Counter(below: makers.count)
    do {
      try OrderedRing.run(
        jobs: min(jobs, makers.count), next: { next.take() }, makeWorker: {},
        work: { _, number in Written(makers[number].make(), in: directory) },
        consume: { written in
          if let error = written.error { throw error }
          files.files += written.files
          files.tables += written.tables
        })
    } catch let error as BatchError {
      throw error
    } catch {
      throw .unwritable(path: directory, reason: "\(error)")
    }
    return files
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
          try file.sync()
          files.append((made.name, file))
        } catch {
          self.error = error
          return
        }
        if let table = made.table { tables.append(table) }
      }
    }
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
