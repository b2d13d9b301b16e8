// Where the lexicon comes from: a folder named by flag or environment, a folder beside the binary,
// or the files embedded at build time.

internal import CLexicons
internal import Glibc

/// The place that was chosen.
package enum LexiconSource: Sendable, Equatable {
  case embedded
  /// A folder that holds packs, or is one.
  case folder(String)

  package var description: String {
    switch self {
    case .embedded: "embedded"
    case .folder(let path): path
    }
  }
}

/// Loads lexicons.
package enum LexiconLoader {
  /// The places in order of `--lexicons` flags, else NORMTAG_LEXICONS, else the folder beside the
  /// binary, else embedded. Flags add to the default packs; the environment replaces them.
  package static func sources(flags: [String]) -> [LexiconSource] {
    [base()] + flags.map { .folder($0) }
  }

  private static func base() -> LexiconSource {
    if let raw = getenv("NORMTAG_LEXICONS") {
      let path = String(cString: raw)
      if !path.isEmpty { return .folder(path) }
    }
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    if count > 0 {
      let path = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let parts = path.split(separator: "/").dropLast(2)
      let folder = "/" + parts.joined(separator: "/") + "/share/normtag/Lexicons"
      if access(folder, R_OK) == 0 { return .folder(folder) }
    }
    return .embedded
  }

  /// - Throws: the first error if a lexicon can't be used; warnings never throw.
  package static func load(flags: [String] = []) throws(LexiconDiagnostic) -> Lexicon {
    let (lexicon, diagnostics) = try read(flags: flags, checks: false)
    if let error = diagnostics.first(where: { $0.severity == .error }) { throw error }
    return lexicon
  }

  /// Reads all packs and says what is wrong with them.
  package static func check(
    flags: [String]
  ) throws(LexiconDiagnostic) -> (Lexicon, [LexiconDiagnostic]) {
    try read(flags: flags, checks: true)
  }

  private static func read(
    flags: [String], checks: Bool
  ) throws(LexiconDiagnostic) -> (Lexicon, [LexiconDiagnostic]) {
    var builder = LexiconBuilder(checks: checks)
    for file in try files(flags: flags) {
      file.bytes.withUnsafeBufferPointer { builder.read(file: file.name, bytes: $0) }
    }
    let lexicon = builder.finish()
    return (lexicon, builder.diagnostics)
  }

  /// The lexicon files in use, in the order in which they are read. Names are relative to
  /// `Lexicons/` if embedded, else the path as it was given.
  package static func files(
    flags: [String]
  ) throws(LexiconDiagnostic) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for source in sources(flags: flags) {
      switch source {
      case .embedded: files += embedded()
      case .folder(let path): files += try folder(path)
      }
    }
    return files
  }

  /// Files in the order in which they refer to each other.
  private static func order(_ file: String) -> Int {
    let name = file.split(separator: "/").last ?? ""
    switch name {
    case "actors.tsv": return 0
    case "members.tsv", "patterns.tsv": return 1
    case "issues.tsv": return 2
    default: return 3
    }
  }

  private static func embedded() -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for index in 0..<clexicon_file_count() {
      guard let file = clexicon_file(index), let path = file.pointee.path else { continue }
      let bytes = UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count)
      files.append((String(cString: path), Array(bytes)))
    }
    return files.sorted { (order($0.name), $0.name) < (order($1.name), $1.name) }
  }

  private static func folder(
    _ path: String
  ) throws(LexiconDiagnostic) -> [(name: String, bytes: [UInt8])] {
    guard access(path, R_OK) == 0 else {
      throw LexiconDiagnostic(
        .error, file: path, line: 0, message: "no such folder of lexicons, or not readable")
    }
    var names = tsvFiles(path)
    for pack in entries(path) { names += tsvFiles("\(path)/\(pack)") }
    guard !names.isEmpty else {
      throw LexiconDiagnostic(
        .error, file: path, line: 0, message: "no lexicon: no .tsv file in the folder")
    }
    var files: [(name: String, bytes: [UInt8])] = []
    for name in names.sorted(by: { (order($0), $0) < (order($1), $1) }) {
      guard let bytes = contents(name) else {
        throw LexiconDiagnostic(.error, file: name, line: 0, message: "can't be read")
      }
      files.append((name, bytes))
    }
    return files
  }

  private static func entries(_ path: String) -> [String] {
    guard let handle = opendir(path) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func tsvFiles(_ path: String) -> [String] {
    entries(path).filter { $0.hasSuffix(".tsv") }.map { "\(path)/\($0)" }
  }

  private static func contents(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return ferror(file) == 0 ? bytes : nil }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}
