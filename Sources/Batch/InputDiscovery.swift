// From the arguments to the list of files to read, each with its document id. Ids and order depend
// on the names below the arguments only, never on where a folder lies or how the disk lists it.

internal import Glibc
internal import Text

/// A file to read. Its id is also the prefix of the ids of an archive's members.
package struct InputFile: Sendable, Equatable {
  /// `-` is standard input.
  package var path: String
  package var id: String

  package init(path: String, id: String) {
    self.path = path
    self.id = id
  }
}

/// The files found, and what was passed over.
package struct InputDiscovery: Sendable {
  package private(set) var files: [InputFile] = []
  /// Files of other kinds in the directories.
  package private(set) var skipped = 0
  package private(set) var failures: [InputFailure] = []
  /// Directories that were walked and held no document.
  package private(set) var emptyDirectories: [String] = []
  private var extensions: Set<String>

  package static let documentExtensions: Set<String> = [
    "html", "htm", "xhtml", "txt", "text", "md", "jsonl",
  ]
  /// Containers that are opened, after the names above or alone.
  package static let archiveExtensions: Set<String> = [
    "gz", "tar", "tgz", "zip", "warc", "bz2", "xz", "zst",
  ]

  /// Finds the files of all arguments.
  /// - Parameter takesTables: also take `.csv` files (a text column was named).
  /// - Throws: `usage` if two files would have the same id.
  package init(_ arguments: [String], takesTables: Bool = false) throws(BatchError) {
    extensions = Self.documentExtensions
    if takesTables { extensions.insert("csv") }
    for argument in arguments.isEmpty ? ["-"] : arguments { add(argument) }
    var seen: [String: String] = [:]
    for file in files {
      if let other = seen.updateValue(file.path, forKey: file.id) {
        throw BatchError.usage(
          "\(other) and \(file.path) would both be document '\(file.id)'; "
            + "name the folder above them instead, or run them apart")
      }
    }
  }

  private mutating func add(_ argument: String) {
    if argument == "-" {
      files.append(InputFile(path: "-", id: "stdin"))
      return
    }
    var status = stat()
    guard stat(argument, &status) == 0 else {
      let reason = PosixFile.reason()
      let matches = GlobPattern.isPattern(argument) ? GlobPattern.matches(argument) : []
      if matches.isEmpty { failures.append(InputFailure(name: argument, reason: reason)) }
      for match in matches where stat(match.path, &status) == 0 { add(match, status) }
      return
    }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    add(InputFile(path: argument, id: isFolder ? "" : Self.lastComponent(argument)), status)
  }

  /// Takes a file, or the documents of a folder, whose ids begin with its own.
  private mutating func add(_ input: InputFile, _ status: stat) {
    guard status.st_mode & S_IFMT == S_IFDIR else {
      files.append(input)
      return
    }
    var found: [InputFile] = []
    walk(input.path, prefix: input.id, ancestors: [], into: &found)
    found.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    if found.isEmpty { emptyDirectories.append(input.path) }
    files.append(contentsOf: found)
  }

  private struct Inode: Equatable {
    var device: UInt
    var number: UInt
  }

  private mutating func walk(
    _ directory: String, prefix: String, ancestors: [Inode], into found: inout [InputFile]
  ) {
    var status = stat()
    guard stat(directory, &status) == 0, let names = Folder.names(in: directory) else {
      failures.append(InputFailure(name: directory, reason: PosixFile.reason()))
      return
    }
    let inode = Inode(device: UInt(status.st_dev), number: UInt(status.st_ino))
    guard !ancestors.contains(inode) else { return }  // a link back to where we came from
    for name in names {
      let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
      let id = prefix.isEmpty ? name : "\(prefix)/\(name)"
      var entryStatus = stat()
      guard stat(path, &entryStatus) == 0 else {
        failures.append(InputFailure(name: path, reason: PosixFile.reason()))
        continue
      }
      switch entryStatus.st_mode & S_IFMT {
      case S_IFDIR where !name.hasPrefix("."):
        walk(path, prefix: id, ancestors: ancestors + [inode], into: &found)
      case S_IFREG where !name.hasPrefix(".") && isDocument(name):
        found.append(InputFile(path: path, id: id))
      default: skipped += 1
      }
    }
  }

  private func isDocument(_ name: String) -> Bool {
    let type = Self.fileExtension(name)
    return extensions.contains(type) || Self.archiveExtensions.contains(type)
  }

  /// Lower-case extension without its dot; empty if there is none.
  package static func fileExtension(_ name: String) -> String {
    let last = lastComponent(name)
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return "" }
    return last[last.index(after: dot)...].lowercased()
  }

  static func lastComponent(_ path: String) -> String {
    String(path.lastPathComponent)
  }
}
