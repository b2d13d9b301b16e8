// What `report` takes: coded passages, tallies, or the output directory of a run, which holds both.

internal import Glibc

/// One source of a report.
package struct ReportInput: Equatable {
  /// Path of the tallies, which give the counts fast; nil: there are only coded passages.
  package var tallies: String?
  /// Path of the coded passages, or `-`; nil: there are only tallies.
  package var coded: String?

  /// The sources that an argument names.
  ///
  /// - Throws: `unreadable` for a directory that is no output of this program.
  package static func resolve(_ path: String) throws(BatchError) -> [ReportInput] {
    guard path != "-" else { return [ReportInput(coded: path)] }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw .unreadable(path: path, reason: PosixFile.reason())
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      return [isTallies(path) ? ReportInput(tallies: path) : ReportInput(coded: path)]
    }
    let names = RunDirectory.entries(of: path)
    let tallies = names.filter { $0.hasPrefix("tallies") && $0.hasSuffix(".jsonl") }
    if tallies.isEmpty, names.contains("coded.jsonl") {
      return [ReportInput(coded: "\(path)/coded.jsonl")]
    }
    guard !tallies.isEmpty else {
      throw .unreadable(
        path: path,
        reason: names.contains("positions.csv")
          ? "holds counts only; ask the directory that has coded.jsonl"
          : "neither tallies nor coded passages in it")
    }
    return tallies.map { name in
      let coded = "coded" + name.dropFirst("tallies".count)
      return ReportInput(
        tallies: "\(path)/\(name)", coded: names.contains(coded) ? "\(path)/\(coded)" : nil)
    }
  }

  /// True for a regular file that starts like tallies.jsonl. Pipes are taken for coded passages.
  private static func isTallies(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let file = try? Descriptor(path)
    else { return false }
    return file.read(at: 0, count: 11) == Array("{\"normtag\":".utf8)
  }
}
