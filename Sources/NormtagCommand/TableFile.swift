// CSV files that the command line names: read whole, with a digest for the manifest.

internal import Batch
internal import Ingest
internal import Text

enum TableFile {
  /// - Throws: `BatchError.unreadable` with the file, and the line where a row can't be used.
  static func read<Table>(
    _ path: String, _ parse: ([UInt8]) throws(MetadataTableError) -> Table
  ) throws(BatchError) -> (Table, digest: String) {
    let bytes: [UInt8]
    do {
      bytes = try PosixFile.read(path)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    do {
      return (try parse(bytes), SHA256.hex(bytes))
    } catch {
      throw .unreadable(path: "\(path):\(error.line)", reason: error.reason)
    }
  }
}
