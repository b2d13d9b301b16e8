// Gold files for `learn` and `evaluate`, with errors that name the line.

internal import Batch
internal import Learning

/// Reads a gold file.
enum GoldFile {
  /// - Throws: `BatchError.unreadable` with the line and what is wrong in it.
  static func read(_ path: String) throws -> GoldSet {
    let bytes = try PosixFile.read(path)
    do throws(GoldSet.Failure) {
      return try GoldSet(bytes)
    } catch {
      throw BatchError.unreadable(path: "\(path):\(error.line)", reason: error.reason)
    }
  }
}
