// Where the lexicon comes from: a folder named by flag or environment, a folder beside the binary,
// or the files embedded at build time.

internal import CLexicons
internal import Glibc
internal import Text

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

  /// - Parameter scope: what is needed; other files are not read for errors either.
  /// - Throws: the first error if a lexicon can't be used; warnings never throw.
  package static func load(
    flags: [String] = [], scope: LexiconScope = .all
  ) throws(LexiconDiagnostic) -> Lexicon {
    try load(try files(flags: flags), scope: scope)
  }

  /// The same from files that were read already.
  package static func load(
    _ files: [LexiconFile], scope: LexiconScope = .all
  ) throws(LexiconDiagnostic) -> Lexicon {
    let (lexicon, diagnostics) = read(files, scope: scope, checks: false)
    if let error = diagnostics.first(where: { $0.severity == .error }) { throw error }
    return lexicon
  }

  /// Reads all packs and says what is wrong with them.
  package static func check(
    flags: [String]
  ) throws(LexiconDiagnostic) -> (Lexicon, [LexiconDiagnostic]) {
    read(try files(flags: flags), scope: .all, checks: true)
  }

  private static func read(
    _ files: [LexiconFile], scope: LexiconScope, checks: Bool
  ) -> (Lexicon, [LexiconDiagnostic]) {
    var builder = LexiconBuilder(scope: scope, checks: checks)
    for file in files { file.withBytes { builder.read(file: file.name, bytes: $0) } }
    let diagnostics = builder.diagnostics
    return (builder.finish(), diagnostics)
  }

  /// The lexicon files in use, in the order in which they are read.
  package static func files(flags: [String]) throws(LexiconDiagnostic) -> [LexiconFile] {
    var files: [LexiconFile] = []
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
    case "members.tsv": return 1
    case "issues.tsv": return 2
    default: return 3
    }
  }

  static func embedded() -> [LexiconFile] {
    var files: [LexiconFile] = []
    for index in 0..<clexicon_file_count() {
      guard let file = clexicon_file(index), let path = file.pointee.path else { continue }
      let bytes = UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count)
      files.append(LexiconFile(name: String(cString: path), embedded: bytes))
    }
    return files.sorted { (order($0.name), $0.name) < (order($1.name), $1.name) }
  }

  private static func folder(
    _ path: String
  ) throws(LexiconDiagnostic) -> [LexiconFile] {
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
    var files: [LexiconFile] = []
    for name in names.sorted(by: { (order($0), $0) < (order($1), $1) }) {
      guard let bytes = contents(name) else {
        throw LexiconDiagnostic(.error, file: name, line: 0, message: "can't be read")
      }
      files.append(LexiconFile(name: name, bytes: bytes))
    }
    return files
  }

  private static func entries(_ path: String) -> [String] {
    (Folder.names(in: path) ?? []).filter { !$0.hasPrefix(".") }.sorted()
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
