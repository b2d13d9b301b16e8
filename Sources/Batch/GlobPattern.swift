// Globs that the shell has left alone, because they were quoted or come from a list or a workflow.
// `*`, `?` and `[…]` within a name as in the shell, `**` for any number of folders.

internal import Glibc

/// Finds what a pattern matches.
enum GlobPattern {
  static func isPattern(_ argument: String) -> Bool {
    argument.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B }
  }

  /// Files and folders that match, by their ids: the names below the last folder without a wildcard,
  /// so that `speeches/*/2015.txt` gives the ids that the folder `speeches` gives.
  static func matches(_ pattern: String) -> [InputFile] {
    let parts = pattern.split(separator: "/").map(String.init)
    let fixed = parts.prefix { !isPattern($0) }
    var base = fixed.joined(separator: "/")
    if pattern.hasPrefix("/") { base = "/" + base }
    var found: [String: InputFile] = [:]
    expand(base, id: "", parts[fixed.count...], into: &found)
    return found.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  private static func expand(
    _ base: String, id: String, _ parts: ArraySlice<String>, into found: inout [String: InputFile]
  ) {
    let rest = parts.dropFirst()
    // A folder stands for all documents below it, so `**` at the end adds nothing.
    guard let part = parts.first, part != "**" || !rest.isEmpty else {
      if access(base, F_OK) == 0 { found[base] = InputFile(path: base, id: id) }
      return
    }
    if part == "**" { expand(base, id: id, rest, into: &found) }
    for name in RunDirectory.entries(of: base.isEmpty ? "." : base) {
      let path = base.isEmpty ? name : base.hasSuffix("/") ? base + name : "\(base)/\(name)"
      let inner = id.isEmpty ? name : "\(id)/\(name)"
      if part == "**" {
        // Links are not followed here: they may lead back.
        if !name.hasPrefix("."), isFolder(path) { expand(path, id: inner, parts, into: &found) }
      } else if fnmatch(part, name, FNM_PERIOD) == 0 {
        expand(path, id: inner, rest, into: &found)
      }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
