// The lexicons of a command: read once, loaded as far as needed, digested where a manifest asks.

package import Lexicon
internal import Text

/// Lexicons by the flags of the command line.
package struct LexiconSet {
  package let lexicon: Lexicon
  private let files: [LexiconFile]

  /// - Parameters:
  ///   - folders: given by --lexicons, later ones win.
  ///   - scope: what the command needs of them.
  /// - Throws: `BatchError.unreadable` for a lexicon that cannot be used, with its place.
  package init(_ folders: [String], scope: LexiconScope = .all) throws(BatchError) {
    do {
      files = try LexiconLoader.files(flags: folders)
      lexicon = try LexiconLoader.load(files, scope: scope)
    } catch {
      let place = error.line > 0 ? "\(error.file):\(error.line):\(error.column)" : error.file
      throw .unreadable(path: place, reason: error.message)
    }
  }

  /// Digest of all lexicon files in use, names and bytes.
  package var digest: String {
    var digest = SHA256()
    for file in files {
      let name = file.name.split(separator: "/").suffix(2).joined(separator: "/")
      file.withBytes { bytes in
        digest.update(Array("\(name)\0\(bytes.count)\0".utf8))
        digest.update(Array(bytes))
      }
    }
    return digest.finalize()
  }
}
