// The input options after checking: readers' options and the list of files.

internal import Batch
internal import Ingest
internal import Text

/// What to read, resolved.
struct ResolvedInput {
  var ingest: IngestOptions
  var files: [InputFile]
  var source: DocumentSource.Options
  var metadata: MetadataTable?
  /// Digest of the metadata file; empty without one.
  var metadataDigest = ""
  /// Failures of discovery, told already.
  var failures: [InputFailure]

  /// - Throws: `BatchError` where nothing can be read or ids clash.
  init(
    _ raw: InputOptions, keepsFurniture: Bool = false, measures: Bool = false,
    diagnostics: Diagnostics
  ) throws {
    ingest = IngestOptions()
    ingest.unit = raw.unit
    ingest.format = raw.input
    ingest.keepsFurniture = keepsFurniture
    ingest.measures = measures
    raw.limits.apply(to: &ingest)
    ingest.overrides.title = raw.title
    ingest.overrides.date = raw.date
    ingest.overrides.issuer = raw.issuer
    ingest.overrides.issuerSource = raw.issuer == nil ? nil : .option
    ingest.overrides.genre = raw.genre
    ingest.overrides.genreSource = raw.genre == nil ? nil : .option
    ingest.overrides.lang = raw.language
    source = DocumentSource.Options(ingest: ingest, textColumn: raw.textColumn)

    if let path = raw.metadata {
      let (table, digest) = try TableFile.read(path, MetadataTable.init)
      metadata = table
      metadataDigest = digest
    }

    var paths = raw.paths
    if let list = raw.filesFrom {
      paths += try FileList.read(list, nulSeparated: raw.nulSeparated)
      if paths.isEmpty {
        throw BatchError.unreadable(path: list, reason: "no file is named in it")
      }
    }
    let discovery = try InputDiscovery(paths, takesTables: raw.textColumn != nil)
    files = discovery.files
    failures = discovery.failures
    for failure in failures { diagnostics.report(failure) }
    for directory in discovery.emptyDirectories {
      diagnostics.say(
        "\(directory): no document in it (.html .htm .xhtml .txt .text .md .jsonl)")
    }
    if discovery.skipped > 0 {
      diagnostics.say(
        discovery.skipped == 1
          ? "1 file of another kind skipped" : "\(discovery.skipped) files of other kinds skipped")
    }
    guard !files.isEmpty else { throw NothingReadable() }
  }
}

/// Nothing could be read, and every reason has been told (exit 3).
struct NothingReadable: Error {}
