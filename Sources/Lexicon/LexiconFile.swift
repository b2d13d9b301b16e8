// One file of a lexicon, embedded or read from a folder.

/// A lexicon file and its bytes.
package struct LexiconFile {
  /// Relative to `Lexicons/` if embedded, else the path as it was given.
  package let name: String
  private enum Content {
    /// Lives as long as the program.
    case embedded(UnsafeBufferPointer<UInt8>)
    case read([UInt8])
  }
  private let content: Content

  init(name: String, embedded: UnsafeBufferPointer<UInt8>) {
    self.name = name
    content = .embedded(embedded)
  }

  init(name: String, bytes: [UInt8]) {
    self.name = name
    content = .read(bytes)
  }

  /// Calls `body` with the bytes of the file.
  package func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    switch content {
    case .embedded(let bytes): body(bytes)
    case .read(let bytes): bytes.withUnsafeBufferPointer(body)
    }
  }
}
