// libarchive, wrapped: a stream of compressed or packed bytes in, members out. No C type leaves
// this file.

internal import CArchive

/// Reads tar, zip and single compressed files from a stream, member by member.
final class ArchiveReader {
  private let handle: OpaquePointer?
  private let feed: Feed
  /// True while the content is one compressed file rather than an archive.
  private(set) var isSingle = false

  /// Holds the bytes that libarchive looks at until it asks for the next.
  private final class Feed {
    let stream: ByteStream
    var chunk: [UInt8] = []
    var failure: InputFailure?
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    init(_ stream: ByteStream) { self.stream = stream }
    deinit { buffer.deallocate() }
  }

  init(_ stream: ByteStream) throws(InputFailure) {
    feed = Feed(stream)
    handle = archive_read_new()
    archive_read_support_filter_all(handle)
    archive_read_support_format_tar(handle)
    archive_read_support_format_zip_streamable(handle)
    archive_read_support_format_raw(handle)
    archive_read_support_format_empty(handle)
    let code = archive_read_open(
      handle, Unmanaged.passUnretained(feed).toOpaque(), nil,
      { _, client, out in
        guard let client, let out else { return -1 }
        let feed = Unmanaged<Feed>.fromOpaque(client).takeUnretainedValue()
        do {
          let bytes = try feed.stream.take(feed.buffer.count)
          feed.buffer.copyBytes(from: bytes)
          out.pointee = UnsafeRawPointer(feed.buffer.baseAddress)
          return bytes.count
        } catch {
          feed.failure = error as? InputFailure
          return -1
        }
      }, nil)
    guard code == ARCHIVE_OK else { throw failure() }
  }

  deinit { archive_read_free(handle) }

  private func failure() -> InputFailure {
    if let failure = feed.failure { return failure }
    let text = archive_error_string(handle).map { String(cString: $0) } ?? "damaged"
    return InputFailure(name: "", reason: "damaged archive: \(text)")
  }

  /// Goes to the next member that is a file.
  /// - Returns: its path, without `./` before it; nil at the end.
  func next() throws(InputFailure) -> String? {
    while true {
      var entry: OpaquePointer?
      let code = archive_read_next_header(handle, &entry)
      if code == ARCHIVE_EOF { return nil }
      guard code >= ARCHIVE_WARN, let entry else { throw failure() }
      isSingle = archive_format(handle) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_RAW
      guard isSingle || archive_entry_filetype(entry) == 0o100000 else { continue }
      let name =
        archive_entry_pathname_utf8(entry).map { String(cString: $0) }
        ?? archive_entry_pathname(entry).map { String(cString: $0) } ?? "data"
      return name.hasPrefix("./") ? String(name.dropFirst(2)) : name
    }
  }

  /// The bytes of the member.
  func member() -> ByteStream {
    ByteStream { [self] () throws(InputFailure) in
      var failed = false
      let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        let got = archive_read_data(handle, buffer.baseAddress, buffer.count)
        failed = got < 0
        filled = max(0, got)
      }
      if failed { throw failure() }
      return bytes
    }
  }
}
