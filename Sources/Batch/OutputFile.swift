// No half-written file ever stands under its final name: bytes go to a temporary file in the same
// directory, which is synced, renamed and only then counts. A device or pipe (`-o /dev/null`) is
// written to as it stands: renaming a file over it would take its place.

internal import Glibc
internal import Text

/// A file being written. `commit()` gives it its name; without it, nothing remains.
package final class OutputFile {
  package let path: String
  /// Bytes written so far.
  package private(set) var count = 0
  /// Empty where the path is a device or pipe.
  private let temporary: String
  private var descriptor: Int32
  private var digest = SHA256()
  private var buffer: [UInt8] = []

  /// - Throws: `unwritable`.
  package init(_ path: String) throws(BatchError) {
    self.path = path
    var status = stat()
    let type = stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
    if type == S_IFREG || type == S_IFDIR {
      temporary = "\(path).tmp.\(getpid())"
      Self.sweep(path)
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    } else {
      temporary = ""
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    }
    guard descriptor >= 0 else {
      throw BatchError.unwritable(path: path, reason: PosixFile.reason())
    }
  }

  /// Removes what a killed run left of this file.
  private static func sweep(_ path: String) {
    let slash = path.utf8.lastIndex(of: 0x2F)
    let folder = slash.map { String(path[..<$0]) } ?? "."
    let name = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
    for left in RunDirectory.entries(of: folder) where left.hasPrefix("\(name).tmp.") {
      unlink("\(folder)/\(left)")
    }
  }

  package func write(_ bytes: [UInt8]) throws(BatchError) {
    if buffer.isEmpty && bytes.count >= 1 << 18 { return try put(bytes) }
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 18 { try flush() }
  }

  private func flush() throws(BatchError) {
    guard !buffer.isEmpty else { return }
    try put(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: [UInt8]) throws(BatchError) {
    try PosixFile.write(bytes, to: descriptor, name: path)
    digest.update(bytes)
    count += bytes.count
  }

  /// Syncs and renames.
  /// - Returns: the SHA-256 of the file in hexadecimal.
  @discardableResult
  package func commit() throws(BatchError) -> String {
    try flush()
    let synced = fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS
    let code = errno
    let closed = close(descriptor) == 0
    descriptor = -1
    guard synced, closed, temporary.isEmpty || rename(temporary, path) == 0 else {
      let reason = PosixFile.reason(synced ? errno : code)
      if !temporary.isEmpty { unlink(temporary) }
      throw BatchError.unwritable(path: path, reason: reason)
    }
    return digest.finalize()
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if !temporary.isEmpty { unlink(temporary) }
  }

  /// Writes a whole file at once.
  /// - Returns: the SHA-256 of the file in hexadecimal.
  @discardableResult
  package static func write(_ bytes: [UInt8], to path: String) throws(BatchError) -> String {
    let file = try OutputFile(path)
    try file.write(bytes)
    return try file.commit()
  }

  /// Makes a directory and those above it; one that exists is fine.
  package static func makeDirectory(_ path: String) throws(BatchError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw BatchError.unwritable(path: path, reason: "is a file, not a directory")
      }
      return
    }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeDirectory(String(path[..<slash]))
    }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw BatchError.unwritable(path: path, reason: PosixFile.reason())
    }
  }
}
