// The serial side of a run: files in order, containers opened and read through, one raw document
// at a time. Everything that can be done in parallel is left to the workers.

internal import Glibc
package import Ingest

/// Gives the raw documents of a list of files in order.
package final class DocumentSource {
  package struct Options: Sendable {
    package var ingest: IngestOptions
    /// Take the documents of one shard only. Records, whose ids are inside, are left to the workers.
    package var shard: Shard?
    /// Column of CSV files that holds the text; nil: CSV files are no input.
    package var textColumn: String?

    package init(ingest: IngestOptions, textColumn: String? = nil) {
      self.ingest = ingest
      self.textColumn = textColumn
    }
  }

  private var files: ArraySlice<InputFile>
  private var fileNumber = -1
  private let options: Options
  /// Readers of the container that is open, innermost last.
  private var open: (() throws(InputFailure) -> RawDocument?)?
  private var stream: ByteStream?
  private var openName = ""
  private var descriptor: Int32 = -1

  package init(_ files: [InputFile], options: Options) {
    self.files = files[...]
    self.options = options
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// The next document; nil at the end. Failures come as documents without bytes.
  package func next() -> RawDocument? {
    guard StopSignal.current == nil else { return nil }
    while true {
      if let pull = open {
        do {
          if var raw = try pull() {
            raw.file = fileNumber
            raw.position = descriptor >= 0 ? max(0, Int(lseek(descriptor, 0, SEEK_CUR))) : 0
            if case .records = raw.content { return raw }
            guard takes(raw.id) else { continue }
            return raw
          }
          closeContainer()
        } catch {
          let name = error.name.isEmpty ? openName : error.name
          closeContainer()
          guard StopSignal.current == nil else { return nil }  // half a document is none
          var raw = RawDocument(id: name, name: name, content: .failure(error.reason))
          raw.file = fileNumber
          raw.member = .max  // after what could be read of it
          return raw
        }
      }
      guard let file = files.popFirst() else {
        files = []  // a slice keeps what was before it
        return nil
      }
      fileNumber += 1
      if var raw = start(file) {
        guard StopSignal.current == nil else { return nil }
        raw.file = fileNumber
        if takes(raw.id) { return raw }
      }
    }
  }

  private func takes(_ id: String) -> Bool { options.shard?.contains(id) ?? true }

  private func closeContainer() {
    open = nil
    stream = nil
    if descriptor > 0 { close(descriptor) }
    descriptor = -1
  }

  /// True if the open input has nothing more to give at once; what was coded should go out now.
  package var isIdle: Bool { stream?.isIdle ?? false }

  /// Hands out a plain file, or opens a container.
  private func start(_ file: InputFile) -> RawDocument? {
    openName = file.path == "-" ? "stdin" : file.path
    if file.path != "-", isPlain(file.path) {
      return RawDocument(id: file.id, name: file.path, content: .file(file.path))
    }
    descriptor = file.path == "-" ? STDIN_FILENO : Self.descriptor(of: file.path)
    guard descriptor >= 0 else {
      return RawDocument(
        id: file.id, name: file.path, content: .failure(PosixFile.reason()))
    }
    let stream = ByteStream(descriptor: descriptor, stops: true)
    self.stream = stream
    do {
      open = try reader(of: stream, id: file.id, name: openName)
      return nil
    } catch {
      closeContainer()
      return RawDocument(id: file.id, name: openName, content: .failure(error.reason))
    }
  }

  /// Opens without waiting for the writer of a FIFO: the reading waits, which a signal ends.
  private static func descriptor(of path: String) -> Int32 {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor >= 0 { _ = fcntl(descriptor, F_SETFL, O_RDONLY) }
    return descriptor
  }

  private func isPlain(_ path: String) -> Bool {
    switch options.ingest.format {
    case .jsonl: return false
    case .auto:
      let type = InputDiscovery.fileExtension(path)
      return InputDiscovery.documentExtensions.contains(type) && type != "jsonl"
    default: return !InputDiscovery.archiveExtensions.contains(InputDiscovery.fileExtension(path))
    }
  }

  /// A compressed file in an archive in a compressed file, and one to spare.
  private static let maximumDepth = 4

  private typealias Pull = () throws(InputFailure) -> RawDocument?

  /// A reader of the documents in a stream whose kind is told by its name and first bytes.
  private func reader(
    of stream: ByteStream, id: String, name: String, depth: Int = 0
  ) throws(InputFailure) -> Pull {
    let type = InputDiscovery.fileExtension(name)
    let start = Array(try stream.peek(6))
    if isPacked(start, type) {
      guard depth < Self.maximumDepth else {
        throw InputFailure(name: name, reason: "archives in archives, too deep")
      }
      return try archive(stream, id: id, name: name, depth: depth + 1)
    }
    if type == "warc" || start.starts(with: "WARC/".utf8) {
      return pages(stream, id: id, name: name)
    }
    if type == "csv", let column = options.textColumn {
      return try table(stream, column: column, id: id, name: name)
    }
    if options.ingest.format == .jsonl || type == "jsonl" || looksLikeRecords(stream) {
      return records(stream, id: id, name: name)
    }
    let limit = options.ingest.maximumBytes
    var isDone = false
    return { () throws(InputFailure) in
      if isDone { return nil }
      isDone = true
      return RawDocument(id: id, name: name, content: .bytes(try stream.rest(limit: limit)))
    }
  }

  /// By first bytes (gzip, bzip2, xz, zstd, zip), or by name for tar, which has none.
  private func isPacked(_ start: [UInt8], _ type: String) -> Bool {
    let magics: [[UInt8]] = [
      [0x1F, 0x8B], [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x28, 0xB5, 0x2F, 0xFD],
      [0x50, 0x4B, 0x03, 0x04],
    ]
    return type == "tar" || magics.contains { start.starts(with: $0) }
  }

  /// The documents of an archive's members, or what is in a single compressed file.
  private func archive(
    _ stream: ByteStream, id: String, name: String, depth: Int
  ) throws(InputFailure) -> Pull {
    let archive = try ArchiveReader(stream)
    var inner: Pull?
    var member = -1
    var path = ""
    /// One bad member; if the archive itself is damaged, the next one says so.
    func broken(_ failure: InputFailure) -> RawDocument {
      var raw = RawDocument(
        id: "\(id)/\(path)", name: "\(name)/\(path)", content: .failure(failure.reason))
      raw.member = ((member + 1) << 32) - 1  // after what could be read of it
      return raw
    }
    return { [self] () throws(InputFailure) in
      while true {
        if let pull = inner {
          do throws(InputFailure) {
            if var raw = try pull() {
              raw.member += member << 32
              return raw
            }
            inner = nil
          } catch {
            inner = nil
            guard !archive.isSingle else { throw error }
            return broken(error)
          }
        }
        guard let next = try archive.next() else { return nil }
        path = next
        member += 1
        if archive.isSingle {
          // `page.html.gz` is what `page.html` says, under its own name.
          inner = try reader(
            of: archive.member(), id: id, name: Self.withoutCompression(name), depth: depth)
          continue
        }
        let type = InputDiscovery.fileExtension(path)
        let last = path.split(separator: "/").last ?? ""
        let isContainer =
          type == "csv"
          ? options.textColumn != nil : InputDiscovery.archiveExtensions.contains(type)
        guard InputDiscovery.documentExtensions.contains(type) || isContainer,
          !last.hasPrefix(".")
        else { continue }
        do throws(InputFailure) {
          inner = try reader(
            of: archive.member(), id: "\(id)/\(path)", name: "\(name)/\(path)", depth: depth)
        } catch {
          return broken(error)
        }
      }
    }
  }

  private static func withoutCompression(_ name: String) -> String {
    let types = [".gz", ".bz2", ".xz", ".zst"]
    guard let type = types.first(where: { name.lowercased().hasSuffix($0) }) else { return name }
    return String(name.dropLast(type.count))
  }

  private func pages(_ stream: ByteStream, id: String, name: String) -> Pull {
    var reader = WARCReader(stream, limit: options.ingest.maximumBytes)
    var seen: [String: Int] = [:]
    var member = 0
    return { () throws(InputFailure) in
      guard let page = try reader.next() else { return nil }
      member += 1
      seen[page.url, default: 0] += 1
      let count = seen[page.url] ?? 1
      var metadata = DocumentMetadata()
      metadata.url = page.url
      metadata.date = page.date
      metadata.charset = page.charset
      let address = count == 1 ? page.url : "\(page.url)#\(count)"
      var raw = RawDocument(
        id: "\(id)/\(address)", name: "\(name)/\(address)", content: .bytes(page.body),
        metadata: metadata)
      raw.member = member
      return raw
    }
  }

  private func table(
    _ stream: ByteStream, column: String, id: String, name: String
  ) throws(InputFailure) -> Pull {
    var reader = try TableReader(stream, column: column, limit: options.ingest.maximumBytes)
    return { () throws(InputFailure) in
      guard let row = try reader.next() else { return nil }
      var raw = RawDocument(
        id: row.doc ?? "\(id)#\(reader.row)", name: "\(name)#\(reader.row)",
        content: .bytes(row.text), metadata: row.metadata)
      raw.member = reader.row
      return raw
    }
  }

  private func looksLikeRecords(_ stream: ByteStream) -> Bool {
    guard options.ingest.format == .auto, let start = try? stream.peek(64) else { return false }
    var bytes = start.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    guard bytes.popFirst() == UInt8(ascii: "{") else { return false }
    bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    return bytes.first == UInt8(ascii: "\"")
  }

  private func records(
    _ stream: ByteStream, id: String, name: String
  ) -> Pull {
    var splitter = RecordSplitter(
      stream, joinsDocuments: options.ingest.unit == .record, limit: options.ingest.maximumBytes)
    return { () throws(InputFailure) in
      guard let portion = try splitter.next() else { return nil }
      return RawDocument(
        id: id, name: name, content: .records(portion.bytes, firstLine: portion.firstLine))
    }
  }
}
