// The list of --files-from: a name a line, or NUL-separated as `find -print0` writes it.

internal import Glibc

/// Reads lists of file names.
package enum FileList {
  /// - Parameter path: the list; `-` is standard input.
  /// - Throws: `unreadable`.
  package static func read(_ path: String, nulSeparated: Bool) throws(BatchError) -> [String] {
    let bytes: [UInt8]
    do {
      bytes =
        path == "-"
        ? try PosixFile.read(descriptor: STDIN_FILENO) : try PosixFile.read(path)
    } catch {
      throw BatchError.unreadable(path: path, reason: error.reason)
    }
    return bytes.split(separator: nulSeparated ? 0 : 10).compactMap { name in
      let name = !nulSeparated && name.last == 13 ? name.dropLast() : name
      return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
  }
}
