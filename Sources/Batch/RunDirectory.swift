// The names in an output directory: final files, and the folder in which a run works until it is
// done. Everything under a final name is whole.

internal import Glibc
internal import Text

/// Names of the files of a run.
package struct RunDirectory: Sendable {
  package let path: String
  package let shard: Shard?

  package init(_ path: String, shard: Shard? = nil) {
    self.path = path
    self.shard = shard
  }

  private var suffix: String { shard.map { "-\($0.suffix)" } ?? "" }

  package func file(_ name: String) -> String { "\(path)/\(name)" }
  package var codedName: String { "coded\(suffix).jsonl" }
  package var talliesName: String { "tallies\(suffix).jsonl" }
  package var manifestName: String { "manifest\(suffix).json" }
  package var failuresName: String { "failures\(suffix).csv" }
  /// Where a run works; removed when it is done.
  package var workshop: String { "\(path)/.unfinished\(suffix)" }

  /// Segments that earlier runs left, oldest first: finished files, then unfinished ones.
  package func segments() -> [(tallies: String, coded: String?)] {
    var found: [(String, String?)] = []
    if exists(file(talliesName)) {
      let coded = file(codedName)
      found.append((file(talliesName), exists(coded) ? coded : nil))
    }
    for number in segmentNumbers() {
      let coded = "\(workshop)/\(number).coded"
      found.append(("\(workshop)/\(number).tallies", exists(coded) ? coded : nil))
    }
    return found
  }

  /// The number for a new segment.
  package func nextSegment() -> Int { (segmentNumbers().last ?? -1) + 1 }

  private func segmentNumbers() -> [Int] {
    entries(of: workshop).compactMap { name in
      name.hasSuffix(".tallies") ? Int(name.dropLast(8)) : nil
    }.sorted()
  }

  /// Removes the workshop with all that is in it.
  package func clear() {
    for name in entries(of: workshop) { unlink("\(workshop)/\(name)") }
    rmdir(workshop)
  }

  private func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Names in a directory, sorted by their bytes; empty if it can't be read.
  package static func entries(of directory: String) -> [String] {
    (Folder.names(in: directory) ?? []).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func entries(of directory: String) -> [String] { Self.entries(of: directory) }
}
